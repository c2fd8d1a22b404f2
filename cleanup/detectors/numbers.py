"""Figures and units written as the original's language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.language.codes import spoken
from cleanup.language.lexicons import Lexicons
from cleanup.language.quantities import compound
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

NOT_INSIDE = r"(?<![\d.,:/$€£\p{L}-]|\d )"
BEFORE = r"(?<![\d.,:/\p{L}-])"
SPACED_GROUPS = regex.compile(rf"{BEFORE}[1-9]\d{{0,2}}(?:[\u00a0\u202f]\d{{3}})+(?![\d,.]\d|\d|[\u00a0\u202f]\d)")
THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
THREE = 3  # digits
HABIT = 2  # figures with the language's own marks: a story that has as many writes figures so
IP_GROUPS, IP_MOST = 4, 255

Shape = Callable[[Story], Iterator[Proposal]]


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each figure in a form that the copy's language does not use."""
    if forms.of(story.lexicons).decimal:
        for shape in SHAPES:
            yield from shape(story)


def _marks(story: Story) -> Iterator[Proposal]:
    """64,2 million; 16.599,85; 1.500.000 and 12.500 people in English; the other way round in French."""
    own = forms.of(story.lexicons)
    if not _hint(own.foreign_decimal, own.foreign_group).search(story.text):
        return
    safety = Safety.SAFE if own.strict(story.source_language) else Safety.SUGGEST
    if own.figures != "loose" or _mixed(story, own):
        for shape, pattern in _foreign(story.lexicons).items():
            for match in pattern.finditer(story.text):
                if shape != "thousand-dots" or not _address(match["whole"]):
                    yield _safe(shape, match, _figure(match, own), story, safety)
    for match in SPACED_GROUPS.finditer(story.text) if not own.spaces_group else ():
        yield _safe("thousand-spaces", match, regex.sub(r"[\u00a0\u202f]", own.groups[0], match.group()), story)


@cache
def _hint(decimal: str, group: str) -> re.Pattern[str]:
    return re.compile(rf"\d{re.escape(decimal)}\d\d?(?!\d)|\d[{group}\u00a0\u202f]\d{{3}}(?!\d)")


@cache
def _foreign(lexicons: Lexicons) -> dict[str, regex.Pattern[str]]:
    """Return the patterns of figures with another language's marks, by shape.

    Nobody writes three decimals of a person, nor two noughts behind the decimals of a million or of a rate of exchange.
    """
    own = forms.of(lexicons)
    decimal, group = regex.escape(own.foreign_decimal), regex.escape(own.foreign_group)
    names = ("units", "counted-things", "measured-things")
    units, counted, measured = (lexicons.pattern(name).pattern for name in names)
    several = rf"{BEFORE}(?P<whole>\d{{1,3}}(?:{group}\d{{3}}){{2,}})(?![\d{group}]\d|\d)(?!{group}\w)"
    one = (
        rf"{BEFORE}(?P<whole>[1-9]\d{{0,2}}{group}\d{{3}})(?=[ \u00a0](?:{counted})\b)"
        rf"|{BEFORE}(?P<whole>[1-9]\d{{0,2}}{group}\d00)(?=[ \u00a0](?:{measured})\b)"
    )
    patterns = {
        "european-figure": (
            rf"{BEFORE}(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+){decimal}(?P<part>\d{{1,2}})(?![\d,.]\d|\d)"
        ),
        "decimal-comma": (
            rf"{NOT_INSIDE}(?P<whole>\d{{1,3}}){decimal}(?P<part>\d{{1,2}})(?![\d{decimal}])"
            rf"(?=[ \u00a0-]?(?:{units})(?!\w))"
            rf"|(?<=[$€£][ ]?)(?P<whole>\d{{1,3}}){decimal}(?P<part>\d{{2}})(?![\d{decimal}]|[.,]\d)"
        ),
        "thousand-dots": f"{several}|{one}",
    }
    return {shape: regex.compile(pattern) for shape, pattern in patterns.items()}


def _figure(match: regex.Match[str], own: forms.Forms) -> str:
    whole = match["whole"].replace(own.foreign_group, own.groups[0])
    return f"{whole}{own.decimal}{match['part']}" if match.groupdict().get("part") else whole


def _mixed(story: Story, own: forms.Forms) -> bool:
    """Whether the story has figures with the language's own decimal mark too."""
    return len(regex.findall(rf"\d{regex.escape(own.decimal)}\d{{1,2}}(?![\d.,]\d|\d)", story.text)) >= HABIT


def _address(figure: str) -> bool:
    """Whether the groups may be those of an IP address, which has four up to 255."""
    groups = figure.split(".")
    return len(groups) == IP_GROUPS and all(int(group) <= IP_MOST for group in groups)


def _compounds(story: Story) -> Iterator[Proposal]:
    """ "a 3,8 centimeter long worm": the figure and its compound adjective in one."""
    for match in story.lexicons.pattern("measure").finditer(story.text):
        figure = f"{match['whole']}.{match['part']}"
        yield _safe("decimal-comma", match, f"{figure}-{match['unit']}-{match['adjective']}", story)


def _thousands(story: Story) -> Iterator[Proposal]:
    """ "75 thousand people" is "75,000 people" in every agency's style; reporters who write it so are few.

    Certain where the story has it elsewhere; else it is a house's choice.
    """
    group = forms.of(story.lexicons).groups[0]
    style = len(regex.findall(rf"(?<![\d.,])\d{{1,3}}{regex.escape(group)}\d{{3}}(?![\d,])", story.text)) >= HABIT
    for match in story.lexicons.pattern("compound").finditer(story.text):
        three = match["millions"] or len(match["rest"]) == THREE
        certain = (three and style) or story.source_language == "tr"
        text = f"{compound(match):,}".replace(",", group)
        yield _safe("compound", match, text, story, Safety.SAFE if certain else Safety.SUGGEST)
    for match in story.lexicons.pattern("spelt-thousand").finditer(story.text):
        text = f"{match['whole']}{group}{(match['part'] or '').ljust(THREE, '0')}"
        yield _safe("spelt-thousand", match, text, story, Safety.SAFE if style else Safety.SUGGEST)


def _glued(story: Story) -> Iterator[Proposal]:
    for match in story.lexicons.pattern("glued-date").finditer(story.text):
        three = THREE_DIGITS.match(story.text, match.end()) is not None  # "July 11,730 people": which is it?
        yield _safe("glued-figure", match, ", ", story, Safety.SUGGEST if three else Safety.SAFE)


def _safe(shape: str, match: regex.Match[str], text: str, story: Story, safety: Safety = Safety.SAFE) -> Proposal:
    rule, span, why = f"numbers.{shape}", Span(*match.span()), WHY[shape].format(spoken([story.language]))
    return repair(rule, Category.NUMBER, span, why, Edit(span, text), safety=safety, licences=[Licence.NUMBERS])


WHY = {
    "european-figure": "{} parts thousands and decimals the other way round",
    "decimal-comma": "{} writes another decimal mark",
    "thousand-dots": "{} parts thousands with another mark",
    "thousand-spaces": "{} parts thousands without a space",
    "compound": "{} writes such a figure in one",
    "spelt-thousand": "News style writes thousands in figures",
    "glued-figure": "The space after the comma is missing, so that two figures read as one",
}
SHAPES: tuple[Shape, ...] = (_compounds, _marks, _thousands, _glued)
