"""Tails that should not be there: units said twice, contradicting, stranded, or debris of the original."""

from __future__ import annotations

from functools import cache

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, flag
from cleanup.language.lexicons import Lexicons, Row
from cleanup.stops.clauses import before, last_words, stem
from cleanup.stops.stop import Stop, candidate, closes, propose, split_words, words
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

QUOTES = '”"»’'
SHORT_TAIL = 2
NEAR = 5  # words before the stop


def unit(stop: Stop, story: Story) -> Proposal | None:
    """ "60 centimeters. cm." and "50 thousand square meters. m, in the future"."""
    tail = next(split_words(story.text, stop.tail), None)
    long = _symbols(story.lexicons).get(tail.of(story.text)) if tail else None
    if tail is None or long is None or not regex.match(rf"{long[:-2]}\w+$", stop.left.of(story.text)):
        return None
    edit = Edit(stop.debris if tail == stop.tail else Span(stop.dot.start, tail.stop), "")
    detail = f"{tail.of(story.text)} is short for {long}"
    why = "The unit before the stop is repeated after it"
    return propose("repeated-tail", stop, why, candidate(Safety.SAFE, 0.97, edit, detail=detail))


@cache
def _symbols(lexicons: Lexicons) -> dict[str, str]:
    return {row["symbol"]: row["unit"] for row in lexicons.rows("unit-symbols")}


def contradicting(stop: Stop, story: Story) -> Proposal | None:
    """ "has gradually increased. reduce." means decreased: dropping the tail would be fluent and false."""
    tail = words(stop.tail.of(story.text))
    if len(tail) > SHORT_TAIL:
        return None
    opposites = {opposite for word in tail for opposite in _opposites(story.lexicons).get(stem(word), ())}
    if not opposites & set(map(stem, last_words(stop, story)[-NEAR:])):
        return None
    why = f"What follows the stop ('{stop.tail.of(story.text)}') says the opposite of what stands before it"
    return flag("breaks.contradiction", Category.MEANING, stop.cut, why, 0.9)


@cache
def _opposites(lexicons: Lexicons) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for row in lexicons.rows("antonyms"):
        one, other = stem(row["one"]), stem(row["other"])
        table.setdefault(one, set()).add(other)
        table.setdefault(other, set()).add(one)
    return table


def stranded(stop: Stop, story: Story) -> Proposal | None:
    """ "75 thousand could die … strain. man.": the noun that was counted landed behind the sentence."""
    tail = words(stop.tail.of(story.text))
    if stop.closing or len(tail) != 1 or tail[0] not in story.lexicons.words("people") or not closes(stop, story):
        return None
    start = story.sentence_of(stop.left.start).start
    counted = story.lexicons.pattern("counted").search(story.text, start, stop.left.start)
    count = counted or story.lexicons.pattern("count").search(story.text, start, stop.left.start)
    if count is None:
        return None
    edits = [Edit(stop.debris, "")]
    if not counted:
        scale = ",000" if count["scale"] == "thousand" else f" {count['scale']}"
        edits.insert(0, Edit(Span(*count.span()), f"{count['figure']}{scale} people"))
    why = f"'{stop.tail.of(story.text)}' belongs to the figure '{count.group()}'"
    return propose("stranded-noun", stop, why,
                   candidate(Safety.SAFE, 0.98, *edits, licences=frozenset({Licence.NUMBERS})))  # fmt: skip


def debris(stop: Stop, story: Story) -> Proposal | None:
    """ "isolated. rice field." is a Japanese verb ending, translated."""
    tail = stop.tail.of(story.text).lower()
    row = _debris(story.lexicons).get(tail)
    if row is None or not closes(stop, story) or (stop.closing and row["repair"] != "attribution"):
        return None
    ours = story.source_language in row["languages"].split()
    told = row["repair"] == "attribution" and _told(stop, story)
    if row["repair"] in ("flag", "attribution") and not told:
        if not ours:
            return None
        why = f"'{tail}' may be left over from the original: {row['note']}"
        return flag("breaks.debris", Category.BOGUS_STOP, stop.cut, why, 0.8)
    text = ", among others" if row["repair"] == "among-others" else ""
    edit = Edit(Span(stop.dot.start, stop.tail.stop), text if stop.end else f"{text}.")
    why = f"'{tail}' is left over from the original: {row['note']}"
    return propose("debris", stop, why, candidate(Safety.SAFE if ours else Safety.SUGGEST, 0.95, edit))


def _told(stop: Stop, story: Story) -> bool:
    """Whether the sentence has said who spoke, or ends with what was said."""
    if stop.closing and story.text[stop.dot.start - 1] in QUOTES:
        return True
    return not story.lexicons.words("reporting-verbs").isdisjoint(words(before(stop, story).of(story.text)))


@cache
def _debris(lexicons: Lexicons) -> dict[str, Row]:
    return {row["written"]: row for row in lexicons.rows("debris")}
