"""Numbers in several languages, and which of them another sentence lacks."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from cleanup.bilingual.amounts import amounts, implied
from cleanup.bilingual.comparing import missing
from cleanup.bilingual.lexicon import quantities
from cleanup.bilingual.units import unit_of
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder

READ = [
    ("fr", "12 500 habitants", [12500]),
    ("fr", "3,2 millions d'euros", [3_200_000]),
    ("fr", "soixante et onze députés", [71]),
    ("fr", "deux cent cinquante mille tonnes", [250_000]),
    ("es", "30 mil millones", [30_000_000_000]),
    ("de", "1,5 Mrd. Euro", [1_500_000_000]),
    ("de", "fünfundzwanzig Jahre", [25]),
    ("ru", "двадцать пять тысяч рублей", [25_000]),
    ("ru", "около 15-ти миллионов", [15_000_000]),
    ("en", "two hundred and fifty thousand tonnes", [250_000]),
    ("en", "two thousand million dollars", [2_000_000_000]),
    ("en", "hundreds of thousands", []),
    ("en", "twenty-five years", [25]),
]


@pytest.mark.parametrize(("language", "text", "values"), READ)
def test_what_a_number_amounts_to(language: str, text: str, values: list[int]) -> None:
    assert [max(amount.readings) for amount in amounts(text, language)] == values


LANGUAGES = sorted({row["language"] for row in Lexicons((rules_folder(),), "any").rows("quantities")})
RARE = str.maketrans(
    {"i": "İ", "s": "ſ", "k": "\u212a", "μ": "µ", "σ": "ς"}
)  # what a pattern takes for the same letter


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("written", [str.upper, str.title, lambda word: word.translate(RARE)])
def test_a_number_is_read_however_its_letters_are_written(language: str, written: Callable[[str], str]) -> None:
    words = quantities(language)
    for name in (*words.numbers, *words.scales, *words.currencies):
        text = f"3 {written(name)}, {written(name)} 3"
        for amount in amounts(text, language):
            unit_of(amount, text, language)


def test_a_turkish_capital_is_no_other_letter() -> None:
    assert [amount.least for amount in amounts("İki asker", "tr")] == [2]


def test_a_mark_before_three_digits_may_mean_either() -> None:
    (amount,) = amounts("3.250", "de")
    assert amount.readings == {Fraction(3250), Fraction("3.25")}


def test_a_date_is_three_numbers() -> None:
    assert [amount.least for amount in amounts("am 12.05.2010", "de")] == [12, 5, 2010]


@pytest.mark.parametrize(
    ("text", "currency"), [("$25 million", "USD"), ("25 million euros", "EUR"), ("25 percent", "PCT"), ("25 men", "")]
)
def test_the_currency_stands_beside(text: str, currency: str) -> None:
    assert [amount.currency for amount in amounts(text, "en")] == [currency]


SAME = [
    ("fr", "à 17h30", "at 5:30 p.m."),
    ("fr", "1,49 milliard", "1.5 billion"),
    ("fr", "une quinzaine de jours", "15 days"),
    ("fr", "au XIXe siècle", "in the 19th century"),
    ("fr", "le 12/05", "on May 12"),
    ("fr", "100 autres milliards", "another 100 billion"),
    ("fr", "quatre-vingt-dix élus", "90 representatives"),
    ("fr", "deux millions et demi", "2.5 million"),
    ("es", "dos millones y medio", "2.5 million"),
    ("de", "in den 60er Jahren", "in the 1960s"),
    ("de", "16.30 Uhr", "4:30 p.m."),
    ("ru", "в 2 раза", "twice"),
]
OTHERS = [
    ("fr", "581 salariés", "580 employees", ["580"]),
    ("fr", "216.000 habitants", "217,000 residents", ["217,000"]),
    ("fr", "3 milliards", "3 million", ["3 million"]),
    ("fr", "trois blessés", "four injured", ["four"]),
    ("de", "25 Prozent", "35 percent", ["35"]),
    ("ru", "сорок человек", "14 people", ["14"]),
]


def new(language: str, original: str, copy: str) -> list[str]:
    ours, theirs = amounts(original, language), amounts(copy, "en")
    return [amount.span.of(copy) for amount in missing(theirs, ours, implied(original, language))]


@pytest.mark.parametrize(("language", "original", "copy"), SAME)
def test_the_same_number_in_another_form(language: str, original: str, copy: str) -> None:
    assert new(language, original, copy) == []


@pytest.mark.parametrize(("language", "original", "copy", "expected"), OTHERS)
def test_another_number(language: str, original: str, copy: str, expected: list[str]) -> None:
    assert new(language, original, copy) == expected
