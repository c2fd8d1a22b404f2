"""Sixth step of the fluency model: how sure it must be to put another word for one that is often a wrong sense.

    python corpora/recipes/fluency/senses.py CLEAN NEWS MODEL [--write]

CLEAN is clean-news.dev.jsonl.gz, NEWS is news-en.txt.xz, of which what prepare.py held out is used. The examples of
each rule with `safety: fluency` say which word stands for which. Where a story has the right one, the wrong one is put
there, and ought to be changed back; where a story has the wrong one itself, it ought to stay. The ranker is fitted on
both. Of the places in translated news that the rules mark, PRIOR are taken to be truly wrong, so that a margin which
lets through share F of the healthy places and T of the wrong ones gives repairs of which
PRIOR·T / (PRIOR·T + (1 - PRIOR)·F) are right. Printed are figures on rules that the ranker was not fitted on (ten
parts); with --write all are fitted and written to MODEL as senses.json and, for the kinds "sense" and "sense:guessed",
to margins.json.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import regex
from breaks import lexicons
from planted import held_out
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from cleanup.findings import Candidate, Edit, Finding, Proposal, Safety
from cleanup.fluency.judge import Judge, Place, to_place
from cleanup.paths import rules_folder
from cleanup.rulebook import Rule, load
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Document, Span

MOST = 8  # places of a swap, planted and healthy each
PRIOR = 0.75  # of what is read in wmt dev, 9 in 10; of rules that never mark anything there, nobody knows
TARGETS = {"applied": 0.98, "suggested": 0.9}
PARTS = 10
WORDS = regex.compile(r"\w+|\W")


@dataclass(frozen=True)
class Marked:
    """A place where a word stands for another, whether it is wrong there, and the features of changing it."""

    rule: str
    wrong: bool
    features: dict[str, float]


def swaps(rule: Rule) -> set[tuple[str, str]]:
    """Return which words the rule's examples put for which: (wrong, right)."""
    found = set()
    for before, after in rule.file.examples.repairs.items():
        one, other = WORDS.findall(before), WORDS.findall(after)
        changed = [c for c in SequenceMatcher(a=one, b=other, autojunk=False).get_opcodes() if c[0] != "equal"]
        if changed:
            first, last = changed[0], changed[-1]
            found.add(("".join(one[first[1] : last[2]]), "".join(other[first[3] : last[4]])))
    return {(wrong, right) for wrong, right in found if wrong.strip() and right.strip()}


def stories(clean: Path, news: Path) -> list[str]:
    with gzip.open(clean, "rt", encoding="utf-8") as lines:
        read = [json.loads(line)["text"] for line in lines]
    held = list(held_out(news))
    return read + ["\n".join(held[at : at + 20]) for at in range(0, len(held), 20)]


def places(rule: Rule, texts: Sequence[str]) -> Iterator[tuple[bool, Place]]:
    """Yield places where the wrong word was planted (True) and where it stands of itself."""
    rng = random.Random(rule.name)
    for wrong, right in sorted(swaps(rule)):
        for planted, word in ((True, right), (False, wrong)):
            pattern = regex.compile(rf"(?<!\w){regex.escape(word)}(?!\w)")
            some = (text for text in rng.sample(texts, len(texts)) if word in text)
            matches = (match for text in some if (match := pattern.search(text)))
            for match, _ in zip(matches, range(MOST), strict=False):
                text = match.string[: match.start()] + wrong + match.string[match.end() :]
                place = to_place(_proposal(rule, Span(match.start(), match.start() + len(wrong)), right), _story(text))
                if place:
                    yield planted, place


def _story(text: str) -> Story:
    return Story(Document.plain(text), lexicons())


def _proposal(rule: Rule, span: Span, right: str) -> Proposal:
    candidate = Candidate((Edit(span, right),), Safety.FLUENCY, rule.confidence, kind="sense")
    return Proposal(Finding(rule.name, Category.WRONG_SENSE, span, ""), (candidate,))


def marked(rules: Sequence[Rule], texts: Sequence[str], judge: Judge) -> list[Marked]:
    found = []
    for rule in rules:
        spots = list(places(rule, texts))
        for (wrong, _), compared in zip(spots, judge.compare([place for _, place in spots]), strict=True):
            found.append(Marked(rule.name, wrong, compared[0][1]))
    return found


