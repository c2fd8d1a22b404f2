"""Figures and units written as the original's language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.quantities import COMPOUND, GLUED_DATE, compound
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

NOT_INSIDE = r"(?<![\d.,:/$€£\p{L}-]|\d )"
UNITS = (
    r"(?:hundred|thousand|million|billion|trillion|per ?cent|percent|points?|(?:kilo|centi|milli)?met(?:er|re)s?|"
    r"miles?|feet|(?:kilo)?grams?|kilos?|tons?|tonnes?|lit(?:er|re)s?|degrees?|euros?|dollars?|rubles?|roubles?|"
    r"pounds?|pesos?|yuan|yen|crowns?|kronor|kroner|francs?|seconds?|hectares?|hours?|km|kg|cm|mm|km/h|m|%)"
)
DECIMAL_COMMA = regex.compile(
    rf"{NOT_INSIDE}(?P<whole>\d{{1,3}}),(?P<part>\d{{1,2}})(?=[ \u00a0-]?{UNITS}(?!\w))(?![\d,])"
    rf"|(?<=[$€£][ ]?)(?P<whole>\d{{1,3}}),(?P<part>\d{{2}})(?![\d,]|\.\d)"
)
MEASURE = regex.compile(
    rf"(?<=\ba |\ban |\bthe ){NOT_INSIDE}(?P<whole>\d{{1,3}}),(?P<part>\d{{1,2}})[ -]"
    rf"(?P<unit>(?:centi|milli|kilo)?met(?:er|re)|mile|foot|inch|ton)"
    r" (?P<adjective>long|high|wide|deep|tall|thick)(?= \p{Ll})"
)
BOTH_MARKS = regex.compile(r"(?<![\d.,:/\p{L}-])(?P<whole>\d{1,3}(?:\.\d{3})+),(?P<part>\d{1,2})(?![\d,.]\d|\d)")
SPACED_GROUPS = regex.compile(
    r"(?<![\d.,:/\p{L}-])[1-9]\d{0,2}(?:[\u00a0\u202f]\d{3})+(?![\d,.]\d|\d|[\u00a0\u202f]\d)"
)
DOT_GROUPS = regex.compile(r"(?<![\d.,:/\p{L}-])(?P<whole>\d{1,3}(?:\.\d{3}){2,})(?![\d.]\d|\d)(?!\.\w)")
COUNTED = (
    "people|inhabitants|men|women|children|soldiers|troops|refugees|workers|employees|spectators|visitors|students|jobs|"
    "voters|votes|deaths|victims|migrants|tourists|homes|houses|families|residents|participants|demonstrators|hectares|"
    "units|cars|vehicles|copies|tickets|species|cases"
)
MEASURED = (
    "million|billion|(?:kilo)?met(?:er|re)s|miles|tons|tonnes|kilos|kilograms|lit(?:er|re)s|km|kg|square|cubic|"
    "euros|dollars|rubles|roubles|pesos|crowns|yuan|francs|pounds"
)
# Nobody writes three decimals of a person, nor two noughts behind the decimals of a million or of a rate of exchange.
DOT_GROUP = regex.compile(
    rf"(?<![\d.,:/\p{{L}}-])(?P<whole>[1-9]\d{{0,2}}\.\d{{3}})(?= (?:{COUNTED})\b)"
    rf"|(?<![\d.,:/\p{{L}}-])(?P<whole>[1-9]\d{{0,2}}\.\d00)(?= (?:{MEASURED})\b)"
)
SMALL_THOUSAND = regex.compile(
    r"(?<![\d.,:/\p{L}-])(?<!illion )(?<!illion and )(?<!(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)) "
    r"(?:to|and|or|-|–) )(?P<whole>\d{1,3}) thousand(?= [\p{Ll}$€£])"
    r"(?! (?:and|times|to|of|feet)\b)(?!-)"
)
OWN_STYLE = regex.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d,])")
SCORE = regex.compile(r"(?<=\()(?P<home>\d{1,2}):(?P<away>\d)(?=\))")
SPORT = regex.compile(
    r"\b(?:match|goals?|league|cup|semi-?final|victory|defeat|team|striker|season|football|derby)\b", regex.IGNORECASE
)
HINT = re.compile(r"\d,\d\d?(?!\d)|\d[.\u00a0\u202f]\d{3}(?!\d)")
THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
THREE = 3  # digits
HABIT = 2  # figures with a comma: a story that has as many writes thousands so
IP_GROUPS, IP_MOST = 4, 255

Shape = Callable[[Story], Iterator[Proposal]]


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each figure or time in a form that English does not use."""
    for shape in SHAPES:
        yield from shape(story)


