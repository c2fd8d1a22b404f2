"""Names of other scripts in Latin letters, by the rules of romanisations.tsv, and of Russian names in Ukrainian."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cleanup.language.lexicons import Row
from cleanup.names.folding import folded

HERE = Path(__file__).parent
LANGUAGES_OF = {  # whose copy has names written by a scheme
    "fr": "fr", "de": "de", "es": "es", "es-y": "es,pt", "pt": "pt", "pt-sh": "pt", "it": "it", "pl": "pl", "tr": "tr",
    "nl": "nl", "cs": "cs,sk", "hu": "hu", "sv": "sv,da", "no": "no,da", "fi": "fi,et", "ro": "ro", "lv": "lv",
    "lt": "lt", "south": "bs,hr,sl,sr", "bgn": "ru,uk", "wire": "ru,uk", "icao": "ru,uk", "iso": "ru,uk",
    "plain": "ru,uk", "official": "ru,uk",
}  # fmt: skip
ENGINES = ("bgn", "wire", "icao", "iso", "plain")
RESPELT = ("lv", "south")  # whose languages respell the names of the West as Russian does
MENS = ("lt", "lv")  # which give men's names the endings of men
ENGLISH = dict(
    zip("абвгдезийклмнопрстуфыэьъґі", "a b v g d e z i i k l m n o p r s t u f y e   g i".split(" "), strict=True)
)
UKRAINIAN = (  # after the orthography of 2019, 126, 129, 144: и mostly becomes і, э becomes е, ы becomes и
    ("(ск|цк)ий$", r"\1ий"), ("ий$", "ій"), ("(?<![жчшщц])и|и(?![бвгґджзклмнпрстфхцчшщ])", "і"), ("ы", "и"),
    ("э", "е"), ("ё(?=н|в)", "ьо"), ("ё", "йо"),
    ("іе|ье", "ьє"), ("(^|[аеиоуіюяьъ'])е", r"\1є"), ("ъ", "'"), ("скій$", "ський"), ("цкій$", "цький"),
    ("(^|[аеиоу])ї", r"\1ї"),
)  # fmt: skip


@cache
def schemes() -> dict[tuple[str, str], list[tuple[re.Pattern[str], str]]]:
    """Return the rules of each scheme, by its name and the language it reads."""
    found = defaultdict(list)
    lines = [line for line in (HERE / "romanisations.tsv").read_text().splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        scheme, language, pattern, text = line.split("\t")
        found[scheme, language].append((re.compile(pattern), text))
    return dict(found)


def romanised(name: str, scheme: str, language: str) -> str:
    """Return a Cyrillic name as the scheme writes it, folded."""
    return folded(" ".join(_word(word, scheme, language) for word in name.lower().replace("-", " ").split()))


def _word(word: str, scheme: str, language: str) -> str:
    out, at = "", 0
    letters = ENGLISH | ({"г": "h", "и": "y"} if language == "uk" else {})
    while at < len(word):
        for pattern, text in schemes()[scheme, language]:
            if met := pattern.match(word, at):
                out, at = out + text, met.end()
                break
        else:
            out, at = out + letters.get(word[at], word[at]), at + 1
    return out


def from_cyrillic(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the languages that write the Cyrillic names of a row by the schemes, and what they write."""
    at_home = row["native"].startswith(("ru:", "uk:"))
    for language, name in _cyrillic(row):
        for scheme, read in schemes():
            if scheme in MENS and row["gender"] == "f":
                continue
            if read == language and (scheme in (*ENGINES, *RESPELT, "official") or at_home):
                yield LANGUAGES_OF[scheme], romanised(name, scheme, read)


def _cyrillic(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the languages and Cyrillic names of a row."""
    language, _, native = row["native"].partition(":")
    if language in ("ru", "uk"):
        yield language, native
    if row["ru"]:
        yield "ru", row["ru"]
    if language != "uk" and (russian := native if language == "ru" else row["ru"]):
        yield "uk", ukrainian(russian)


def ukrainian(name: str) -> str:
    """Return a name as Ukrainian writes what Russian writes so: Володимир Путін for Владимир Путин."""
    return " ".join(_first_names().get(word) or _ukrainian(word) for word in name.lower().split())


@cache
def _first_names() -> dict[str, str]:
    """Return the first names of ukrainian.tsv, by the Russian ones."""
    lines = (HERE / "ukrainian.tsv").read_text().splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def _ukrainian(word: str) -> str:
    for russian, other in UKRAINIAN:
        word = re.sub(russian, other, word)
    return word
