"""What ties a sentence of the copy to one of the original: figures, names, kindred words, known translations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import regex

from cleanup.alignment.latin import latin, readable
from cleanup.alignment.tokens import function_words, stem, stems
from cleanup.alignment.words import meanings, translations
from cleanup.language.spelling import sound

KINDRED = 5  # letters that two words begin with
# How often what is translated is tied to its translation, as measured on news in four languages.
FIGURE, KNOWN, NAME, WORD = 0.9, 0.57, 0.6, 0.15
_FIGURE = regex.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})*")
_WORD = regex.compile(r"(?P<signs>[\p{Han}\p{Hiragana}\p{Katakana}]+)|[\p{L}\p{M}]+")
_KIN = regex.compile(r"[\p{L}\p{M}]{4,}|\p{Lu}[\p{L}\p{M}]{2,}")
_MARKS = regex.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word or figure of a sentence: what ties it, one key of the other side being enough, and how often that is."""

    keys: frozenset[str]
    tied: float


def of_copy(sentence: str, language: str, source: str, *, hinted: bool) -> list[Anchor]:
    """Return the anchors of a sentence of the copy; `hinted` where models have translated the original."""
    reached = None if hinted else meanings(source, language)
    return [*_figures(sentence), *_words(sentence, language, lambda each: _own(each, reached))]


def of_original(sentence: str, language: str, target: str, hint: str = "") -> list[Anchor]:
    """The same for the original; `hint` is what a model makes of the sentence in the copy's language."""
    known = translations(language, target)
    found = [*_figures(sentence), *_words(sentence, language, lambda each: () if hint else known.get(each, ()))]
    return found + [Anchor(frozenset({f"w{each}"}), KNOWN) for each in stems(hint, target)]


def has_table(language: str, target: str) -> bool:
    """Whether translations of the language's words are known."""
    return bool(translations(language, target))


def _own(key: str, reached: frozenset[str] | None) -> tuple[str, ...]:
    return (key,) if reached is None or key in reached else ()


def _figures(sentence: str) -> Iterator[Anchor]:
    for match in _FIGURE.finditer(sentence):
        yield Anchor(frozenset({f"n{_MARKS.sub('', match.group())}"}), FIGURE)


def _words(sentence: str, language: str, mean: Callable[[str], Iterable[str]]) -> Iterator[Anchor]:
    skipped = function_words(language)
    for match in _WORD.finditer(sentence):
        word = match.group()
        if match["signs"]:
            for at in range(len(word) - 1):
                yield from _known(mean(word[at : at + 2]))
        elif len(word) > 1 and word.lower() not in skipped:
            yield from _word(word, mean(stem(word.lower())))


def _known(means: Iterable[str]) -> Iterator[Anchor]:
    keys = frozenset(f"w{each}" for each in means)
    if keys:
        yield Anchor(keys, KNOWN)


def _word(word: str, means: Iterable[str]) -> Iterator[Anchor]:
    keys = {f"w{each}" for each in means}
    kindred = _KIN.fullmatch(word) and readable(word)
    tied = KNOWN if keys else NAME if word[0].isupper() else WORD
    if kindred:
        keys.add(f"k{sound(latin(word))[:KINDRED]}")
    if keys:
        yield Anchor(frozenset(keys), tied)
