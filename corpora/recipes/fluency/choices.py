"""What was chosen for labelled breaks, what became of it, and the probability from which on that is worth while."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from breaks import Break

from cleanup.findings import Candidate, Safety
from cleanup.margins import SURE

COSTS = {"right": 1, "short": -2, "wrong": -10}  # a wrong edit costs ten missed ones
COUNTS = {"arguable": 0.0, "short": 0.5}  # what a reading of such a verdict weighs in a fit


@dataclass(frozen=True)
class Choice:
    """The likeliest reading of a break by a ranker that has not seen its file, and what became of it."""

    place: Break
    repair: Candidate
    probability: float
    verdict: str

    @property
    def family(self) -> str:
        return SURE if self.repair.safety is Safety.SAFE else self.repair.family


def least(choices: Sequence[Choice], floor: float = 0.0) -> float:
    """Return the probability from which on it is most worth while to apply, none below the floor; above 1: never."""
    worth, most, best = 0, 0, 2.0
    for choice in sorted(choices, key=lambda choice: -choice.probability):
        worth += COSTS.get(choice.verdict, 0)
        if worth > most and choice.probability >= floor:
            most, best = worth, choice.probability
    return best


def seen(choices: Sequence[Choice], levels: Mapping[str, float]) -> dict[str, dict[str, int]]:
    """Return how many choices reach each level, and how many of them are right."""
    reached = {level: [c for c in choices if c.probability >= limit] for level, limit in levels.items()}
    return {k: {"repairs": len(some), "right": sum(c.verdict == "right" for c in some)} for k, some in reached.items()}
