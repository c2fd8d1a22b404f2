"""What numbers and clock times in a text amount to, however they are written."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import cache

import regex

from cleanup.language import forms
from cleanup.language.lexicons import Lexicons

NOON, LATE = 12, 6
GROUPED = regex.compile(r"\d{1,3}(?:(?P<mark>[.,\u00a0\u202f])\d{3})(?:(?P=mark)\d{3})*")


def values(text: str, lexicons: Lexicons) -> Counter[tuple[str, Fraction]]:
    """Count the values in `text`: ("clock", minutes past midnight) and ("figure", amount).

    A figure with one mark before three digits, 3.250 or 3,250, counts as thousands: which it is, a text cannot tell.
    """
    found: Counter[tuple[str, Fraction]] = Counter()
    parted = lexicons.pattern("glued-date").sub(", ", text)
    parted = lexicons.pattern("compound").sub(lambda match: _count_compound(match, found), parted)
    rest = lexicons.pattern("clock").sub(lambda match: _count_clock(match, found, lexicons), parted)
    scales = forms.of(lexicons).scales
    for match in _figures(lexicons).finditer(rest):
        power = scales.get((match["scale"] or "").lower(), 0)
        found["figure", Fraction(number(match["figure"])) * int(10**power)] += 1
    return found


@cache
def _figures(lexicons: Lexicons) -> regex.Pattern[str]:
    scales = "|".join(sorted(forms.of(lexicons).scales, key=len, reverse=True)) or "(?!)"
    return regex.compile(rf"(?i)(?P<figure>\d+(?:[.,\u00a0\u202f]\d+)*)(?:\s+(?P<scale>{scales})\b)?")


def compound(match: regex.Match[str]) -> int:
    """Return what a match of the pattern "compound" amounts to."""
    millions, thousands, rest = (int(match[name] or 0) for name in ("millions", "thousands", "rest"))
    return millions * 10**6 + thousands * 10**3 + rest


def _count_compound(match: regex.Match[str], found: Counter[tuple[str, Fraction]]) -> str:
    found["figure", Fraction(compound(match))] += 1
    return " "


def _count_clock(match: regex.Match[str], found: Counter[tuple[str, Fraction]], lexicons: Lexicons) -> str:
    hour = int(match["hour"] or match["hour2"])
    hour = by_part_of_day(hour, match["part"] or "", lexicons)
    minute = int(match["minute"] or match["minute2"] or 0)
    if match["half"] and hour <= 12:  # noqa: PLR2004 - "22:09 p.m." says it twice
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    found["clock", Fraction(hour * 60 + minute)] += 1
    return " "


def by_part_of_day(hour: int, part: str, lexicons: Lexicons) -> int:
    """Return the hour of the 24 that is meant: six in the evening is 18, two at night is 2 and twelve is 0."""
    said = set(part.split())
    night, morning, later = (bool(said & lexicons.words(name)) for name in ("night", "morning", "afternoon"))
    if night or morning:
        return hour + NOON if night and LATE <= hour < NOON else hour % NOON if hour == NOON else hour
    return hour + NOON if later and hour < NOON else hour


def number(figure: str) -> Decimal:
    """Return what a figure amounts to: 64,2 and 64.2; 16.599,85 and 16,599.85; 1 234.5 with any narrow space."""
    marks = [c for c in figure if not c.isdigit()]
    if not marks:
        return Decimal(figure)
    decimal = _decimal_mark(figure, marks)
    whole, _, part = figure.rpartition(decimal) if decimal else (figure, "", "0")
    return Decimal("".join(c for c in whole if c.isdigit()) + "." + (part or "0"))


def _decimal_mark(figure: str, marks: list[str]) -> str | None:
    last = marks[-1]
    if len(set(marks)) > 1:
        return last
    return None if len(marks) > 1 or GROUPED.fullmatch(figure) else last
