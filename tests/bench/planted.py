"""How many planted errors are found, and how many false alarms there are: `python tests/bench/planted.py FOLDER`.

FOLDER holds test sets of news, `wmt.fr-en.dev.jsonl.gz` and the like. Of the lines from which neither the tables of
words nor any threshold was learned (`--learned`: the others, to tune on) 60 pairs are drawn for each kind of error, and
the reference is damaged: a number is changed, a name swapped for one of another story, a weekday shifted, a "not" taken
out where the original denies too, and a sentence left out of a story of eight lines (no headline, not at its ends).
Found is an error on whose place there is a finding of that kind that the undamaged reference has not. `alarms` is the
share of untouched references with a finding of any kind, of all pairs; `google`: of Google's translations, whose
findings may be right.

    number     58 of 60
    name       53 of 60
    negation   51 of 60
    weekday    59 of 60
    omission   57 of 60; seen in 0 whole stories
    all        278 of 300: 92.7%
    alarms fr: reference 92 of 5035, 1.83%; google 26 of 5035, 0.52%
    alarms es: reference 65 of 3740, 1.74%; google 17 of 3740, 0.45%
    alarms de: reference 129 of 8231, 1.57%; google 29 of 8231, 0.35%
    alarms ru: reference 50 of 4403, 1.14%; google 33 of 4403, 0.75%

Words that carry a no, and names that differ, were added with the misses and alarms of other draws in view.
"""

# ruff: noqa: T201, S311  a script that prints a table and draws lots

from __future__ import annotations

import gzip
import html
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import regex
from alignment import learned

from cleanup.bilingual.lexicon import quantities
from cleanup.bilingual.names import is_name
from cleanup.bilingual.negation import pattern
from cleanup.detectors import bilingual
from cleanup.findings import Proposal
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.story import Story
from cleanup.text import Document, Span

LANGUAGES = ("fr", "es", "de", "ru")
EACH, LINES, BLOCK = 60, 8, 50
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
FIGURE = regex.compile(r"(?<![\d.,\p{L}-])\d{1,4}(?![\d\p{L}-]|[.,]\d)")
FRENCH_DAYS = quantities("fr").days
DAY = regex.compile(rf"\b(?:{'|'.join(DAYS)})\b")
NAME = regex.compile(r"(?<=[\p{Ll},] )\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?\b")
NOT = regex.compile(r"\b(?:not|never|no|without) |n[’']t\b")
ENGLISH = Lexicons((rules_folder(),), "en")

Pair = tuple[str, str]
Damage = Callable[[Pair, random.Random, list[str]], tuple[str, Span] | None]


def number(pair: Pair, lots: random.Random, _: list[str]) -> tuple[str, Span] | None:
    """Change one figure of more than 2 that the original has, too."""
    found = [m for m in FIGURE.finditer(pair[1]) if int(m.group()) > 2 and m.group() in pair[0]]
    if not found:
        return None
    match = lots.choice(found)
    other = int(match.group()) + lots.choice([-2, -1, 1, 2, 10])
    return _put(pair[1], match, str(max(other, 3) if other != int(match.group()) else other + 1))


def name(pair: Pair, lots: random.Random, others: list[str]) -> tuple[str, Span] | None:
    """Swap a name that the original has for one of another story."""
    found = [m for m in NAME.finditer(pair[1]) if _named(m.group(), pair)]
    fits = [other for other in others if other[:2] not in pair[0]]
    return _put(pair[1], lots.choice(found), lots.choice(fits)) if found else None


def negation(pair: Pair, lots: random.Random, _: list[str]) -> tuple[str, Span] | None:
    """Take out the only no of a sentence whose original denies."""
    found = list(pattern("en", "negation").finditer(pair[1]))
    if len(found) != 1 or not pattern("fr", "negation").search(pair[0]):
        return None
    match = NOT.search(pair[1])
    return _put(pair[1], match, "") if match else None


def weekday(pair: Pair, lots: random.Random, _: list[str]) -> tuple[str, Span] | None:
    """Shift a weekday that the original has, too, by one to three days."""
    there = {value for word in regex.findall(r"\p{L}+", pair[0]) if (value := FRENCH_DAYS.get(word.lower()))}
    found = [m for m in DAY.finditer(pair[1]) if DAYS.index(m.group()) + 1 in there]
    if not found:
        return None
    match = lots.choice(found)
    return _put(pair[1], match, DAYS[(DAYS.index(match.group()) + lots.randint(1, 3)) % 7])


KINDS: dict[str, Damage] = {"number": number, "name": name, "negation": negation, "weekday": weekday}


def _put(text: str, match: regex.Match[str], new: str) -> tuple[str, Span]:
    return text[: match.start()] + new + text[match.end() :], Span(match.start(), match.start() + len(new))


