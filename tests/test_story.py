"""What a story answers."""

from __future__ import annotations

import pytest
from detectors.verdicts import story
from hypothesis import given
from hypothesis import strategies as st

from cleanup.story import JOINING, WORD
from cleanup.text import Span

TEXT = "He met Gen. Kim. They left.\n\n  Then it rained! Hard.  \nThe end"


def test_paragraphs_and_sentences() -> None:
    told = story(TEXT)
    assert [span.of(TEXT) for span in told.paragraphs] == [
        "He met Gen. Kim. They left.",
        "Then it rained! Hard.",
        "The end",
    ]
    places = [("met", "He met Gen. Kim."), ("Kim", "He met Gen. Kim."), ("They", "They left."),
              ("it", "Then it rained!"), ("Hard", "Hard."), ("end", "The end")]  # fmt: skip
    assert [told.sentence_of(TEXT.index(word)).of(TEXT) for word, _ in places] == [sentence for _, sentence in places]


def test_a_place_between_paragraphs_belongs_to_the_one_before() -> None:
    told = story(TEXT)
    gap = TEXT.index("\n")
    assert told.paragraph_of(gap) == told.paragraphs[0]
    assert told.paragraph_of(len(TEXT)) == told.paragraphs[-1]
    assert story("\n  a").paragraph_of(0) == Span(3, 4)
    assert story("").paragraph_of(0) == Span(0, 0)
    assert story(" \n ").sentence_of(1) == Span(0, 3)


STANDING = [
    ("the end of the end", "the", [0, 11]),
    ("The end of the", "the", [11]),
    ("well-known is known", "known", [14]),
    ("it’s it", "it", [5]),
    ("‘it’ it", "it", [5]),
    ("-it it- it", "it", [8]),
    ("a.b", "b", [2]),
    ("a", "b", []),
]


@pytest.mark.parametrize(("text", "word", "starts"), STANDING)
def test_where_a_word_stands_alone(text: str, word: str, starts: list[int]) -> None:
    assert [span.start for span in story(text).standing(word)] == starts


def test_words_are_counted_in_their_case() -> None:
    told = story("The mayor’s the well-known mayor; THE mayor")
    assert told.words == {"The": 1, "mayor’s": 1, "the": 1, "well-known": 1, "mayor": 2, "THE": 1}
    assert told.sequence[0] == "The"


def test_a_lone_surrogate_can_be_indexed() -> None:
    told = story("a\ud800b😀")
    assert told.encodable == "a\ufffdb😀"
    assert len(told.encodable) == len(told.text)
    told.encodable.encode()


ANY = st.text(st.sampled_from("aB.!? \n”’-é\ud800"))


@given(ANY, st.data())
def test_every_place_has_a_paragraph_and_a_sentence_in_it(text: str, data: st.DataObject) -> None:
    told = story(text)
    at = data.draw(st.integers(0, len(text)))
    paragraph, sentence = told.paragraph_of(at), told.sentence_of(at)
    assert paragraph.holds(sentence)
    if at < len(text) and not text[at].isspace():
        assert paragraph.start <= at < paragraph.stop
        assert sentence.start <= at < sentence.stop


@given(ANY)
def test_each_word_stands_where_it_is_counted(text: str) -> None:
    told = story(text)
    for word, count in told.words.items():
        places = told.standing(word)
        assert len(places) <= count
        assert all(span.of(text) == word for span in places)
        assert all(
            text[s.start - 1 : s.start] not in JOINING and text[s.stop : s.stop + 1] not in JOINING for s in places
        )
    assert [m.group() for m in WORD.finditer(text)] == told.sequence
