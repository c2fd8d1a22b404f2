"""The ways a cut sentence may read: which of them is right is for the fluency model to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.articles import agreeing
from cleanup.findings import Candidate, Edit, Licence, Safety
from cleanup.stops.stop import Stop, candidate, join, split_words
from cleanup.story import Story
from cleanup.text import Span

LONGEST_DROPPED = 8  # words
MOST_MOVED, MOST_PASSED = 3, 2  # words of the tail; words that they are put before
LOOK_BACK = 60  # characters
UNSURE = 0.3
BREAK = regex.compile(r"[^\p{L}\p{M}\p{N}’' \u00a0-]")


def readings(stop: Stop, story: Story) -> tuple[Candidate, ...]:
    """Return all readings of a stop but "leave it".

    Kinds: "join", "comma", "capital", "insert:WORD", "drop" (the tail), "drop:N" (its first N words), and "move:N<M"
    (the tail's first N words go before the last M words in front of the stop).
    """
    return tuple(_readings(stop, story))


def _readings(stop: Stop, story: Story) -> Iterator[Candidate]:
    initial = Span(stop.tail.start, stop.tail.start + 1)
    yield _reading("join", join(stop, story))
    yield _reading("comma", join(stop, story, ","))
    yield _reading("capital", Edit(initial, initial.of(story.text).upper()), licence=Licence.NAMES)
    if stop.opening or not story.text[stop.dot.stop : stop.dot.stop + 1].isspace():
        return  # a mark behind the stop, which would go with it
    tail = list(split_words(story.text, stop.tail))
    if stop.closing:
        yield from _dropped(stop, tail)
        return
    for word in sorted(story.lexicons.words("inserted")):
        if word != tail[0].of(story.text):
            yield _reading(f"insert:{word}", join(stop, story, f" {word}"))
    yield from _dropped(stop, tail)
    yield from _moved(stop, story, _clause(tail, story)[:MOST_MOVED])


def _reading(kind: str, *edits: Edit, licence: Licence = Licence.QUOTED) -> Candidate:
    return candidate(Safety.FLUENCY, UNSURE, *edits, licences=frozenset({licence}), kind=kind)


def _dropped(stop: Stop, tail: Sequence[Span]) -> Iterator[Candidate]:
    if len(tail) <= LONGEST_DROPPED:
        yield _reading("drop", Edit(stop.debris, ""))
    whole = tail[-1].stop == stop.tail.stop  # no comma after it
    for count in range(1, min(MOST_MOVED, len(tail) - whole) + 1):
        yield _reading(f"drop:{count}", Edit(Span(stop.dot.start, tail[count - 1].stop), ""))


def _moved(stop: Stop, story: Story, tail: Sequence[Span]) -> Iterator[Candidate]:
    """Yield "bodily fluids" for "fluids. bodily"."""
    start = max(story.paragraph_of(stop.left.start).start, stop.dot.start - LOOK_BACK)
    before = _clause(list(split_words(story.text, Span(start, stop.dot.start)))[::-1], story)
    for count, last in enumerate(tail, 1):
        gone = stop.debris if last.stop == stop.tail.stop else Span(stop.dot.start, last.stop)
        words = Span(tail[0].start, last.stop).of(story.text)
        for passed, word in enumerate(before[:MOST_PASSED], 1):
            place = agreeing(story, Edit(Span(word.start, word.start), f"{words} "))
            yield _reading(f"move:{count}<{passed}", place, Edit(gone, ""))


def _clause(words: Sequence[Span], story: Story) -> list[Span]:
    """Return the first of some words that follow each other, either way, with no mark between any two."""
    kept = list(words[:1])
    for word in words[1:]:
        if BREAK.search(story.text, min(word.stop, kept[-1].stop), max(word.start, kept[-1].start)):
            break
        kept.append(word)
    return kept