def _named(said: str, pair: Pair) -> bool:
    return all(is_name(word, "en", "fr") and word in pair[0] for word in said.split())


def findings(original: str, copy: str, source: str) -> list[Proposal]:
    """Return what the checks say of a copy."""
    return list(bilingual.detect(Story(Document.plain(copy), ENGLISH, source, original=original)))


def is_found(kind: str, before: str, after: str, original: str, place: Span) -> bool:
    """Whether a finding of the kind overlaps the damaged place and was not there before."""
    known = {p.finding.why for p in findings(original, before, "fr")}
    here = [p.finding for p in findings(original, after, "fr") if p.finding.rule == f"bilingual.{kind}"]
    return any(f.span.overlaps(place) and f.why not in known for f in here)


def rows(folder: Path, language: str, of_learned: bool) -> list[dict[str, str]]:
    """Return the lines of one half of a test set."""
    with gzip.open(folder / f"wmt.{language}-en.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row.get("reference") and learned(row) == of_learned]


def stories(lines: Sequence[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    """Yield lines that follow one another, eight at a time."""
    blocks: dict[tuple[str, int], list[dict[str, str]]] = {}
    for row in lines:
        blocks.setdefault((row["set"], int(row["line"]) // BLOCK), []).append(row)
    yield from (block[:LINES] for _, block in sorted(blocks.items()) if len(block) >= LINES)


def omitted(lines: Sequence[dict[str, str]], lots: random.Random) -> tuple[int, int, int]:
    """Return how many omissions were found, of how many, and how many were seen where there is none."""
    found = false = planted = 0
    chosen = lots.sample(list(stories(lines)), EACH)
    for story in chosen:
        prose = [at for at in range(1, LINES - 1) if story[at]["source"].rstrip().endswith((".", "!", "?", '."', ".»"))]
        if not prose:
            continue
        gone = lots.choice(prose)
        planted += 1
        original = "\n\n".join(row["source"] for row in story)
        whole, cut = (
            "\n\n".join(row["reference"] for at, row in enumerate(story) if at != left_out) for left_out in (-1, gone)
        )
        seen = [p for p in findings(original, whole, "fr") if p.finding.rule == "bilingual.omission"]
        false += bool(seen)
        here = [p for p in findings(original, cut, "fr") if p.finding.rule == "bilingual.omission"]
        told = [p.finding.why.partition(": ")[2][:30] for p in here]
        good = any(each in story[gone]["source"] for each in told)
        found += good
        if "--show" in sys.argv and not good:
            print("   omission", story[gone]["source"][:150], [p.finding.why for p in here])
    return found, planted, false


def main(folder: Path, of_learned: bool) -> None:
    """Print both tables."""
    lots, french = random.Random(17), rows(folder, "fr", of_learned)
    others = sorted(
        {m.group() for row in french for m in NAME.finditer(row["reference"]) if _named(m.group(), (row["source"], ""))}
    )
    total = Counter[str]()
    for kind, damage in KINDS.items():
        found = planted = 0
        for row in lots.sample(french, len(french)):
            pair = (row["source"], row["reference"])
            damaged = damage(pair, lots, others)
            if damaged is None or damaged[0] == pair[1]:
                continue
            planted += 1
            good = is_found(kind, pair[1], damaged[0], pair[0], damaged[1])
            found += good
            if not good and "--show" in sys.argv:
                print("  ", kind, "<", pair[0][:200], "\n      >", damaged[0][:200])
            if planted == EACH:
                break
        print(f"{kind:10} {found} of {planted}")
        total.update(found=found, planted=planted)
    found, planted, false = omitted(french, lots)
    print(f"{'omission':10} {found} of {planted}; seen in {false} whole stories")
    total.update(found=found, planted=planted)
    print(f"{'all':10} {total['found']} of {total['planted']}: {total['found'] / total['planted']:.1%}")
    for language in LANGUAGES:
        alarms(rows(folder, language, of_learned), language)


def alarms(lines: Sequence[dict[str, str]], language: str) -> None:
    """Print the share of untouched references, and of Google's translations, with a finding."""
    shares = []
    for system in ("reference", "google"):
        texts = [
            (row["source"], row["reference"] if system == "reference" else html.unescape(row["outputs"]["google"]))  # type: ignore[index]
            for row in lines
        ]
        seen = Counter(p.finding.rule for source, copy in texts for p in _first(findings(source, copy, language)))
        shares.append(f"{system} {seen.total()} of {len(texts)}, {seen.total() / len(texts):.2%}")
    print(f"alarms {language}: {'; '.join(shares)}")


def _first(found: list[Proposal]) -> list[Proposal]:
    return found[:1]


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--learned" in sys.argv)
