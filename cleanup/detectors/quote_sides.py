"""Straight quotation marks on the wrong side of a space, the" Corona virus ", and titles that lost their first one."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.marks import Mark, in_paragraphs, own_marks
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

TURNED = regex.compile(
    r"(?<=\p{L})(?P<first>\" )[\p{L}\p{N}][^\"\n]{0,60}[\p{L}\p{N}.!?](?P<last> \")(?=[,.;:!?)]|$)", regex.MULTILINE
)
# a film's name that ends in the number of the sequel, and what is said of it
TITLE = regex.compile(r"\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+){1,6} [2-9]")
SAID_OF_IT = regex.compile(r" \p{Ll}")
WORD = regex.compile(r"\p{Ll}[\p{L}’'-]*")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each pair of marks that both face away, and for each title whose opening mark is missing."""
    if not forms.of(story.lexicons).stops_inside:
        return
    for paragraph, marks in in_paragraphs(story):
        if len(marks) % 2 == 0:  # else another mark is missing, and whose half is whose is not certain
            yield from _turned(story, paragraph)
        elif len(marks) == 1 and marks[0].closes:
            yield from _title(story, paragraph, marks[0])


def _turned(story: Story, paragraph: Span) -> Iterator[Proposal]:
    for match in TURNED.finditer(story.text, paragraph.start, paragraph.stop):
        first, last = Span(*match.span("first")), Span(*match.span("last"))
        why = "Both quotation marks stand on the wrong side of their space"
        yield _repair("turned", story, Span(first.start, last.stop), why, Edit(first, ' "'), Edit(last, '"'))


def _title(story: Story, paragraph: Span, mark: Mark) -> Iterator[Proposal]:
    """Yield the repair of `The bomb disposal expert 2" tells a new story` at the start of a sentence."""
    start = max(story.sentence_of(mark.at).start, paragraph.start)
    if TITLE.fullmatch(story.text, start, mark.at) is None or not SAID_OF_IT.match(story.text, mark.at + 1):
        return
    opening = Edit(Span(start, start), own_marks(story)[0] if mark.sign == '"' else "“")
    capitals = [
        Edit(Span(word.start(), word.start() + 1), word.group()[0].upper())
        for word in WORD.finditer(story.text, start + 1, mark.at)
        if story.text[word.start() - 1] == " " and not _small(word.group(), story)
    ]
    why = "The title of a work has a mark at its end and none at its beginning"
    yield _repair("title", story, Span(start, mark.at + 1), why, opening, *capitals)


def _small(word: str, story: Story) -> bool:
    """Whether a word keeps its small letter in a title."""
    return any(word in story.lexicons.words(name) for name in ("function", "prepositions", "conjunctions"))


def _repair(shape: str, story: Story, span: Span, why: str, *edits: Edit) -> Proposal:
    return repair(
        f"quote-sides.{shape}",
        Category.QUOTES,
        span,
        why,
        *edits,
        safety=Safety.SAFE if story.source_language else Safety.SUGGEST,
        confidence=0.95,
        licences=[Licence.QUOTED, Licence.NAMES],
    )
