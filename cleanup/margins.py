"""How sure a repair that the fluency model chose must be: by its kind, with the precision measured there."""

from __future__ import annotations

from math import log
from pathlib import Path

import msgspec

from cleanup.errors import ModelError

LEAST = 1e-4  # a probability: nothing is taken for certain
SURE = "sure"  # what a rule is sure of by itself, and the model was heard on


class Measured(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was seen at a margin, on places not used for fitting: how many repairs, how many of them right."""

    repairs: int
    right: int


class Margin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least probability at which a kind of repair is applied, and at which it is suggested; above 1: never.

    Below both the place is flagged, or, with `doubt` for the place itself, nothing is wrong and the repair refused.
    """

    applied: float
    suggested: float
    doubt: bool = False
    measured: dict[str, Measured] = {}


class Margins(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Margins by kind of repair ("insert:of") or its family ("insert"); any other kind is only suggested."""

    kinds: dict[str, Margin] = {}

    def of(self, kind: str) -> Margin:
        """Return the margin of a kind."""
        return self.kinds.get(kind) or self.kinds.get(kind.partition(":")[0]) or Margin(applied=2.0, suggested=0.0)


def log_odds(probability: float) -> float:
    """Return the natural logarithm of the odds of a probability, kept away from certainty either way."""
    likely = min(max(probability, LEAST), 1 - LEAST)
    return log(likely / (1 - likely))


def load(path: Path) -> Margins:
    """Return the margins in a JSON file; raises ModelError that names it when it holds none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Margins)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path}: no margins ({error}); install the model anew") from error
