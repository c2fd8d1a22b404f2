"""What numbers and clock times in a text amount to, however they are written."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import regex

SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}

NOON, LATE = 12, 6
CLOCK = regex.compile(
    r"(?i)(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d))?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?|\s*o['’]clock(?P<part> in the (?:morning|afternoon|evening)| at night)?"
    r"|\s+Uhr|\s+hours?\b(?=\s+local))"
    r"|(?<![\d.,:])(?P<hour2>[01]?\d|2[0-4]):(?P<minute2>[0-5]\d)(?![\d:])"
    r"|(?<=\b(?:at|from|until|till|since|between) )(?P<hour2>1[3-9]|2[0-3])\.(?P<minute2>[0-5]\d)(?![\d,.]\d|\d)"
    r"|(?<![\d.,:\p{L}-])(?P<hour2>1[3-9]|2[0-3]|[01]?\d) ?h ?(?P<minute2>[0-5]\d)(?![\d\p{L}])"
)
FIGURE = regex.compile(
    r"(?i)(?P<figure>\d+(?:[.,\u00a0\u202f]\d+)*)(?:\s+(?P<scale>hundred|thousand|million|billion|trillion)s?\b)?"
)
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
# "July 26,24 new cases", "COVID-19,24 cases", "F-16,20 jets": behind a date, an ordinal or a name a comma parts two.
GLUED_DATE = regex.compile(
    rf"(?:(?<=\b{MONTH} [1-3]?\d)|(?<=\b\p{{Lu}}{{1,6}}-\d{{1,2}})|(?<=\d(?:st|nd|rd|th))),"
    r"(?=\d{1,3}(?!\d))(?!\d\d? ?(?:GMT|CET|UTC|[ap]\.?m))"
)
# "59 thousand 827", "1 million 200 thousand": one figure in words and figures, as Turkish and Spanish have it.
COMPOUND = regex.compile(
    r"(?<![\d.,])(?:(?P<millions>\d{1,3}) million (?:and )?(?P<thousands>\d{1,3}) thousand(?: (?P<rest>\d{1,3}))?"
    r"|(?P<thousands>\d{1,3}) thousand (?P<rest>\d{1,3}))(?![\d.,:/-]\d|[\d-])"
)
GROUPED = regex.compile(r"\d{1,3}(?:(?P<mark>[.,\u00a0\u202f])\d{3})(?:(?P=mark)\d{3})*")


def values(text: str) -> Counter[tuple[str, Fraction]]:
    """Count the values in `text`: ("clock", minutes past midnight) and ("figure", amount).

    A figure with one mark before three digits, 3.250 or 3,250, counts as thousands: which it is, a text cannot tell.
    """
    found: Counter[tuple[str, Fraction]] = Counter()
    parted = GLUED_DATE.sub(", ", text)
    parted = COMPOUND.sub(lambda match: _count_compound(match, found), parted)
    rest = CLOCK.sub(lambda match: _count_clock(match, found), parted)
    for match in FIGURE.finditer(rest):
        found["figure", _amount(match)] += 1
    return found


def compound(match: regex.Match[str]) -> int:
    """Return what a match of COMPOUND amounts to."""
    millions, thousands, rest = (int(match[name] or 0) for name in ("millions", "thousands", "rest"))
    return millions * 10**6 + thousands * 10**3 + rest


def _count_compound(match: regex.Match[str], found: Counter[tuple[str, Fraction]]) -> str:
    found["figure", Fraction(compound(match))] += 1
    return " "


def _count_clock(match: regex.Match[str], found: Counter[tuple[str, Fraction]]) -> str:
    hour = int(match["hour"] or match["hour2"])
    hour = by_part_of_day(hour, match["part"] or "")
    minute = int(match["minute"] or match["minute2"] or 0)
    if match["half"] and hour <= 12:  # noqa: PLR2004 - "22:09 p.m." says it twice
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    found["clock", Fraction(hour * 60 + minute)] += 1
    return " "


def by_part_of_day(hour: int, part: str) -> int:
    """Return the hour of the 24 that is meant: six in the evening is 18, two at night is 2 and twelve is 0."""
    if "night" in part or "morning" in part:
        return hour + NOON if "night" in part and LATE <= hour < NOON else hour % NOON if hour == NOON else hour
    return hour + NOON if ("afternoon" in part or "evening" in part) and hour < NOON else hour


def _amount(match: regex.Match[str]) -> Fraction:
    power = SCALES.get((match["scale"] or "").lower(), 0)
    return Fraction(number(match["figure"])) * int(10**power)


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
