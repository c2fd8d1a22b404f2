"""Dash-quotes: speech that a dash opens and nothing closes, as Nordic, Slavic and Romance papers print it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, flag, repair
from cleanup.marks import own_marks
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

# A dash that opens a paragraph, or stands after the end of a sentence of some length (a dateline is short).
OPENING = regex.compile(
    r"(?:^|(?<=\p{Ll}\p{Ll}[.!?][”\"»]?\s))(?P<dash>[–—-][ \u00a0]|—)(?=[\p{Lu}“\"])", regex.MULTILINE
)
AGAIN = regex.compile(r"(?<=[.!?] )(?P<dash>[–—-][ \u00a0]|—)(?=\p{Lu})")
DASHING = frozenset("no nb nn sv da fi is ru uk pl bg es ca pt it fr hu".split())
SHORTEST_LEAD = 5  # words in lower case
MIXED = frozenset('“”«»"')


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each passage of speech that a dash opens and an attribution follows.

    Silent in a language whose own press prints speech so.
    """
    if story.language in DASHING:
        return
    done = 0
    for match in OPENING.finditer(story.text):
        if match.start() < done:
            continue
        dash = Span(*match.span("dash"))
        proposal = _quoted(story, dash) or _unattributed(story, dash)
        if proposal:
            done = proposal.finding.span.stop
            yield proposal


def _quoted(story: Story, dash: Span) -> Proposal | None:
    paragraph = story.paragraph_of(dash.start)
    lead = story.text[paragraph.start : dash.start]
    if lead and sum(word.islower() for word in lead.split()) < SHORTEST_LEAD:
        return None
    attribution = story.lexicons.pattern("attribution").search(story.text, dash.stop, paragraph.stop)
    if attribution is None or MIXED & set(story.text[dash.stop : attribution.start()]):
        return None
    opening, closing = own_marks(story)
    end = attribution.end("mark")
    edits = [Edit(dash, opening), Edit(Span(end, attribution.start("by")), closing)]
    edits += _resumed(story, Span(attribution.end(), paragraph.stop), opening, closing)
    return repair(
        "dashes.dash-quote",
        Category.QUOTES,
        Span(dash.start, edits[-1].span.stop),
        "Speech opened with a dash, as the original's language has it, wants quotation marks",
        *edits,
        confidence=0.93,
        evidence=Evidence("pattern", f"who speaks: {attribution['by'].strip()}"),
        licences=[Licence.QUOTED, Licence.NAMES],
    )


def _unattributed(story: Story, dash: Span) -> Proposal | None:
    """Flag a paragraph of speech that only its dash gives away, where the original's press writes so."""
    paragraph = story.paragraph_of(dash.start)
    alone = dash.start == paragraph.start and story.text[paragraph.stop - 1] in ".!?…"
    spoken = sum(word.islower() for word in paragraph.of(story.text).split()) >= SHORTEST_LEAD
    if not alone or not spoken or story.source_language not in DASHING or MIXED & set(paragraph.of(story.text)):
        return None
    why = "A dash opens this paragraph, as speech is printed in the original's language: who speaks, and to where?"
    return flag("dashes.unattributed", Category.QUOTES, Span(dash.start, dash.stop + 1), why, 0.6)


def _resumed(story: Story, rest: Span, opening: str, closing: str) -> list[Edit]:
    """Return the marks for speech that goes on behind the attribution, to the end of its paragraph."""
    dashes = list(AGAIN.finditer(story.text, rest.start, rest.stop))
    if len(dashes) != 1 or MIXED & set(rest.of(story.text)) or story.text[rest.stop - 1] not in ".!?…":
        return []
    dash = Span(*dashes[0].span("dash"))
    if story.lexicons.pattern("attribution").search(story.text, dash.stop, rest.stop):
        return []
    return [Edit(dash, opening), Edit(Span(rest.stop, rest.stop), closing)]
