"""The names of a story: runs of capitals, and what is counted of them."""

from __future__ import annotations

import pytest
from detectors.verdicts import story
from hypothesis import given
from hypothesis import strategies as st

from cleanup.names import mentions
from cleanup.names.mentions import LONGEST_NAME, MOST_ALIKE


def names(text: str) -> mentions.Names:
    return mentions.of(story(text))


RUNS = [
    ("the envoy Anna Kovalyova left", ["Anna Kovalyova"]),
    ("met Kim Jong-il and Kim Jong Un", ["Kim Jong-il", "Kim Jong Un"]),
    ("met Charles de Gaulle in Paris", ["Charles de Gaulle", "Paris"]),
    ("met Ludwig van Beethoven", ["Ludwig van Beethoven"]),
    ("met Abu al-Masri", ["Abu al-Masri"]),
    ("met Anna\u00a0Kovalyova", ["Anna\u00a0Kovalyova"]),
    ("met O’Brien and McCain", ["O’Brien", "McCain"]),
    ("in iPhone and x-Ray", []),
    ("met Kim’s father", ["Kim"]),
    ("met A and B of CD", ["CD"]),
    ("met Émile Zola and Łukasz", ["Émile Zola", "Łukasz"]),
    ("met Путин", ["Путин"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "runs"), RUNS)
def test_runs(text: str, runs: list[str]) -> None:
    assert [mention.span.of(text) for mention in names(text).mentions] == runs


INITIAL = [
    ("Anna left.", True),
    ("Then came Anna.", False),
    ("They left. Anna stayed.", True),
    ("They left! “Anna stayed.”", True),
    ("They left, Anna stayed.", False),
    ("They left.\nAnna stayed.", True),
    ("They said: Anna stayed.", True),
    ("— Anna stayed.", True),
]


@pytest.mark.parametrize(("text", "initial"), INITIAL)
def test_a_sentence_begins_with_any_word(text: str, initial: bool) -> None:
    assert {m.initial for m in names(text).mentions if "Anna" in m.words} == {initial}


TEXT = "met Anna Kovalyova; saw Kovalyova; met Ivan Kovalyova; met Anna Kovalyov; met Anna Kovalyova"


def test_counts() -> None:
    found = names(TEXT)
    assert found.full["Anna", "Kovalyova"] == 2
    assert found.words["Kovalyova"] == 4
    assert found.last == {"Kovalyova", "Kovalyov"}
    assert found.bearers("Kovalyova") == {("Anna",), ("Ivan",)}
    assert found.bearers("Nobody") == set()
    assert found.usual["Kovalyova"] == ("Anna", "Kovalyova")
    assert found.by_first["Anna"] == [("Anna", "Kovalyova"), ("Anna", "Kovalyov")]
    assert [m.span.start for m in found.standing["Kovalyova",]] == [24]
    assert found.prefers("Kovalyova", "Kovalyov")
    assert not found.prefers("Kovalyov", "Kovalyova")


def test_of_two_as_frequent_the_first_is_preferred() -> None:
    found = names("saw Metsola and Metzola")
    assert (found.prefers("Metsola", "Metzola"), found.prefers("Metzola", "Metsola")) == (True, False)


def test_names_that_differ_in_one_word() -> None:
    like = names(TEXT).but_for_one_word()
    assert like["Anna", "Kovalyova"] == {("Ivan", "Kovalyova"), ("Anna", "Kovalyov")}
    assert like["Ivan", "Kovalyova"] == {("Anna", "Kovalyova")}


def test_a_headline_is_no_name_and_a_common_first_name_no_clue() -> None:
    assert not names("x " + "Ab Cd " * LONGEST_NAME).full
    many = "; ".join(f"Anna {chr(65 + i // 26)}{chr(97 + i % 26)}x" for i in range(MOST_ALIKE + 1))
    assert len(names(many).full) == MOST_ALIKE + 1
    assert not names(many).but_for_one_word()


@given(st.text(st.sampled_from("Ab cÉ-’'.\u00a0\n")))
def test_mentions_stand_in_order_and_hold_their_words(text: str) -> None:
    found = names(text).mentions
    assert [m.span for m in found] == sorted(m.span for m in found)
    assert all(tuple(m.span.of(text).split()) == m.words for m in found)


HEADED = "Metzola in Kyiv\nBy Anna Kovalyova\n\n" + "The speaker, Roberta Metsola, spoke on Thursday of aircraft. " * 5


def test_a_headline_and_a_byline_weigh_more() -> None:
    once = names("Metzola in Kyiv\n" + "Saw Metsola" + " and more" * 40)
    assert once.prefers("Metzola", "Metsola")
    found = names(HEADED)
    assert found.rank(("Metzola",)) == (2, 0)
    assert found.rank(("Kovalyova",))[0] == 2
    assert found.prefers("Metsola", "Metzola")
    assert names(HEADED.replace("\n", ". ")).rank(("Metzola",))[0] == 1
