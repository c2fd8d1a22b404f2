import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from handmade import STORY, at, decision, every_verdict, report, reports
from hypothesis import given
from jsonschema import Draft202012Validator

from cleanup.errors import EditError
from cleanup.findings import Verdict
from cleanup.report import Report
from cleanup.text import Document, Piece, Span

SCHEMA = json.loads(files("cleanup.report").joinpath("report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def undone(told: dict[str, Any]) -> str:
    """Return the corrected text with every applied finding undone, by what the JSON says alone."""
    text, shift, places = told["text"], 0, []
    for found in told["findings"]:
        if found["verdict"] == "applied":
            places.append((found["start"] + shift, found))
            shift += len(found["after"]) - len(found["before"])
    for start, found in reversed(places):
        stop = start + len(found["after"])
        assert text[start:stop] == found["after"]
        text = text[:start] + found["before"] + text[stop:]
    return text


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_fits_the_schema(verdict: Verdict) -> None:
    whole = every_verdict()
    VALIDATOR.validate(replace(whole, decisions=whole.of(verdict)).to_dict())


@given(reports())
def test_every_report_fits_the_schema_and_survives_json(whole: Report) -> None:
    VALIDATOR.validate(whole.to_dict())
    assert json.loads(json.dumps(whole.to_dict())) == whole.to_dict()


WRONG = [
    {"verdict": "applied", "after": None},
    {"verdict": "suggested", "after": None},
    {"verdict": "flagged", "after": "UN"},
    {"verdict": "refused", "reason": None},
    {"verdict": "maybe"},
    {"confidence": 1.2},
    {"line": 0},
    {"start": -1},
    {"offset": 3},
    {"evidence": [{"kind": "lexicon"}]},
]


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_schema_refuses(wrong: dict[str, Any]) -> None:
    told = every_verdict().to_dict()
    told["findings"][1] |= wrong
    assert not VALIDATOR.is_valid(told)


@given(reports())
def test_undoing_what_was_applied_gives_the_input_back(whole: Report) -> None:
    assert undone(whole.to_dict()) == whole.document.original


@given(reports())
def test_places_are_those_of_the_input(whole: Report) -> None:
    original = whole.document.original
    for found in whole.findings:
        assert original[found.start : found.end] == found.before
        line = original.split("\n")[found.line - 1]
        assert (line + "\n")[found.column - 1 :].startswith(found.before.partition("\n")[0])


def test_no_decision_changes_nothing() -> None:
    told = report(STORY).to_dict()
    assert (told["text"], told["findings"], report(STORY).diff()) == (STORY, [], "")


def test_astral_characters_count_as_one() -> None:
    found = report("😀😀\n👩‍👩‍👧 ONU", decision("😀😀\n👩‍👩‍👧 ONU", "ONU", "UN")).findings[0]
    assert (found.start, found.end, found.line, found.column) == (9, 12, 2, 7)


def test_the_summary_counts() -> None:
    assert every_verdict().summary == {"words": 34, "applied": 2, "suggested": 1, "flagged": 1, "refused": 1}


# <p>the <a>ONU</a>.<br>It</p>, whose prose is "the ONU.\nIt"
MARKUP = Document(
    "the ONU.\nIt",
    "<p>the <a>ONU</a>.<br>It</p>",
    (
        Piece(Span(0, 4), Span(3, 7)),
        Piece(Span(4, 7), Span(10, 13)),
        Piece(Span(7, 8), Span(17, 18)),
        Piece(Span(8, 9), Span(18, 22), fixed=True),
        Piece(Span(9, 11), Span(22, 24)),
    ),
)


def test_places_are_those_of_the_markup() -> None:
    whole = report(MARKUP, decision(MARKUP.text, "ONU.", "UN,"))
    found = whole.findings[0]
    assert (found.start, found.end, found.before, found.after) == (10, 18, "ONU</a>.", "UN,</a>")
    assert whole.text == "<p>the <a>UN,</a><br>It</p>"
    assert undone(whole.to_dict()) == MARKUP.original


def test_a_repair_refused_for_crossing_markup_is_told_without_its_text() -> None:
    refused = decision(MARKUP.text, ".\nIt", ", it", Verdict.REFUSED, reason="it crosses markup that may not change")
    told = report(MARKUP, refused).to_dict()
    VALIDATOR.validate(told)
    assert (told["findings"][0]["before"], told["findings"][0]["after"]) == (".<br>It", None)


def test_a_repair_applied_across_fixed_markup_is_a_bug() -> None:
    applied = at(Span(7, 11), ", it", Verdict.APPLIED)
    with pytest.raises(EditError):
        _ = report(MARKUP, applied).findings
