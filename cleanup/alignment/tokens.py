"""The words of a sentence by which it is known in another language: stems of what is no function word."""

from __future__ import annotations

from functools import cache

import regex

from cleanup.lexicons import Lexicons
from cleanup.paths import rules_folder

STEM = 6  # letters: enough to tell most words apart, few enough to drop most endings
SHORTEST = 2
_WORD = regex.compile(r"(?P<signs>[\p{Han}\p{Hiragana}\p{Katakana}]+)|[\p{L}\p{M}]+")


def stems(text: str, language: str) -> list[str]:
    """Return the stems of the content words, in order; of writing without spaces, each two signs that meet."""
    found: list[str] = []
    skipped = function_words(language)
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        if match["signs"]:
            found += (word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) >= SHORTEST and word not in skipped:
            found.append(word[:STEM])
    return found


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the commonest words of a language, which carry no subject; none where there is no list of them."""
    rows = Lexicons((rules_folder(),), "any").rows("function-words")
    return frozenset(word for row in rows if row["language"] == language for word in row["words"].split())
