"""Marking the prose in a page of markup: a Document made stretch by stretch, white space read as a page shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cleanup.text import Document, Piece, Span

PLACE = "\ufffc"


class _Shown(NamedTuple):
    """What a stretch of the original reads as."""

    text: str
    start: int
    stop: int
    fixed: bool = False


class Marker:
    """Takes what stands in `original` from first to last. A block begins with the first text in it.

    `shielded`: what is shown from now on is protected. `language`: the code that what is shown from now on is said to
    be in, "" when nothing is said. `globs`: rules silenced in this block, or in the next.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.shielded = False
        self.language = ""
        self.globs: list[str] = []
        self._prose: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._boundaries: list[int] = []
        self._seams: list[tuple[int, int]] = []
        self._protected: list[Span] = []
        self._ignored: list[tuple[Span, str]] = []
        self._declared: list[tuple[Span, str]] = []
        self._shielding = False
        self._speaking = ""
        self._begin()

    def _begin(self) -> None:
        self._block: int | None = None  # where it begins in the prose
        self._held: list[_Shown] = []  # shows only when more follows in the block
        self._blank = True  # a white space here would not show
        self._seam: int | None = None  # the place outside the tags that stand here
        self._opened = False  # one of them is a start tag
        self._wrapped = False  # the block began with tags

    def document(self, encode: Callable[[str], str]) -> Document:
        """Return what was marked."""
        self.end_block()
        return Document(
            "".join(self._prose),
            self.original,
            tuple(self._pieces),
            tuple(dict.fromkeys(self._boundaries)),
            tuple(span for span in self._protected if len(span)),
            tuple(self._ignored),
            encode,
            tuple(self._seams),
            declared=tuple((span, code) for span, code in self._declared if len(span)),
        )

    def verbatim(self, start: int, stop: int) -> None:
        """Show a stretch as it is; it has no white space but single spaces between words."""
        if start < stop and self._blank and self.original[start] == " ":
            start += 1
        if start < stop:
            self._put(_Shown(self.original[start:stop], start, stop))
            self._blank = self.original[stop - 1] == " "

    def character(self, text: str, start: int, stop: int, *, fixed: bool = False) -> None:
        """Show a stretch as `text`."""
        self._put(_Shown(text, start, stop, fixed))
        self._blank = False

    def space(self, start: int, stop: int) -> None:
        """Show white space as one space, or not at all beside another and at the ends of lines."""
        if not self._blank:
            self._put(_Shown(" ", start, stop))
            self._blank = True

    def place(self, start: int, stop: int) -> None:
        """Hold the place of something in a sentence that is not prose."""
        shown = _Shown(PLACE, start, stop, fixed=True)
        if self._block is None:
            self._held.append(shown)
        else:
            self._put(shown)
        self._blank = False

    def line_break(self, start: int, stop: int) -> None:
        """End the line, but not the block."""
        self._trim()
        if self._block is not None or self._held:
            self._held.append(_Shown("\n", start, stop, fixed=True))
        self._blank = True

    def tag(self, start: int, stop: int, *, closing: bool) -> None:
        """Note an inline tag; outside of those at one place is after the end tags, before the start tags."""
        if not self._opened:
            self._seam = stop if closing else start
            self._opened = not closing

    def end_block(self) -> None:
        """End the block, if one has begun."""
        self._trim()
        if self._block is not None:
            if self._seam is not None:
                self._boundaries.append(self._length)
                if not self._wrapped:
                    self._seams.append((self._length, self._seam))
            self._ignored += [(Span(self._block, self._length), glob) for glob in self.globs]
            self.globs = []
        self._begin()

    def _put(self, shown: _Shown) -> None:
        if self._held and shown.text == " ":
            self._held.append(shown)
            return
        held, self._held = self._held, []
        for each in (*held, shown):
            self._add(each)

    def _add(self, shown: _Shown) -> None:
        if self._block is None:
            if self._length:
                self._prose.append("\n\n")
                self._length += 2
            self._block, self._wrapped = self._length, self._seam is not None
        elif self._seam is not None:
            self._seams.append((self._length, self._seam))
        if self._seam is not None:
            self._boundaries.append(self._length)
        self._seam, self._opened = None, False
        prose = Span(self._length, self._length + len(shown.text))
        self._prose.append(shown.text)
        self._pieces.append(Piece(prose, Span(shown.start, shown.stop), shown.fixed))
        self._length = prose.stop
        self._shield(prose)

    def _shield(self, span: Span) -> None:
        if self.shielded and self._shielding:
            self._protected[-1] = self._protected[-1].cover(span)
        elif self.shielded:
            self._protected.append(span)
        self._shielding = self.shielded
        if self.language and self.language == self._speaking:
            self._declared[-1] = (self._declared[-1][0].cover(span), self.language)
        elif self.language:
            self._declared.append((span, self.language))
        self._speaking = self.language

    def _trim(self) -> None:
        """Take back the white space at the end of a line."""
        if self._held and self._held[-1].text == " ":
            self._held.pop()
        elif not self._held and self._block is not None and self._blank:
            self._length -= 1
            piece, text = self._pieces.pop(), self._prose.pop()[:-1]
            if text:
                self._prose.append(text)
                shorter = Span(piece.original.start, piece.original.stop - 1)
                self._pieces.append(Piece(Span(piece.prose.start, self._length), shorter))
            if self._shielding:
                self._protected[-1] = Span(self._protected[-1].start, self._length)
            if self._speaking:
                self._declared[-1] = (Span(self._declared[-1][0].start, self._length), self._speaking)
