"""Who translates, as cleaners and commands choose it; the model is real, and translates nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleanup
from cleanup.errors import ModelError
from cleanup.reference import choice
from cleanup.reference.interpreters import NONE, Interpreters
from cleanup.reference.translator import Translator
from cleanup.settings import Settings

COPY = "The minister signed a deal with the United States on Monday, and the city reopened three schools."
ORIGINAL = "Le ministre a signé lundi un accord avec les États-Unis, et la ville a rouvert trois écoles."


@pytest.fixture(autouse=True)
def _nothing_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "reference_folder", lambda: tmp_path / "along")
    monkeypatch.setattr(choice, "models_folder", lambda: tmp_path / "added")


def test_a_model_that_is_asked_for_translates(folder: Path) -> None:
    found, missing = Interpreters(str(folder), threads=1).ask("fr", "en", lambda t: t.translate([ORIGINAL])[0][0].text)
    assert found == Translator(folder, "fr", "en").translate([ORIGINAL])[0][0].text
    assert missing is None


def test_it_is_chosen_once(folder: Path) -> None:
    interpreters = Interpreters(str(folder))
    first, second = (interpreters.ask("fr", "en", lambda translator: translator)[0] for _ in range(2))
    assert first is second


@pytest.mark.parametrize(
    ("asked", "pair", "line"),
    [
        (None, ("fr", "en"), "translation: no model of French into English"),
        (NONE, ("fr", "en"), None),
        ("folder", ("ru", "en"), "translation: {folder}: translates fr into en, not ru into en"),
    ],
)
def test_what_is_done_without_is_told(folder: Path, asked: str | None, pair: tuple[str, str], line: str | None) -> None:
    said = str(folder) if asked == "folder" else asked
    found, missing = Interpreters(said).ask(*pair, lambda translator: translator)
    assert found is None
    assert (missing or "").startswith((line or "").format(folder=folder).split(": translates")[0])
    assert bool(missing) is bool(line)


def test_a_translator_of_other_languages_is_not_used(folder: Path) -> None:
    found, missing = Interpreters(only=Translator(folder)).ask("ru", "en", lambda translator: translator)
    assert (found, missing) == (None, "translation: the model is of French into English, and was not used")


def broken(folder: Path, place: Path) -> Path:
    place.mkdir()
    for path in folder.iterdir():
        (place / path.name).write_bytes(path.read_bytes()[: 999 if path.name == "model.bin" else None])
    return place


def test_a_broken_model_is_done_without_and_the_story_still_cleaned(folder: Path, tmp_path: Path) -> None:
    interpreters = Interpreters(str(broken(folder, tmp_path / "half")))
    cleaner = cleanup.Cleaner("fr", "en", model=None, translator=interpreters, full=True)
    copy, original = "The plan has cost 64,2 million euros.", "Le plan a coûté 64,2 millions d'euros."
    for _ in range(2):
        report = cleaner.clean(f"{copy}\n\n{COPY}", f"{original}\n\n{ORIGINAL}")
        assert report.text.startswith("The plan has cost 64.2 million euros.")
        (line,) = (line for line in report.not_consulted if line.startswith("translation: "))
        assert "CTranslate2 cannot read this model" in line
        assert "\n" not in line


def test_settings_say_which(folder: Path) -> None:
    with pytest.raises(ModelError, match="no model 'gone'"):
        Settings(translator="gone").cleaner()
    cleaner = Settings(translator=str(folder), full=True, threads=1, model="none").cleaner()
    assert cleaner.clean(COPY, ORIGINAL, source_language="fr").not_consulted == ()
    silent = Settings(translator="none", full=True, model="none").cleaner()
    assert silent.clean(COPY, ORIGINAL, source_language="fr").not_consulted == ()


def test_processes_share_the_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    assert Settings().for_one_of(3).threads == 2
    assert Settings().for_one_of(16).threads == 1
    assert Settings(threads=5).for_one_of(3).threads == 5


def test_an_original_in_another_language_than_said_is_told_once(folder: Path) -> None:
    cleaner = Settings(translator=str(folder), full=True, model="none").cleaner()
    report = cleaner.clean(COPY, ORIGINAL, source_language="ru")
    (line,) = report.not_consulted
    assert line.startswith("reference: the source text is in French, not in Russian")
