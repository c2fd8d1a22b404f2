"""A translation model on the readings of a stop: a real one, which knows nothing, and one that knows what is right."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import cleanup
from cleanup.errors import ModelError
from cleanup.findings import Decision
from cleanup.reference.calibration import DEFAULT, FILE, Calibration, load
from cleanup.reference.interpreters import Interpreters
from cleanup.reference.translator import Translator
from cleanup.report import Report
from cleanup.witness.translated import leads, score
from tests.reference.tiny import write_folder

COPY = "The mayor questioned the head of the fund, who had spoken of the gifts. surprising in October."
ORIGINAL = "Le maire a interrogé le responsable du fonds, qui avait parlé des cadeaux surprenants en octobre."
RIGHT = "The mayor questioned the head of the fund, who had spoken of the surprising gifts in October."
CLOSE = (
    '{"bias": 0, "weights": {"odds": 1, "lead": 4}, "margins": {"kinds": {"move": {"applied": 0.7, "suggested": 0}}}}'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("scored") / "fr-en")


@dataclass(frozen=True, eq=False)
class Knowing:
    """Finds one translation twelve nats likelier than any other, and counts what it was asked."""

    right: str
    calibration: Calibration
    asked: list[str] = field(default_factory=list)
    name: str = "knowing"

    def translate(self, sentences: Sequence[str]) -> list[list[object]]:
        raise AssertionError(f"nobody asked for {sentences}")

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        self.asked.extend(targets)
        assert set(sources) == {ORIGINAL}
        return [-20.0 if target == self.right else -32.0 for target in targets]


def cleaned(translator: object, full: bool = False) -> Report:
    only = translator if isinstance(translator, Interpreters) else Interpreters(only=translator)  # type: ignore[arg-type]
    return cleanup.Cleaner("fr", "en", translator=only, full=full).clean(COPY, ORIGINAL)


def said(report: Report) -> list[str]:
    found: list[Decision] = [d for d in report.decisions if d.finding.rule == "breaks.cut-sentence"]
    return [e.detail for d in found for c in d.proposal.candidates for e in c.evidence if e.kind == "translation"]


def test_the_likeliest_translation_is_applied_by_a_model_that_was_calibrated(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(CLOSE)
    model = Knowing(RIGHT, load(tmp_path))
    report = cleaned(model)
    assert report.text == RIGHT
    assert "knowing finds it 12.0 nats likelier than the best other reading, as a translation" in said(report)
    assert len(model.asked) == len(set(model.asked))


def test_one_that_was_not_is_believed_little() -> None:
    report = cleaned(Knowing(RIGHT, DEFAULT))
    assert report.text == COPY
    assert any("12.0 nats likelier" in line for line in said(report))


def test_a_real_model_is_named_and_asked_about_marked_sentences_alone(folder: Path) -> None:
    report = cleaned(Interpreters(str(folder), threads=1))
    assert any(line.startswith(f"{Translator(folder).name} finds it") for line in said(report))
    assert report.not_consulted == ()


def test_nothing_marked_nobody_asked() -> None:
    model = Knowing(RIGHT, DEFAULT)
    cleaner = cleanup.Cleaner("fr", "en", translator=Interpreters(only=model))  # type: ignore[arg-type]
    assert cleaner.clean(RIGHT, ORIGINAL).text == RIGHT
    assert model.asked == []


def test_what_was_scored_once_is_remembered(folder: Path) -> None:
    model, lines = Translator(folder, threads=1), [(ORIGINAL, COPY), (ORIGINAL, RIGHT)]
    first = score(model, lines)
    assert first == dict(zip(lines, model.score([ORIGINAL] * 2, [COPY, RIGHT]), strict=True))
    assert score(Translator(folder, threads=1), lines[:1]) == {lines[0]: first[lines[0]]}


def test_without_a_model_the_report_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleanup.reference.choice.models_folder", lambda: tmp_path)
    monkeypatch.setattr("cleanup.reference.choice.reference_folder", lambda: tmp_path)
    assert cleaned(Interpreters()).not_consulted == ("translation: no model of French into English",)


def test_a_broken_calibration_is_one_line_and_the_story_cleaned(folder: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(folder, tmp_path / "broken"))
    (broken / FILE).write_text('{"bias": "much"}')
    with pytest.raises(ModelError, match=r"calibration\.json: no calibration"):
        load(broken)
    report = cleaned(Interpreters(str(broken), threads=1))
    (line,) = report.not_consulted
    assert line.startswith(f"translation: {broken / FILE}: no calibration")
    assert report.text == COPY


def test_a_lead_is_over_the_best_other_reading_but_shorter_ones() -> None:
    assert leads(["join", "drop", "move"], [-30.0, -22.0, -5.0, -20.0]) == [-2.0, 0.0, 2.0]
    assert leads(["join"], [-30.0, -32.0]) == [-2.0]


def test_a_lead_counts_no_further_than_two_steps() -> None:
    assert DEFAULT.probability(0.5, 50.0, "join") == DEFAULT.probability(0.5, 12.0, "join")
    assert DEFAULT.probability(0.5, -12.0, "join") < 0.5 < DEFAULT.probability(0.5, 1.0, "join")
