"""Text and the places in it. Nothing here changes a character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.stop]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty span does when it stands inside the other."""
        if not len(self) or not len(other):
            return self.start <= other.stop and other.start <= self.stop
        return self.start < other.stop and other.start < self.stop

    def holds(self, other: Span) -> bool:
        """Whether the other stands wholly within this one."""
        return self.start <= other.start and other.stop <= self.stop

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the prose and the stretch of the original it was read from.

    Where the lengths are equal the characters are the same (but for a single white space, which may be
    another) and count one for one; else the piece is an atom (an entity, a line end) that is replaced whole.
    `fixed` pieces, such as a `<br>`, never change.
    """

    prose: Span
    original: Span
    fixed: bool = False

    @property
    def atomic(self) -> bool:
        return len(self.prose) != len(self.original)


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Document:
    """A story as it came (`original`) and as it reads (`text`: prose only, blocks parted by blank lines).

    All spans handed about in cleanup are into `text`; `pieces` say where each stretch of it stands in the
    original, in order. No pieces: the two are the same. `boundaries` are the offsets in `text` at which an inline
    tag stood; `protected` stretches are left alone; `ignored` pairs a stretch with a rule glob silenced there;
    `encode` writes replacement text in the syntax of the format; `seams` pairs boundaries with the offset in
    the original that is outside the tags there, for what is put between two words; `reread` reads the format again;
    `declared` pairs a stretch with the code of the language that the markup says it is in.
    """

    text: str
    original: str
    pieces: tuple[Piece, ...] = ()
    boundaries: tuple[int, ...] = ()
    protected: tuple[Span, ...] = ()
    ignored: tuple[tuple[Span, str], ...] = ()
    encode: Callable[[str], str] = _as_it_is
    seams: tuple[tuple[int, int], ...] = ()
    reread: Callable[[str], Document] | None = None
    declared: tuple[tuple[Span, str], ...] = ()

    def again(self, text: str) -> Document:
        """Return the document of a changed original, read in the same format."""
        return self.reread(text) if self.reread else Document.plain(text)

    @classmethod
    def plain(cls, text: str) -> Document:
        """Return the document of a text without any markup."""
        return cls(text, text)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.prose.start for piece in self.pieces]

    def pieces_in(self, span: Span) -> tuple[Piece, ...]:
        """Return the pieces that share a character with `span` (for an empty one: that touch it)."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if not len(span) and first and self._starts[first] == span.start:
            first -= 1
        last = bisect_right(self._starts, span.stop) if not len(span) else bisect_left(self._starts, span.stop)
        return tuple(piece for piece in self.pieces[first:last] if piece.prose.overlaps(span))

    def in_original(self, span: Span) -> Span:
        """Return the stretch of `original` that holds every character of `span`, tags between them included.

        What parts two blocks is in the original all that stands between them.
        """
        if not self.pieces:
            return span
        touched = self.pieces_in(span)
        if not touched:
            return self._between(span.start)
        if not len(span):
            left = next((p for p in touched if p.prose.stop == span.start), None)
            at = left.original.stop if left else _forward(touched[0], span.start)
            return Span(at, at)
        return Span(_forward(touched[0], span.start), _backward(touched[-1], span.stop))

    def _between(self, offset: int) -> Span:
        following = bisect_right(self._starts, offset)
        start = self.pieces[following - 1].original.stop if following else 0
        return Span(start, self.pieces[following].original.start if following < len(self.pieces) else start)


def _forward(piece: Piece, offset: int) -> int:
    if piece.atomic:
        return piece.original.start
    return piece.original.start + max(offset - piece.prose.start, 0)


def _backward(piece: Piece, offset: int) -> int:
    if piece.atomic:
        return piece.original.stop
    return piece.original.start + min(offset, piece.prose.stop) - piece.prose.start
