"""Dash-quotes: speech that a dash opens and nothing closes, as Nordic, Slavic and Romance papers print it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from cleanup.findings import Candidate, Edit, Evidence, Finding, Licence, Proposal, Safety
from cleanup.lexicons import Lexicons
from cleanup.marks import own_marks
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

# A dash that opens a paragraph, or stands after the end of a sentence of some length (a dateline is short).
OPENING = regex.compile(r"(?:^|(?<=\p{Ll}\p{Ll}[.!?][”\"»]?\s))(?P<dash>[–—-][ \u00a0])(?=[\p{Lu}“\"])", regex.MULTILINE)
CLOSED_BY_DASH = regex.compile(r"[ \u00a0][–—][ \u00a0]$")
SHORTEST_LEAD = 5
MIXED = frozenset("“”«»\"")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each passage of speech that a dash opens and an attribution follows."""
    for match in OPENING.finditer(story.text):
        proposal = _quoted(story, Span(*match.span("dash")))
        if proposal:
            yield proposal


def _quoted(story: Story, dash: Span) -> Proposal | None:
    paragraph = story.paragraph_of(dash.start)
    lead = story.text[paragraph.start : dash.start]
    if lead and sum(word.islower() for word in lead.split()) < SHORTEST_LEAD:
        return None
    attribution = _attribution(story.lexicons).search(story.text, dash.stop, paragraph.stop)
    if attribution is None or MIXED & set(story.text[dash.stop : attribution.start()]):
        return None
    end = attribution.end("mark")
    opening, closing = own_marks(story.text)
    edits = (Edit(dash, opening), Edit(Span(end, attribution.start("by")), closing))
    candidate = Candidate(edits, Safety.SAFE, 0.93, (Evidence("pattern", attribution["by"].strip()),), frozenset({Licence.QUOTED, Licence.NAMES}))
    why = "Speech opened with a dash, as the original's language has it, wants quotation marks"
    return Proposal(Finding("dashes.dash-quote", Category.QUOTES, Span(dash.start, end), why), (candidate,))


@cache
def _attribution(lexicons: Lexicons) -> regex.Pattern[str]:
    """Return a pattern for ", said the minister", ", she joked", "? the singer told" after speech."""
    verbs = "|".join(sorted(lexicons.words("reporting-verbs")))
    subject = r"(?:he|she|they|it|(?:the|a|an)(?: [\p{L}’'-]+){1,4}?|\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){0,3})"
    after_verb = r"(?! that\b)(?:[,.:]|$| (?:the|a|an|to|in|on|of|at|after|before|about|during|with|when|her|his|\p{Ll}+ing|\p{Lu}|national|team|head|party|prime|former|police|president|coach|minister))"
    return regex.compile(rf"(?P<mark>[,?!])(?: [–—-])?(?P<by> (?:{subject} (?:{verbs})|(?:{verbs})){after_verb})")
