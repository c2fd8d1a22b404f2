"""Fits the weights in cleanup/bilingual/negation.py: `python corpora/recipes/negation.py FILES...`.

FILES are test sets `wmt.fr-en.dev.jsonl.gz` and the like; read is the half that corpora/recipes/translations.py learns
from. What must be told apart: references without a no where the original has one (translators' licence), and
references from which the one "not", "no", "never" or "without" was taken out.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import regex
from translations import learns_from

from cleanup.bilingual.negation import clues, pattern

NOT = regex.compile(r"\b(?:not|never|no|without) |n[’']t\b")
ROUNDS, RIDGE = 12, 1.0
HEAVIER = 3.0  # a false alarm than a miss


def cases(path: Path) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Yield clues and whether a no was lost."""
    source = path.name.split(".")[1].split("-")[0]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            copy = row.get("reference")
            if not copy or not learns_from(row):
                continue
            said = list(pattern("en", "negation").finditer(copy))
            taken = NOT.search(copy) if len(said) == 1 else None
            if said and not taken:
                continue
            planted = copy[: taken.start()] + copy[taken.end() :] if taken else copy
            found = clues(row["source"], planted, source, "en")
            if found and len(said) <= 1:
                yield found, bool(said)


def main(paths: list[Path]) -> None:
    """Print the weights and, for thresholds, false alarms and recall."""
    read = [case for path in paths for case in cases(path)]
    clue, lost = np.array([case[0] for case in read]), np.array([case[1] for case in read])
    weights, cost = np.zeros(clue.shape[1]), np.where(lost, 1.0, HEAVIER)
    for _ in range(ROUNDS):  # Newton's method
        chance = 1 / (1 + np.exp(-clue @ weights))
        slope = clue.T @ ((chance - lost) * cost) + RIDGE * weights
        bend = (clue * (chance * (1 - chance) * cost)[:, None]).T @ clue + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    print(tuple(round(float(weight), 3) for weight in weights))  # noqa: T201
    score = clue @ weights
    for threshold in np.arange(-1, 3, 0.25):
        false, found = int((score[~lost] > threshold).sum()), float((score[lost] > threshold).mean())
        print(f"{threshold:5.2f}  false {false} of {int((~lost).sum())}  found {found:.0%}")  # noqa: T201


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
