"""Bogus full stops: a sentence cut in two, its tail repeated, stranded, or left over from the original."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from cleanup.findings import Edit, Licence, Proposal, repair
from cleanup.stops import clinging, echoes, joins, modifiers, slips, tails
from cleanup.stops.clues import clues
from cleanup.stops.names import before_names
from cleanup.stops.readings import readings
from cleanup.stops.stop import Stop, find
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

BEFORE_COMMA = regex.compile(r"(?<=\p{Ll}{3})\.[ \u00a0],(?=[ \u00a0])")

FLAGS = ("breaks.contradiction", "breaks.debris")  # no fluent reading mends what these say

# The order is that of the labelled passages: what is too much first, then what was cut off.
SHAPES: tuple[Callable[[Stop, Story], Proposal | None], ...] = (
    echoes.repeated,
    tails.unit,
    joins.hanging,
    tails.contradicting,
    tails.stranded,
    tails.debris,
    slips.attributed,
    echoes.echoed,
    slips.addressed,
    joins.measured,
    joins.abbreviated,
    slips.uncapitalised,
    clinging.clinging,
    joins.lasting,
    modifiers.displaced,
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
            yield _with_readings(proposal, stop, story)


def _with_readings(proposal: Proposal, stop: Stop, story: Story) -> Proposal:
    """Return the proposal with all that the stop may read, unless more than the stop is wrong."""
    ways = readings(stop, story)
    known = {way.edits for way in ways}
    if proposal.finding.rule in FLAGS or not all(candidate.edits in known for candidate in proposal.candidates):
        return proposal
    return replace(proposal, readings=ways, clues=clues(stop, story))
