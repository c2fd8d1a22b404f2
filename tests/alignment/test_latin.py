"""Names known again in another language's spelling or script."""

from __future__ import annotations

import pytest

from cleanup.alignment.latin import kin, latin, readable

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
