"""How near two spellings are."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from cleanup.language.spelling import distance, plain, small, sound, stripped

SOUNDS = [
    ("Metsola", "Metzola", True),
    ("Lavrov", "Lawrow", True),
    ("Woo", "Wu", True),
    ("Zelensky", "Zelenskyy", True),
    ("Zelensky", "Zelenskiy", True),
    ("Kovalyova", "Kovalyeva", True),
    ("Gonzalez", "González", True),
    ("Gonzalez", "Gonzales", True),
    ("Shevchenko", "Schevtchenko", True),
    ("Stefan", "Stephan", True),
    ("Putin", "Pushkin", False),
    ("Brown", "Browne", False),
    ("Bush", "Busch", True),
    ("Smith", "Schmidt", False),
    ("Martin", "Martins", False),
    ("II", "III", True),
]


@pytest.mark.parametrize(("one", "other", "same"), SOUNDS)
def test_sound(one: str, other: str, same: bool) -> None:
    assert (sound(one) == sound(other)) is same


STRIPPED = [
    ("Cîu", "Cîțu", True),
    ("Bsescu", "Băsescu", True),
    ("Erdoan", "Erdoğan", True),
    ("Ciu", "Cîțu", False),
    ("Obma", "Obama", False),
    ("Cîțu", "Cîțu", False),
    ("Cîțu", "Cîu", False),
    ("", "ț", True),
    ("", "", False),
]


@pytest.mark.parametrize(("word", "name", "lost"), STRIPPED)
def test_stripped(word: str, name: str, lost: bool) -> None:
    assert stripped(word, name) is lost


DISTANCES = [
    ("", "", 1, 0), ("a", "", 1, 1), ("Macron", "Macrom", 1, 1), ("Macron", "Macro", 1, 1), ("kitten", "sitting", 3, 3),
    ("kitten", "sitting", 2, 3), ("ab", "ba", 2, 2), ("abcdef", "a", 2, 3), ("abc", "xyz", 1, 2),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "most", "expected"), DISTANCES)
def test_distance(one: str, other: str, most: int, expected: int) -> None:
    assert distance(one, other, most) == expected


def test_plain() -> None:
    assert [plain(word) for word in ("Cîțu", "Müller", "Łódź", "é", "Öl")] == ["Citu", "Muller", "Łodz", "e", "Ol"]


WORDS = st.text(st.sampled_from("abcșé"), max_size=7)


def reference(one: str, other: str) -> int:
    if not one or not other:
        return len(one) + len(other)
    swap = reference(one[1:], other[1:]) + (one[0] != other[0])
    return min(swap, reference(one[1:], other) + 1, reference(one, other[1:]) + 1)


@given(WORDS.map(lambda word: word[:5]), WORDS.map(lambda word: word[:5]), st.integers(0, 4))
def test_distance_is_levenshteins(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(reference(one, other), most + 1) == distance(other, one, most)


@given(WORDS, st.data())
def test_letters_lost_outside_ascii_are_stripped(name: str, data: st.DataObject) -> None:
    kept = "".join(c for c in name if c.isascii() or data.draw(st.booleans()))
    assert stripped(kept, name) is (kept != name)


@given(st.text(max_size=20))
def test_sound_forgets_case_and_doubling(word: str) -> None:
    assert sound(word) == sound(sound(word)) or not sound(word).isascii() or len(sound(sound(word))) <= len(sound(word))
    if word.isascii():
        assert sound(word.upper()) == sound(word)


@pytest.mark.parametrize(
    ("word", "same"), [("İKİ", "iki"), ("ſix", "six"), ("ΔΎΟΣ", "δύος"), ("Dreißig", "dreißig"), ("ẞ", "ß")]
)
def test_one_word_in_small_letters_however_it_is_written(word: str, same: str) -> None:
    assert small(word) == small(same)


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=12))
def test_a_word_in_small_letters_is_found_by_a_pattern_that_ignores_case(word: str) -> None:
    assert regex.fullmatch(regex.escape(small(word)), word, regex.IGNORECASE)
