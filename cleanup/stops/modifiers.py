"""Adjectives behind a stop that stood behind their noun in the original: "the donations. questionable in October"."""

from __future__ import annotations

import regex

from cleanup.articles import agreeing
from cleanup.findings import Edit, Proposal, Safety
from cleanup.stops.clauses import last_words
from cleanup.stops.stop import Stop, candidate, closes, propose, split_words, words
from cleanup.story import Story
from cleanup.text import Span

ADJECTIVE = regex.compile(r"\p{Ll}{2,}(?:al|ic|ive|ous|ary|ful|less|able|ible|ish|ar|ent|ant|ese|ian|like)$")
MODIFIERS = ("adjective", "participle", "adverb", "ing")


def displaced(stop: Stop, story: Story) -> Proposal | None:
    """ "spoken of the donations. questionable in October": Romance languages have adjectives behind their nouns."""
    elsewhere = story.source_language is not None and not behind_nouns(story)
    if stop.closing or stop.opening or elsewhere or not apart(stop, story):
        return None
    first = next(split_words(story.text, stop.tail))
    word = first.of(story.text)
    if not _plain(word, first.stop == stop.tail.stop and _ended(stop, story), story) or _no_noun(stop, story):
        return None
    place = agreeing(story, Edit(Span(stop.left.start, stop.left.start), f"{word} "))
    gone = Edit(stop.debris if first.stop == stop.tail.stop else Span(stop.dot.start, first.stop), "")
    safety, confidence = (Safety.SAFE, 0.9) if behind_nouns(story) else (Safety.SUGGEST, 0.6)
    moved = candidate(
        safety, confidence, place, gone, detail=f"'{word}' may have stood behind its noun in the original"
    )
    return propose("displaced-adjective", stop, "The tail belongs before the noun that it was cut from", moved)


def _ended(stop: Stop, story: Story) -> bool:
    return closes(stop, story) and stop.end != ":"


def _plain(word: str, alone: bool, story: Story) -> bool:
    """Whether a word is an adjective by its shape; what may be a verb too must be all that was cut off."""
    shape = word_class(word, story)
    return shape == "adjective" or "-" in word or (alone and shape in ("participle", "ing"))


def _no_noun(stop: Stop, story: Story) -> bool:
    """Whether the word before the stop is none that takes an adjective, or has a like one already."""
    left = stop.left.of(story.text)
    listed = story.lexicons.words
    closed = left[0].isdigit() or left.lower() in listed("takes-nothing") | listed("function") | listed("finite")
    return closed or modified_before(stop, story)


def behind_nouns(story: Story) -> bool:
    """Whether the original's language has its adjectives behind their nouns."""
    return story.source_language in story.lexicons.words("adjectives-behind")


def modifies(word: str, story: Story) -> bool:
    """Whether a word may be an adjective or the like, by its shape."""
    return "-" in word or word_class(word, story) in MODIFIERS


def modified_before(stop: Stop, story: Story) -> bool:
    """Whether the noun before the stop has an adjective, and an adjective follows: "different processes. similar"."""
    first = words(stop.tail.of(story.text))[0]
    second = last_words(stop, story)[-2:-1]
    return bool(second) and {word_class(word, story) for word in (first, *second)} == {"adjective"}


def apart(stop: Stop, story: Story) -> bool:
    """Whether the tail's first word is a phrase of its own: at the end, before a mark, "of", "in" or "and"."""
    first = next(split_words(story.text, stop.tail))
    following = words(Span(first.stop, stop.tail.stop).of(story.text))[:1]
    after = story.text[first.stop : stop.tail.stop].lstrip()
    marked = not story.text[first.stop : first.stop + 1].isspace() or not after[:1].isalnum()
    listed = story.lexicons.words
    return marked or not following or following[0] in listed("follows-modifiers")


def word_class(word: str, story: Story) -> str:
    """Return the class of a word by lists and endings, "other" for most nouns and verbs."""
    lower = word.lower()
    lexicons = story.lexicons
    for name, known in (
        ("determiner", lexicons.words("determiners")),
        ("relative", lexicons.words("relatives")),
        ("conjunction", lexicons.words("conjunctions")),
        ("preposition", lexicons.words("prepositions")),
        ("pronoun", lexicons.words("pronouns")),
        ("finite", lexicons.words("auxiliaries")),
        ("reporting", lexicons.words("reporting-verbs")),
    ):
        if lower in known:
            return name
    return _by_shape(word, lower, story)


def _by_shape(word: str, lower: str, story: Story) -> str:
    if any(c.isdigit() for c in word):
        return "figure"
    if word[:1].isupper():
        return "name"
    if lower.endswith("ly"):
        return "adjective" if lower in story.lexicons.words("adjectives-in-ly") else "adverb"
    if lower.endswith("ing"):
        return "ing"
    if lower.endswith("ed") or lower in story.lexicons.words("participles"):
        return "participle"
    return "adjective" if ADJECTIVE.search(lower) else "other"
