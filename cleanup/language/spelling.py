"""How near two spellings of a name are."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby

# What romanisations write in more than one way, and one of the ways.
SAME_SOUND = (
    ("yo", "e"),
    ("ye", "e"),
    ("oo", "u"),
    ("yy", "y"),
    ("iy", "y"),
    ("yi", "y"),
    ("ii", "y"),
    ("ij", "y"),
    ("ya", "ia"),
    ("i", "y"),
    ("z", "s"),
    ("w", "v"),
    ("u", "v"),
    ("k", "c"),
    ("ph", "f"),
    ("sch", "sh"),
    ("tch", "ch"),
)


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """Return a word as any romanisation of it would be written."""
    key = (word if word.isascii() else plain(word)).lower()
    for written, simple in SAME_SOUND:
        key = key.replace(written, simple)
    return "".join(letter for letter, _ in groupby(key))


def small(word: str) -> str:
    """Return what a pattern that ignores case takes for the same word: "İKİ" is "iki", "ſix" is "six"."""
    return word.lower() if word.isascii() else "".join(map(_small, word))


@cache
def _small(letter: str) -> str:
    alike = "i" if letter == "İ" else letter.casefold()
    return alike if len(alike) == 1 else letter.lower()  # "ß" is no "ss" to a pattern


def plain(word: str) -> str:
    """Return a word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def stripped(word: str, name: str) -> bool:
    """Whether `word` is `name` with letters outside ASCII lost: Cîu for Cîțu."""
    if (word.isascii() and name.isascii()) or len(word) >= len(name):
        return False
    rest, lost = iter(name), []
    for letter in word:
        for other in rest:
            if other == letter:
                break
            lost.append(other)
        else:
            return False
    return all(not c.isascii() for c in [*lost, *rest])


def distance(one: str, other: str, most: int) -> int:
    """Return the edit distance of two words, or `most` + 1 as soon as it is more (Levenshtein 1966)."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
