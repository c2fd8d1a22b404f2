"""What the original shows of the copy's letters, through the cleaner as it is used."""

from __future__ import annotations

from functools import cache

import pytest

import cleanup
from cleanup.findings import Verdict


@cache
def cleaner(source: str) -> cleanup.Cleaner:
    return cleanup.Cleaner(source, "en", model=None)


def proven(source: str, copy: str, original: str) -> dict[str, tuple[str, Verdict]]:
    report = cleaner(source).clean(copy, original)
    return {
        d.finding.rule: (d.span.of(copy), d.verdict) for d in report.decisions if d.finding.rule.startswith("proven.")
    }


CAPITALS = [
    # the same letters, a name that no table knows
    (
        "ro",
        "The workers of the harbour of velkaroma want higher wages from Monday on.",
        "Lucrătorii din portul Velkaroma vor salarii mai mari de luni.",
        "velkaroma",
    ),
    # declined in the original
    (
        "cs",
        "The painter showed her pictures in the town of křídlovice on Friday.",
        "Malířka vystavila v pátek ve městě Křídlovicích své obrazy.",
        "křídlovice",
    ),
    # Latin letters in writing without spaces
    (
        "ja",
        "The service for restaurants is called “velkaroma” and has many users.",
        "飲食店向けのサービスはVelkaromaという名前で、利用者が多い。",
        "velkaroma",
    ),
]


@pytest.mark.parametrize(("source", "copy", "original", "name"), CAPITALS)
def test_a_name_gets_the_capital_of_the_original(source: str, copy: str, original: str, name: str) -> None:
    """English may have made a word of its own of one in plain letters, as of "cortex": that is only suggested."""
    sure = Verdict.SUGGESTED if name.isascii() else Verdict.APPLIED
    assert proven(source, copy, original)["proven.capital"] == (name, sure)
    right = copy if name.isascii() else copy.replace(name, name.capitalize())
    assert cleaner(source).clean(copy, original).text == right


@pytest.mark.parametrize(
    ("source", "original"),
    [
        # there too in small letters
        ("ro", "Lucrătorii din portul velkaroma vor salarii mai mari de luni."),
        # and declined
        ("ro", "Lucrătorii din portul Velkaroma vor salarii mai mari de luni, ca la orice velkaromanului."),
        # the first word of a sentence proves nothing
        ("ro", "Velkaroma, un port, are lucrători care vor salarii mai mari de luni."),
        # German writes all nouns so
        ("de", "Die Arbeiter im Hafen der Velkaroma wollen ab Montag mehr Lohn."),
    ],
)
def test_small_letters_stay_where_the_original_proves_nothing(source: str, original: str) -> None:
    assert "proven.capital" not in proven(source, CAPITALS[0][1], original)


@pytest.mark.parametrize("word", ["bridge", "people"])
def test_words_of_the_copy_stay_small(word: str) -> None:
    copy = f"The workers of the {word} want higher wages from Monday on."
    assert not proven("ro", copy, f"Lucrătorii din {word.capitalize()} vor salarii mai mari de luni.")


def test_a_word_left_as_it_was_is_flagged() -> None:
    copy = "The doors of the school were zugravite by the pupils in the summer holidays."
    original = "Ușile școlii au fost zugrăvite de elevi în vacanța de vară."
    assert proven("ro", copy, original)["proven.leftover"] == ("zugravite", Verdict.FLAGGED)


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        # another word there
        (
            "The doors of the school were zugravite by the pupils in the summer holidays.",
            "Ușile școlii au fost vopsite de elevi în vacanța de vară.",
        ),
        # a word that both languages have
        (
            "The director of the hospital will open the new department on Monday morning.",
            "Noul departament va fi deschis luni dimineață de director, anunță hospital.",
        ),
        # shown on purpose
        (
            "The pupils call the doors of the school “zugravite” in the summer holidays.",
            "Elevii numesc ușile școlii zugrăvite în vacanța de vară.",
        ),
    ],
)
def test_words_that_may_stand_are_left_alone(copy: str, original: str) -> None:
    assert "proven.leftover" not in proven("ro", copy, original)


