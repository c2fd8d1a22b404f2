"""Measures: units as languages name them, and the same measure in two of them."""

from __future__ import annotations

import pytest

from cleanup.bilingual.amounts import amounts
from cleanup.bilingual.units import converts, same_measure, unit_of
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder

UNITS = [
    ("fr", "225 km/h", "km/h"),
    ("fr", "12 kilomètres carrés", "km2"),
    ("fr", "9 degrés", "C"),
    ("es", "30 kilos", "kg"),
    ("de", "60 Meter", "metre"),
    ("ru", "8015 кв. метров", "m2"),
    ("en", "140mph", "mph"),
    ("en", "400 miles per hour", "mph"),
    ("en", "58 miles", "mile"),
    ("en", "48 degrees Fahrenheit", "F"),
    ("en", "25 men", None),
    ("en", "3 month", None),
]


@pytest.mark.parametrize(("language", "text", "unit"), UNITS)
def test_the_unit_behind_a_number(language: str, text: str, unit: str | None) -> None:
    (amount,) = amounts(text, language)
    found = unit_of(amount, text, language)
    assert (found and found.name) == unit


@pytest.mark.parametrize(
    ("source", "original", "copy", "same"),
    [
        ("fr", "225 km/h", "140 mph", True),
        ("fr", "93 km", "58 miles", True),
        ("fr", "9 degrés", "48 degrees Fahrenheit", True),
        ("fr", "225 km/h", "225 mph", False),
        ("fr", "225 km/h", "140 miles", False),
        ("de", "60 Meter", "60 feet", False),
    ],
)
def test_one_measure_in_two_units(source: str, original: str, copy: str, same: bool) -> None:
    (ours,), (theirs,) = amounts(original, source), amounts(copy, "en")
    one, other = unit_of(ours, original, source), unit_of(theirs, copy, "en")
    assert one is not None
    assert other is not None
    assert same_measure(ours, one, theirs, other) is same
    assert converts(((ours, one),), theirs, other) is same


def test_every_family_has_one_scale_for_all_languages() -> None:
    known: dict[tuple[str, str], str] = {}
    for row in Lexicons((rules_folder(),), "any").rows("units"):
        assert known.setdefault((row["family"], row["unit"]), row["factor"]) == row["factor"]
    assert {family for family, _ in known} >= {"length", "speed", "weight", "area", "degrees"}
