"""Clock times written as the original's language writes them: 20.48 o'clock, 22:09 p.m., 20h30."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.quantities import by_part_of_day
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

CLOCK = regex.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])(?:[.:h](?P<minute>[0-5]\d))? o['’]clock"
    r"(?P<part> in the (?:morning|afternoon|evening)| at night)?"
)
CLOCK_TWICE = regex.compile(r"(?<![\d.,:])(?P<hour>1[3-9]|2[0-3])[:.](?P<minute>[0-5]\d) ?(?:[ap]\.m\.|[ap]m\b)")
CLOCK_DOT = regex.compile(
    r"(?<=\b(?:at|from|until|till|since|between) )(?P<hour>1[3-9]|2[0-3])\.(?P<minute>[0-5]\d)"
    r"(?=[,;]| (?:on|at|and|the|local|until|when)\b|\.(?:\s|$)|\s*$)"
)
CLOCK_H = regex.compile(
    r"(?:(?<![\d.,:\p{L}-])(?P<hour>1[3-9]|2[0-3])"
    r"|(?<=\b(?:at|from|until|till|to|between|and|around|about|by|since) )(?P<hour>0?\d|1[0-2]))"
    r" ?h ?(?P<minute>[0-5]\d)(?![\d\p{L}])(?P<part> in the (?:morning|afternoon|evening)| at night)?"
)
NOON, MIDNIGHT = 12, 24
WHY = {
    "o-clock": "English gives the exact time with a.m. or p.m.",
    "twice": "The 24-hour clock and p.m. say it twice",
    "dot": "English parts hours and minutes with a colon, and says a.m. or p.m.",
    "h": "The time is written as in the original",
}


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each time in a form that English does not use."""
    for match in CLOCK.finditer(story.text) if "clock" in story.text else ():
        minute, part = match["minute"] or "00", match["part"] or ""
        if not match["minute"] and int(match["hour"]) <= NOON:
            continue  # "7 o'clock" is English
        yield _timed("o-clock", match, int(match["hour"]), minute, part)
    for match in CLOCK_TWICE.finditer(story.text):
        yield _timed("twice", match, int(match["hour"]), match["minute"])
    for match in CLOCK_DOT.finditer(story.text):
        yield _timed("dot", match, int(match["hour"]), match["minute"], safety=Safety.SUGGEST)
    for match in CLOCK_H.finditer(story.text):
        yield _timed("h", match, int(match["hour"]), match["minute"], match["part"] or "")


def _timed(  # noqa: PLR0913 - a time is all this
    shape: str, match: regex.Match[str], hour: int, minute: str, part: str = "", *, safety: Safety = Safety.SAFE
) -> Proposal:
    """Return the time in American style: "8:48 p.m."; whoever says "in the evening" says which half."""
    hour = by_part_of_day(hour, part)
    late = hour >= NOON and hour != MIDNIGHT
    half = "p.m." if late else "a.m."
    shown = hour % NOON or NOON
    text = f"{shown} {half}" if minute == "00" else f"{shown}:{minute} {half}"
    ends = match.string[match.end() : match.end() + 1] == "."
    edit = Edit(Span(*match.span()), text.removesuffix(".") if ends else text)
    rule, why = f"times.{shape}", WHY[shape]
    return repair(rule, Category.TIME, edit.span, why, edit, safety=safety, licences=[Licence.NUMBERS])
