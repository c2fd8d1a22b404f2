"""What each check against the original finds of errors planted for it, and its false alarms, in each language.

`python tests/bench/checks.py FOLDER [--learned] [--show]`; FOLDER and lines are those of `planted.py`, which changes
numbers, names, days, and takes out a no or a sentence. Here a reference is damaged in up to 100 pairs of each language:
a "not" is put behind a verb, a unit exchanged for another of its family, per cent or a currency left out, a clause of
30 characters or more between commas cut, a question told as a statement, a closing bracket lost. `alarms`: the share of
untouched references with a finding of the check. Who did it to whom (`roles`) is tried in the tests alone: news
seldom has it in words that can be turned round.

    found              fr       es       de       ru
    negated        43/100   43/100   42/100   28/100
    clause         27/100   23/100   19/100   13/100
    unit            16/22     9/15    23/36    12/17
    currency       71/100   79/100   80/100   86/100
    question        81/86    72/74   95/100    91/94
    brackets       99/100   99/100   98/100  100/100
    alarms             fr       es       de       ru
    negated         0.14%    0.13%    0.17%    0.05%
    clause          0.12%    0.05%    0.06%    0.05%
    unit            0.00%    0.00%    0.01%    0.02%
    currency        0.10%    0.19%    0.05%    0.05%
    question        0.08%    0.03%    0.05%    0.07%
    brackets        0.00%    0.00%    0.04%    0.00%
    number          0.50%    0.56%    0.40%    0.05%
    name            0.34%    0.45%    0.28%    0.59%
    negation        0.48%    0.29%    0.36%    0.30%
    weekday         0.06%    0.05%    0.12%    0.00%
    month           0.00%    0.00%    0.00%    0.00%
    quotation       0.02%    0.00%    0.02%    0.02%
    untranslated    0.00%    0.00%    0.00%    0.00%
    word            0.02%    0.00%    0.00%    0.00%
    roles           0.00%    0.00%    0.00%    0.00%
    address         0.00%    0.00%    0.00%    0.00%
"""

# ruff: noqa: T201, S311  a script that prints a table and draws lots

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import regex
from planted import LANGUAGES, Pair, findings, rows

from cleanup.bilingual.negation import pattern

EACH = 100
VERB = regex.compile(r"\b(?:is|are|was|were|will|would|can|could|should|must|has|have|had|may)\b(?! not| never)")
CLAUSE = regex.compile(r", [^,.;:()\"“”]{30,}(?=[,.;])")
MONEY = regex.compile(r"(?<=\d)(?: million| billion)?\K(?: ?%| per ?cent| (?:euros?|dollars?|pounds?))\b?")
UNITS = {"km": "miles", "kilometres": "miles", "kilometers": "miles", "metres": "feet", "meters": "feet", "kg": "lb"}
UNIT = regex.compile(rf"(?<=\d )(?:{'|'.join(UNITS)})\b")
QUESTION, BRACKET = regex.compile(r"\?(?=[\"”’']?\s*$)"), regex.compile(r"\)")

Damage = Callable[[Pair, str, random.Random], str | None]


def negated(pair: Pair, language: str, lots: random.Random) -> str | None:
    """Put in a no where neither side has one."""
    found = list(VERB.finditer(pair[1]))
    if not found or pattern(language, "negation").search(pair[0]) or pattern("en", "negation").search(pair[1]):
        return None
    match = lots.choice(found)
    return f"{pair[1][: match.end()]} not{pair[1][match.end() :]}"


def clause(pair: Pair, _: str, lots: random.Random) -> str | None:
    """Cut a clause."""
    found = list(CLAUSE.finditer(pair[1]))
    return _without(pair[1], lots.choice(found)) if found and len(pair[1]) > 120 else None


def unit(pair: Pair, _: str, __: random.Random) -> str | None:
    """Tell a measure in another unit."""
    match = UNIT.search(pair[1])
    return pair[1][: match.start()] + UNITS[match.group()] + pair[1][match.end() :] if match else None


def currency(pair: Pair, _: str, __: random.Random) -> str | None:
    """Leave out the only per cent or currency."""
    found = list(MONEY.finditer(pair[1]))
    return _without(pair[1], found[0]) if len(found) == 1 and found[0].group() else None


def question(pair: Pair, _: str, __: random.Random) -> str | None:
    """Tell a question as a statement."""
    return QUESTION.sub(".", pair[1]) if QUESTION.search(pair[1]) and pair[1].count("?") == 1 else None


def brackets(pair: Pair, _: str, __: random.Random) -> str | None:
    """Lose the bracket that closes."""
    match = BRACKET.search(pair[1])
    return _without(pair[1], match) if match and "(" in pair[0] else None


CHECKS: dict[str, Damage] = {
    "negated": negated, "clause": clause, "unit": unit, "currency": currency, "question": question,
    "brackets": brackets,
}  # fmt: skip
OTHERS = ("number", "name", "negation", "weekday", "month", "quotation", "untranslated", "word", "roles", "address")


def _without(text: str, match: regex.Match[str]) -> str:
    return text[: match.start()] + text[match.end() :]


def found_of(check: str, damage: Damage, lines: list[dict[str, str]], language: str) -> str:
    """Return how many of the planted errors the check sees, and did not see before."""
    lots, planted, found = random.Random(23), 0, 0
    for row in lots.sample(lines, len(lines)):
        pair = (row["source"], row["reference"])
        damaged = damage(pair, language, lots)
        if damaged is None or planted == EACH:
            continue
        planted += 1
        good = _says(check, pair[0], damaged, language) and not _says(check, *pair, language)
        found += good
        if not good and "--show" in sys.argv:
            print("  ", check, "<", pair[0][:200], "\n      >", damaged[:200])
    return f"{found}/{planted}"


def _says(check: str, original: str, copy: str, language: str) -> bool:
    return any(each.finding.rule == f"bilingual.{check}" for each in findings(original, copy, language))


def main(folder: Path, of_learned: bool) -> None:
    """Print both tables."""
    read = {language: rows(folder, language, of_learned) for language in LANGUAGES}
    print(f"{'found':12}", *(f"{language:>8}" for language in LANGUAGES))
    for check, damage in CHECKS.items():
        print(f"{check:12}", *(f"{found_of(check, damage, read[code], code):>8}" for code in LANGUAGES), flush=True)
    alarms = {code: Counter[str]() for code in LANGUAGES}
    for code, lines in read.items():
        for row in lines:
            alarms[code].update({each.finding.rule for each in findings(row["source"], row["reference"], code)})
    print(f"{'alarms':12}", *(f"{language:>8}" for language in LANGUAGES))
    for check in (*CHECKS, *OTHERS):
        shares = (alarms[code][f"bilingual.{check}"] / len(lines) for code, lines in read.items())
        print(f"{check:12}", *(f"{share:8.2%}" for share in shares))


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--learned" in sys.argv)
