"""How far a translation model is to be believed on what something should read: fitted for each model, on real places.

`calibration.json` in a model's folder is written by corpora/recipes/fluency/translated.py. A model without one is
believed little: what it says moves no reading far, and only a wide margin applies one.
"""

from __future__ import annotations

from math import exp
from pathlib import Path

import msgspec

from cleanup.errors import ModelError
from cleanup.margins import Margin, Margins, log_odds

FILE = "calibration.json"
SCALE, MOST = 6.0, 2.0  # nats that make a step; steps beyond which more says nothing more


class Calibration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of what was known of a reading before (`odds`), of the model's `lead`, and of kinds; and the margins."""

    bias: float
    weights: dict[str, float]
    margins: Margins

    def probability(self, before: float, lead: float, family: str) -> float:
        """Return the probability that a reading is right.

        It was `before`, by all others; the model finds it likelier by `lead` nats than the best of the others.
        """
        known = {"odds": log_odds(before), "lead": steps(lead), family: 1.0}
        return 1 / (1 + exp(-self.bias - sum(self.weights.get(name, 0.0) * value for name, value in known.items())))


def steps(lead: float) -> float:
    """Return a lead in steps, no more than count."""
    return max(-MOST, min(MOST, lead / SCALE))


WIDE = Margin(applied=0.95, suggested=0.35)
DEFAULT = Calibration(
    0.0, {"odds": 1.0, "lead": 0.5}, Margins(dict.fromkeys(("join", "comma", "insert", "move"), WIDE))
)


def load(folder: Path) -> Calibration:
    """Return the calibration of the model in a folder; raises ModelError where its file is none."""
    path = folder / FILE
    if not path.is_file():
        return DEFAULT
    try:
        return msgspec.json.decode(path.read_bytes(), type=Calibration)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path}: no calibration ({error}); delete the file, or fit it anew") from error
