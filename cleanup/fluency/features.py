"""What the ranker weighs of a reading: what kind it is, what can be told of the place, and how fluent it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from cleanup.findings import Candidate

SCALE, MOST = 6.0, 2.5  # nats that make a step; steps beyond which more says nothing more
NEW_SENTENCE = "capital"  # the reading that leaves the stop where it is
SHORTER = "drop"  # always the likelier for being short, so that nothing is compared with it


@dataclass(frozen=True, slots=True)
class Scored:
    """A reading, how likely the text is with it, in nats, and the rule that made it its own repair ("": none)."""

    candidate: Candidate
    nats: float
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """How likely the text is as it stands, and what all readings begin with, in nats; and their words."""

    nats: float
    before_nats: float
    words: int
    words_before: int


def features(readings: Sequence[Scored], text: Text, clues: Sequence[str]) -> list[dict[str, float]]:
    """Return named numbers for each reading of one place."""
    return [_features(reading, readings, text, clues) for reading in readings]


def _features(one: Scored, readings: Sequence[Scored], text: Text, clues: Sequence[str]) -> dict[str, float]:
    family = one.candidate.family
    found = {family: 1.0, one.candidate.kind: 1.0}
    found |= {f"{family}|{clue}": 1.0 for clue in clues}
    if one.rule:
        found |= {
            f"{family}|said by {one.rule}": 1.0,
            "said": log(one.candidate.confidence / (1 - one.candidate.confidence)),
        }
    for name, rival in _rivals(family, one, readings, text.nats).items():
        found[f"{family}>{name}"] = max(-MOST, min(MOST, (one.nats - rival) / SCALE))
    after = max(1, text.words - text.words_before)
    found[f"{family}:a word"] = (one.nats - text.before_nats) / after / SCALE
    found["before:a word"] = text.before_nats / max(1, text.words_before) / SCALE
    return found


def _rivals(family: str, one: Scored, readings: Sequence[Scored], leave: float) -> Mapping[str, float]:
    """Return the likelihoods that this one is compared with, by what they are."""
    best: dict[str, float] = {"leave": leave}
    for other in readings:
        kin = other.candidate.family
        if other is not one and kin != SHORTER:
            name = "same" if kin == family else kin if kin in (NEW_SENTENCE, "join") else "other"
            best[name] = max(best.get(name, -1e9), other.nats)
            if kin != family:
                best["other"] = max(best.get("other", -1e9), other.nats)
    return best
