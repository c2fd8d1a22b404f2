"""Every mention of a name: capitalised runs with their particles and initials, and how often each stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from cleanup.findings import Evidence
from cleanup.story import Story
from cleanup.text import Span

_LETTERS = r"[\p{L}\p{M}]+(?:[’'ʼ]\p{Ll}{2,})?(?:-\p{L}[’']?[\p{L}\p{M}]+)*"
_WORD = rf"(?:(?:\p{{Lu}}|[DdO][’']\p{{Lu}}|(?:[aeu][dlnrstzş]|[ae]sh|asz)-\p{{Lu}}){_LETTERS})"
_INITIALS = r"(?:\p{Lu}\.(?:[- ]?\p{Lu}\.)*)"
_PARTICLE = "(?:al|ben|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|el|fon|ibn|la|le|ter|van|von|zu)"
PARTICLES_BEFORE = regex.compile(rf"(?<![\p{{L}}\p{{N}}’'-])(?:{_PARTICLE}[ \u00a0])+$")
RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}’'-])(?:{_INITIALS} ?(?=\p{{Lu}}\p{{L}}))?{_WORD}"
    rf"(?:[ \u00a0](?:{_INITIALS}[ \u00a0]|(?:{_PARTICLE}[ \u00a0]){{1,2}})?{_WORD})*"
)
Name = tuple[str, ...]
LONGEST_NAME = 8  # words: a longer run is a headline
MOST_ALIKE = 50  # names with one word in common and another each: no slips of one another
# A headline, and a byline below it: short lines at the head of a story that end without a stop.
HEADS = regex.compile(r"\A(?:[^\n]{1,160}(?<![.!?…”\"’])\n\s*){1,2}(?=[^\n]{200})")
STARTS = regex.compile(r"(?:^|[.!?…:]|\n)[”\"’»)\s]*[“\"‘«(–—-]*\s*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A capitalised run. `initial` says that it begins a sentence, where any word has a capital."""

    span: Span
    words: Name
    initial: bool

    def before(self, ordinary: Set[str]) -> Name:
        """Return the words before the last, without one whose capital only begins a sentence: "Then Putin"."""
        starts = self.initial and len(self.words) > 1 and self.words[0].lower() in ordinary
        return self.words[starts:-1]

    def part(self, start: int, stop: int) -> Span:
        """Return where the words from `start` up to `stop` stand."""
        before = sum(len(word) + 1 for word in self.words[:start])
        length = sum(len(word) + 1 for word in self.words[start:stop]) - 1
        return Span(self.span.start + before, self.span.start + before + length)


@dataclass(frozen=True)
class Names:
    """Every mention of the story, and what can be counted of them."""

    mentions: tuple[Mention, ...]
    full: Counter[Name]
    words: Counter[str]
    first: dict[str, int]
    headed: Counter[str]

    @cached_property
    def last(self) -> frozenset[str]:
        """The last words of all mentions."""
        return frozenset(mention.words[-1] for mention in self.mentions)

    def prefers(self, word: str, other: str) -> bool:
        """Whether the story writes `word` more often than `other`, or as often and first."""
        return self.rank((word,)) > self.rank((other,))

    def rank(self, name: Name) -> tuple[int, int]:
        """Return what a spelling counts for: how often it stands, a headline or byline doubly, and how early."""
        alone = len(name) == 1
        count = self.words[name[0]] if alone else len(self.standing[name])
        return count + self.headed[name[-1]], -(self.first[name[0]] if alone else self.standing[name][0].span.start)

    def counted(self, name: Name) -> Evidence:
        """Return as evidence how often a full name stands in the story."""
        count = self.full[name]
        return Evidence("story", f"{' '.join(name)} stands here {'once' if count == 1 else f'{count} times'}")

    @cached_property
    def standing(self) -> dict[Name, list[Mention]]:
        """The mentions by what they say."""
        found: defaultdict[Name, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.words].append(mention)
        return dict(found)

    @cached_property
    def by_first(self) -> dict[str, list[Name]]:
        """The full names by their first words."""
        found: defaultdict[str, list[Name]] = defaultdict(list)
        for name in self.full:
            found[name[0]].append(name)
        return dict(found)

    @cached_property
    def usual(self) -> dict[str, Name]:
        """For each last word of full names the name that stands most often."""
        found: dict[str, Name] = {}
        for name, count in self.full.items():
            if count > self.full[found.get(name[-1], ())]:
                found[name[-1]] = name
        return found

    def but_for_one_word(self) -> dict[Name, set[Name]]:
        """Return the full names that differ from another in one word only, each with those others."""
        groups: defaultdict[tuple[int, Name], list[Name]] = defaultdict(list)
        for name in self.full:
            for index in range(len(name)):
                groups[index, name[:index] + name[index + 1 :]].append(name)
        found: defaultdict[Name, set[Name]] = defaultdict(set)
        for group in groups.values():
            for name in group if 1 < len(group) <= MOST_ALIKE else ():
                found[name].update(other for other in group if other != name)
        return found

    def bearers(self, word: str) -> set[Name]:
        """Return what stands before `word` in the names of several words that hold it."""
        return self._bearers.get(word, set())

    @cached_property
    def _bearers(self) -> dict[str, set[Name]]:
        found: defaultdict[str, set[Name]] = defaultdict(set)
        for name in self.full:
            for word in name[1:]:
                found[word].add(name[: name.index(word)])
        return dict(found)


def of(story: Story) -> Names:
    """Return the story's names; asked twice, the same object comes."""
    return in_text(story.text)


@lru_cache(maxsize=4)
def in_text(text: str) -> Names:
    """Return the names of a text."""
    mentions = tuple(_mentions(text))
    full = Counter(m.words for m in mentions if 1 < len(m.words) <= LONGEST_NAME)
    first = {word: m.span.start for m in reversed(mentions) for word in m.words}
    headed = {word for head in HEADS.finditer(text) for m in mentions if head.end() >= m.span.stop for word in m.words}
    return Names(mentions, full, Counter(word for m in mentions for word in m.words), first, Counter(headed))


def _mentions(text: str) -> Iterator[Mention]:
    for match in RUN.finditer(text):
        start = match.start()
        yield Mention(Span(start, match.end()), tuple(match.group().split()), _initial(text, start))


def _initial(text: str, start: int) -> bool:
    """Whether what stands before `start` ends a sentence, or is nothing."""
    before = text[max(start - 4, 0) : start]
    if before[-1:] == " " and before[-2:-1].isalnum():  # as nearly always
        return False
    return not start or STARTS.search(text, start - len(before), start) is not None
