"""The stretches of original and copy that say the same, for checks that compare the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleanup.story import Story
from cleanup.text import Span

LEAST = -4.0  # nats: a link below it joins sentences that hardly go together


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of the original in `source` and the stretch of the copy in `target` that translates it.

    `hint` is what a model makes of the original, "" without one; `place` is where the copy's stretch stands in the
    story, and `origin` where the original's does in its text.
    """

    original: str
    copy: str
    source: str
    target: str
    place: Span
    origin: Span
    hint: str = ""

    def at(self, local: Span) -> Span:
        """Return a span into `copy` as one into the story."""
        return Span(self.place.start + local.start, self.place.start + local.stop)


def pairs(story: Story) -> Iterator[Pair]:
    """Yield what is linked on both sides, in text order; nothing where the two tell different stories."""
    alignment = story.alignment
    if alignment is None or not alignment.related:
        return
    hints = dict(zip((span for link in alignment.links for span in link.original), story.hints, strict=False))
    for link in alignment.links:
        if link.original and link.copy and link.score >= LEAST:
            origin, place = link.original[0].cover(link.original[-1]), link.copy[0].cover(link.copy[-1])
            sides = origin.of(alignment.original), place.of(story.text)
            hint = " ".join(hints.get(span, "") for span in link.original).strip()
            yield Pair(*sides, story.source_language or "", story.language, place, origin, hint)
