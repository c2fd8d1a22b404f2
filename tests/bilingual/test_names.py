"""Names on either side, and which of them the other side has not."""

from __future__ import annotations

import pytest

from cleanup.bilingual import names


def new(source: str, original: str, copy: str) -> list[str]:
    here, there = names.side(copy, "en", source), names.side(original, source, "en")
    return [each.word for each in names.unmatched(here, there, "en", source)]


@pytest.mark.parametrize(
    ("source", "original", "copy"),
    [
        ("fr", "Il vit en Écosse.", "He lives in Scotland."),
        ("fr", "La Bavière attend Guillaume.", "Everybody in Bavaria waits for William."),
        ("es", "Viajó a Pekín con Colón.", "He travelled to Beijing with Columbus."),
        ("de", "Er fuhr nach Mailand.", "He went to Milan."),
        ("ru", "Он встретил Хорхе и Анджелину Джоли.", "He met Jorge and Angelina Jolie."),
        ("ru", "Умер актер Ларри Хэгмэн.", "The actor Larry Hagman died."),
        ("ru", "Документ опубликован Пекином.", "The document was published by Beijing."),
        ("uk", "Він зустрів Зеленського.", "He met Zelensky."),
    ],
)
def test_the_same_name_in_another_form(source: str, original: str, copy: str) -> None:
    assert new(source, original, copy) == []


@pytest.mark.parametrize(
    ("source", "original", "copy", "expected"),
    [
        ("fr", "Il a vu Nicolas Sarkozy.", "He saw Angela Merkel.", ["Angela", "Merkel"]),
        ("es", "Vio a Mariano Rajoy.", "He saw Merkel.", ["Merkel"]),
        ("ru", "Мэр встретил Путина.", "The mayor met Merkel.", ["Merkel"]),
        ("ru", "Он живёт в Лондоне.", "He lives in Hamburg.", ["Hamburg"]),
    ],
)
def test_another_name(source: str, original: str, copy: str, expected: list[str]) -> None:
    assert new(source, original, copy) == expected


def test_a_common_word_written_large_is_no_name() -> None:
    side = names.side("Il a parlé du Parlement et de Sarkozy.", "fr", "en")
    assert [each.word for each in names.surely(side.named, "fr", "en")][-1:] == ["Sarkozy"]
    assert "Parlement" not in [each.word for each in names.surely(side.named, "fr", "en")]


def test_a_word_that_begins_a_sentence_is_told_apart() -> None:
    side = names.side("Cabrnochová explique le budget à Sarkozy.", "fr", "en")
    assert ([each.word for each in side.named], [each.word for each in side.begun]) == (["Sarkozy"], ["Cabrnochová"])


def test_a_headline_in_title_case_has_no_names() -> None:
    assert names.side("New Budget Vote Splits Ruling Party Again", "en", "fr").named == ()
