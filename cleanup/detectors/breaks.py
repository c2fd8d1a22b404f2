"""Bogus full stops: a sentence cut in two, its tail repeated, stranded, or left over from the original."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, repair
from cleanup.stops import joins, tails
from cleanup.stops.names import before_names
from cleanup.stops.stop import Stop, find
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

BEFORE_COMMA = regex.compile(r"(?<=\p{Ll}{3})\.[ \u00a0],(?=[ \u00a0])")

# The order is that of the labelled passages: what is too much first, then what was cut off.
SHAPES: tuple[Callable[[Stop, Story], Proposal | None], ...] = (
    tails.repeated,
    tails.unit,
    joins.hanging,
    tails.contradicting,
    tails.stranded,
    tails.debris,
    joins.attributed,
    tails.echoed,
    joins.addressed,
    joins.measured,
    joins.clinging,
    joins.uncapitalised,
    joins.lasting,
    joins.doubtful,
)


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each stop in mid-sentence; the first shape that fits speaks for it."""
    for match in BEFORE_COMMA.finditer(story.text):
        span = Span(*match.span())
        why = "A full stop and a comma stand together; the sentence goes on"
        rule = "breaks.stop-before-comma"
        yield repair(rule, Category.BOGUS_STOP, span, why, Edit(span, ","), licences=[Licence.QUOTED])
    yield from before_names(story)
    for stop in find(story):
        proposal = next((p for shape in SHAPES if (p := shape(stop, story))), None)
        if proposal:
            yield proposal
