"""Whether what stands on either side of a stop can be a sentence: has it a finite verb, is it more than a word."""

from __future__ import annotations

import regex

from cleanup.stops.stop import Stop, words
from cleanup.story import Story
from cleanup.text import Span

FRAGMENT = regex.compile(r"(?<![\p{L}\p{M}])\p{Ll}{3,20}\. \p{Lu}[\p{L}\p{M}’'-]*+$")
LOOK_BACK = 200  # characters
ENDING = regex.compile(r"(?<=\p{L}{3})(?:ing|ed|es|s|e|d)$")
SHORTEST = 3  # words: fewer make no sentence of news


def before(stop: Stop, story: Story) -> Span:
    """Return the sentence that ends in the stop, or its last stretch."""
    start = max(story.sentence_of(stop.left.start).start, stop.dot.start - LOOK_BACK)
    return Span(start, stop.dot.start)


def has_verb(span: Span, story: Story) -> bool:
    """Whether a word of the stretch may be a finite verb."""
    listed = story.lexicons.words
    return any(
        word in listed("finite") or word in listed("reporting-verbs") or word in listed("common-verbs")
        for word in words(span.of(story.text))
    )


def whole(span: Span, story: Story) -> bool:
    """Whether a stretch may be a sentence of its own."""
    return len(words(span.of(story.text))) > SHORTEST and has_verb(span, story)


def fragment(stop: Stop, story: Story) -> bool:
    """Whether one word alone stands between two stops: "the Arch company. Design. as part of"."""
    return FRAGMENT.search(story.text, max(stop.left.start - LOOK_BACK, 0), stop.left.stop) is not None


def last_words(stop: Stop, story: Story) -> list[str]:
    """Return the words of the paragraph that lead up to the stop, in lower case."""
    paragraph = story.paragraph_of(stop.left.start)
    return words(story.text[max(paragraph.start, stop.dot.start - LOOK_BACK) : stop.dot.start])


def stem(word: str) -> str:
    """Return what "reduce", "reduces", "reduced" and "reducing" share."""
    return ENDING.sub("", word)
