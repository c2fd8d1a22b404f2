"""A decision in its surroundings: what it changes, word by word, with a little of the prose on either side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from cleanup.edits import apply
from cleanup.findings import Decision, Edit
from cleanup.report.diffs import words
from cleanup.text import Span

ROOM = 60
LONGEST_WORD = 40

_CUT = "…"
_LINE_END = "⏎"
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Mark(StrEnum):
    """What an excerpt says of a piece of itself."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    QUESTIONED = "questioned"


# As `git diff --word-diff` writes them, and CriticMarkup a highlight.
BRACKETS = {Mark.KEPT: ("", ""), Mark.REMOVED: ("[-", "-]"), Mark.ADDED: ("{+", "+}"), Mark.QUESTIONED: ("{==", "==}")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an excerpt, on one line and without control characters."""

    mark: Mark
    text: str

    @property
    def marked(self) -> str:
        """The piece as it reads without colour."""
        left, right = BRACKETS[self.mark]
        return f"{left}{self.text}{right}"


def excerpt(text: str, decision: Decision, room: int = ROOM) -> tuple[Piece, ...]:
    """Return the decision on one line, with up to `room` characters of `text` on either side."""
    edits = decision.candidate.edits if decision.candidate else ()
    span = _whole_words(text, decision.span, edits)
    before, after = span.of(text), _after(text, span, edits)
    middle = _changed(before, after) if before != after else [Piece(Mark.QUESTIONED, exposed(before))]
    lead = Piece(Mark.KEPT, visible(_lead(text, span.start, room)))
    tail = Piece(Mark.KEPT, visible(_tail(text, span.stop, room)))
    return (lead, *middle, tail)


def inline(pieces: Iterable[Piece]) -> str:
    """Return the pieces as one line of text that needs no colour."""
    return "".join(piece.marked for piece in pieces)


def visible(text: str) -> str:
    """Return `text` on one line, with every character that could steer a terminal spelt out."""
    return _UNSAFE.sub(_spelt, text.replace("\r\n", "\n").replace("\n", _LINE_END))


def exposed(text: str) -> str:
    """Return `text` as `visible` does, with invisible characters and unusual spaces spelt out too."""
    return "".join(c if c.isprintable() or c == "\n" else _spelt(c) for c in text).replace("\n", _LINE_END)


def _spelt(character: str | re.Match[str]) -> str:
    return f"<U+{ord(character[0]):04X}>"


def _changed(before: str, after: str) -> Iterator[Piece]:
    for change in words(before, after):
        if change.kept:
            yield Piece(Mark.KEPT, visible(change.before))
            continue
        if change.before:
            yield Piece(Mark.REMOVED, exposed(change.before))
        if change.after:
            yield Piece(Mark.ADDED, exposed(change.after))


def _after(text: str, span: Span, edits: tuple[Edit, ...]) -> str:
    local = [Edit(Span(e.span.start - span.start, e.span.stop - span.start), e.text) for e in edits]
    return apply(span.of(text), local)


def _whole_words(text: str, span: Span, edits: tuple[Edit, ...]) -> Span:
    """Return `span`, widened where the change would begin or end inside a word."""
    before, after = span.of(text), _after(text, span, edits)
    head = text[max(span.start - LONGEST_WORD, 0) : span.start]
    rest = text[span.stop : span.stop + LONGEST_WORD]
    inside_left = before != after and (before[:1].isalnum() or after[:1].isalnum())
    inside_right = before != after and (before[-1:].isalnum() or after[-1:].isalnum())
    start = span.start - (_letters(reversed(head)) if inside_left else 0)
    stop = span.stop + (_letters(rest) if inside_right else 0)
    return Span(start, stop)


def _letters(characters: Iterable[str]) -> int:
    """Return how many of the first characters belong to one word."""
    return sum(1 for _ in takewhile(str.isalnum, characters))


def _lead(text: str, start: int, room: int) -> str:
    line = text[max(start - room - 1, 0) : start].rpartition("\n")[2]
    if len(line) <= room:
        return line
    return _CUT + (line.partition(" ")[2] or line[1:])


def _tail(text: str, stop: int, room: int) -> str:
    line = text[stop : stop + room + 1].partition("\n")[0].removesuffix("\r")
    if len(line) <= room:
        return line
    return (line.rpartition(" ")[0] or line[:-1]) + _CUT
