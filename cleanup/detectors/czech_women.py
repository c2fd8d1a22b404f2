"""Czech and Slovak women whose names an engine took apart: "Zdeněk dvořáková" for Zdeňka Dvořáková."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

ENDING = "ová"  # of their surnames, which no English word has
LANGUAGES = ("cs", "sk")
NAME = regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}@#/_.-])\p{{Lu}}\p{{Ll}}+(?:[ \u00a0-]\p{{L}}{{5,}}+(?<={ENDING}))++")
WORD = regex.compile(r"\p{L}+")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each woman with a man's first name, or a surname in small letters."""
    if ENDING not in story.text or not story.source_language:
        return
    for match in NAME.finditer(story.text):
        if edits := tuple(_edits(story, Span(*match.span()))):
            yield repair(
                "names.czech-woman",
                Category.NAME,
                Span(*match.span()),
                f"{match[0]} has a woman's surname",
                *edits,
                safety=Safety.SAFE,
                confidence=0.95,
                evidence=Evidence("rule", f"surnames in -{ENDING} are women's"),
                licences=[Licence.NAMES, Licence.QUOTED],
            )


def _edits(story: Story, name: Span) -> Iterator[Edit]:
    women = {row["name"]: row["woman"] for row in story.lexicons.rows("women")}
    first, *surnames = [Span(*word.span()) for word in WORD.finditer(story.text, name.start, name.stop)]
    if story.source_language in LANGUAGES and first.of(story.text) in women:
        yield Edit(first, women[first.of(story.text)])
    for span in surnames:
        if span.of(story.text).islower():
            yield Edit(span, span.of(story.text).capitalize())
