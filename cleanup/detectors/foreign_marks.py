"""Quotation marks of other languages: «…», „…“, »…«, 「…」 and 《…》."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import regex

from cleanup.findings import Edit, Licence, Proposal, repair
from cleanup.marks import own_marks
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

SIGNS = ("«", "»", "„", "「", "『", "《", ",,")
PAIR = regex.compile(
    r"«[ \u00a0\u202f]*(?<inner>[^«»\n]*?)[ \u00a0\u202f]*»|„[ \u00a0]?(?<inner>[^„“”\"\n]*?)[ \u00a0]?[“”\"]"
    r"|(?<![\w.,!?…])»[ \u00a0]?(?<inner>\w[^«»\n]*?)[ \u00a0]?«(?!\w)"
    r"|(?<!,),,(?=\p{L})(?<inner>[^,„“”\"\n]{1,200}?)(?:''|[“”\"])"
    r"|[「『](?<inner>[^「」『』\n]*?)[」』]|《(?<inner>[^《》\n]*?)》"
)
ABOUT_MARKS = regex.compile(r"(?i)\b(?:quot(?:e|ation) marks?|guillemets?|inverted commas|punctuat\w+)\b")
WHY = "These quotation marks are not those of English"


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each pair, unless the paragraph speaks of such marks."""
    if not any(sign in story.text for sign in SIGNS):
        return
    marks = own_marks(story.text)
    for paragraph, matches in groupby(PAIR.finditer(story.text), key=lambda match: story.paragraph_of(match.start())):
        if ABOUT_MARKS.search(story.text, paragraph.start, paragraph.stop):
            continue
        for match in matches:
            inner = Span(*max(match.spans("inner")))
            if len(inner):
                span, edits = Span(*match.span()), _edits(match, inner, marks)
                yield repair("foreign-marks.pair", Category.QUOTES, span, WHY, *edits, licences=[Licence.QUOTED])


def _edits(match: regex.Match[str], inner: Span, marks: tuple[str, str]) -> tuple[Edit, Edit]:
    """Return the marks that the story uses elsewhere; a comma or stop goes inside, as American English has it."""
    text, (opening, closing) = match.string, marks
    following = text[match.end() : match.end() + 1]
    moved = following if following in (",", ".") else ""
    inside = "" if text[inner.stop - 1] in "!?…,." else moved
    before = " " if text[match.start() - 1 : match.start()].isalnum() else ""
    after = " " if text[match.end() + len(moved) :][:1].isalnum() else ""
    return (
        Edit(Span(match.start(), inner.start), before + opening),
        Edit(Span(inner.stop, match.end() + len(moved)), inside + closing + after),
    )
