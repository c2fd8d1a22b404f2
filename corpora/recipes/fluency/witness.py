"""What the original says of a bogus stop, weighed: the ranker of its readings, and the margins at which policy acts.

    python corpora/recipes/fluency/witness.py DATA [--write]

DATA holds the sentences of corpora/breaks.jsonl with their originals (the WMT sets and gtnc). The ranker is a logistic
regression over the features of cleanup/witness/stops.py: what the fluency model made of a reading, and what the
original has there. What is printed is measured on breaks of files that the weights were not fitted on (leave one file
out); with --write both are fitted on all, and written to cleanup/models/words.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from breaks import LABELS, Break, labelled, proposal_at, story_of, verdict
from choices import COUNTS, Choice, least, seen
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from cleanup import originals
from cleanup.bilingual.pairs import pairs
from cleanup.findings import Candidate
from cleanup.fluency.judge import Judge
from cleanup.margins import SURE
from cleanup.paths import fluency_folder, words_folder
from cleanup.stops.stop import find
from cleanup.witness.links import Links
from cleanup.witness.place import Place
from cleanup.witness.stops import features

STRENGTH = 0.3  # inverse of the penalty
KINDS = ("join", "comma", "insert", "move")
NEVER = ("drop", "capital")  # on a model's word alone
FLOOR, VETO, LOOK = 0.75, 0.5, 0.35  # least to apply; least of what a rule is sure of; least to suggest


@dataclass(frozen=True)
class Heard:
    """A labelled break with an original: its readings, what is known of each, and what would become of it."""

    place: Break
    readings: tuple[Candidate, ...]
    known: tuple[dict[str, float], ...]
    verdicts: tuple[str, ...]


@cache
def records(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def sources(data: Path) -> Iterator[str]:
    """Yield the original of each labelled break."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        yield records(data / f"{label['set']}.dev.jsonl.gz")[label["line"]]["source"]


def heard(data: Path) -> Iterator[Heard]:
    judge = Judge(fluency_folder())
    for place, source in zip(labelled(data), sources(data), strict=True):
        story, unfit = originals.beside(story_of(place), source)
        proposal = proposal_at(place, story)
        if unfit or not place.bogus or proposal is None or not proposal.readings:
            continue
        readings = judge.weigh([proposal], story)[0].candidates
        pair = next((p for p in pairs(story) if p.place.start <= place.dot < p.place.stop), None)
        stop = next((s for s in find(story) if s.dot.start == place.dot), None)
        if pair and stop:
            beside = Place(stop, Links(pair))
            known = tuple(features(one, beside) for one in readings)
            yield Heard(place, readings, known, tuple(verdict(place, one) for one in readings))


def fitted(some: Sequence[Heard]) -> tuple[DictVectorizer, LogisticRegression]:
    names = DictVectorizer()
    rows = names.fit_transform([known for one in some for known in one.known])
    right = [verdict == "right" for one in some for verdict in one.verdicts]
    weights = [COUNTS.get(verdict, 1.0) for one in some for verdict in one.verdicts]
    return names, LogisticRegression(C=STRENGTH, max_iter=5000).fit(rows, right, sample_weight=weights)


def left_out(every: Sequence[Heard]) -> list[Choice]:
    found = []
    for name in sorted({one.place.set for one in every}):
        names, model = fitted([one for one in every if one.place.set != name])
        for one in (one for one in every if one.place.set == name):
            likely = model.predict_proba(names.transform(one.known))[:, 1]
            best = int(np.argmax(likely))
            found.append(Choice(one.place, one.readings[best], float(likely[best]), one.verdicts[best]))
    return found


def limits(choices: Sequence[Choice]) -> dict[str, dict[str, object]]:
    """Return the margins; one for all kinds that no rule is sure of, since of each alone there are few."""
    applied = least([choice for choice in choices if choice.family in KINDS], FLOOR)
    found: dict[str, dict[str, object]] = {}
    for kind in (SURE, *KINDS, *NEVER):
        own = [choice for choice in choices if choice.family == kind]
        levels = {"applied": VETO if kind == SURE else 2.0 if kind in NEVER else applied}
        levels["suggested"] = VETO if kind == SURE else LOOK
        found[kind] = {k: round(v, 4) for k, v in levels.items()} | {"measured": seen(own, levels)}
    return found


def tell(choices: Sequence[Choice]) -> None:
    print(f"breaks with an original {len(choices)}, likeliest right {sum(c.verdict == 'right' for c in choices)}")
    for kind, margin in limits(choices).items():
        own = [c for c in choices if c.family == kind and c.probability >= float(str(margin["applied"]))]
        print(f"{kind:8} applied at {margin['applied']}: {dict(Counter(c.verdict for c in own))}")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("data", type=Path)
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    every = list(heard(given.data))
    choices = left_out(every)
    tell(choices)
    if given.write:
        names, model = fitted(every)
        weights = dict(zip(names.get_feature_names_out(), model.coef_[0], strict=True))
        ranker = {
            "bias": round(float(model.intercept_[0]), 4),
            "weights": {name: round(float(weight), 4) for name, weight in weights.items()},
        }
        folder = words_folder()
        (folder / "stops.json").write_text(json.dumps(ranker, indent=0, sort_keys=True) + "\n")
        (folder / "margins.json").write_text(json.dumps({"kinds": limits(choices)}, indent=1) + "\n")


if __name__ == "__main__":
    main()
