"""Words in Latin letters, so that a name can be known again: accents folded, Cyrillic and Greek written out."""

from __future__ import annotations

from functools import cache, lru_cache

from cleanup.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.spelling import distance, plain, sound

_SURE_PREFIX = 5  # letters in common that make kin of two words
_SHORTEST = 3


@lru_cache(maxsize=1 << 14)
def latin(word: str) -> str:
    """Return the word in small Latin letters without accents; letters of scripts that no table knows stay."""
    small = word.lower()
    if small.isascii():
        return small
    letters = _letters()
    return plain("".join(letters.get(letter, letter) for letter in small)).replace("ß", "ss").replace("ø", "o")


def readable(word: str) -> bool:
    """Whether the word can be written in Latin letters, and so be compared."""
    return latin(word).isascii()


def kin(one: str, other: str) -> bool:
    """Whether two words may be one name or one loan in two languages: Moskva and Moscow, Путин and Putin."""
    a, b = sound(latin(one)), sound(latin(other))
    if a == b:
        return True
    shorter, longer = sorted((len(a), len(b)))
    if shorter < _SHORTEST:
        return False
    common = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), shorter)
    if common >= _SURE_PREFIX or (common == shorter and longer - shorter <= _SHORTEST):
        return True
    most = max(longer // 3, 1) if a[0] == b[0] else max(longer // 4, 1)
    return distance(a, b, most) <= most


@cache
def _letters() -> dict[str, str]:
    rows = Lexicons((rules_folder(),), "any").rows("romanisation")
    return {row["letter"]: row["latin"] for row in rows}
