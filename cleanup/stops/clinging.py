"""Tails whose first word can only go on from what stands before the stop: a preposition, a conjunction, a relative."""

from __future__ import annotations

from functools import lru_cache

import regex

from cleanup.findings import Proposal, Safety
from cleanup.stops.clauses import before, fragment
from cleanup.stops.joins import verbs_left
from cleanup.stops.modifiers import behind_nouns
from cleanup.stops.stop import Stop, candidate, closes, first_words, join, propose, words
from cleanup.story import Story

TWO_SPACES = regex.compile(r"[.!?][”\"]?  [“\"]?\p{Lu}")
SHORT_TAIL = 3  # words
QUOTES = '”"»'


def clinging(stop: Stop, story: Story) -> Proposal | None:
    """ "arms deliveries to Russia. intended for its assault": the tail can only go on from what stands before."""
    kind = _clings(stop, story)
    if kind is None:
        return None
    safety, confidence, detail = kind
    if _in_doubt(stop, story) or _translated_alone(stop, story):
        safety, confidence = Safety.SUGGEST, 0.7
    first, left = stop.tail.of(story.text).split(maxsplit=1)[0], stop.left.of(story.text)
    of_name = first in story.lexicons.words("relatives") and left[:1].isupper()  # "Tessier, who", "Verdano, where"
    apart = first in story.lexicons.words("joins-after-comma") or of_name or _for_comma(stop, story, first)
    why = "The stop cuts a sentence in two: what follows cannot begin one"
    return propose(
        "cut-sentence", stop, why, candidate(safety, confidence, join(stop, story, "," if apart else ""), detail=detail)
    )


def _clings(stop: Stop, story: Story) -> tuple[Safety, float, str] | None:
    """Return how surely the tail wants a plain join, and why, by the class of its first words."""
    first, second = first_words(stop, story)
    listed = story.lexicons.words
    if not second or stop.opening or first in listed("joins-not-plainly") or second in listed("adverbs-of-place"):
        return None
    if verbs_left(stop, story) or words(stop.tail.of(story.text))[-1] in listed("prepositions"):
        return None  # the tail itself was cut off
    if first in listed("prepositions") or first in listed("extending"):
        return Safety.SAFE, 0.95, f"'{first}' is a preposition"
    if _participle(first, story) and _governs(first, second, stop, story):
        return Safety.SAFE, 0.93, f"'{first} {second}' is a participle and its preposition"
    if first in listed("conjunctions") or first in listed("relatives"):
        safety = Safety.SAFE if first in listed("joins-surely") else Safety.SUGGEST
        return safety, 0.9, f"'{first}' continues a sentence"
    return None


def _for_comma(stop: Stop, story: Story, first: str) -> bool:
    """Whether the stop stands for a comma: two spaces follow it where others have one, or an insertion ends in it."""
    listed = story.lexicons.words
    defined = stop.left.of(story.text) in listed("defined-by-what-follows")
    if _inserted(stop, story):
        return True
    if defined or first in listed("conjunctions") - listed("and"):  # "anyone who", "because"
        return False
    return story.text.startswith("  ", stop.dot.stop) and not _spaced_twice(story.text)


@lru_cache(maxsize=4)
def _spaced_twice(text: str) -> bool:
    """Whether two spaces stand between sentences."""
    return TWO_SPACES.search(text) is not None


def _inserted(stop: Stop, story: Story) -> bool:
    """Whether the stop may be the second mark of an insertion: "was registered, in the worst case. of price"."""
    return story.lexicons.pattern("insertion").search(story.text, before(stop, story).start, stop.left.stop) is not None


def _translated_alone(stop: Stop, story: Story) -> bool:
    """Whether the tail's first word is one that engines get wrong when they do not see what stands before it."""
    first, second = first_words(stop, story)
    listed = story.lexicons.words
    wanted = stop.left.of(story.text) in listed("takes-gerunds")  # "the risk of seeing"
    alone = len(words(stop.tail.of(story.text))) <= SHORT_TAIL and closes(stop, story)
    infinitive = first in listed("infinitive-mark") and second.islower() and second not in listed("function")
    genitive = first in listed("isolated-genitive") and behind_nouns(story)  # "from" for an "of"
    return (infinitive and (wanted or alone) and second not in listed("relatives")) or genitive


def _in_doubt(stop: Stop, story: Story) -> bool:
    """Whether something about the place says that more than the stop is wrong."""
    left, first = stop.left.of(story.text), first_words(stop, story)[0]
    tail, listed = stop.tail.of(story.text), story.lexicons.words
    figure = left[0].isdigit() or (words(tail)[-1][0].isdigit() and not story.lexicons.pattern("dated").search(tail))
    speech = left in listed("reporting-verbs") and first in listed("and")
    of_what = first in listed("of") and (left in listed("weekdays") or story.text[stop.dot.start - 1] in QUOTES)
    closed = story.text[stop.tail.stop : stop.tail.stop + 1] in tuple(QUOTES) and not tail.count('"') % 2
    unopened = bool(stop.closing) and closed and "“" not in tail
    quoted = bool(stop.closing) and first in listed("infinitive-mark")
    clause = first in listed("prepositions") and not listed("clause-verbs").isdisjoint(words(tail))
    many = fragment(stop, story) or ends_list(stop, story) or _inserted(stop, story)
    return many or figure or speech or of_what or unopened or quoted or clause


def ends_list(stop: Stop, story: Story) -> bool:
    """Whether the tail is "and Pirates": which words it goes with, nobody can tell."""
    return story.lexicons.pattern("list-end").fullmatch(story.text, stop.tail.start, stop.tail.stop) is not None


def _participle(word: str, story: Story) -> bool:
    listed = story.lexicons.words
    regular = story.lexicons.pattern("regular-participle").fullmatch(word) is not None
    return word not in listed("intransitive") and (word in listed("participles") or regular)


def _governs(word: str, preposition: str, stop: Stop, story: Story) -> bool:
    """Whether a preposition follows with nothing between: "intended for", not "remarked, in" nor "set up"."""
    together = story.text.startswith(f"{word} {preposition}", stop.tail.start)
    return together and preposition in story.lexicons.words("prepositions") - story.lexicons.words("verb-particles")
