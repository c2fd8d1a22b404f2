"""Pairs of lines to learn from, and what is left out: one place that says no, with its reason."""

from __future__ import annotations

import lzma
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = 20
LONGEST = 45  # words
OPENINGS = 25  # pairs of law that begin with the same three words
LAW = 300_000  # pairs kept, the plainest first

FRENCH = frozenset(
    "le la les des du de un une et est dans pour par sur au aux que qui ne pas ce cette son sa ses".split()
)
ENGLISH = frozenset("the of and to in a an is are for by on at that which not this his her its with from be it".split())
#: Words that law cannot do without and news can.
LEGAL = re.compile(
    r"(?i)\b(shall|pursuant|thereof|therein|thereto|herein\w*|hereby|subsections?|subparagraphs?|paragraphs?|sections?|"
    r"schedule|regulations?|said|deemed|prescribed|aforesaid|whereof|c\.|s\.|subclauses?|clauses?|act)\b|\d"
)
REFERENCE = re.compile(r"\s*[;.:]?\s*\([^()]{2,60}\)\s*[;.]?$")  # "(permis)": the term of the other language
ENTRY = re.compile(r"^(?P<french>[^{\[/]+?) \{(?P<kind>\w+)[^}]*\}(?: \[[^\]]*\])* :: (?P<english>.+)$")
KINDS = frozenset("m f mf n adj adv v vt vi vr vp prop prep conj pron num phrase prepphrase interj".split())
GLOSS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True)
class Pair:
    """French, English, and where it is from: "law", "tatoeba", "dictionary", "inverted"."""

    french: str
    english: str
    origin: str


def why_not(pair: Pair, longest: int = LONGEST) -> str | None:
    """Return why a pair is left out; None for a good one."""
    french, english = pair.french.split(), pair.english.split()
    if not french or not english or max(len(french), len(english)) > longest:
        return "length"
    if not 0.5 < (len(pair.french) + 4) / (len(pair.english) + 4) < 2.2:
        return "ratio"
    both = pair.french + pair.english
    if sum(map(str.isalpha, both)) < 0.65 * len(both):
        return "not words"
    if pair.french.casefold() == pair.english.casefold():
        return "same on both sides"
    if _count(english, FRENCH) > _count(english, ENGLISH) or _count(french, ENGLISH) > _count(french, FRENCH):
        return "other language"
    return None


def _count(words: Iterable[str], known: frozenset[str]) -> int:
    return sum(word.casefold() in known for word in words)


def read(source: Path, left: Counter[str]) -> Iterator[Pair]:
    """Yield the good pairs of fr-en.tsv.xz, none twice but for its figures; `left` counts what is left out."""
    seen: set[str] = set()
    openings: Counter[str] = Counter()
    with lzma.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            origin, french, english = line.rstrip("\n").split("\t")
            if origin == "law":
                french, english = REFERENCE.sub("", french), REFERENCE.sub("", english)
            pair = Pair(" ".join(french.split()), " ".join(english.split()), origin)
            shape = re.sub(r"\W+|\d+", " ", pair.french + "\t" + pair.english).casefold()
            reason = why_not(pair) or ("twice" if shape in seen else None)
            if not reason and origin == "law":
                opening = " ".join(shape.split()[:3])
                openings[opening] += 1
                reason = "opening" if openings[opening] > OPENINGS else None
            seen.add(shape)
            if reason:
                left[f"{origin}: {reason}"] += 1
            else:
                yield pair


def plainest(pairs: list[Pair], kept: int = LAW) -> list[Pair]:
    """Return all but law, and the pairs of law with the smallest share of legal words."""
    law = [pair for pair in pairs if pair.origin == "law"]
    law.sort(key=lambda pair: (len(LEGAL.findall(pair.english)) + 0.5) / (len(pair.english.split()) + 3))
    return [pair for pair in pairs if pair.origin != "law"] + law[:kept]


def dictionary(source: Path) -> Iterator[Pair]:
    """Yield short pairs out of a Wiktionary dictionary ("chat {m} :: cat")."""
    for line in source.read_text(encoding="utf-8").splitlines():
        entry = ENTRY.match(line)
        if not entry or entry["kind"] not in KINDS or entry["french"].startswith("-"):
            continue
        senses = [" ".join(sense.split()) for sense in re.split(r"[,;]", GLOSS.sub(" ", entry["english"]))]
        for sense in senses[:2]:
            if sense and len(sense.split()) <= 4 and not re.search(r"[^\w' -]|form of|spelling", sense):
                yield Pair(entry["french"].strip(), sense, "dictionary")


def shuffled(pairs: list[Pair]) -> list[Pair]:
    mixed = list(pairs)
    random.Random(SEED).shuffle(mixed)
    return mixed
