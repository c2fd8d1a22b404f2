"""The words of a sentence by which it is known in another language: stems of what is no function word."""

from __future__ import annotations

from functools import cache

import regex

from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder

STEM = 6  # letters: enough to tell most words apart, few enough to drop most endings
SHORTEST, ENDING, ROOT = 2, 2, 4  # letters: of a word, of an ending in a language that declines, of what is left
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґ")
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
            found.append(stem(word))
    return found


def stem(word: str) -> str:
    """Return the stem of a word in small letters; Slavic words in Cyrillic letters lose their endings first."""
    if word[0] in _CYRILLIC:
        return word[: min(STEM, max(len(word) - ENDING, ROOT))]
    return word[:STEM]


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the commonest words of a language, which carry no subject; none where there is no list of them."""
    rows = Lexicons((rules_folder(),), "any").rows("function-words")
    return frozenset(word for row in rows if row["language"] == language for word in row["words"].split())
