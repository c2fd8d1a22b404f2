"""A no of the original that the copy has lost: the tables of words, and what the clues come to together."""

from __future__ import annotations

import time

import pytest
import regex

from cleanup.bilingual.negation import WEIGHTS, _patterns, clues, enough, lost, pattern

WANTS_A_NO = ["The report did reveal any of it.", "The firm does either sell or rent them."]
WANTS_NONE = [
    "What did reveal the plot was a letter.",
    "He did so at once.",
    "The minister signed the agreement.",
    "Either the firm sells it or it closes.",
]
CARRIES = ["hardly", "fail", "refused", "unlikely", "few"]
CARRIES_NONE = ["minister", "agreement", "signed", "house"]

LOST = [
    (
        "fr",
        "Le ministre n'a pas signé l'accord avec les syndicats.",
        "The minister signed the agreement with the unions.",
    ),
    ("es", "El ministro no firmó el acuerdo con los sindicatos.", "The minister signed the agreement with the unions."),
    ("de", "Der Minister hat das Abkommen nicht unterzeichnet.", "The minister signed the agreement."),
]
KEPT = [
    ("fr", "Le ministre n'a pas signé l'accord.", "The minister did not sign the agreement."),
    ("fr", "Le ministre a signé l'accord.", "The minister signed the agreement."),
    ("fr", "Le projet n'a pas seulement des amis.", "The project has friends, and not only them."),
]
CARRIED = (
    "fr",
    "Le ministre n'a pas signé l'accord avec les syndicats.",
    "The minister refused the agreement with the unions.",
)
LETTERS = ["a" * 20_000, "a b " * 5_000, " " * 20_000, "\n" * 20_000, "not " * 5_000, "did a " * 4_000, "’" * 20_000,
           "un" * 10_000, "ne a " * 4_000, "pas de " * 3_000, "не " * 6_000]  # fmt: skip


@pytest.mark.parametrize(("source", "original", "copy"), LOST)
def test_a_lost_no_is_told(source: str, original: str, copy: str) -> None:
    found = lost(original, copy, source, "en")
    assert found is not None
    assert found > enough(source)


@pytest.mark.parametrize(("source", "original", "copy"), KEPT)
def test_nothing_is_lost_where_the_copy_denies_or_the_original_does_not(source: str, original: str, copy: str) -> None:
    assert lost(original, copy, source, "en") is None


def test_a_word_that_may_carry_the_no_speaks_against_its_loss() -> None:
    source, original, copy = CARRIED
    carried = lost(original, copy, source, "en")
    plain = lost(LOST[0][1], LOST[0][2], source, "en")
    assert carried is not None
    assert plain is not None
    assert carried < plain - 1


def test_each_clue_has_a_weight() -> None:
    found = clues(LOST[0][1], LOST[0][2], "fr", "en")
    assert found is not None
    assert len(found) == len(WEIGHTS)
    assert found[0] == 1.0


@pytest.mark.parametrize("text", WANTS_A_NO)
def test_a_word_that_wants_a_no_and_has_none_is_an_orphan(text: str) -> None:
    assert pattern("en", "orphan").search(text)


@pytest.mark.parametrize("text", WANTS_NONE)
def test_a_word_that_wants_none_is_no_orphan(text: str) -> None:
    assert not pattern("en", "orphan").search(text)


def test_some_words_may_carry_a_no() -> None:
    assert [word for word in CARRIES if not pattern("en", "like").match(word)] == []
    assert [word for word in CARRIES_NONE if pattern("en", "like").match(word)] == []


def test_a_language_without_a_table_denies_nothing() -> None:
    assert not pattern("xx", "negation").search("no not never")
    assert lost("no", "yes", "xx", "en") is None


@pytest.mark.parametrize(("language", "kind"), sorted(_patterns()))
def test_hostile_text_takes_no_time(language: str, kind: str) -> None:
    for text in LETTERS:
        start, wanted = time.process_time(), pattern(language, kind)
        if kind.startswith("like"):
            wanted.match(text, timeout=5)  # one word at a time
        else:
            wanted.findall(text, timeout=5)
        assert time.process_time() - start < 0.5, text[:12]


def test_every_pattern_is_one() -> None:
    assert all(isinstance(each, regex.Pattern) for each in _patterns().values())
