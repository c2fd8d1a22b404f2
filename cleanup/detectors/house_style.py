"""What the desk's house style writes in another way; silent unless a style is chosen."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span
from cleanup.variants import QUOTES, deviations

LICENCES = frozenset({Licence.NAMES, Licence.VALUES, Licence.QUOTED})  # noon has no figure
CURLY = regex.compile("[“”‘’]")
STRAIGHT = regex.compile("[\"']")
AS_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
PAIRS = {'"': "“”", "'": "‘’"}
OPENS_AFTER = tuple(" \u00a0\n\t([—–-“‘\"'")
ELIDED = regex.compile(
    r"'(?:\d\ds?\b|(?:em|til|twas|tis|cause|n)\b)"
)  # '90s, 'em: an apostrophe, whatever stands before


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each place that the style in force writes in another way."""
    for axis, name in story.style.items():
        places = _quotes(story, name) if axis == QUOTES else deviations(story, axis, name)
        for span, text in places:
            yield repair(
                f"house_style.{axis}",
                Category.STYLE,
                span,
                f"The house style is {name}",
                Edit(span, text),
                safety=Safety.SAFE,
                confidence=0.97,
                evidence=Evidence("style", f"{axis}: {name}"),
                licences=LICENCES,
            )


def _quotes(story: Story, name: str) -> Iterator[tuple[Span, str]]:
    for match in (STRAIGHT if name == "curly" else CURLY).finditer(story.text):
        span = Span(*match.span())
        yield span, AS_STRAIGHT.get(match.group()) or _curly(story.text, span.start)


def _curly(text: str, at: int) -> str:
    before = text[at - 1 : at] if at else " "
    opens = before in OPENS_AFTER and not ELIDED.match(text, at)
    return PAIRS[text[at]][0 if opens else 1]
