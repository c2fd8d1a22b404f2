"""Which stops are odd: those before a small letter that no abbreviation, initial or name explains."""

from __future__ import annotations

import pytest
from detectors.verdicts import story

from cleanup.stops.clauses import stem
from cleanup.stops.stop import closes, find, words

ODD = [
    ("Arms go to Russia. intended for the war, he said.", "Russia", "intended for the war, he said", "."),
    ("He called it “a mistake”. of the army.", "mistake", "of the army", "."),
    ("It cost 3 million euros. euros, in all: a record.", "euros", "euros, in all", ":"),
    ("They met in Lorville. and left", "Lorville", "and left", ""),
    ("Nobody came.\nfrom the party", "came", "from the party", ""),
]
USUAL = [
    "Some 8 in. of rain fell.",
    "He met Mr. de Klerk, e.g. in Paris, at 5 p.m. on Monday.",
    "The firm (Acme Corp.) grew; J. k. Rowling did not.",
    "Read example.com. iPhones are sold there.",
    "See p. 5, vs. the other vol. of it.",
    "The plan failed… and was dropped.",
]


@pytest.mark.parametrize(("text", "left", "tail", "end"), ODD)
def test_an_odd_stop_has_a_word_before_it_and_a_tail(text: str, left: str, tail: str, end: str) -> None:
    (stop,) = find(story(text))
    assert (stop.left.of(text), stop.tail.of(text), stop.end) == (left, tail, end)
    assert stop.dot.of(text) == "."
    assert stop.gap.start == stop.left.stop
    assert stop.gap.stop == stop.tail.start


@pytest.mark.parametrize("text", USUAL)
def test_a_stop_that_something_explains_is_not_odd(text: str) -> None:
    assert find(story(text)) == []


def test_a_story_that_begins_its_sentences_in_small_letters_means_to() -> None:
    text = "we went home. it was late. nobody spoke. then it rained."
    assert find(story(text)) == []
    assert len(find(story(f"{text} It was May. He left. She stayed. They sang. It ended."))) == 3


def test_a_tail_closes_where_a_new_sentence_or_nothing_follows() -> None:
    for text, closing in (("He won a race. swimming. She lost.", True), ("He won “a race. swimming” that day.", False)):
        one = story(text)
        (stop,) = find(one)
        assert closes(stop, one) is closing


def test_words_are_in_small_letters_without_marks() -> None:
    assert words("“The 1.6% rise,” O’Neil-Smith said") == ["the", "1", "6", "%", "rise", "o’neil-smith", "said"]


@pytest.mark.parametrize("word", ["reduces", "reduced", "reducing", "reduce"])
def test_forms_of_a_verb_share_their_stem(word: str) -> None:
    assert stem(word) == "reduc"
