"""Quotation marks: where they stand, which way they face, and which pair a story uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import regex

from cleanup.findings import Edit
from cleanup.language import forms
from cleanup.story import Story
from cleanup.text import Span

MARK = regex.compile(r"[“”„«»「」『』《》\"]")
OPEN_BEFORE = " \u00a0([—–-‘'/"
CLOSE_AFTER = ",.;:!?)]"

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A double quotation mark and its neighbours ("" at the paragraph's ends)."""

    at: int
    sign: str
    left: str
    right: str

    @property
    def opens(self) -> bool:
        """Whether its place says that it opens a quotation."""
        outside = not self.left or self.left in OPEN_BEFORE
        return outside and bool(self.right) and not self.right.isspace() and self.right not in CLOSE_AFTER

    @property
    def closes(self) -> bool:
        """Whether its place says that it closes one."""
        return bool(self.left) and not self.left.isspace() and not self.right.isalnum()


def in_paragraphs(story: Story) -> Iterator[tuple[Span, list[Mark]]]:
    """Yield each paragraph that holds marks, with them."""
    found = [match.start() for match in MARK.finditer(story.text)]
    for paragraph, offsets in groupby(found, key=story.paragraph_of):
        yield paragraph, [_mark(story.text, at, paragraph) for at in offsets]


def _mark(text: str, at: int, paragraph: Span) -> Mark:
    left = text[at - 1] if at > paragraph.start else ""
    right = text[at + 1] if at + 1 < paragraph.stop else ""
    return Mark(at, text[at], left, right)


def own_marks(story: Story) -> tuple[str, str]:
    """Return the pair of double marks that the story uses, with the spaces inside: straight where it has no others."""
    own = forms.of(story.lexicons)
    opening, closing = own.quotes[0] if own.quotes else ('"', '"')
    if '"' in story.text and opening not in story.text:
        return '"', '"'
    following = story.text.partition(opening)[2][:1]
    space = following if own.quote_space and following.isspace() else own.quote_space
    return opening + space, space + closing


def first_odd(marks: list[Mark], pair: Pair, carried: bool) -> Mark | None:
    """Return the first mark out of turn; the last may stay open, for the next paragraph to go on."""
    opening, closing = pair
    expected = closing if carried and marks[0].sign == closing else opening
    for mark in marks:
        if mark.sign != expected:
            return mark
        expected = closing if mark.sign == opening else opening
    return None


def turned(mark: Mark, index: int, pair: Pair) -> Edit | None:
    """Return the edit that makes the mark open (even index) or close; None when its place forbids it."""
    if index % 2 == 0:
        if mark.left and not mark.left.isspace() and mark.left not in "([—–":
            return None
        return Edit(Span(mark.at, mark.at + 1 + mark.right.isspace()), pair[0])
    if mark.right.isalnum():
        return None
    return Edit(Span(mark.at - mark.left.isspace(), mark.at + 1), pair[1])
