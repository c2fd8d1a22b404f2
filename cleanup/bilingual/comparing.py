"""Which numbers of a sentence another sentence has not, however either writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from cleanup.bilingual.amounts import Amount

TOO_SMALL = {Fraction(0), Fraction(1)}  # an article, a full hour: nobody counts them
SCALES = frozenset(Fraction(10**power) for power in (3, 6, 9, 12))
HALF = Fraction(1, 2)
HALVES = frozenset(scale / 2 for scale in (Fraction(1), *SCALES))
NOON, CENTURY = 12, 100
YEARS, SHORT_YEARS = range(1800, 2100), range(10, 100)
FEWEST_DIGITS = 2  # significant ones of a rounded number


def missing(
    own: Sequence[Amount], other: Sequence[Amount], told: frozenset[Fraction], *, exact: bool | None = None
) -> list[Amount]:
    """Return the amounts that the other side has not, whatever the form; `told` is what else it tells.

    `exact` says that own amounts may be exacter than the other side's (True) or only less so (False).
    """
    return [amount for amount in own if not amount.readings <= TOO_SMALL and not _explained(amount, other, told, exact)]


def oftener(own: Sequence[Amount], other: Sequence[Amount]) -> list[Amount]:
    """Return the figures that stand here oftener than anything on the other side can stand for them."""
    found = []
    for amount in own:
        here = sum(amount.readings == each.readings for each in own)
        there = sum(_same(amount, each, None) for each in other)
        if amount.figure and not amount.readings <= TOO_SMALL and here > there > 0:
            found.append(amount)
    return found


def _explained(amount: Amount, other: Sequence[Amount], told: frozenset[Fraction], exact: bool | None) -> bool:
    if (amount.readings & told and not amount.currency) or any(_same(amount, each, exact) for each in other):
        return True
    if HALF in told and any(abs(a - b) in HALVES or 2 * a == b for a in amount.readings for b in _all(other)):
        return True  # "two and a half million", "half a billion"
    values = {value for each in other for value in (*each.readings, *map(Fraction, each.parts))} | told
    return bool(amount.parts) and all(
        Fraction(part) in values or part == 0 or Fraction(part % NOON) in values for part in amount.parts
    )


def _all(amounts: Sequence[Amount]) -> set[Fraction]:
    return {value for each in amounts for value in each.readings}


def _same(one: Amount, other: Amount, exact: bool | None) -> bool:
    if one.readings & other.readings or one.readings & {Fraction(part) for part in other.parts if part}:
        return True
    hour = one.hour or other.hour
    if hour and any(_alike(a, b, hour) for a in _parts(one) for b in _parts(other)):
        return True
    if one.scaled != other.scaled and any(_scales(a, b) for a in one.readings for b in other.readings):
        return True
    rough = one.scaled and other.scaled
    return any(_alike(a, b, hour, rough, exact) for a in one.readings for b in other.readings)


def _parts(amount: Amount) -> Iterator[Fraction]:
    yield from amount.readings
    yield from map(Fraction, amount.parts)


def _scales(one: Fraction, other: Fraction) -> bool:
    """Whether only a scale is between them, which may stand further on: "100 more billion", "from 3 to 5 million"."""
    low, high = sorted((one, other))
    return bool(low) and high / low in SCALES


def _alike(one: Fraction, other: Fraction, hour: bool, rough: bool = False, exact: bool | None = None) -> bool:
    low, high = sorted((one, other))
    if hour and high - low == NOON:
        return True
    if high in YEARS and low in SHORT_YEARS and high % CENTURY == low:
        return True
    if not rough and high.denominator == low.denominator == 1:
        return False  # nobody rounds 581 people, but 1.49 million
    return (exact is not False and _rounded(one, other)) or (exact is not True and _rounded(other, one))


def _rounded(exact: Fraction, short: Fraction) -> bool:
    """Whether the short number is the exact one with fewer digits: 1.49 and 1.5, 26.4 and 26."""
    digits, more = _digits(short), _digits(exact)
    if not FEWEST_DIGITS <= digits < more or not exact:
        return False
    step = Fraction(10) ** (_magnitude(exact) - digits + 1)
    return abs(exact - short) < step and short % step == 0


def _digits(value: Fraction) -> int:
    return len(Decimal(float(value)).quantize(Decimal("0.000001")).normalize().as_tuple().digits)


def _magnitude(value: Fraction) -> int:
    return Decimal(float(value)).adjusted()
