"""`cleanup align`, and what `check` says of an original that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

FRENCH = "Le pont rouvre lundi\n\nLes 300 ouvriers ont terminé la réparation en six mois. Le maire les a remerciés.\n"
ENGLISH = "The 300 workers completed the repair in six months. The mayor thanked them.\n"
OTHER = (
    "Le chat dort sur le canapé depuis ce matin. Personne ne sait à quoi il rêve. Le chien attend son repas du soir.\n"
)
LONG = (
    "The bridge was closed on Monday. Engineers found a crack in the deck. Traffic takes the northern road instead.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in (("a.fr.txt", FRENCH), ("a.en.txt", ENGLISH), ("b.fr.txt", OTHER), ("b.en.txt", LONG)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    return tmp_path


def test_a_table_shows_what_goes_with_what(run: Run, files: Path) -> None:
    done = run("align", files / "a.en.txt", "--source", files / "a.fr.txt", "--from", "fr", "--to", "en")
    lines = [line.split() for line in done.out.splitlines()]
    assert done.code == 0
    assert [line[0] for line in lines] == ["1-0", "1-1", "1-1"]
    assert lines[0][-1] == "—"
    assert {"ouvriers", "workers"} <= set(lines[1])
    assert done.err.strip().endswith("a.en.txt: 2 sentences linked, 1 only in the original, 0 only in the copy")


def test_json_has_places_in_code_points(run: Run, files: Path) -> None:
    done = run(
        "align", files / "a.en.txt", "--source", files / "a.fr.txt", "--from", "fr", "--to", "en", "--format", "json"
    )
    data = json.loads(done.out)
    assert data["related"] is True
    assert [(len(link["original"]), len(link["copy"])) for link in data["links"]] == [(1, 0), (1, 1), (1, 1)]
    told = data["links"][1]["copy"][0]
    assert ENGLISH[told["start"] : told["end"]] == told["text"] == "The 300 workers completed the repair in six months."


def test_different_stories_are_said_to_be_so(run: Run, files: Path) -> None:
    done = run("align", files / "b.en.txt", "--source", files / "b.fr.txt")
    assert done.code == 1
    assert done.err.strip().endswith("b.fr.txt: the two tell different stories")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.en.txt", "--source", "empty.txt"], "empty.txt: holds no text to align"),
        (["a.en.txt", "--source", "a.fr.txt", "--format", "html"], "--format html: choose from text, json"),
        (["a.en.txt", "--source", "gone.txt"], "gone.txt"),
        (["b.en.txt", "--source", "b.fr.txt", "--from", "de"], "b.fr.txt: the source text is in French, not in German"),
        (["b.en.txt", "--source", "b.en.txt"], "b.en.txt: the source text is in English as the copy is"),
    ],
)
def test_wrong_use_is_one_line(run: Run, files: Path, arguments: list[str], message: str) -> None:
    done = run("align", *(files / each if each.endswith(".txt") else each for each in arguments))
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1


def test_check_warns_of_an_original_that_it_cannot_use(run: Run, files: Path) -> None:
    done = run("check", files / "b.en.txt", "--source", files / "b.fr.txt", "--model", "none")
    assert done.code == 0
    assert done.err.strip().endswith("b.fr.txt: the source text tells another story, and was not used")


@pytest.mark.parametrize(
    ("original", "told", "reason"),
    [
        ("b.fr.txt", "de", "the source text is in French, not in German as was said, and was not used"),
        ("b.en.txt", "fr", "the source text is in English as the copy is, and was not used"),
        ("b.fr.txt", "fr", "the source text tells another story, and was not used"),
        ("short.txt", "fr", "the source text tells another story, and was not used"),
        ("empty.txt", "fr", "no source text"),
    ],
)
def test_a_story_is_cleaned_without_an_original_that_does_not_fit(
    run: Run, files: Path, original: str, told: str, reason: str
) -> None:
    (files / "short.txt").write_text("zzz 12\n", encoding="utf-8")
    story = files / "b.en.txt"
    story.write_text(LONG.replace("the deck", "the the deck"), encoding="utf-8")
    done = run("fix", story, "--source", files / original, "--from", told, "--model", "none")
    assert done.code == 0
    assert done.out == LONG
    assert [line for line in done.err.splitlines() if "not consulted" in line] == [
        f"not consulted: reference: {reason}"
    ]


def test_a_translator_that_is_not_there_is_wrong_use(run: Run, files: Path) -> None:
    done = run("fix", files / "a.en.txt", "--source", files / "a.fr.txt", "--translator", "gone")
    assert done.refusal.startswith("no model 'gone'")
    assert run("config", "--translator", "none", "--threads", "3").out.count('translator = "none"  # command line') == 1
