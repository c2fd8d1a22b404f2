"""A bogus stop beside the original: whether that has one there, and which words stand together in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from cleanup.findings import Candidate, Edit
from cleanup.stops.stop import Stop
from cleanup.text import Span
from cleanup.witness.links import Links

END = regex.compile(
    r"(?:(?<!\b\p{L}{1,3}|\b\p{N}{1,2})[.!?…]|[。！？])[\"”»’)\]]*+(?:$|(?:[\s\"”»’)]++)(?!\P{L}*+\p{Ll}))|\n"
)
SLIP = regex.compile(r"[.!?…][\"”»’)]*+\s++[\"“«]?\s?\p{Ll}")
MARK = regex.compile(r"[,;:()\[\]«»“”\"—–、，]|\s-\s")
LEFT, TAIL = 4, 5  # words on either side of the stop that are asked for
NEAR = 3  # words of the original from one to the next that go together


@dataclass(frozen=True)
class Place:
    """A stop and the words of its pair."""

    stop: Stop
    links: Links

    @cached_property
    def _words(self) -> tuple[list[int], list[int]]:
        """The numbers of the copy's words before the stop and of the tail."""
        shift = self.links.pair.place.start
        dot, stop = self.stop.dot.start - shift, self.stop.tail.stop - shift
        spans = self.links.copy
        return (
            [n for n, span in enumerate(spans) if span.stop <= dot],
            [n for n, span in enumerate(spans) if dot < span.start and span.stop <= stop],
        )

    @cached_property
    def sides(self) -> tuple[int | None, int | None]:
        """The numbers of the original's words that stand nearest to either side of the stop, None where not known."""
        before, tail = self._words
        return self._first(before[::-1][:LEFT]), self._first(tail[:TAIL])

    def _first(self, numbers: Sequence[int]) -> int | None:
        return next((found for n in numbers if (found := self.links.linked[n]) is not None), None)

    @cached_property
    def between(self) -> str:
        """What the original has between the two sides: a word (see the code) for it."""
        left, right = self.sides
        if left is None or right is None:
            return "unknown"
        if left > right:
            return "crossed"
        spans, text = self.links.original, self.links.pair.original
        if any(spans[left].stop <= at < spans[right].start for at in self._ends):
            return "end"
        if SLIP.search(text, spans[left].stop, spans[right].start + 1):
            return "slip"
        if MARK.search(text, spans[left].stop, spans[right].start):
            return "mark"
        return "plain" if right - left <= LEFT else "far"

    @property
    def whole(self) -> bool:
        """Whether the original's stretch has no end of a sentence within it at all."""
        last = self.links.original[-1].start if self.links.original else 0
        return not any(at < last for at in self._ends)

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in END.finditer(self.links.pair.original)]

    def facts(self, reading: Candidate) -> Iterator[str]:
        """Yield what the original says of one reading of the stop."""
        yield f"between:{self.between}"
        yield "one-sentence" if self.whole else "several-sentences"
        yield f"tail:{self.tail}"
        if reading.family == "move":
            yield f"beside:{self._beside(reading)}"
        if reading.family == "drop":
            yield f"gone:{self._gone(reading)}"

    @cached_property
    def tail(self) -> str:
        """Whether the words of the tail are the original's: "told" (all), "partly", "untold", in its order or not."""
        told = [
            self.links.options[n]
            for n in self._words[1]
            if self.links.copy[n].of(self.links.pair.copy).lower() not in self.links.plain
        ]
        if not told:
            return "bare"
        known = sum(map(bool, told))
        if known < len(told):
            return "partly" if known else "untold"
        order = [found for n in self._words[1] if (found := self.links.linked[n]) is not None]
        return "told" if order == sorted(order) else "reordered"

    def _local(self, span: Span) -> list[int]:
        shift = self.links.pair.place.start
        return list(self.links.within(Span(span.start - shift, span.stop - shift)))

    def _beside(self, reading: Candidate) -> str:
        """Return whether the words moved stand in the original beside those they are put before."""
        placed, gone = reading.edits[0], reading.edits[-1]
        moved = self._local(gone.span)
        passed = [n for n in self._words[0] if self.links.copy[n].start >= self._at(placed)]
        ours, theirs = self._linked(moved), self._linked(passed)
        if not ours or not theirs:
            return "unknown"
        return "near" if min(abs(a - b) for a in ours for b in theirs) < NEAR else "apart"

    def _at(self, edit: Edit) -> int:
        return edit.span.start - self.links.pair.place.start

    def _linked(self, numbers: Sequence[int]) -> list[int]:
        return [found for n in numbers if (found := self.links.linked[n]) is not None]

    def _gone(self, reading: Candidate) -> str:
        """Return whether what is dropped says something that the rest of the copy does not."""
        gone = set(self._local(Span(reading.edits[0].span.start, reading.edits[-1].span.stop)))
        rest = set().union(*(o for n, o in enumerate(self.links.options) if n not in gone), set())
        told = [self.links.options[n] for n in gone if self.links.options[n]]
        if not told:
            return "unknown"
        return "lost" if any(not options & rest for options in told) else "told"