@pytest.mark.parametrize(
    ("original", "sign"),
    [
        ("Компанія купить у Польщі новий завод за 12 мільйонів доларів у травні.", "$"),
        ("Компанія купить у Польщі новий завод за 12 мільйонів євро у травні.", "€"),
        ("Компанія купить у Польщі новий завод на 12 мільйонів ламп у травні.", ""),
        ("Компанія купить у Польщі новий завод за 15 мільйонів доларів у травні.", ""),
    ],
)
def test_a_word_of_another_script_gives_way_to_the_sign_that_is_meant(original: str, sign: str) -> None:
    copy = "The company will buy a new plant in Poland for Польщі 12 million in May."
    found = proven("uk", copy, original)
    assert found.get("proven.currency") == (("Польщі ", Verdict.APPLIED) if sign else None)
    if sign:
        assert cleaner("uk").clean(copy, original).text == copy.replace("Польщі ", sign)


LETTERS = [
    ("fr", "Harabia", "Harabiš"),  # another letter
    ("fr", "Dostul", "Dostál"),
    ("fr", "Brzobohat", "Brzobohatý"),  # none
    ("fr", "Koiak", "Koňařík"),  # two together
    ("es", "Ond-ej", "Ondřej"),  # a mark
    ("es", "Schüpbach's", "Schýpbach"),  # another marked one, in the genitive
    ("de", "MarÃa", "María"),  # half a letter
    ("de", "Nádra-í", "Nádraží"),  # beside one that came through
]


@pytest.mark.parametrize(("source", "wrong", "right"), LETTERS)
def test_a_name_gets_back_its_marked_letters(source: str, wrong: str, right: str) -> None:
    copy = f"The vote was a surprise for {wrong}, who lives in the village near the border."
    originals = {
        "fr": f"Le vote a surpris {right}, qui habite dans le village près de la frontière.",
        "es": f"El voto sorprendió a {right}, que vive en el pueblo cerca de la frontera.",
        "de": f"Die Abstimmung überraschte {right}, der in dem Dorf an der Grenze lebt.",
    }
    original = originals[source]
    genitive = "'s" if wrong.endswith("'s") else ""
    assert cleaner(source).clean(copy, original).text == copy.replace(wrong, right + genitive)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Dostal", "Dostál"),  # as English writes it
        ("Mueller", "Müller"),
        ("Caesar", "César"),
        ("Harabis", "Harabiš"),
        ("Moscow", "Moscú"),  # a place
        ("Society", "Société"),  # a word
        ("Harabo", "Harabová"),  # other letters are missing too
        ("harabia", "Harabiš"),  # no name in the copy
        ("Hara2ia", "Harašia"),
    ],
)
def test_a_name_that_english_writes_so_is_left_alone(wrong: str, right: str) -> None:
    copy = f"The vote was a surprise for {wrong}, who lives in the village near the border."
    original = f"Le vote a surpris {right}, qui habite dans le village près de la frontière."
    assert "proven.letters" not in proven("fr", copy, original)


@pytest.mark.parametrize(
    ("source", "wrong", "right"),
    [
        ("fr", "Luka", "Lukáš"),  # a name too
        ("fr", "Corunxa", "Coruña"),  # perhaps another spelling
        ("fr", "Velkarit", "Velkarità"),  # perhaps two words that the original has as one
        ("cs", "Stvekal", "Střekal"),  # perhaps declined, or respelt
    ],
)
def test_a_name_that_may_be_another_is_suggested(source: str, wrong: str, right: str) -> None:
    copy = f"The vote was a surprise for {wrong}, who lives in the village near the border."
    originals = {
        "fr": f"Le vote a surpris {right}, qui habite dans le village près de la frontière.",
        "cs": f"Hlasování překvapilo pana {right}, který žije ve vesnici u hranic.",
    }
    assert proven(source, copy, originals[source])["proven.letters"] == (wrong, Verdict.SUGGESTED)


@pytest.mark.parametrize(("wrong", "right"), [("Karabakh", "Karabağ"), ("Velkar", "Velkarı"), ("Abdel", "Abdül")])
def test_a_language_that_respells_names_proves_no_spelling(wrong: str, right: str) -> None:
    copy = f"The vote was a surprise for {wrong}, a village near the border in the north."
    assert "proven.letters" not in proven(
        "tr", copy, f"Oylama, kuzeyde sınıra yakın bir köy olan {right} için sürpriz oldu."
    )


def test_a_name_that_the_copy_has_right_as_often_explains_no_other() -> None:
    copy = "The vote was a surprise for Harabiš and for Harabia, who live near the border."
    original = "Le vote a surpris Harabiš et Harabia, qui habitent près de la frontière."
    assert "proven.letters" not in proven("fr", copy, original)
    original = "Le vote a surpris Harabiš et son frère, qui habitent près de la frontière."
    assert "proven.letters" not in proven("fr", copy, original)
