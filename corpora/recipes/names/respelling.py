"""How the press of other languages writes names that English romanises, by the rules of respellings.tsv.

And how Czech and Slovak write those of women: Merkelová.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from cleanup.language.lexicons import Row
from cleanup.names.folding import folded
from cleanup.names.people import FAMILY_FIRST

ARABIC = ("ar", "fa", "ps", "ur")
SERVANT = re.compile(r"\babd(?:[aeou]l| al| el)? ?(?=[a-z]{4})")
ARTICLE = re.compile(r"\b[ae]l ")
MOST = 12  # ways of one language to write one name
SLAVIC = ("bg", "cs", "mk", "pl", "ru", "sk", "uk")
AS_THEY_ARE = ("ova", "eva", "aya", "ska", "dottir")
TITLES = ("queen", "princess", "duchess", "crown", "empress", "sister", "mother", "first", "saint", "st.", "lady")


@cache
def rules() -> dict[str, dict[str, list[tuple[re.Pattern[str], list[str]]]]]:
    """Return the rules by the person's language, and by those that write so."""
    found: dict[str, dict[str, list[tuple[re.Pattern[str], list[str]]]]] = {}
    lines = (Path(__file__).parent / "respellings.tsv").read_text().splitlines()
    for line in [line for line in lines if not line.startswith("#")][1:]:
        to, homes, pattern, text = line.split("\t")
        for home in homes.split(","):
            found.setdefault(home, {}).setdefault(to, []).append((re.compile(pattern), text.split("|")))
    return found


def respelt(row: Row) -> Iterator[tuple[str, str]]:
    """Yield languages, comma between, and how they may write the English forms of a name, folded."""
    home = row["native"].partition(":")[0]
    forms = {folded(form) for form in (row["name"], *filter(None, row["also"].split("; ")))}
    for to, found in rules().get(home, {}).items():
        for form in sorted(forms):
            ways = [_ways(word, found) for word in form.split()]
            for _, words in zip(range(MOST), product(*ways), strict=False):
                yield to, " ".join(words)
    for form in sorted(forms) if home in ARABIC else ():
        yield from (("ar", way) for way in _servants(form))
    if row["gender"] == "f" and home not in (*SLAVIC, *FAMILY_FIRST):
        for form in sorted(forms):
            first, _, last = form.rpartition(" ")
            if first and first.split()[0] not in TITLES and not last.endswith(AS_THEY_ARE):
                yield "cs,sk", f"{first} {_of_a_woman(last)}"


def _servants(form: str) -> Iterator[str]:
    """Yield a name that has Abd in it with what else joins that to what it serves: Abdel Fattah, Abdulfattah."""
    if met := SERVANT.search(form):
        for joined in ("abdel ", "abdel", "abdul ", "abdul", "abd al ", "abd el "):
            for article in ("al ", "el "):
                yield form[: met.start()] + joined + ARTICLE.sub(article, form[met.end() :])


def _ways(word: str, found: list[tuple[re.Pattern[str], list[str]]]) -> list[str]:
    ways = [word]
    for pattern, texts in found:
        ways = list(dict.fromkeys(pattern.sub(text, way) for way in ways for text in texts))
    return [way.lower() for way in ways]


def _of_a_woman(surname: str) -> str:
    return f"{surname if surname.endswith(('ie', 'ee')) else re.sub('[aeo]$', '', surname)}ova"
