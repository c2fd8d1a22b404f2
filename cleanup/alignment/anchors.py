"""What ties a sentence of the copy to one of the original: figures, names, kindred words, known translations."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.alignment.latin import latin, readable
from cleanup.alignment.tokens import function_words, stems
from cleanup.alignment.words import translations
from cleanup.language.spelling import sound

TIED, TIED_BY_KINSHIP = 0.45, 0.2  # share of content words with an anchor in the translation: with a table, without
KINDRED = 5  # letters that two words begin with
_FIGURE = regex.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})*")
_WORD = regex.compile(r"[\p{L}\p{M}]{4,}|\p{Lu}[\p{L}\p{M}]{2,}")
_MARKS = regex.compile(r"\D")


def keys_of_copy(sentence: str, language: str) -> list[frozenset[str]]:
    """Return for each word of a sentence what a word of the original must have to be tied to it."""
    return [
        *_figures(sentence),
        *(frozenset({f"w{stem}"}) for stem in stems(sentence, language)),
        *_kindred(sentence, language),
    ]


def keys_of_original(sentence: str, language: str, target: str, hint: str = "") -> list[frozenset[str]]:
    """The same for the original; `hint` is what a model makes of the sentence in the copy's language."""
    known = translations(language, target)
    words = [frozenset(f"w{each}" for each in known[stem]) for stem in stems(sentence, language) if stem in known]
    hinted = [frozenset({f"w{stem}"}) for stem in stems(hint, target)]
    return [*_figures(sentence), *(hinted or words), *_kindred(sentence, language)]


def has_table(language: str, target: str) -> bool:
    """Whether translations of the language's words are known."""
    return bool(translations(language, target))


def _figures(sentence: str) -> Iterator[frozenset[str]]:
    for match in _FIGURE.finditer(sentence):
        yield frozenset({f"n{_MARKS.sub('', match.group())}"})


def _kindred(sentence: str, language: str) -> Iterator[frozenset[str]]:
    skipped = function_words(language)
    for match in _WORD.finditer(sentence):
        word = match.group()
        if readable(word) and word.lower() not in skipped:
            yield frozenset({f"k{sound(latin(word))[:KINDRED]}"})
