"""Who of the people in the news a story speaks of, and how it writes their names each time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cleanup.language.lexicons import Lexicons
from cleanup.names import endings, mentions, people
from cleanup.names.folding import folded
from cleanup.names.mentions import Mention, Name
from cleanup.names.people import People
from cleanup.names.person import Person, Spelling
from cleanup.story import Story
from cleanup.text import Span

LONGEST = 6  # words of a name
LONGEST_TITLED = 3  # words of a name but for the title
LOOK_BACK = 16  # characters
LONGEST_RUN = 60  # words: a longer run of capitals is no headline


class How(StrEnum):
    """How a name in a story is one in the tables."""

    WRITTEN = "written"
    ENDED = "ended"
    SOUNDING = "sounding"


@dataclass(frozen=True, slots=True)
class Place:
    """A whole name in the story. `spelling` is None where it is right; `key` as the tables have it.

    `how` says how the tables know it: as they have it, with case endings that they do not have, or by its sound.
    """

    span: Span
    words: Name
    person: Person
    key: str
    spelling: Spelling | None = None
    how: How = How.WRITTEN

    @property
    def right(self) -> bool:
        """Whether English writes it so."""
        return self.spelling is None and self.how is How.WRITTEN and not self.accented

    @property
    def accented(self) -> bool:
        """Whether it is a name that English romanises, with accents of another language: "Vladímir Putin"."""
        romanised = self.person.romanised and all(map(str.isascii, self.person.forms))
        return romanised and not "".join(self.words).replace("’", "'").isascii()


@dataclass(frozen=True)
class Present:
    """Every whole name of somebody in the tables, and what surnames mean in this story.

    `people` counts how each is written where that is right; `last_words` has what whole names end in that are not,
    where that stands alone too.
    """

    places: tuple[Place, ...]
    people: Mapping[Person, Counter[str]]
    bearers: Mapping[str, frozenset[Person]]
    last_words: Mapping[Person, frozenset[str]]

    def form(self, person: Person, words: int = 0) -> str:
        """Return how the story writes the person where it writes English, else a form with the surname that it has.

        The usual one where it has none; of so many words, if there is one.
        """
        written, last_words = self.people.get(person, Counter()), self.last_words.get(person, frozenset())

        def rank(form: str) -> tuple[int, bool, bool, int]:
            key = folded(form)
            other = key.rpartition(" ")[2] not in last_words
            return -written[key], other, bool(words) and len(key.split()) != words, person.forms.index(form)

        return min(person.forms, key=rank)


def of(story: Story) -> Present:
    """Return who is in the story; asked twice, the same object comes."""
    return in_text(story.text, story.lexicons, story.source_language in endings.LANGUAGES)


@lru_cache(maxsize=4)
def in_text(text: str, lexicons: Lexicons, inflecting: bool) -> Present:
    """Return who is in a text; `inflecting` when its names may have case endings."""
    known = people.of(lexicons)
    all_mentions = mentions.in_text(text).mentions
    places = tuple(
        place
        for mention in all_mentions
        for place in (_titled(text, mention, known) or _places(mention, known, inflecting))
    )
    written: defaultdict[Person, Counter[str]] = defaultdict(Counter)
    bearers: defaultdict[str, set[Person]] = defaultdict(set)
    last_words: defaultdict[Person, set[str]] = defaultdict(set)
    wrong = any(not place.right for place in places)
    alone = {folded(m.words[-1]).rpartition(" ")[2] for m in all_mentions if wrong and len(m.words) == 1}
    for place in places:
        written[place.person][place.key] += place.right
        if not (place.right or place.accented):
            last_words[place.person].update({place.key.rpartition(" ")[2]} & alone)
        for name in (*place.person.last_words, *known.foreign(place.person)):
            bearers[name].add(place.person)
    meant = {name: frozenset(who) for name, who in bearers.items()}
    return Present(places, dict(written), meant, {who: frozenset(names) for who, names in last_words.items()})


def _titled(text: str, mention: Mention, known: People) -> tuple[Place, ...]:
    """Return the name with a title in small letters before it: "papa Francisco", "roi Charles III"."""
    if folded(mention.words[0]) not in known.titled_words:
        return ()
    for stop in range(min(len(mention.words), LONGEST_TITLED), 0, -1):
        titles = known.titled.get(folded(" ".join(mention.words[:stop])))
        _, _, title = text[max(mention.span.start - LOOK_BACK, 0) : mention.span.start - 1].rpartition(" ")
        if titles and folded(title) in titles and text[mention.span.start - 1] == " ":
            words = (title, *mention.words[:stop])
            span = Span(mention.span.start - len(title) - 1, mention.part(0, stop).stop)
            key = folded(" ".join(words))
            if spelling := known.spelling(key):
                return (Place(span, words, spelling.person, key, spelling),)
    return ()


def _places(mention: Mention, known: People, inflecting: bool) -> Iterator[Place]:
    """Yield the whole names inside a run of capitals, the longest first where they overlap."""
    words, at = mention.words if 1 < len(mention.words) <= LONGEST_RUN else (), 0
    ends = [inflecting or known.ends(folded(word)) for word in words]
    while at < len(words) - 1:
        for stop in range(min(len(words), at + LONGEST), at + 1, -1):
            if ends[stop - 1] and (place := _place(mention, at, stop, known, inflecting)):
                yield place
                at = stop - 1
                break
        at += 1


def _place(mention: Mention, start: int, stop: int, known: People, inflecting: bool) -> Place | None:
    words = mention.words[start:stop]
    key = folded(" ".join(words))
    if person := known.who(key):
        return Place(mention.part(start, stop), words, person, key, known.spelling(key))
    if inflecting and (bare := endings.without(key.split(), known)) and (person := known.who(bare)):
        return Place(mention.part(start, stop), words, person, bare, known.spelling(bare), How.ENDED)
    person = known.sounding(key)
    return Place(mention.part(start, stop), words, person, key, None, How.SOUNDING) if person else None
