"""Speakers between dashes inside the quotation, as Italian papers print them: "The doors - says Rossi - are new"."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.forms import of
from cleanup.marks import Mark, in_paragraphs
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each quotation that one speaker between dashes parts in two.

    Certain in a story known to be translated; silent where the language's own marks are not known.
    """
    if not of(story.lexicons).stops_inside:
        return
    for _, marks in in_paragraphs(story):
        opened = None
        for mark in marks:
            if mark.opens and opened is None:
                opened = mark
            elif opened is not None and _ends(opened, mark):
                yield from _parted(story, opened, mark)
                opened = None
            else:
                break  # the marks do not pair: nothing behind them is certain


def _ends(opened: Mark, mark: Mark) -> bool:
    return mark.closes and (opened.sign, mark.sign) in (('"', '"'), ("“", "”"))


def _parted(story: Story, opening: Mark, closing: Mark) -> Iterator[Proposal]:
    insets = list(story.lexicons.pattern("inset-speaker").finditer(story.text, opening.at + 1, closing.at))
    if len(insets) != 1:
        return
    inset = insets[0]
    before, after = Span(inset.start(), inset.end("first")), Span(*inset.span("second"))
    ended = story.text[inset.start() - 1] in ",?!…"
    yield repair(
        "inset-speakers.dashes",
        Category.QUOTES,
        Span(opening.at, closing.at + 1),
        "Who speaks stands outside the quotation marks in English, between commas",
        Edit(before, f"{'' if ended else ','}{closing.sign} "),
        Edit(after, f"{'' if story.text[after.start - 1] == '.' else ','} {opening.sign}"),
        safety=Safety.SUGGEST,
        confidence=0.8,
        evidence=Evidence("pattern", f"who speaks: {inset['by']}"),
        licences=[Licence.QUOTED],
    )
