"""The tables of names: each row is whole, and no name in them is two people's."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import regex
from detectors.verdicts import story

import cleanup
from cleanup.errors import RuleError
from cleanup.language.lexicons import Lexicons, Row
from cleanup.names import people
from cleanup.names.folding import folded
from cleanup.names.people import People
from cleanup.paths import rules_folder

LEXICONS = story("").lexicons
ROWS = LEXICONS.rows("people")
SCRIPTS = {"ru": r"[\p{Cyrillic}\p{Latin} .’'-]+", "zh": r"[\p{Han}·-]+", "ar": r"[\p{Arabic}\p{M} ‌-]+"}


def forms(row: Row) -> set[str]:
    return {folded(name) for name in (row["name"], *filter(None, row["also"].split("; ")))}


def test_there_are_people_enough() -> None:
    assert len(ROWS) >= 1500
    assert len({row["name"] for row in ROWS}) == len(ROWS)


def test_no_english_name_is_two_peoples() -> None:
    counts = Counter(form for row in ROWS for form in forms(row))
    assert [form for form, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("column", SCRIPTS)
def test_scripts(column: str) -> None:
    wrong = [row["name"] for row in ROWS if row[column] and not regex.fullmatch(SCRIPTS[column], row[column])]
    assert wrong == []


def test_genders_and_offices() -> None:
    assert {row["gender"] for row in ROWS} == {"m", "f"}
    assert all(row["office"] for row in ROWS)


def test_no_spelling_is_an_english_name() -> None:
    known = people.of(LEXICONS)
    assert [key for key in known.by_form if known.spelling(key)] == []


def test_spellings_of_nobody_are_an_error() -> None:
    nobody = Row({"name": "Nobody", "written": "fr=nemo", "surnames": "", "sounds": "nemo"})
    with pytest.raises(RuleError, match="Nobody is not in"):
        People((), (nobody,))


def test_sounds_are_those_of_the_names() -> None:
    known = people.of(LEXICONS)
    for row in LEXICONS.rows("people-spellings"):
        names = {name for item in row["written"].split("; ") for name in item.partition("=")[2].split("|") if name}
        english = {folded(form) for form in known.people[row["name"]].forms}
        assert set(row["sounds"].split("|")) == {known.sound_of(name) for name in names | english}


@pytest.mark.parametrize("name", ["Muhammad Morsi", "Mohamed Morsi", "Mohammad Morsi"])
def test_each_house_writes_mohammed_its_own_way(name: str) -> None:
    cleaner = cleanup.Cleaner("de")
    assert not cleaner.clean(f"The rise of President {name} changed Egypt.").findings
    assert "President Mohammed Morsi" in cleaner.clean("The rise of President Mohammed Moursi changed Egypt.").text


def test_first_names_tell_one_gender() -> None:
    rows = LEXICONS.rows("first-names")
    assert len({folded(row["name"]) for row in rows}) == len(rows) >= 3000
    assert {row["gender"] for row in rows} == {"m", "f"}


def test_translated_names_are_of_people_and_nobody_elses() -> None:
    known = people.of(LEXICONS)
    for row in LEXICONS.rows("translated-people"):
        assert row["name"] in known.people
        assert folded(row["translated"]) not in known.by_form


def test_a_desks_own_names_need_two_columns(tmp_path: Path) -> None:
    table = tmp_path / "any-en" / "lexicons" / "names.tsv"
    table.parent.mkdir(parents=True)
    rows = ["name\tothers", "Ottilie Brandauer\tOttilia Brandhauer; Ottilie Brandtauer", "Vladimir Putin\tWlad Putin"]
    rows.append("Paul Martin Ali\tPaule Martin Ali")
    table.write_text("\n".join(rows))
    cleaner = cleanup.Cleaner("de", "en", rules=[tmp_path], model=None)
    report = cleaner.clean("The mayor met Ottilia Brandhauer and Ottilie Brandtauer. Brandhauer left.")
    assert report.text == "The mayor met Ottilie Brandauer and Ottilie Brandauer. Brandauer left."
    assert "the desk's own table" in report.to_dict()["findings"][0]["evidence"][0]["detail"]
    assert (
        cleaner.clean("They met Wlad Putin and Vladimir Poutine.").text == "They met Vladimir Putin and Vladimir Putin."
    )
    assert cleaner.clean("They met Paule Martin Ali in May.").text == "They met Paul Martin Ali in May."
    ours = people.of(Lexicons((rules_folder(), tmp_path), "en")).people["Vladimir Putin"]
    assert (ours.gender, ours.home) == ("m", "ru")
    table.write_text("name\twrong\nOttilie Brandauer\tOttilia Brandhauer\n")
    with pytest.raises(RuleError, match=r"names\.tsv:1: .*they must be name, others"):
        cleanup.Cleaner("de", "en", rules=[tmp_path, tmp_path])


DESK = """name	also	gender	native	ru	zh	ar	spellings	office
Ottilie Brandauer	Otti Brandauer	f					de=Ottilia Brandhauer	mayor of our town
Vladimir Putin	Wladimir Putin	m	ru:Владимир Путин				fr=Vladimir Poutinne	president of Russia
"""


def test_a_desks_own_people(tmp_path: Path) -> None:
    table = tmp_path / "any-en" / "lexicons" / "people.tsv"
    table.parent.mkdir(parents=True)
    table.write_text(DESK)
    cleaner = cleanup.Cleaner("de", "en", rules=[tmp_path], model=None)
    report = cleaner.clean("The mayor, Ottilia Brandhauer, met Wladimir Putin. Brandhauer left.")
    assert report.text == "The mayor, Ottilie Brandauer, met Wladimir Putin. Brandauer left."
    assert cleaner.clean("They met Vladimir Poutinne.").text == "They met Vladimir Putin."
