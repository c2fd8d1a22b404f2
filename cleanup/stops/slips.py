"""Stops that want another mark, a capital behind them, or a space less."""

from __future__ import annotations

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety
from cleanup.language import forms
from cleanup.stops.clauses import before, whole
from cleanup.stops.stop import Stop, candidate, closes, first_words, propose, words
from cleanup.story import Story
from cleanup.text import Span

DOMAIN = regex.compile(r"(?:com|org|net|ru|ua|fr|de|es|eu)(?=[,;:.!?)”\"\s]*(?:$|\n)|[,.])")
OUTER = regex.compile(r"[)\]”\"’»“]+")
SHORTEST_TOLD, LONGEST_TOLD = 3, 6  # words


def attributed(stop: Stop, story: Story) -> Proposal | None:
    """`materialistic." said Marshall`: American and British style have a comma there."""
    verbs, subjects = story.lexicons.words("reporting-verbs"), story.lexicons.words("subjects")
    first, second = first_words(stop, story)
    if first in verbs and not stop.closing and stop.left.of(story.text) in verbs:
        return None  # "she said. teased the president": said already
    named = first in verbs and story.lexicons.pattern("speaker").match(story.text, stop.tail.start) is not None
    quoted = any(mark in stop.closing for mark in '”"»’')
    if (
        not named
        and not _told(stop, story)
        and not (quoted and (first in verbs or (first in subjects and second in verbs)))
    ):
        return None
    why = "Speech that goes on with who said it ends in a comma"
    return propose("stop-before-attribution", stop, why, candidate(Safety.SAFE, 0.96, *_comma(stop, story)))


def _comma(stop: Stop, story: Story) -> list[Edit]:
    """Return the edits that put a comma for the stop, on the side of the closing marks where the language has it."""
    marks = OUTER.match(story.text, stop.dot.stop)
    if forms.of(story.lexicons).stops_inside or marks is None:
        return [Edit(stop.dot, ",")]
    return [Edit(stop.dot, ""), Edit(Span(marks.end(), marks.end()), ",")]


def _told(stop: Stop, story: Story) -> bool:
    """Whether the tail is "the analysts stated" or "announces the report", and no more."""
    tail = words(stop.tail.of(story.text))
    if not closes(stop, story) or stop.opening or not SHORTEST_TOLD <= len(tail) <= LONGEST_TOLD:
        return False
    verbs, articles = story.lexicons.words("reporting-verbs"), story.lexicons.words("articles")
    passive = not story.lexicons.words("auxiliaries").isdisjoint(tail)  # "the plan was announced" is a sentence
    return (tail[0] in articles and tail[-1] in verbs and not passive) or (
        tail[0] in verbs and tail[1] in story.lexicons.words("definite-articles") and len(tail) == SHORTEST_TOLD
    )


def addressed(stop: Stop, story: Story) -> Proposal | None:
    """ "the research firm Economy. com": a space was set into an address."""
    if stop.closing or not DOMAIN.match(story.text, stop.tail.start):
        return None
    gap = Edit(Span(stop.dot.stop, stop.tail.start), "")
    return propose("split-address", stop, "A space stands in an address", candidate(Safety.SAFE, 0.95, gap))


def uncapitalised(stop: Stop, story: Story) -> Proposal | None:
    """ "the attack. it seems that": a sentence that lost its capital."""
    first, second = first_words(stop, story)
    listed = story.lexicons.words
    repeats = first == stop.left.of(story.text).lower() and second in listed("finite")
    verb = second in listed("finite") or second in listed("common-verbs")
    opener = story.lexicons.pattern("whole-clause").match(story.text, stop.tail.start)
    if not opener and not repeats and not (first in listed("subjects") and verb):
        return None
    initial = Span(stop.tail.start, stop.tail.start + 1)
    edit = Edit(initial, initial.of(story.text).upper())
    detail = f"'{opener.group() if opener else f'{first} {second}'}' is a subject and its verb"
    sure = whole(before(stop, story), story) and not (_says_again(stop, story) and not repeats)
    safety, confidence = (Safety.SAFE, 0.93) if sure else (Safety.SUGGEST, 0.85)
    capital = candidate(safety, confidence, edit, detail=detail, licences=frozenset({Licence.NAMES}))
    return propose("lost-capital", stop, "A whole sentence begins in lower case", capital)


def _says_again(stop: Stop, story: Story) -> bool:
    """Whether the word before the stop comes again at once: "if necessary. it is necessary"."""
    return stop.left.of(story.text).lower() in words(stop.tail.of(story.text))[:SHORTEST_TOLD]
