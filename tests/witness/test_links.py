from __future__ import annotations

from time import perf_counter

from cleanup.bilingual.pairs import Pair
from cleanup.text import Span
from cleanup.witness.links import Links


def links(original: str, copy: str, source: str) -> Links:
    return Links(Pair(original, copy, source, "en", Span(0, len(copy)), Span(0, len(original))))


def told(found: Links) -> dict[str, str]:
    pairs = zip(found.copy, found.linked, strict=True)
    return {s.of(found.pair.copy): found.original[n].of(found.pair.original) for s, n in pairs if n is not None}


def test_words_are_linked_by_table_figures_and_likeness() -> None:
    found = told(links("Le ministre Kowalczyk a promis 1 200 écoles", "Minister Kowalczyk promised 1200 schools", "fr"))
    assert found["Minister"] == "ministre"
    assert found["Kowalczyk"] == "Kowalczyk"
    assert found["schools"] == "écoles"


def test_of_two_that_fit_the_nearer_is_taken() -> None:
    found = links("la ville aide la région et la région aide la ville", "the town helps the region", "fr")
    assert found.linked[found.copy.index(Span(4, 8))] == 1


def test_a_language_without_a_table_links_names_and_figures_alone() -> None:
    assert set(told(links("Minister Kowalczyk obiecał 12 szkół", "Kowalczyk promised 12 schools", "pl"))) == {
        "Kowalczyk",
        "12",
    }


def test_a_sentence_without_an_end_takes_no_time() -> None:
    began = perf_counter()
    found = links("maison ville " * 9000, "house town " * 9000, "fr")
    assert set(found.linked) == {None}
    assert perf_counter() - began < 5
