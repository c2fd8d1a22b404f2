"""From what is known of a reading to the probability that it is right: a logistic regression, shipped as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from pathlib import Path

import msgspec

from cleanup.errors import ModelError


class Ranker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by feature name; features without one count for nothing. Fitted by corpora/recipes/fluency/rank.py.

    `sure` and `other` calibrate the log-odds (Platt 1999: a factor, a summand) of a reading that a rule is sure of by
    itself, and of any other; `kinds` has a further summand for the others, by the kind of repair.
    """

    bias: float
    weights: dict[str, float]
    sure: tuple[float, float] = (1.0, 0.0)
    other: tuple[float, float] = (1.0, 0.0)
    kinds: dict[str, float] = {}

    def probability(self, features: Mapping[str, float], family: str = "", *, sure: bool = False) -> float:
        """Return the calibrated probability that a reading, the likeliest of its place, is right.

        `sure`: a rule says so by itself.
        """
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        factor, summand = self.sure if sure else self.other
        total = factor * total + summand + (0.0 if sure else self.kinds.get(family, 0.0))
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def load(path: Path) -> Ranker:
    """Return the ranker in a JSON file; raises ModelError that names it when it is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Ranker)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path}: no ranker ({error}); install the model anew") from error
