"""Plain text: a paragraph a line, or lines wrapped by hand, with any line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from cleanup.text import Document, Piece, Span

SUFFIXES = (".txt", ".text")

_BREAK = re.compile(r"(?<![ \t])[ \t]*+(?P<end>\r\n?|\n)")
_NEW_PARAGRAPH = re.compile(r"\s|$|>|(?:[-*•·]|\d{1,3}\))\s")
_CUT_WORD = re.compile(r"\w[-‐—]$")
_SENTENCE_END = (".", "!", "?", "…", "”", '"')
_NARROW, _WIDE = 50, 100  # columns to which people and wires wrap copy


def recognises(text: str) -> bool:  # noqa: ARG001 - every format is asked the same way
    """Whether this could be plain text: always, so it is asked last."""
    return True


def read(text: str) -> Document:
    """Return the story with every line end as a line feed, or as a space where the line was only wrapped there."""
    lines = _BREAK.sub("\n", text).split("\n")
    width = _width(lines)
    if not width and "\r" not in text:
        return Document(text, text, reread=read)
    marks = [(prose, span) for prose, span in _marks(text, lines, width) if prose]
    starts = accumulate((len(prose) for prose, _ in marks), initial=0)
    pieces = tuple(
        Piece(Span(start, start + len(prose)), span) for start, (prose, span) in zip(starts, marks, strict=False)
    )
    return Document(
        "".join(prose for prose, _ in marks), text, pieces, encode=_crlf if "\r\n" in text else str, reread=read
    )


def _marks(text: str, lines: list[str], width: int) -> Iterator[tuple[str, Span]]:
    """Yield each stretch of the text with what it reads as: nothing, where a line was cut after a hyphen."""
    at = 0
    for match, (line, following) in zip(_BREAK.finditer(text), pairwise(lines), strict=True):
        soft = width and _full(line, following, width)
        start = match.start() if soft else match.start("end")
        yield text[at:start], Span(at, start)
        yield "\n" if not soft else "" if _CUT_WORD.search(line) else " ", Span(start, match.end())
        at = match.end()
    yield text[at:], Span(at, len(text))


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _width(lines: list[str]) -> int:
    """Return the column at which the text was wrapped, 0 when it was not: then each line is a paragraph."""
    inner = list(_inner(lines))
    if not inner:
        return 0
    lengths = sorted(len(line) for line, _ in inner)
    width = lengths[len(lengths) * 9 // 10]
    full = sum(_full(line, following, width) for line, following in inner)
    ends = sum(line.endswith(_SENTENCE_END) for line, _ in inner)
    wrapped = _NARROW <= width <= _WIDE and full >= 0.8 * len(inner) and ends <= 0.5 * len(inner)
    return width if wrapped else 0


def _inner(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with the one that goes on after it in the same paragraph."""
    return ((line, following) for line, following in pairwise(lines) if line and not _NEW_PARAGRAPH.match(following))


def _full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room on this one: so it was wrapped, not ended."""
    if not line or _NEW_PARAGRAPH.match(following):
        return False
    return len(line) + 1 + len(following.split(None, 1)[0]) > width
