"""The surnames that a story introduces, and which of them another word may be a slip for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cleanup.language.spelling import distance, sound, stripped
from cleanup.names.mentions import Names
from cleanup.story import Story

SHORTEST = 4  # letters of a surname that sounds like another
SHORTEST_DAMAGED = 3  # letters that are left of a surname which had letters outside ASCII
SHORTEST_SLIP = 6  # letters of a surname of which one may be wrong
LONGEST_SLIP = 40


class Introduced:
    """The surnames that the story introduces with a first name, by sound and by first letter."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.by_sound: defaultdict[str, set[str]] = defaultdict(set)
        self.by_rest: defaultdict[str, set[str]] = defaultdict(set)
        self._shapes: defaultdict[str, set[tuple[int, bool]]] = defaultdict(set)
        for surname in {name[-1] for name in names.full}:
            if len(surname) >= SHORTEST and not surname.isupper():
                self.by_sound[sound(surname)].add(surname)
                self._shapes[surname[0]].add((len(surname), surname.isascii()))
                for rest in _rests(surname):
                    self.by_rest[rest].add(surname)

    def elect(self, word: str, story: Story) -> str | None:
        """Return the one surname that `word` can be a slip for."""
        if len(word) < (SHORTEST if word.isascii() else SHORTEST_DAMAGED) or word.isupper():
            return None
        right = None
        for name in self._fits(word):
            if right not in (None, name):
                return None
            right = name
        if right is None or _ordinary(word, story) or f"{word}s" == right or word == f"{right}s":
            return None
        return right if stripped(word, right) or self.names.prefers(right, word) else None

    def _fits(self, word: str) -> Iterator[str]:
        """Yield the other surnames for which `word` may be a slip, some of them twice."""
        other = word.lower()
        yield from (name for name in self.by_sound.get(sound(word), ()) if name.lower() != other)
        for rest in _rests(word) if self._near(word) else ():
            for name in self.by_rest.get(rest, ()):
                if name[0] == word[0] and name.lower() != other and _like(word, name):
                    yield name

    def _near(self, word: str) -> bool:
        """Whether a surname is as long as `_like` wants it: which few words have one, and it is quickly told."""
        length, plain = len(word), word.isascii()
        return any(
            (length >= SHORTEST_SLIP and abs(other - length) <= 1) or (other > length and not (plain and other_plain))
            for other, other_plain in self._shapes.get(word[0], ())
        )


def _rests(word: str) -> Iterator[str]:
    """Yield what words that may be slips for each other share: the ASCII letters, or all letters but one."""
    if ascii_letters := "".join(filter(str.isascii, word)):
        yield ascii_letters
    for index in range(1, len(word)) if SHORTEST_SLIP - 1 <= len(word) <= LONGEST_SLIP else ():
        yield word[:index] + word[index + 1 :]
    yield word


def _like(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) <= 1 and len(word) >= SHORTEST_SLIP and distance(word, name, 1) <= 1:
        return True
    return stripped(word, name)


def _ordinary(word: str, story: Story) -> bool:
    """Whether the word is a place, or stands in lower case too: no slip for a name."""
    known = word in story.lexicons.words("places") or word.lower() in story.words
    return known or story.lexicons.pattern("spelling-variant").search(word) is not None
