"""Quotations that open with one language's mark and close with another's: “… », "… »."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.findings import Edit, Licence, Proposal, repair
from cleanup.language import forms
from cleanup.marks import Mark, in_paragraphs, own_marks
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

OPENING, CLOSING = frozenset('"“«„'), frozenset('"”»')
GUILLEMETS = frozenset("«»")
SPACES = (" ", "\u00a0", "\u202f")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each paragraph whose two marks face each other, one of them a guillemet and one not.

    Straight and curly ones are mixed by reporters themselves.
    """
    if not forms.of(story.lexicons).stops_inside or not GUILLEMETS & set(story.text):
        return
    for _, marks in in_paragraphs(story):
        if len(marks) == 2 and _of_two_kinds(*marks) and _faces(*marks):  # noqa: PLR2004 - the two of a pair
            yield _paired(story, *marks)


def _of_two_kinds(first: Mark, second: Mark) -> bool:
    fits = first.sign in OPENING and second.sign in CLOSING
    return fits and (first.sign in GUILLEMETS) != (second.sign in GUILLEMETS)


def _faces(first: Mark, second: Mark) -> bool:
    """Whether the one opens and the other closes, with the space that French sets before its own."""
    outside = not second.right or not second.right.isalnum()
    return first.opens and outside and (second.closes or (second.sign == "»" and second.left in SPACES))


def _paired(story: Story, first: Mark, second: Mark) -> Proposal:
    opening, closing = own_marks(story)
    start = second.at - (second.left in SPACES)
    return repair(
        "mixed-marks.pair",
        Category.QUOTES,
        Span(first.at, second.at + 1),
        "The quotation opens with one language's mark and closes with another's",
        Edit(Span(first.at, first.at + 1), opening),
        Edit(Span(start, second.at + 1), closing),
        confidence=0.95,
        licences=[Licence.QUOTED],
    )
