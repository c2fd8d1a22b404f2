"""How languages say no, and what in a copy may carry one."""

from __future__ import annotations

import pytest

from cleanup.bilingual.negation import added, enough, lost, pattern

DENIES = [
    ("fr", "il ne vient jamais", True),
    ("fr", "jamais il ne vint", True),
    ("fr", "la plus belle ville qu'on ait jamais vue", False),
    ("fr", "venir ou pas", False),
    ("fr", "un pas en avant", False),
    ("es", "sin duda", False),
    ("es", "no vino nadie", True),
    ("de", "nicht nur heute", False),
    ("de", "keine Antwort", True),
    ("ru", "не пришёл", True),
    ("ru", "не только он", False),
    ("en", "he cannot come", True),
]


@pytest.mark.parametrize(("language", "text", "denies"), DENIES)
def test_what_denies(language: str, text: str, denies: bool) -> None:
    assert bool(pattern(language, "negation").search(text)) is denies


ORPHANS = [
    ("the budget, which we do know yet.", True),
    ("it is a new practice, but rather frequent", True),
    ("the bank has option other than to pay", True),
    ("he did even pay attention", True),
    ("it wo ever disappear", True),
    ("the biggest ship yet.", False),
    ("the work has yet to begin", False),
    ("he has even inspired others", False),
    ("and yet, he came", False),
    ("she did even better", False),
]


@pytest.mark.parametrize(("text", "orphan"), ORPHANS)
def test_what_wants_a_no_that_is_not_there(text: str, orphan: bool) -> None:
    assert bool(pattern("en", "orphan").search(text)) is orphan


def test_a_lost_no_weighs_more_than_a_no_in_other_words() -> None:
    original = "Le ministre n'a pas signé l'accord avec les syndicats."
    gone = lost(original, "The minister signed the agreement with the unions.", "fr", "en")
    other = lost(original, "The minister refused to sign the agreement with the unions.", "fr", "en")
    assert gone is not None
    assert other is not None
    assert gone > enough("fr") > other


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("Le ministre a signé l'accord.", "The minister signed the agreement."),
        ("Le ministre n'a pas signé l'accord.", "The minister has not signed the agreement."),
        ("Le ministre n'a-t-il pas signé l'accord ?", "Did the minister sign the agreement?"),
    ],
)
def test_nothing_is_lost_where_nothing_is_denied_or_both_are_or_it_is_asked(original: str, copy: str) -> None:
    assert lost(original, copy, "fr", "en") is None


def test_a_no_is_added_only_to_a_literal_copy() -> None:
    original = "Le ministre a signé l'accord avec les syndicats."
    copy = "The minister has not signed the agreement with the unions."
    place = added(original, copy, "fr", "en")
    assert place is not None
    assert place.of(copy) == "not"
    assert added(original, "Nobody thought he would, and he did not.", "fr", "en") is None
    assert added("Sopimus allekirjoitettiin.", copy, "fi", "en") is None  # who knows how Finnish says no?
