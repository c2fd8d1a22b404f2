"""Measures of either side: a number with its unit, and which of two are the same one converted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from cleanup.bilingual.amounts import Amount
from cleanup.language.lexicons import Lexicons
from cleanup.language.spelling import small
from cleanup.paths import rules_folder

NEARLY = 0.06  # of a converted value: "some 140 miles" for 225 kilometres


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a family such as length; `factor` and `added` turn a number of it into one of the family's first."""

    family: str
    name: str
    factor: float
    added: float = 0.0

    def first(self, value: float) -> float:
        """Return a number of this unit in the family's first one."""
        return value * self.factor + self.added


def unit_of(amount: Amount, text: str, language: str) -> Unit | None:
    """Return the unit that stands behind a number of the text, if it has one."""
    match = _pattern(language).match(text, amount.span.stop)
    return _units(language)[small(match["unit"])] if match else None


def same_measure(one: Amount, unit: Unit, other: Amount, another: Unit) -> bool:
    """Whether the two are one measure, in two units of a family or in the same."""
    return unit.family == another.family and any(
        _near(unit.first(float(a)), another.first(float(b))) for a in one.readings for b in other.readings
    )


def converts(amounts: tuple[tuple[Amount, Unit | None], ...], amount: Amount, unit: Unit | None) -> bool:
    """Whether another unit's number among `amounts` is this one converted; "48 degrees" may be Fahrenheit."""
    return unit is not None and any(
        other is not None and other.name != unit.name and same_measure(amount, unit, each, other)
        for each, other in amounts
    )


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= NEARLY * max(abs(one), abs(other))


@cache
def _units(language: str) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for row in Lexicons((rules_folder(),), "any").rows("units"):
        if row["language"] == language:
            factor, _, added = row["factor"].partition(";")
            unit = Unit(row["family"], row["unit"], float(factor), float(added or 0))
            found |= dict.fromkeys(map(small, row["words"].split("|")), unit)
    return found


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    words = sorted(_units(language), key=len, reverse=True)
    said = "|".join(map(regex.escape, words)) or "(?!)"
    return regex.compile(rf"(?i)[ \u00a0\u202f-]?(?:de |of )?(?P<unit>{said})(?![\p{{L}}\d/])")
