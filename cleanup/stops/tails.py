"""Tails that should not be there: repeated, contradicting, stranded, or debris of the original."""

from __future__ import annotations

from functools import cache

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, flag
from cleanup.lexicons import Lexicons, Row
from cleanup.stops.stop import Stop, candidate, closes, propose, split_words, words
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

QUOTE_THEN_STOP = regex.compile(r"[”\"]\.(?=\s|$)")
LONGEST_REPEAT = 4  # words
SHORT_TAIL = 2
NEAR = 5  # words before the stop among which a verb may be repeated
LOOK_BACK = 200  # characters


def repeated(stop: Stop, story: Story) -> Proposal | None:
    """ "1.6 billion euros. euros." and "over the same period. period between"."""
    if stop.closing or stop.opening:
        return None
    tail = list(split_words(story.text, stop.tail))
    count = _repeats(stop, story, tail)
    if not count or _goes_on(story, tail[count:]):
        return None
    edits = [Edit(Span(stop.dot.start, tail[count - 1].stop), "")]
    alone = count == len(tail) and tail[-1].stop == stop.tail.stop  # no comma after it
    outside = QUOTE_THEN_STOP.match(story.text, stop.tail.stop)
    if alone and outside:  # `its goals. goals".`: the stop that English sets inside is there already
        edits = [Edit(Span(stop.dot.stop, stop.tail.stop), ""), Edit(Span(outside.end() - 1, outside.end()), "")]
    elif alone:
        edits = [Edit(stop.debris, "")]
    detail = f"repeats '{story.text[tail[0].start : tail[count - 1].stop]}'"
    why = "The words before the stop are repeated after it"
    return propose("repeated-tail", stop, why, candidate(Safety.SAFE, 0.97, *edits, detail=detail))


def _repeats(stop: Stop, story: Story, tail: list[Span]) -> int:
    """Return how many of the tail's first words stand just before the stop too."""
    before = _before(stop, story)
    after = [span.of(story.text).lower() for span in tail[:LONGEST_REPEAT]]
    for count in range(len(after), 0, -1):
        if before[-count:] == after[:count] and not set(after[:count]) <= story.lexicons.words("function"):
            return count
    return 0


def _goes_on(story: Story, rest: list[Span]) -> bool:
    """Whether a verb follows: "of the children. children can go" is a new sentence."""
    return bool(rest) and rest[0].of(story.text) in story.lexicons.words("finite")


def _before(stop: Stop, story: Story) -> list[str]:
    paragraph = story.paragraph_of(stop.left.start)
    return words(story.text[max(paragraph.start, stop.dot.start - LOOK_BACK) : stop.dot.start])


def echoed(stop: Stop, story: Story) -> Proposal | None:
    """ "had to leave the train. leave.": a verb that the original parts comes twice."""
    tail = words(stop.tail.of(story.text))
    if stop.closing or len(tail) != 1 or tail[0] in story.lexicons.words("function") or not closes(stop, story):
        return None
    if tail[0] not in _before(stop, story)[-NEAR:]:
        return None
    why = f"'{tail[0]}' stands shortly before the stop and is repeated after it"
    return propose("repeated-tail", stop, why, candidate(Safety.SAFE, 0.95, Edit(stop.debris, "")))


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
    opposites = {opposite for word in tail for opposite in _opposites(story.lexicons).get(_stem(word), ())}
    if not opposites & set(map(_stem, _before(stop, story)[-NEAR:])):
        return None
    why = f"What follows the stop ('{stop.tail.of(story.text)}') says the opposite of what stands before it"
    return flag("breaks.contradiction", Category.MEANING, stop.cut, why, 0.9)


@cache
def _opposites(lexicons: Lexicons) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for row in lexicons.rows("antonyms"):
        one, other = _stem(row["one"]), _stem(row["other"])
        table.setdefault(one, set()).add(other)
        table.setdefault(other, set()).add(one)
    return table


def _stem(word: str) -> str:
    """Return what "reduce", "reduces", "reduced" and "reducing" share."""
    return regex.sub(r"(?<=\p{L}{3})(?:ing|ed|es|s|e|d)$", "", word)


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
    if stop.closing or not closes(stop, story):
        return None
    tail = stop.tail.of(story.text).lower()
    row = _debris(story.lexicons).get(tail)
    ours = row is not None and story.source_language in row["languages"].split()
    if row is None or (row["repair"] == "flag" and not ours):
        return None
    if row["repair"] == "flag":
        why = f"'{tail}' may be left over from the original: {row['note']}"
        return flag("breaks.debris", Category.BOGUS_STOP, stop.cut, why, 0.8)
    text = ", among others" if row["repair"] == "among-others" else ""
    edit = Edit(Span(stop.dot.start, stop.tail.stop), text if stop.end else f"{text}.")
    why = f"'{tail}' is left over from the original: {row['note']}"
    return propose("debris", stop, why, candidate(Safety.SAFE if ours else Safety.SUGGEST, 0.95, edit))


@cache
def _debris(lexicons: Lexicons) -> dict[str, Row]:
    return {row["written"]: row for row in lexicons.rows("debris")}
