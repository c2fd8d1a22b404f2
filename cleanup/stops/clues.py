"""What can be told of a bogus stop by looking at it: named facts, which the ranker weighs."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.stops.clauses import before, whole
from cleanup.stops.clinging import ends_list
from cleanup.stops.joins import verbs_left
from cleanup.stops.modifiers import apart, behind_nouns, modified_before, modifies, word_class
from cleanup.stops.stop import Stop, closes, split_words, words
from cleanup.story import Story
from cleanup.text import Span

ANOTHER_STOP = regex.compile(r"\p{L}\. \p{L}")
NEAR = 6  # words before the stop
LONGEST = 4  # words: a tail of more is long


def clues(stop: Stop, story: Story) -> tuple[str, ...]:
    """Return the facts that speak for one reading of the stop or another."""
    return tuple(_clues(stop, story))


def _clues(stop: Stop, story: Story) -> Iterator[str]:
    text = story.text
    near = words(text[max(story.paragraph_of(stop.left.start).start, stop.dot.start - 80) : stop.dot.start])[-NEAR:]
    tail = words(stop.tail.of(text))
    yield f"first:{word_class(tail[0], story)}"
    yield f"words:{len(tail) if len(tail) <= LONGEST else 'many'}"
    if closes(stop, story):
        yield "closes"
    if stop.closing:
        yield "closing"
    if stop.opening:
        yield "opening"
    if tail[0] in near:
        yield "repeats"
    if near and tail[0] == near[-1]:
        yield "doubles"
    if story.text.startswith("  ", stop.dot.stop):
        yield "two-spaces"
    if stop.left.of(text)[-1:].isdigit() or stop.left.of(text)[:1].isdigit():
        yield "left-figure"
    if tail[-1] in story.lexicons.words("prepositions"):
        yield "hangs"
    yield "comma" if _comma_follows(stop, story) else "no-comma"
    yield from _clauses(stop, story, tail)
    yield from _doubts(stop, story, tail)


def _clauses(stop: Stop, story: Story, tail: list[str]) -> Iterator[str]:
    """Yield whether either side may be a sentence, and whether the tail looks like what stood behind its noun."""
    left = before(stop, story)
    yield "left-clause" if whole(left, story) else "left-fragment"
    yield "tail-clause" if whole(stop.tail, story) else "tail-fragment"
    if story.source_language and not stop.closing and not stop.opening and apart(stop, story):
        behind = "behind" if behind_nouns(story) else "elsewhere"
        yield f"{behind}:{'modifier' if modifies(tail[0], story) else word_class(tail[0], story)}"
        if modified_before(stop, story):
            yield "two-modifiers"


def _doubts(stop: Stop, story: Story, tail: list[str]) -> Iterator[str]:
    """Yield what says that more than the stop is wrong."""
    text, ends = story.text, closes(stop, story)
    if tail[-1][0].isdigit():
        yield "ends-in-figure"
    if verbs_left(stop, story):
        yield "verbs-only"
    if ends and ends_list(stop, story):
        yield "name-only"
    if ANOTHER_STOP.search(text, max(story.paragraph_of(stop.left.start).start, stop.left.start - 30), stop.left.stop):
        yield "another-stop"
    if stop.closing and tail[0] in story.lexicons.words("prepositions"):
        yield "quote-then-preposition"


def _comma_follows(stop: Stop, story: Story) -> bool:
    """Whether a comma stands within the first words of the tail."""
    first = list(split_words(story.text, stop.tail))[:3]
    return bool(first) and "," in Span(first[0].start, min(first[-1].stop + 1, len(story.text))).of(story.text)
