"""What a language calls numbers, days, months and currencies: its rows of the tables of quantities."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from cleanup.language.lexicons import Lexicons, Row
from cleanup.language.spelling import small
from cleanup.paths import rules_folder

TABLES = ("quantities", "quantities-more")


@dataclass(frozen=True)
class Quantities:
    """The words of one language, as `spelling.small` has them but for days and months that it writes with a capital.

    `also` are words that may stand for one of several numbers without being one.
    """

    numbers: dict[str, int]
    scales: dict[str, int]
    also: dict[str, frozenset[Fraction]]
    days: dict[str, int]
    months: dict[str, int]
    currencies: dict[str, str]


@cache
def quantities(language: str) -> Quantities:
    """Return the words of the language; all empty when there are none."""
    rows = [row for name in TABLES for row in _rows(name) if row["language"] == language]
    also: dict[str, frozenset[Fraction]] = {}
    for word, said in _of(rows, "also"):
        also[word] = also.get(word, frozenset()) | {Fraction(value) for value in said.split(",")}
    return Quantities(
        numbers={small(word): int(value) for word, value in _of(rows, "number")},
        scales={small(word): int(value) for word, value in _of(rows, "scale")},
        also=also,
        days={word: int(value) for word, value in _of(rows, "weekday")},
        months={word: int(value) for word, value in _of(rows, "month")},
        currencies={small(word): value for word, value in _of(rows, "currency")},
    )


def _of(rows: list[Row], kind: str) -> list[tuple[str, str]]:
    return [(word, row["value"]) for row in rows if row["kind"] == kind for word in row["words"].split("|")]


def _rows(name: str) -> tuple[Row, ...]:
    return Lexicons((rules_folder(),), "any").rows(name)
