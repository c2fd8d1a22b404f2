"""Words in Latin letters, so that a name can be known again: accents folded, Cyrillic and Greek written out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from cleanup.language.lexicons import Lexicons
from cleanup.language.spelling import distance, plain, sound
from cleanup.paths import rules_folder

_SURE_PREFIX = 5  # letters in common that make kin of two words
_LIKELY_PREFIX, _LONG = 4, 6  # letters in common where both words are long: Mexico and mexicain
_MOST_LETTERS = 0.7
_SHORTEST = 3
_LAST_LATIN = "\u024f"
_DECLINED, _LEFT_OUT = 2, "hjkw"
_LETTERS = regex.compile("shch|sch|tch|dzh|dj|[kzsgcpt]h|t[sz]|ck|x|[bcdfghjklmnpqrstvwz]")
_MAY_BE = {
    **dict.fromkeys(("shch", "sch", "tch", "dzh", "dj", "zh", "sh", "ts", "tz"), "s"), "ch": "sch", "z": "s",
    "kh": "hk", "h": "", "ph": "fv", "f": "fv", "v": "fv", "w": "fv", "th": "ts", "ck": "c", "k": "c", "q": "c",
    "c": "sc", "j": "sh", "g": "ghs", "gh": "gh", "x": "scsh",
}  # fmt: skip
_VOWELS = regex.compile("[aeiouyvhj]")


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
    a, b = _heard(one), _heard(other)
    if a == b or (_romanised(one, other) and _consonants(a, b)):
        return True
    shorter, longer = sorted((len(a), len(b)))
    if shorter < _SHORTEST:
        return False
    common = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), shorter)
    if (
        common >= _SURE_PREFIX
        or (common == _LIKELY_PREFIX and shorter >= _LONG)
        or (common == shorter and longer - shorter <= _SHORTEST)
    ):
        return True
    if a[0] != b[0] and longer < _LONG:
        return False
    most = max(longer // 4, 1)
    return distance(a, b, most) <= most


def alike(one: str, other: str) -> bool:
    """Whether two names may be one respelt, though no rule says so: Bordeaux and Burdeos, James and Джеймс.

    Most of the shorter one's letters stand in the other in the same order.
    """
    a, b = _heard(one), _heard(other)
    row = [0] * (len(b) + 1)  # the longest common subsequence, letter by letter
    for letter in a:
        before = 0
        for at, each in enumerate(b, 1):
            before, row[at] = row[at], before + 1 if each == letter else max(row[at], row[at - 1])
    return row[-1] >= _MOST_LETTERS * min(len(a), len(b))


def sounds_alike(one: str, other: str) -> bool:
    """Whether a name in another script may be this one in Latin letters: Хорхе and Jorge, Венеции and Venice.

    What the consonants may stand for is compared, but for a declined end of two.
    """
    if not _romanised(one, other):
        return False
    ways = itertools.product(_ways(latin(one)), _ways(latin(other)))
    return any(_stand_for(*sorted(pair, key=len)) for pair in ways)


def _stand_for(shorter: Sequence[frozenset[str]], longer: Sequence[frozenset[str]]) -> bool:
    if not shorter or len(longer) - len(shorter) > (_DECLINED if len(shorter) >= _SHORTEST else 0):
        return False
    met = sum(not one.isdisjoint(other) for one, other in zip(shorter, longer, strict=False))
    return met >= len(shorter) - (len(shorter) >= _LIKELY_PREFIX)


def _ways(word: str) -> list[Sequence[frozenset[str]]]:
    """Return the consonants of a word, and those without a first one that other languages leave out."""
    found = _consonants_of(word)
    return [found, found[1:]] if word[0] in _LEFT_OUT and len(found) > 1 else [found]


@lru_cache(maxsize=1 << 14)
def _consonants_of(word: str) -> tuple[frozenset[str], ...]:
    """Return what each consonant of a word in small Latin letters may stand for; an h within is none."""
    listed = enumerate(_LETTERS.findall(word))
    found = ["hk" if each == "h" and word[0] == "h" and not at else _MAY_BE.get(each, each) for at, each in listed]
    found = [each for at, each in enumerate(found) if each and (at == 0 or each != found[at - 1])]
    return tuple(map(frozenset, found))


@lru_cache(maxsize=1 << 14)
def _heard(word: str) -> str:
    return sound(latin(word)).replace("q", "c")


def _romanised(one: str, other: str) -> bool:
    """Whether just one of the two is in another script, so that vowels may be written in any way."""
    return (one[0] > _LAST_LATIN) != (other[0] > _LAST_LATIN)


def _consonants(one: str, other: str) -> bool:
    """Whether the consonants are the same but for one at most: Шон and Sean, Данном and Dunn."""
    a, b = _VOWELS.sub("", one), _VOWELS.sub("", other)
    return bool(a) and a[:1] == b[:1] and distance(a, b, 1) <= 1


@cache
def _letters() -> dict[str, str]:
    rows = Lexicons((rules_folder(),), "any").rows("romanisation")
    return {row["letter"]: row["latin"] for row in rows}
