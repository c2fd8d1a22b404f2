"""The stretch of a text within which the readings of a place are compared."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.edits import apply
from cleanup.findings import Edit
from cleanup.text import Span

BEFORE, AFTER = 90, 45  # characters; what stands farther off moves all readings alike


def window(text: str, paragraph: Span, place: Span) -> Span:
    """Return the stretch around `place`, within its paragraph, that begins and ends between words."""
    start, stop = max(paragraph.start, place.start - BEFORE), min(paragraph.stop, place.stop + AFTER)
    if start > paragraph.start:
        space = text.find(" ", start, place.start)
        start = space + 1 if space >= 0 else start
    if stop < paragraph.stop:
        space = text.rfind(" ", place.stop, stop)
        stop = space if space >= 0 else stop
    return Span(start, stop)


def wordings(text: str, stretch: Span, readings: Sequence[Sequence[Edit]]) -> list[str]:
    """Return the stretch as each reading would have it; a reading's edits stand inside the stretch."""
    before = stretch.of(text)
    return [
        apply(before, [Edit(Span(e.span.start - stretch.start, e.span.stop - stretch.start), e.text) for e in edits])
        for edits in readings
    ]
