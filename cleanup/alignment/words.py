"""Which words of a language are which in English: tables learned from pairs of sentences, read when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cleanup.alignment.tokens import STEM, stem
from cleanup.paths import words_folder

LETTERS = 9  # enough to tell Trichet from "triche"
_NONE: Mapping[str, tuple[str, ...]] = {}


@cache
def translations(source: str, target: str) -> Mapping[str, tuple[str, ...]]:
    """Return the stems that translate each stem, the likeliest first; empty where no table was learned."""
    path = words_folder() / f"{source}-{target}.tsv"
    if not path.is_file():
        return _NONE
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#"))
    return {key: tuple(english.split()) for key, english in lines}


@cache
def meanings(source: str, target: str) -> frozenset[str]:
    """Return the stems of the target language that translate some stem of the source's."""
    return frozenset(each for found in translations(source, target).values() for each in found)


def is_ordinary(word: str, language: str) -> bool:
    """Whether a word in small letters is none of a name's, since it is mostly written so."""
    return shortened(word) in _ordinary(language)


def stems_ordinary(key: str, language: str) -> bool:
    """Whether an ordinary word has this stem."""
    return key in _ordinary_stems(language)


def lists_ordinary(language: str) -> bool:
    """Whether anything is known of which words are ordinary."""
    return bool(_ordinary(language))


def shortened(word: str) -> str:
    """Return the part of a word, in small letters, by which the lists of ordinary words know it."""
    return stem(word) if not word[0].isascii() and stem(word) != word[:STEM] else word[:LETTERS]


@cache
def _ordinary(language: str) -> frozenset[str]:
    path = words_folder() / f"ordinary-{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()


@cache
def _ordinary_stems(language: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _ordinary(language))
