"""Clock times written as the original's language writes them: 20.48 o'clock, 22:09 p.m., 20h30; "17 p.m." in French."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.language.codes import spoken
from cleanup.language.quantities import by_part_of_day
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

LICENCES = (Licence.NAMES, Licence.NUMBERS)  # "Uhr" has a capital
NOON, MIDNIGHT = 12, 24
CAPITAL = regex.compile(r"[ \u00a0]\p{Lu}")  # a new sentence, or a German noun
SENTENCE_ENDS = regex.compile(r"[”\"»“]?(?:$|\n|[ \u00a0]\p{Lu})")
WHY = {
    "o-clock": "{} gives the exact time with a.m. or p.m.",
    "twice": "The 24-hour clock and p.m. say it twice",
    "dot": "{} parts hours and minutes with a colon, and says a.m. or p.m.",
    "h": "The time is written as in the original",
    "half": "{} counts the hours to 24",
}


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each time in a form that the copy's language does not use."""
    for match in _found(story, "exact"):
        minute, part = match["minute"] or "00", match["part"] or ""
        if not match["minute"] and int(match["hour"]) <= NOON:
            continue  # "7 o'clock" is English
        yield _timed("o-clock", match, story, by_part_of_day(int(match["hour"]), part, story.lexicons), minute)
    for match in _found(story, "twice"):
        yield _timed("twice", match, story, int(match["hour"]), match["minute"])
    for match in _found(story, "dot"):
        yield _timed("dot", match, story, int(match["hour"]), match["minute"], safety=Safety.SUGGEST)
    for match in _found(story, "h"):
        hour = by_part_of_day(int(match["hour"]), match["part"] or "", story.lexicons)
        yield _timed("h", match, story, hour, match["minute"])
    for match in _found(story, "half"):
        hour = int(match["hour"]) % NOON + (NOON if match["half"].lower() == "p" else 0)
        strict = forms.of(story.lexicons).strict(story.source_language) and not CAPITAL.match(story.text, match.end())
        safety = Safety.SAFE if strict else Safety.SUGGEST
        yield _timed("half", match, story, hour, match["minute"] or "00", safety=safety)


def _found(story: Story, shape: str) -> Iterator[regex.Match[str]]:
    yield from story.lexicons.pattern(f"clock-{shape}").finditer(story.text)


def _timed(  # noqa: PLR0913 - a time is all this
    shape: str,
    match: regex.Match[str],
    story: Story,
    hour: int,
    minute: str,
    *,
    safety: Safety = Safety.SAFE,
) -> Proposal:
    """Return the time as the language writes it: "8:48 p.m.", "20 h 48"."""
    own, late = forms.of(story.lexicons), hour >= NOON and hour != MIDNIGHT
    template = own.hour if minute == "00" else own.hour_and_minute
    half = "p.m." if late else "a.m."
    text = template.format(hour=hour, hour12=hour % NOON or NOON, minute=minute, half=half)
    if story.text[match.end() : match.end() + 1] == ".":
        text = text.removesuffix(".")
    elif not text.endswith(".") and match.group().endswith(".") and SENTENCE_ENDS.match(story.text, match.end()):
        text = f"{text}."
    edit = Edit(Span(*match.span()), text)
    rule, why = f"times.{shape}", WHY[shape].format(spoken([story.language]))
    return repair(rule, Category.TIME, edit.span, why, edit, safety=safety, licences=LICENCES)
