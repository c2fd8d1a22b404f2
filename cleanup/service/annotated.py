"""LanguageTool's annotated text: prose and markup in turn, read as a Document and told in places of the whole.

Within, each markup is one character of Unicode's supplementary private planes, so that a corrected text can be read
again; outside, nobody sees these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from cleanup.errors import InputError
from cleanup.formats import text as plain
from cleanup.text import Document, Piece, Span

FIRST = 0xF0000  # of planes 15 and 16
MOST = 0x10FFFD - FIRST
_PRIVATE = re.compile(f"[{chr(FIRST)}-\U0010ffff]")


class Part(msgspec.Struct, frozen=True, rename="camel"):
    """A stretch of text, or of markup that reads as `interpret_as`."""

    text: str | None = None
    markup: str | None = None
    interpret_as: str = ""


class Data(msgspec.Struct, frozen=True):
    """What LanguageTool's parameter `data` holds: a text, or its parts."""

    text: str | None = None
    annotation: tuple[Part, ...] | None = None


@dataclass(frozen=True)
class Whole:
    """A text to be checked and the way from its Document's `original` to the text as the client has it."""

    document: Document
    marks: Mapping[str, str]  # what each character of the private planes stands for

    def outside(self, text: str) -> str:
        """Return a stretch of the original as the client has it."""
        return _PRIVATE.sub(lambda match: self.marks.get(match[0], match[0]), text) if self.marks else text

    def offset(self, offset: int) -> int:
        """Return where a place of the original stands in the client's text, in code points."""
        return len(self.outside(self.document.original[:offset]))


def whole(text: str) -> Whole:
    """Return a text without markup."""
    return Whole(plain.read(text), {})


def annotated(data: str) -> Whole:
    """Return what the parameter `data` holds; InputError when it is no such JSON."""
    told = _parsed(data)
    return _marked(told.annotation or ()) if told.text is None else whole(told.text)


def prose(data: str) -> str:
    """Return all that reads as text in the parameter `data`; InputError when it is no such JSON."""
    told = _parsed(data)
    return told.text or "".join((part.text or "") + part.interpret_as for part in told.annotation or ())


def _parsed(data: str) -> Data:
    try:
        told = msgspec.json.decode(data, type=Data)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise InputError(f"'data' is not as LanguageTool wants it: {error}") from error
    except RecursionError as error:
        raise InputError("'data' is nested too deeply") from error
    if (told.text is None) == (told.annotation is None):
        raise InputError("'data' wants either 'text' or 'annotation'")
    for part in told.annotation or ():
        if (part.text is None) == (part.markup is None):
            raise InputError("each part of 'annotation' wants either 'text' or 'markup'")
    return told


def _marked(parts: Iterable[Part]) -> Whole:
    marks: dict[str, str] = {}
    readings: dict[str, str] = {}
    original: list[str] = []

    def mark(outside: str, reading: str) -> str:
        if len(marks) > MOST:
            raise InputError("'data' has too many parts")
        character = chr(FIRST + len(marks))
        marks[character], readings[character] = outside, reading
        return character

    for part in parts:
        if part.markup is not None:
            original.append(mark(part.markup, part.interpret_as))
        else:
            original.append(_PRIVATE.sub(lambda match: mark(match[0], match[0]), part.text or ""))
    return Whole(_read("".join(original), readings), marks)


def _read(original: str, readings: Mapping[str, str]) -> Document:
    """Return the original with what its marks read as: none of them may change."""
    stretches = [match.span() for match in re.finditer(f"{_PRIVATE.pattern}|[^{_PRIVATE.pattern[1:-1]}]+", original)]
    shown = [readings.get(original[start:stop], original[start:stop]) for start, stop in stretches]
    starts = list(accumulate(map(len, shown), initial=0))
    pieces = tuple(
        Piece(Span(at, at + len(prose)), Span(*stretch), fixed=original[stretch[0]] in readings)
        for at, prose, stretch in zip(starts, shown, stretches, strict=False)
        if prose
    )
    silent = [at for at, prose in zip(starts, shown, strict=False) if not prose]
    text = "".join(shown)
    return Document(
        text, original, pieces, tuple(dict.fromkeys(silent)), reread=lambda changed: _read(changed, readings)
    )


@dataclass(frozen=True)
class Units:
    """A text's places in UTF-16 code units, in which LanguageTool counts."""

    wide: tuple[int, ...]  # where characters stand that take two

    @classmethod
    def of(cls, text: str) -> Units:
        """Return the places of a text."""
        return cls(tuple(at for at, character in enumerate(text) if ord(character) > 0xFFFF))  # noqa: PLR2004 - UTF-16

    def at(self, offset: int) -> int:
        """Return an offset in code points as one in code units."""
        return offset + bisect_right(self.wide, offset - 1)
