"""How far a translation model is to be believed on the readings of a bogus stop: its calibration.json.

    python corpora/recipes/fluency/translated.py DATA MODEL [--learnt wmt08 wmt10] [--write]

DATA as for witness.py; MODEL is the folder of a translation model into English. On the labelled breaks of copy from
its language, that no rule is sure of, a logistic regression weighs what fluency model and alignment made of a reading
with the model's lead. What is printed is measured on a fifth of the lines that the weights were not fitted on, five
times over; what the model learnt from (`--learnt`, sets of WMT) is left out. With --write the
weights are fitted on all, and written to MODEL as calibration.json with the margins.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from breaks import Break, labelled, proposal_at, story_of, verdict
from choices import Choice, least, seen
from sklearn.linear_model import LogisticRegression
from witness import sources

from cleanup import originals, witness
from cleanup.bilingual.pairs import pairs
from cleanup.findings import Candidate
from cleanup.fluency.judge import Judge
from cleanup.margins import log_odds
from cleanup.paths import fluency_folder
from cleanup.reference.calibration import FILE, steps
from cleanup.reference.translator import Translator
from cleanup.witness import translated

FOLDS = 5
NAMES = ("odds", "lead", "move", "insert", "drop", "capital")
KINDS, NEVER = ("join", "comma", "insert", "move", "capital"), ("drop",)  # never: on a model's word alone
FLOOR, LOOK = 0.6, 0.35  # least to apply; least to suggest


@dataclass(frozen=True)
class Asked:
    """A labelled break: its readings, what is known of each, by NAMES, and what would become of it."""

    place: Break
    fold: int
    readings: tuple[Candidate, ...]
    known: tuple[tuple[float, ...], ...]
    verdicts: tuple[str, ...]


def learnt(data: Path, model: Translator, sets: Sequence[str]) -> frozenset[str]:
    """Return the originals in `sets`."""
    with gzip.open(data / f"wmt.{model.source}-{model.target}.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return frozenset(record["source"] for record in map(json.loads, lines) if record["set"] in sets)


def asked(data: Path, model: Translator, sets: Sequence[str] = ()) -> Iterator[Asked]:
    known = learnt(data, model, sets) if sets else frozenset()
    judge = Judge(fluency_folder())
    lines: dict[str, int] = {}
    for place, source in zip(labelled(data), sources(data), strict=True):
        fold = lines.setdefault(source, len(lines)) % FOLDS  # what several engines made of one sentence stays together
        if source in known or place.language != model.source or not place.bogus:
            continue
        if (one := ask(place, source, model, judge, fold)) is not None:
            yield one


def ask(place: Break, source: str, model: Translator, judge: Judge, fold: int) -> Asked | None:
    story, unfit = originals.beside(story_of(place), source)
    proposal = proposal_at(place, story)
    if unfit or proposal is None or not proposal.readings:
        return None
    heard = witness.hear(judge.weigh([proposal], story), story, weighed=True)
    spot = translated.to_place(heard[0], list(pairs(story))) if translated.weighable(heard) else None
    if spot is None:
        return None
    readings = heard[0].candidates
    nats = translated.score(model, spot.lines)
    leads = translated.leads([one.family for one in readings], [nats[line] for line in spot.lines])
    known = tuple(_known(one, lead) for one, lead in zip(readings, leads, strict=True))
    return Asked(place, fold, readings, known, tuple(verdict(place, one) for one in readings))


def _known(one: Candidate, lead: float) -> tuple[float, ...]:
    return log_odds(one.confidence), steps(lead), *(float(one.family == name) for name in NAMES[2:])


def fitted(some: Sequence[Asked]) -> LogisticRegression:
    rows = [(k, v == "right") for one in some for k, v in zip(one.known, one.verdicts, strict=True) if v != "arguable"]
    return LogisticRegression(max_iter=5000).fit([known for known, _ in rows], [right for _, right in rows])


def left_out(every: Sequence[Asked]) -> list[Choice]:
    """Return the likeliest reading of each break, by weights fitted on other lines."""
    found = []
    for fold in range(FOLDS):
        model = fitted([one for one in every if one.fold != fold])
        for one in (one for one in every if one.fold == fold):
            likely = model.predict_proba(one.known)[:, 1]
            best = int(np.argmax(likely))
            found.append(Choice(one.place, one.readings[best], float(likely[best]), one.verdicts[best]))
    return found


def limits(choices: Sequence[Choice]) -> dict[str, dict[str, object]]:
    applied = round(least([choice for choice in choices if choice.family in KINDS], FLOOR), 4)
    found: dict[str, dict[str, object]] = {}
    for kind in (*KINDS, *NEVER):
        levels = {"applied": 2.0 if kind in NEVER else applied, "suggested": LOOK}
        own = [choice for choice in choices if choice.family == kind]
        found[kind] = {**levels, "measured": seen(own, levels)}
    return found


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("data", type=Path)
    given.add_argument("model", type=Path)
    given.add_argument("--learnt", nargs="*", default=[], help="sets of WMT that the model learnt from")
    given.add_argument("--write", action="store_true")
    told = given.parse_args()
    every = list(asked(told.data, Translator(told.model, threads=1), told.learnt))
    choices = left_out(every)
    margins = limits(choices)
    print(f"breaks {len(every)}, likeliest right {sum(c.verdict == 'right' for c in choices)}")
    for kind, margin in margins.items():
        limit = float(str(margin["applied"]))
        own = [choice.verdict for choice in choices if choice.family == kind and choice.probability >= limit]
        print(f"{kind:8} applied at {limit}: {dict(Counter(own))}")
    if told.write:
        model = fitted(every)
        weights = {name: round(float(weight), 4) for name, weight in zip(NAMES, model.coef_[0], strict=True)}
        file = {"bias": round(float(model.intercept_[0]), 4), "weights": weights, "margins": {"kinds": margins}}
        (told.model / FILE).write_text(json.dumps(file, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
