"""Fifth step of the fluency model: the ranker of readings of a stop, and the margins at which policy acts on it.

    python corpora/recipes/fluency/rank.py DATA NEWS MODEL [--write]

DATA holds the sentences of corpora/breaks.jsonl, NEWS is news-en.txt.xz (planted stops are made in what prepare.py held
out), MODEL the model's folder. The ranker is a logistic regression over the features of cleanup/fluency/features.py,
fitted on the labelled breaks and, at a tenth of the weight, on planted ones. What is printed is measured on breaks of
files that neither the weights nor the margins were fitted on (leave one file out); with --write both are then fitted
on all and written to MODEL as stops.json and margins.json, with the precision seen at each margin.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from breaks import is_sure, labelled, own_verdict
from choices import Choice, least, seen
from fitting import Fit, Weighed, left_out, weigh
from planted import planted

from cleanup.fluency.judge import Judge
from cleanup.margins import SURE

WORTH_A_LOOK = 0.4  # share of suggestions that must be right
SYSTEM = "google"  # margins are set on the engine whose breaks were all labelled; the others only help to fit
FEWEST = 12  # repairs of a kind below which its margin is that of all kinds
VETO = 0.5  # what a rule is sure of is held back only where it is less likely than not
FLOOR = 0.75  # what no rule is sure of is never applied below; a tail is never dropped on the model's word alone
KINDS = (SURE, "join", "comma", "capital", "insert", "drop", "move")


def margins(choices: Sequence[Choice]) -> dict[str, float]:
    """Return the least probability for each kind at which a choice is applied."""
    every = least([choice for choice in choices if choice.family != SURE])
    own = {kind: [choice for choice in choices if choice.family == kind] for kind in KINDS}
    found = {kind: least(some) if len(some) >= FEWEST else max(every, least(some)) for kind, some in own.items()}
    floors = dict.fromkeys(KINDS, FLOOR) | {SURE: 0.0, "drop": 2.0, "capital": 2.0}
    return {kind: max(floors[kind], limit) for kind, limit in found.items()} | {SURE: min(VETO, found[SURE])}


def worth_a_look(choices: Sequence[Choice]) -> float:
    """Return the least probability from which on enough choices are right to be shown to an editor."""
    right, best = 0, 2.0
    for number, choice in enumerate(sorted(choices, key=lambda choice: -choice.probability), 1):
        right += choice.verdict in ("right", "arguable")
        if right / number >= WORTH_A_LOOK:
            best = choice.probability
    return best


def tell(name: str, real: Sequence[Weighed], applied: Sequence[str]) -> None:
    repairable = sum(one.place.repairable for one in real)
    counts = {v: sum(verdict == v for verdict in applied) for v in ("right", "arguable", "short", "wrong")}
    told = "  ".join(f"{verdict} {count:3}" for verdict, count in counts.items())
    precision = counts["right"] / max(1, len(applied)), 1 - counts["wrong"] / max(1, len(applied))
    print(
        f"{name:26} applied {len(applied):4}  {told}  right {precision[0]:.3f}, not wrong {precision[1]:.3f}  "
        f"of repairable {counts['right'] / repairable:.3f} ({repairable})"
    )


def by_rules(real: Sequence[Weighed], *, only_own: bool = False) -> list[str]:
    """Return what becomes of what rules alone apply; with `only_own` only where no model is asked."""
    found = []
    for one in real:
        first = one.proposal.candidates[0] if one.proposal and one.proposal.candidates else None
        if first and is_sure(first) and not (only_own and one.features):
            found.append(own_verdict(one.place, first))
    return found


def measured(real: Sequence[Weighed], made: Sequence[Weighed]) -> list[Choice]:
    """Print what rules, and rules with ranker, come to; return the choices made without sight of their file."""
    weighed = [one for one in real if one.features and one.place.bogus]
    choices = left_out(weighed, made)
    print(
        f"breaks {sum(one.place.bogus for one in real)}, "
        f"found {sum(one.place.bogus and one.proposal is not None for one in real)}"
    )
    for name in ("n-grams", "both"):
        print(f"likeliest by {name} alone right: {sum(one.bare[name] == 'right' for one in weighed)} of {len(weighed)}")
    print(f"likeliest by the ranker right: {sum(c.verdict == 'right' for c in choices)} of {len(choices)}")
    for system in (SYSTEM, ""):
        some = [one for one in real if not system or one.place.system == system]
        ids = {id(one.place) for one in some}
        tell(f"{system or 'all'}: rules alone", some, by_rules(some))
        applied = by_rules(some, only_own=True)
        for name in sorted({one.place.set for one in weighed}):
            limits = margins([c for c in choices if c.place.set != name and c.place.system == SYSTEM])
            own = [c for c in choices if c.place.set == name and id(c.place) in ids]
            applied += [c.verdict for c in own if c.probability >= limits[c.family]]
        tell(f"{system or 'all'}: rules and ranker", some, applied)
    return choices


def written(choices: Sequence[Choice], others: dict[str, object]) -> dict[str, object]:
    """Return the margins of what a stop may read, and those of `others` (wrong senses; senses.py) as they are."""
    kinds = dict(others)
    choices = [c for c in choices if c.place.system == SYSTEM]
    for kind, limit in margins(choices).items():
        own = [c for c in choices if c.family == kind]
        levels = {"applied": limit, "suggested": min(limit, worth_a_look(own))}
        kinds[kind] = {level: round(value, 4) for level, value in levels.items()} | {"measured": seen(own, levels)}
    return {"kinds": kinds}


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("data", type=Path)
    asked.add_argument("news", type=Path)
    asked.add_argument("model", type=Path)
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--planted", type=int, default=2000)
    given = asked.parse_args()
    judge = Judge(given.model)
    real = weigh(judge, labelled(given.data))
    made = [one for one in weigh(judge, list(planted(given.news))[: given.planted]) if one.features]
    choices = measured(real, made)
    if given.write:
        fit = Fit.on([one for one in real if one.features and one.place.bogus], made)
        weights = dict(zip(fit.names.get_feature_names_out(), fit.model.coef_[0], strict=True))
        ranker = {
            "bias": round(float(fit.model.intercept_[0]), 4),
            "sure": fit.sure,
            "other": fit.other,
            "kinds": fit.kinds,
            "weights": {k: round(float(w), 4) for k, w in weights.items()},
        }
        (given.model / "stops.json").write_text(json.dumps(ranker, indent=0, sort_keys=True) + "\n")
        path = given.model / "margins.json"
        known = json.loads(path.read_text())["kinds"]
        others = {kind: margin for kind, margin in known.items() if kind not in KINDS}
        path.write_text(json.dumps(written(choices, others), indent=1) + "\n")


if __name__ == "__main__":
    main()