def fitted(spots: Sequence[Marked]) -> tuple[DictVectorizer, LogisticRegression]:
    """Return a ranker to which a wrong word in a frame of its rule is as likely as PRIOR says."""
    names = DictVectorizer()
    counts = Counter(one.wrong for one in spots)
    weights = [(PRIOR if one.wrong else 1 - PRIOR) / counts[one.wrong] * len(spots) for one in spots]
    matrix = names.fit_transform([one.features for one in spots])
    model = LogisticRegression(C=1.0, max_iter=2000)
    return names, model.fit(matrix, [one.wrong for one in spots], sample_weight=weights)


def judged(spots: Sequence[Marked]) -> list[tuple[float, Marked]]:
    """Return the probability of each to be wrong, by rankers fitted on other rules."""
    rules = sorted({one.rule for one in spots})
    random.Random(3).shuffle(rules)
    found = []
    for part in range(PARTS):
        out = set(rules[part::PARTS])
        names, model = fitted([one for one in spots if one.rule not in out])
        own = [one for one in spots if one.rule in out]
        found += zip(
            model.predict_proba(names.transform([one.features for one in own]))[:, 1].tolist(), own, strict=True
        )
    return found


def shares(choices: Sequence[tuple[float, Marked]], least: float) -> tuple[float, float, float]:
    """Return which share of the wrong words and of the healthy ones is changed, and the precision that follows."""
    wrong, healthy = (
        np.mean([chance >= least for chance, one in choices if one.wrong is kind]) for kind in (True, False)
    )
    return float(wrong), float(healthy), float(PRIOR * wrong / max(PRIOR * wrong + (1 - PRIOR) * healthy, 1e-9))


def margin(choices: Sequence[tuple[float, Marked]], target: float) -> float:
    levels = np.linspace(0.3, 0.999, 700)
    return float(next((level for level in levels if shares(choices, level)[2] >= target), 2.0))


def tell(choices: Sequence[tuple[float, Marked]], limits: dict[str, float]) -> None:
    for name, least in limits.items():
        wrong, healthy, precision = shares(choices, least)
        print(f"{name} at {least:.3f}: wrong {wrong:.3f}, healthy {healthy:.3f}; precision {precision:.3f}")
    for rule in sorted({one.rule for _, one in choices}):
        own = [(chance, one) for chance, one in choices if one.rule == rule]
        told = []
        for kind in (True, False):
            some = [chance for chance, one in own if one.wrong is kind]
            told.append(f"{sum(chance >= limits['applied'] for chance in some):3} of {len(some):3}")
        print(f"  {rule:48} planted {told[0]}   healthy {told[1]}")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("clean", type=Path)
    asked.add_argument("news", type=Path)
    asked.add_argument("model", type=Path)
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    rules = [rule for rule in load((rules_folder(),), "en") if rule.file.safety is Safety.FLUENCY]
    spots = marked(rules, stories(given.clean, given.news), Judge(given.model))
    choices = judged(spots)
    limits = {name: margin(choices, target) for name, target in TARGETS.items()}
    print(
        f"{len(rules)} rules, {sum(one.wrong for one in spots)} planted, {sum(not one.wrong for one in spots)} healthy"
    )
    tell(choices, limits)
    if given.write:
        names, model = fitted(spots)
        weights = dict(zip(names.get_feature_names_out(), model.coef_[0].round(4).tolist(), strict=True))
        ranker = {"bias": round(float(model.intercept_[0]), 4), "weights": weights}
        (given.model / "senses.json").write_text(json.dumps(ranker, indent=0, sort_keys=True) + "\n")
        file = given.model / "margins.json"
        kept = json.loads(file.read_text())
        kept["kinds"] |= margins(choices, limits)
        file.write_text(json.dumps(kept, indent=1) + "\n")


def margins(choices: Sequence[tuple[float, Marked]], limits: dict[str, float]) -> dict[str, object]:
    changed = {name: [one.wrong for chance, one in choices if chance >= least] for name, least in limits.items()}
    measured = {name: {"repairs": len(some), "right": sum(some)} for name, some in changed.items()}
    sense = {name: round(least, 4) for name, least in limits.items()} | {"doubt": True}
    return {"sense": sense | {"measured": measured}, "sense:guessed": sense | {"applied": 2.0}}


if __name__ == "__main__":
    main()
