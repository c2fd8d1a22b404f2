"""What numbers amount to: the same however an engine or an editor writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.language import quantities
from cleanup.language.lexicons import Lexicons
from cleanup.language.quantities import number
from cleanup.paths import rules_folder

NUMBERS = [
    ("7", "7"), ("64,2", "64.2"), ("64.2", "64.2"), ("1,234", "1234"), ("1.234", "1234"), ("1.234.567", "1234567"),
    ("1,234,567", "1234567"), ("16.599,85", "16599.85"), ("16,599.85", "16599.85"), ("1\u00a0234.5", "1234.5"),
    ("1\u202f234\u202f567", "1234567"), ("1,23", "1.23"), ("0,5", "0.5"), ("12,3456", "12.3456"),
]  # fmt: skip

SAME = [
    ("64,2 million euros", "64.2 million euros"),
    ("64.2 million", "64,200,000"),
    ("75 thousand people", "75,000 people"),
    ("three of 2 hundred", "three of 200"),
    ("16.599,85 euros", "16,599.85 euros"),
    ("at 20.48 o'clock", "at 8:48 p.m."),
    ("at 20:48", "at 8:48 p.m."),
    ("at 8 p.m.", "at 20:00"),
    ("at 22:09 p.m.", "at 10:09 p.m."),
    ("at 12 a.m.", "at 0:00"),
    ("at 12 p.m.", "at 12:00"),
    ("um 18 Uhr", "at 6 p.m."),
    ("20h30 o’clock", "8:30 p.m."),
    ("July 26,24 new cases", "July 26, 24 new cases"),
    ("of COVID-19,24 new cases", "of COVID-19, 24 new cases"),
]
OTHER = [
    ("64,2", "642"),
    ("2 million", "2 billion"),
    ("8 p.m.", "8 a.m."),
    ("at 20:48", "2048"),
    ("18 and 19", "18"),
    ("7", "seven"),
    ("1.5", "1.25"),
]


def values(text: str, target: str = "en") -> object:
    return quantities.values(text, Lexicons((rules_folder(),), target))


@pytest.mark.parametrize(("figure", "amount"), NUMBERS)
def test_number(figure: str, amount: str) -> None:
    assert number(figure) == Decimal(amount)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_values(one: str, other: str) -> None:
    assert values(one) == values(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_values(one: str, other: str) -> None:
    assert values(one) != values(other)


@given(st.integers(0, 10**12), st.sampled_from([",", ".", "\u00a0", "\u202f"]))
def test_groups_of_three_are_one_number_by_any_mark(whole: int, mark: str) -> None:
    assert values(f"{whole:,}".replace(",", mark)) == values(str(whole))


@given(st.text(st.sampled_from("0123456789.,: \u00a0\u202fhapmo'clk٣²½"), max_size=24))
def test_any_text_has_values(text: str) -> None:
    assert values(text) == values(text)
