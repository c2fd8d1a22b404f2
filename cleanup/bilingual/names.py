"""The names in a sentence of either language, and which of them the other sentence has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from cleanup import forms
from cleanup.alignment.latin import kin, readable
from cleanup.alignment.tokens import function_words, stem
from cleanup.alignment.words import ordinary, translations
from cleanup.bilingual.lexicon import quantities
from cleanup.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.text import Span

WORD = regex.compile(r"[\p{L}\p{M}]+(?:\.(?=\p{L}))?(?:['’]s\b)?")
BEGINS = regex.compile(
    r"(?:^|[.!?…:;\n(–—-]|--)[ \u00a0]*[”\"’»)]*[ \u00a0]*[“\"‘«„(¿¡–—-]*[ \u00a0]*$|[“\"‘«„][ \u00a0]?$"
)
SHORTEST = 3
TITLED = 0.5  # share of words with a capital: more of them make a headline in title case
POSSESSIVE = regex.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a name: where it stands and whether it begins a sentence, where any word has a capital."""

    span: Span
    word: str
    initial: bool


@dataclass(frozen=True, slots=True)
class Side:
    """All words of a sentence, and those of its names."""

    words: tuple[str, ...]
    named: tuple[Named, ...]


def side(text: str, language: str) -> Side:
    """Return a sentence's words and names; a headline in title case has no names that can be told."""
    words = list(WORD.finditer(text))
    capital = [match for match in words if match.group()[0].isupper()]
    plain = tuple(POSSESSIVE.sub("", match.group()) for match in words)
    if len(capital) > max(TITLED * len(words), 4) and not forms.of(lexicons(language)).noun_capitals:
        return Side(plain, ())
    return Side(plain, tuple(_named(text, capital, language)))


def _named(text: str, capital: Sequence[regex.Match[str]], language: str) -> Iterator[Named]:
    common, dated = function_words(language) | lexicons(language).words("parts-of-names"), _dates(language)
    for match in capital:
        word = POSSESSIVE.sub("", match.group())
        if len(word) < SHORTEST or word.isupper() or word.lower() in common or word in dated:
            continue
        initial = bool(BEGINS.search(text, max(match.start() - 6, 0), match.start())) or match.start() == 0
        yield Named(Span(match.start(), match.start() + len(word)), word, initial)


def unmatched(own: Side, other: Side, language: str, other_language: str) -> list[Named]:
    """Return the words of names that no word of the other side can stand for."""
    known = _both(language, other_language)
    stems = {stem(word.lower()) for word in other.words}
    names = (name for name in own.named if is_name(name.word, language, other_language))
    return [name for name in names if not _met(name.word, known, stems, other)]


def acronyms(own: Side, other: Side) -> set[str]:
    """Return the words all in capitals that only one side has: they may stand for a name of several words."""
    return {word for word in own.words if len(word) > 1 and word.isupper()} - set(other.words)


def _met(word: str, known: dict[str, frozenset[str]], stems: set[str], other: Side) -> bool:
    if not readable(word):
        return True  # nothing can be said of it
    if known.get(stem(word.lower()), frozenset()) & stems:
        return True
    return any(kin(word, each) for each in other.words if len(each) >= SHORTEST and readable(each))


def is_name(word: str, language: str, other_language: str) -> bool:
    """Whether a word with a capital is a name: none that is written small, too.

    Where nothing says what is written small, it is one only if what translates it sounds like it.
    """
    key, small = stem(word.lower()), ordinary(language)
    if small:
        return key not in small and stem(word.lower().removesuffix("s")) not in small
    elsewhere = ordinary(other_language)
    return any(kin(key, each) and each not in elsewhere for each in _both(language, other_language).get(key, ()))


@cache
def _both(language: str, other: str) -> dict[str, frozenset[str]]:
    """The table from one language into the other, turned round where there is only the other way."""
    forth = translations(language, other)
    if forth:
        return {stem: frozenset(found) for stem, found in forth.items()}
    back: dict[str, set[str]] = {}
    for stem, found in translations(other, language).items():
        for each in found:
            back.setdefault(each, set()).add(stem)
    return {stem: frozenset(found) for stem, found in back.items()}


@cache
def _dates(language: str) -> frozenset[str]:
    words = quantities(language)
    return frozenset((*words.days, *words.months))


@cache
def lexicons(language: str) -> Lexicons:
    """Return the tables of a language."""
    return Lexicons((rules_folder(),), language)
