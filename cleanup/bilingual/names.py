"""The names in a sentence of either language, and which of them the other sentence has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from cleanup.alignment.latin import kin, readable, sounds_alike
from cleanup.alignment.tokens import function_words, stem
from cleanup.alignment.words import is_ordinary, lists_ordinary, stems_ordinary, translations
from cleanup.bilingual.lexicon import quantities
from cleanup.language import forms
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.text import Span

WORD = regex.compile(r"[\p{L}\p{M}]+(?:\.(?=\p{L}))?(?:['’]s\b)?")
BEGINS = regex.compile(
    r"(?:^|(?<!\b\p{Lu}\p{L}{0,2})[.]|[!?…:;\n(–—-]|--)[ \u00a0]*[”\"’»)]*[ \u00a0]*[“\"‘«„(¿¡–—-]*[ \u00a0]*$"
    r"|[“\"‘«„][ \u00a0]?$"
)
FULL = regex.compile(r"[ \u00a0-]\p{Lu}")
SHORTEST, SHORTEST_DEMONYM = 3, 5
LAST_LATIN = "\u024f"
TITLED = 0.65  # share of words with a capital: more of them make a headline in title case
POSSESSIVE = regex.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a name and where it stands."""

    span: Span
    word: str


@dataclass(frozen=True, slots=True)
class Side:
    """All words of a sentence, those of its names, and those that may be names where any word has a capital."""

    words: tuple[str, ...]
    named: tuple[Named, ...]
    begun: tuple[Named, ...] = ()


def side(text: str, language: str, other_language: str) -> Side:
    """Return a sentence's words and names; a headline in title case has no names that can be told."""
    words = list(WORD.finditer(text))
    capital = [match for match in words if match.group()[0].isupper()]
    plain = tuple(POSSESSIVE.sub("", match.group()) for match in words)
    if len(capital) > max(TITLED * len(words), 4) and not forms.of(lexicons(language)).noun_capitals:
        return Side(plain, ())
    found = list(_named(text, capital, language, other_language))
    return Side(plain, tuple(each for each, sure in found if sure), tuple(each for each, sure in found if not sure))


def _named(text: str, capital: Sequence[regex.Match[str]], language: str, other: str) -> Iterator[tuple[Named, bool]]:
    """Yield each word that may be of a name, and whether it is no word with which a sentence merely begins."""
    common, dated = function_words(language) | lexicons(language).words("parts-of-names"), _dates(language)
    for match in capital:
        word = POSSESSIVE.sub("", match.group())
        if not _long_enough(word) or word.isupper() or word.lower() in common or word in dated:
            continue
        initial = bool(BEGINS.search(text, max(match.start() - 8, 0), match.start())) or match.start() == 0
        any_word = initial and not FULL.match(text, match.end()) and not _known(word, language, other)
        yield Named(Span(match.start(), match.start() + len(word)), word), not any_word


def unmatched(own: Side, other: Side, language: str, other_language: str) -> list[Named]:
    """Return the words of names that no word of the other side can stand for."""
    known = _both(language, other_language)
    stems = {stem(word.lower()) for word in other.words}
    names = (name for name in own.named if is_name(name.word, language, other_language))
    return [name for name in names if not _met(name.word, known, stems, other, other_language)]


def oftener(own: Side, other: Side, language: str, other_language: str) -> list[Named]:
    """Return the words of names that stand here oftener than what can stand for them does there."""
    names = [name for name in own.named if is_name(name.word, language, other_language)]
    known, found = _both(language, other_language), []
    for name in names:
        here = sum(each.word == name.word for each in names)
        there = sum(
            _met(name.word, known, {stem(word.lower())}, Side((word,), ()), other_language) for word in other.words
        )
        if here > there:
            found.append(name)
    return found


def acronyms(own: Side, other: Side) -> set[str]:
    """Return the words all in capitals that only one side has: they may stand for a name of several words."""
    return {word for word in own.words if len(word) > 1 and word.isupper()} - set(other.words)


def _met(word: str, known: dict[str, frozenset[str]], stems: set[str], other: Side, other_language: str) -> bool:
    if not readable(word):
        return True  # nothing can be said of it
    if known.get(stem(word.lower()), frozenset()) & stems:
        return True
    others = [each for each in other.words if _long_enough(each) and readable(each) and _may_name(each)]
    others = [each for each in others if len(each) > SHORTEST or not is_ordinary(each.lower(), other_language)]
    return any(kin(word, each) or (each[0].isupper() and sounds_alike(word, each)) for each in others)


def _long_enough(word: str) -> bool:
    return len(word) >= (SHORTEST if word[0] <= LAST_LATIN else SHORTEST - 1)  # Ли is Lee


def _may_name(word: str) -> bool:
    """Whether the word may name somebody, or the people of a place, which few languages write with a capital."""
    return word[0].isupper() or len(word) > SHORTEST_DEMONYM


def surely(found: Sequence[Named], language: str, other_language: str) -> list[Named]:
    """Return those that are no common word written large, as État is: no table translates them by a common word."""
    return [name for name in found if not _common(name.word, language, other_language)]


def _common(word: str, language: str, other: str) -> bool:
    key = stem(word.lower())
    known = _both(language, other).get(key, ())
    return bool(known) and key not in known and any(stems_ordinary(each, other) for each in known)


def is_name(word: str, language: str, other_language: str) -> bool:
    """Whether a word with a capital is a name: none that is written small, too.

    Where nothing says what is written small, it is one only if what translates it sounds like it.
    """
    small, key = word.lower(), stem(word.lower())
    if lists_ordinary(language):
        return not is_ordinary(small, language) and not is_ordinary(small.removesuffix("s"), language)
    sounding = [each for each in _both(language, other_language).get(key, ()) if kin(key, each)]
    return any(not stems_ordinary(each, other_language) for each in sounding)


@cache
def _both(language: str, other: str) -> dict[str, frozenset[str]]:
    """The table from one language into the other, turned round where there is only the other way; and places."""
    found: dict[str, set[str]] = {key: set(each) for key, each in translations(language, other).items()}
    for key, each in _namesakes(language, other):
        found.setdefault(key, set()).add(each)
    if not translations(language, other):
        back = ((key, each) for key, known in translations(other, language).items() for each in known)
        for key, each in (*back, *_namesakes(other, language)):
            found.setdefault(each, set()).add(key)
    return {key: frozenset(each) for key, each in found.items()}


def _namesakes(language: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield stems of names as the language writes them, with those of their forms in the other."""
    rows = Lexicons((rules_folder(),), other).rows("exonyms")
    for row in (row for row in rows if language in row["languages"].split()):
        for word in WORD.findall(row["written"].lower()):
            yield from ((stem(word), stem(each)) for each in WORD.findall(row["english"].lower()))
    for row in (row for row in Lexicons((rules_folder(),), "any").rows("namesakes") if row["language"] == other):
        for word in row["others"].lower().split():
            yield from ((stem(word), stem(each)) for each in row["written"].lower().split())


def _known(word: str, language: str, other: str) -> bool:
    """Whether a table of the language has the word as a name, which sounds alike in both."""
    return any(kin(stem(word.lower()), each) for each in _both(language, other).get(stem(word.lower()), ()))


@cache
def _dates(language: str) -> frozenset[str]:
    words = quantities(language)
    return frozenset((*words.days, *words.months))


@cache
def lexicons(language: str) -> Lexicons:
    """Return the tables of a language."""
    return Lexicons((rules_folder(),), language)
