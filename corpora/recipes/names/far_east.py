"""Chinese, Korean and Japanese names as other romanisations have them: Wade-Giles, Korean's two, Chinese readings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pypinyin import lazy_pinyin

from cleanup.language.lexicons import Row
from cleanup.names.folding import folded

INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split()
FINALS = (
    "a o e ai ei ao ou an en ang eng ong er i ia iao ie iu ian in iang ing iong u ua uo uai ui uan un uang ue ve"
).split()
SYLLABLE = re.compile(
    f"(?:{'|'.join(sorted(INITIALS, key=len, reverse=True))})?(?:{'|'.join(sorted(FINALS, key=len, reverse=True))})"
)
HANGUL = re.compile("[가-힣]{3,4}")
HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
# The 19 initials, 21 vowels and 28 finals of a syllable block (Unicode 3.12), revised and after McCune and Reischauer.
REVISED = (
    "g kk n d tt r m b pp s ss - j jj ch k t p h".split(),
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(),
    "- k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p t".split(),
)
MC_CUNE = (
    "k kk n t tt r m p pp s ss - ch tch ch k t p h".split(),
    "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split(),
    REVISED[2],
)
LONG_SURNAME = 4  # characters: of so many two are the surname in Japan


def romanised(row: Row) -> Iterator[tuple[str, str]]:
    """Yield a language and how a name may be written there or by its engines, folded."""
    home, _, native = row["native"].partition(":")
    if home == "zh":
        for form in (row["name"], *row["also"].split("; ")):
            yield from _chinese(folded(form))
    for form in (row["name"], *row["also"].split("; ")) if home == "ko" else ():
        surname, *given = folded(form).split() or [""]
        yield from (("ko", way) for way in _ways(surname, given))
    if home == "ko" and HANGUL.fullmatch(native):
        for letters in (REVISED, MC_CUNE):
            surname, *given = (_block(letter, letters) for letter in native)
            yield from (("ko", way) for way in _ways(surname, given))
    for name in {native, row["zh"]} if home in ("zh", "ko", "ja") else ():
        if HAN.fullmatch(name):
            stop = 2 if home == "ja" and len(name) == LONG_SURNAME else 1
            if home != "ja" or len(name) == LONG_SURNAME:
                surname, given = "".join(lazy_pinyin(name[:stop])), lazy_pinyin(name[stop:])
                yield from (("zh", way) for way in _ways(surname, given))


def _chinese(form: str) -> Iterator[tuple[str, str]]:
    """Yield the syllables of a name in pinyin apart, and in the letters of other languages."""
    surname, _, rest = form.partition(" ")
    given = SYLLABLE.findall(rest)
    if rest and "".join(given) == rest and SYLLABLE.fullmatch(surname):
        yield from (("zh", way) for way in _ways(surname, given))
        for to, rules in _schemes().items():
            first, *others = (_syllable(syllable, rules) for syllable in (surname, *given))
            yield to, " ".join((first, *others))
            if to != "zh,tw":
                yield to, f"{first} {''.join(others)}"


def _ways(surname: str, given: list[str]) -> Iterator[str]:
    if given:
        joined, apart = "".join(given), " ".join(given)
        yield from (f"{surname} {joined}", f"{surname} {apart}", f"{joined} {surname}", f"{apart} {surname}")


@cache
def _schemes() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """Return the rules of syllables.tsv by the languages that write so."""
    found = defaultdict(list)
    lines = (Path(__file__).parent / "syllables.tsv").read_text().splitlines()
    for line in [line for line in lines if not line.startswith("#")][1:]:
        to, pattern, text = line.split("\t")
        found[to].append((re.compile(pattern), text))
    return dict(found)


def _syllable(pinyin: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    for pattern, text in rules:
        pinyin = pattern.sub(text, pinyin)
    return pinyin


def _block(letter: str, letters: tuple[list[str], list[str], list[str]]) -> str:
    number = ord(letter) - ord("가")
    initial, vowel, final = number // 588, number % 588 // 28, number % 28
    return (letters[0][initial] + letters[1][vowel] + letters[2][final]).replace("-", "")