def _marks(story: Story) -> Iterator[Proposal]:
    """64,2 million; 16.599,85; 1.500.000 and 12.500 people."""
    if not HINT.search(story.text):
        return
    for match in BOTH_MARKS.finditer(story.text):
        yield _safe("european-figure", match, match["whole"].replace(".", ",") + "." + match["part"])
    for match in DECIMAL_COMMA.finditer(story.text):
        text = f"{match['whole']}.{match['part']}"
        yield _safe("decimal-comma", match, text)
    for match in SPACED_GROUPS.finditer(story.text):
        yield _safe("thousand-spaces", match, regex.sub(r"[\u00a0\u202f]", ",", match.group()))
    for match in DOT_GROUPS.finditer(story.text):
        if _address(match["whole"]):
            continue
        yield _safe("thousand-dots", match, match["whole"].replace(".", ","))
    for match in DOT_GROUP.finditer(story.text):
        yield _safe("thousand-dots", match, match["whole"].replace(".", ","))


def _address(figure: str) -> bool:
    """Whether the groups may be those of an IP address, which has four up to 255."""
    groups = figure.split(".")
    return len(groups) == IP_GROUPS and all(int(group) <= IP_MOST for group in groups)


def _compounds(story: Story) -> Iterator[Proposal]:
    """ "a 3,8 centimeter long worm": the figure and its compound adjective in one."""
    for match in MEASURE.finditer(story.text):
        figure = f"{match['whole']}.{match['part']}"
        yield _safe("decimal-comma", match, f"{figure}-{match['unit']}-{match['adjective']}")


def _thousands(story: Story) -> Iterator[Proposal]:
    """ "75 thousand people" is "75,000 people" in every agency's style; certain where the story has it elsewhere."""
    if " thousand" not in story.text:
        return
    style = len(OWN_STYLE.findall(story.text)) >= HABIT
    for match in COMPOUND.finditer(story.text):
        three = match["millions"] or len(match["rest"]) == THREE
        certain = (three and style) or story.source_language == "tr"
        yield _safe("compound", match, f"{compound(match):,}", safety=Safety.SAFE if certain else Safety.SUGGEST)
    for match in SMALL_THOUSAND.finditer(story.text):
        yield _safe("spelt-thousand", match, f"{match['whole']},000", safety=Safety.SAFE if style else Safety.SUGGEST)


def _scores(story: Story) -> Iterator[Proposal]:
    """ "Victory over Arsenal (0:1)", in a story of sport; which side won, the score as it stands does not say."""
    for match in SCORE.finditer(story.text):
        if SPORT.search(story.text):
            yield _safe("score", match, f"{match['home']}-{match['away']}", safety=Safety.SUGGEST)


def _glued(story: Story) -> Iterator[Proposal]:
    for match in GLUED_DATE.finditer(story.text):
        three = THREE_DIGITS.match(story.text, match.end()) is not None  # "July 11,730 people": which is it?
        yield _safe("glued-figure", match, ", ", safety=Safety.SUGGEST if three else Safety.SAFE)


def _safe(shape: str, match: regex.Match[str], text: str, safety: Safety = Safety.SAFE) -> Proposal:
    rule, span, why = f"numbers.{shape}", Span(*match.span()), WHY[shape]
    return repair(rule, Category.NUMBER, span, why, Edit(span, text), safety=safety, licences=[Licence.NUMBERS])


WHY = {
    "european-figure": "A figure with dots for thousands and a decimal comma",
    "decimal-comma": "English writes a decimal point",
    "thousand-dots": "English parts thousands with commas",
    "thousand-spaces": "English parts thousands with commas",
    "score": "English writes a score with a dash",
    "compound": "English writes such a figure in one",
    "spelt-thousand": "News style writes thousands in figures",
    "glued-figure": "The space after the comma is missing, so that two figures read as one",
}
SHAPES: tuple[Shape, ...] = (_compounds, _marks, _thousands, _scores, _glued)
