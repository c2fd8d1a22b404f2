"""Names known again in another language's spelling or script."""

from __future__ import annotations

import pytest

from cleanup.alignment.latin import kin, latin, readable, sounds_alike

KIN = [
    ("Путин", "Putin"),
    ("Лавровым", "Lavrov"),
    ("Шон", "Sean"),
    ("Αθήνα", "Athina"),
    ("Mexique", "Mexico"),
    ("américain", "American"),
    ("Zelensky", "Selenskyj"),
    ("Tchaïkovski", "Tchaikovsky"),
]
STRANGERS = [("Merkel", "Sarkozy"), ("Paris", "Berlin"), ("Лавров", "Kerry"), ("Sastre", "autres"), ("Ann", "Bob")]


@pytest.mark.parametrize(("one", "other"), KIN)
def test_kin_in_either_order(one: str, other: str) -> None:
    assert kin(one, other)
    assert kin(other, one)


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_no_kin(one: str, other: str) -> None:
    assert not kin(one, other)
    assert not kin(other, one)


def test_what_no_table_romanises_is_not_readable() -> None:
    assert latin("Çelik") == "celik"
    assert readable("Москва")
    assert not readable("東京")


SOUNDING = [
    ("Хорхе", "Jorge"),
    ("Джоли", "Jolie"),
    ("Яву", "Java"),
    ("Хэгмэн", "Hagman"),
    ("Фэрфакс", "Fairfax"),
    ("Венеции", "Venice"),
    ("Уэльс", "Wales"),
    ("Ли", "Lee"),
]
OTHERWISE = [("Обамы", "Merkel"), ("Лондоне", "Paris"), ("Мэр", "Merkel"), ("Paris", "Parizh"), ("Путина", "Merkel")]


@pytest.mark.parametrize(("one", "other"), SOUNDING)
def test_names_of_another_script_by_their_consonants(one: str, other: str) -> None:
    assert sounds_alike(one, other)
    assert sounds_alike(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERWISE)
def test_names_that_do_not_sound_alike_or_are_of_one_script(one: str, other: str) -> None:
    assert not sounds_alike(one, other)
