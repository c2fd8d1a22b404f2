"""Which words of a language are which in English: tables learned from pairs of sentences, read when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cleanup.paths import words_folder

_NONE: Mapping[str, tuple[str, ...]] = {}


@cache
def translations(source: str, target: str) -> Mapping[str, tuple[str, ...]]:
    """Return the stems that translate each stem, the likeliest first; empty where no table was learned."""
    path = words_folder() / f"{source}-{target}.tsv"
    if not path.is_file():
        return _NONE
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#"))
    return {stem: tuple(english.split()) for stem, english in lines}


@cache
def ordinary(language: str) -> frozenset[str]:
    """Return the stems of words that are no names, since they are mostly written small; empty where none are listed."""
    path = words_folder() / f"ordinary-{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()
