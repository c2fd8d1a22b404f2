"""Which words of a stretch of the original each word of the copy may stand for, and which it most likely does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from cleanup.alignment.latin import latin, readable
from cleanup.alignment.tokens import function_words, stem
from cleanup.alignment.words import translations
from cleanup.bilingual.pairs import Pair
from cleanup.language.spelling import sound
from cleanup.text import Span

KINDRED = 5  # letters that two words begin with
LONGEST = 400  # words of a sentence
SHORTEST = 4  # letters of a word that may be known by its letters alone
_WORD = regex.compile(r"\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*|[\p{L}\p{M}]+")
_MARKS = regex.compile(r"\P{N}")
_FAR = 0.35  # of a sentence: two words further apart than this are no translation of each other


def holding(span: Span, found: Sequence[Pair]) -> Pair | None:
    """Return the one of a story's pairs, in text order, that holds a stretch of the copy."""
    at = bisect_right(found, span.start, key=lambda pair: pair.place.start) - 1
    return found[at] if at >= 0 and found[at].place.holds(span) else None


@lru_cache(maxsize=64)
def links_of(pair: Pair) -> Links:
    """Return the links of a pair, worked out once for all that is marked in it."""
    return Links(pair)


@dataclass(frozen=True)
class Links:
    """The words of a pair, spans into its two stretches, and for each of the copy's its counterparts by number."""

    pair: Pair

    @cached_property
    def original(self) -> list[Span]:
        return [Span(*match.span()) for match in _WORD.finditer(self.pair.original)]

    @cached_property
    def copy(self) -> list[Span]:
        return [Span(*match.span()) for match in _WORD.finditer(self.pair.copy)]

    @cached_property
    def options(self) -> list[frozenset[int]]:
        """All words of the original that each word of the copy may stand for; none in what is too long to be true."""
        if max(len(self.original), len(self.copy)) > LONGEST:
            return [frozenset()] * len(self.copy)
        wanted: dict[str, set[int]] = {}
        for number, span in enumerate(self.original):
            for key in _keys_of_original(span.of(self.pair.original), self.pair.source, self.pair.target):
                wanted.setdefault(key, set()).add(number)
        nothing: set[int] = set()
        return [
            frozenset().union(*(wanted.get(key, nothing) for key in _keys(span.of(self.pair.copy), self.pair.target)))
            for span in self.copy
        ]

    @cached_property
    def linked(self) -> list[int | None]:
        """The likeliest counterpart of each word of the copy: the nearest that no surer word has taken."""
        found: list[int | None] = [None] * len(self.copy)
        taken: set[int] = set()
        ways = sorted(
            (len(options), self._off(at, number), at, number)
            for at, options in enumerate(self.options)
            for number in options
        )
        for _, off, at, number in ways:
            if found[at] is None and number not in taken and off <= _FAR:
                found[at] = number
                taken.add(number)
        return found

    def _off(self, at: int, number: int) -> float:
        return abs(at / max(len(self.copy), 1) - number / max(len(self.original), 1))

    @property
    def plain(self) -> frozenset[str]:
        """The copy's words that carry no subject, and are not asked for."""
        return function_words(self.pair.target)

    def within(self, local: Span) -> Sequence[int]:
        """Return the numbers of the copy's words in a stretch of it."""
        return [number for number, span in enumerate(self.copy) if local.holds(span)]


def _keys(word: str, language: str) -> list[str]:
    """Return what a word of the copy is known by."""
    if word[0].isnumeric():
        return [f"n{_MARKS.sub('', word)}"]
    small = word.lower()
    if small in function_words(language):
        return []
    return [f"w{stem(small)}", *_kindred(word)]


def _keys_of_original(word: str, language: str, target: str) -> list[str]:
    if word[0].isnumeric():
        return [f"n{_MARKS.sub('', word)}"]
    small = word.lower()
    if small in function_words(language):
        return []
    return [*(f"w{each}" for each in translations(language, target).get(stem(small), ())), *_kindred(word)]


def _kindred(word: str) -> list[str]:
    if len(word) < SHORTEST or not readable(word):
        return []
    return [f"k{sound(latin(word))[:KINDRED]}"]
