"""The men and women of a story, as far as it tells which they are."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cleanup.language.lexicons import Lexicons
from cleanup.names import mentions, people, present
from cleanup.names.folding import folded
from cleanup.names.mentions import Mention, Name
from cleanup.recognition import Kind
from cleanup.story import Story
from cleanup.text import Span

OTHER = {"m": "f", "f": "m"}
OF_A_WOMAN = "ová"  # Czech and Slovak surnames


@dataclass(frozen=True, slots=True, order=True)
class Being:
    """Somebody, or something that may be somebody; `gender` is "m", "f" or None. `noun`: no name but "widow"."""

    span: Span
    gender: str | None
    who: Name
    noun: bool = False


@dataclass(frozen=True)
class Beings:
    """Everybody in the order of the text."""

    all: tuple[Being, ...]

    def between(self, start: int, stop: int) -> tuple[Being, ...]:
        """Return those that begin in a stretch."""
        first = bisect_left(self.all, start, key=lambda being: being.span.start)
        return self.all[first : bisect_left(self.all, stop, key=lambda being: being.span.start)]


def of(story: Story) -> Beings:
    """Return everybody whom the story names or speaks of."""
    by_word = _by_word(story)
    found = [*_named(story, by_word), *_nouns(story)]
    return Beings(tuple(sorted(found)))


@cache
def first_names(lexicons: Lexicons) -> dict[str, str]:
    """Return the genders of first names that tell one, folded."""
    return {folded(row["name"]): row["gender"] for row in lexicons.rows("first-names")}


@cache
def _words(lexicons: Lexicons) -> dict[str, str]:
    """Return the titles and nouns that tell a gender, in small letters."""
    return {word.lower(): g for g, name in (("m", "men"), ("f", "women")) for word in lexicons.words(name)}


def _by_word(story: Story) -> dict[str, set[str]]:
    """Return the genders of those who bear each name, by the last word of their full names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    known = people.of(story.lexicons)
    for place in present.of(story).places:
        found[place.words[-1]].add(place.person.gender)
    for mention in mentions.of(story).mentions:
        last = mention.words[-1]
        if len(mention.words) > 1 and (gender := _told(mention.words, story.lexicons)):
            found[last].add(gender)
        if last in found:
            namesakes = known.last_words.get(folded(last), ())
            found[last].update(person.gender for name in namesakes if (person := known.who(name)))
    return found


def _told(words: Name, lexicons: Lexicons) -> str | None:
    """Return the gender that a title or a first name in a run of capitals tells."""
    known, titles = first_names(lexicons), lexicons.words("titles")
    if words[-1].endswith(OF_A_WOMAN):
        return "f"
    for word in words:
        gender = _words(lexicons).get(word.lower()) or known.get(folded(word).split(" ")[0])
        if gender:
            return gender
        if word not in titles:
            return None
    return None


def _named(story: Story, by_word: dict[str, set[str]]) -> Iterator[Being]:
    known = {place.span.stop: place.person.gender for place in present.of(story).places}
    for mention in mentions.of(story).mentions:
        if _somebody(mention, story):
            told = known.get(mention.span.stop) or _told(mention.words, story.lexicons)
            genders = {told} if told else by_word.get(mention.words[-1], {None})
            yield Being(mention.span, min(genders) if len(genders) == 1 else None, mention.words)  # type: ignore[type-var]


def _somebody(mention: Mention, story: Story) -> bool:
    """Whether a run of capitals may name a person: it is no known place, day or body, and no word of all capitals."""
    words, run, last = story.lexicons.words, " ".join(mention.words), mention.words[-1]
    if story.kinds.get(run) is Kind.PERSON:
        return True
    if mention.initial and len(mention.words) == 1 and last.lower() in words("vocabulary"):
        return False
    things = ("places", "weekdays", "months", "creeds-and-peoples", "bodies")
    return not last.isupper() and not any(run in words(name) or last in words(name) for name in things)


def _nouns(story: Story) -> Iterator[Being]:
    words = _words(story.lexicons)
    for word in words.keys() & story.words.keys():
        for span in story.standing(word):
            yield Being(span, words[word], (word,), noun=True)
