"""400 spellings of 110 newsmakers, chosen and written down before anybody looked at what the tables of people hold.

`newsmakers.tsv`: english, accepted (other right forms), language of the original, variant, sentence, expected. It is a
test set: nothing in rules/ or cleanup/ is made from it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from detectors.verdicts import cleaner, story

from cleanup.findings import Verdict
from cleanup.names import people
from cleanup.names.folding import folded

LEAST = 0.9
ROWS = [line.split("\t") for line in (Path(__file__).parent / "newsmakers.tsv").read_text().splitlines()[1:]]


def outcome(row: list[str]) -> str:
    """Return "right", "left" as it was, or "wrong"."""
    english, accepted, language, _, sentence, expected = row
    text = cleaner(language).clean(sentence, language="en").text
    surname = english.split()[-1]
    forms = [english, *filter(None, accepted.split("; "))]
    rights = {expected.replace(english, form).replace(surname, form.split()[-1]) for form in forms}
    rights |= {expected.replace(english, form) for form in forms}
    if folded(text) in map(folded, rights):
        return "right"
    return "left" if text == sentence else "wrong"


def test_the_set_is_whole() -> None:
    assert len(ROWS) == 400
    assert len({row[0] for row in ROWS}) >= 100
    assert all(row[3] in row[4] and row[3] not in row[5] for row in ROWS)


def test_most_are_brought_to_the_english_form() -> None:
    right = sum(outcome(row) == "right" for row in ROWS)
    assert right >= LEAST * len(ROWS), f"{right} of {len(ROWS)}"


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[2]}-{row[3]}" for row in ROWS])
def test_none_becomes_another_person(row: list[str]) -> None:
    report = cleaner(row[2]).clean(row[4], language="en")
    known = people.of(story("").lexicons)
    for decision in report.decisions:
        if decision.verdict is Verdict.APPLIED and decision.finding.rule.startswith("people."):
            evidence = decision.candidate.evidence[0].detail if decision.candidate else ""
            name = evidence.removeprefix("people: ").partition(",")[0]
            forms = {folded(form) for form in known.people[name].forms}
            assert forms & {folded(row[0]), *map(folded, row[1].split("; "))}, decision.finding.why
