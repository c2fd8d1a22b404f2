"""Quotations that open and never close, where their end is certain all the same."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.marks import Mark, in_paragraphs
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

# "they will lose it "bitterly. Cîțu added": a few words in small letters, then the end of the sentence
FEW_WORDS = regex.compile(r"(?P<first>\p{Ll}+)(?: [\p{L}’'-]+){0,3}[.!](?=\s|$)")
WORD_BEFORE = regex.compile(r"\p{Ll}[ \u00a0]$")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each paragraph whose one mark opens a quotation that a sentence or a speaker ends."""
    if not forms.of(story.lexicons).stops_inside:
        return
    closing = {'"': '"', **dict(forms.of(story.lexicons).quotes)}
    for paragraph, marks in in_paragraphs(story):
        if len(marks) != 1 or not marks[0].opens or marks[0].sign not in closing or _goes_on(story, paragraph):
            continue
        end = _before_speaker(story, paragraph, marks[0]) or _with_sentence(story, paragraph, marks[0])
        if end:
            yield _closed(story, Span(marks[0].at, end), closing[marks[0].sign])


def _goes_on(story: Story, paragraph: Span) -> bool:
    """Whether the quotation may go on in the next paragraph."""
    return story.text[paragraph.stop :].lstrip()[:1] in ('"', "“")


def _before_speaker(story: Story, paragraph: Span, mark: Mark) -> int | None:
    """Return where speech that begins its paragraph ends: "We went down, the witness said."""
    if mark.at != paragraph.start:
        return None
    said = story.lexicons.pattern("said-at-the-end").search(story.text, mark.at, paragraph.stop)
    return said.start() + 1 if said else None


def _with_sentence(story: Story, paragraph: Span, mark: Mark) -> int | None:
    """Return the end of the sentence of which a few words, no whole clause, are quoted."""
    few = FEW_WORDS.match(story.text, mark.at + 1, paragraph.stop)
    if few is None or few["first"] in story.lexicons.words("reporting-verbs"):
        return None
    return few.end() if WORD_BEFORE.search(story.text, paragraph.start, mark.at) else None


def _closed(story: Story, span: Span, closing: str) -> Proposal:
    return repair(
        "quote-ends.missing",
        Category.QUOTES,
        span,
        "The quotation opens and its end has no mark",
        Edit(Span(span.stop, span.stop), closing),
        safety=Safety.SAFE if story.source_language else Safety.SUGGEST,  # reporters forget it too
        confidence=0.93,
        licences=[Licence.QUOTED],
    )
