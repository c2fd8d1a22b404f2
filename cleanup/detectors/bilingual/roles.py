"""Who did it to whom, told the other way round: the original's "X accused Y" as "Y accused X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from cleanup.alignment.latin import kin, readable
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

NAME = r"(?:\p{Lu}[\p{L}\p{M}’'-]+)(?:[ \u00a0](?:(?:de|von|van|al|el|bin)[ \u00a0])?\p{Lu}[\p{L}\p{M}’'-]+){0,3}"


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did what to whom in a sentence, and where it says so."""

    deed: str
    doer: str
    other: str
    span: Span


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a flag for each deed whose two names stand the other way round; silent where either side is not plain."""
    for pair in pairs:
        ours = list(_deeds(pair.original, pair.source))
        for told in _deeds(pair.copy, pair.target) if ours else ():
            meant = next((each for each in ours if each.deed == told.deed and _reversed(each, told)), None)
            if meant:
                why = f"In the original it is {meant.doer} that does this to {meant.other}"
                yield flag("bilingual.roles", Category.MEANING, pair.at(told.span), why, 0.75)


def _reversed(ours: Deed, told: Deed) -> bool:
    """Whether doer and other are surely exchanged: neither name may be taken for the other one."""
    crossed = _same(ours.doer, told.other) and _same(ours.other, told.doer)
    return crossed and not _same(ours.doer, told.doer) and not _same(ours.other, told.other)


def _same(one: str, other: str) -> bool:
    return any(kin(a, b) for a in one.split() for b in other.split() if readable(a) and readable(b))


def _deeds(text: str, language: str) -> Iterator[Deed]:
    known = _verbs(language)
    for match in _pattern(language).finditer(text) if known else ():
        passive, by = bool(match.captures("be")), bool(match["by"])
        if passive == by:  # else not plain: "was accused Y", "accused by Y"
            doer, other = (match["two"], match["one"]) if passive else (match["one"], match["two"])
            yield Deed(known[match["verb"].lower()], doer, other, Span(*match.span()))


@cache
def _said(language: str) -> dict[str, tuple[str, ...]]:
    rows = Lexicons((rules_folder(),), "any").rows("deeds")
    return {row["deed"]: tuple(row["words"].split("|")) for row in rows if row["language"] == language}


@cache
def _verbs(language: str) -> dict[str, str]:
    said = {deed: words for deed, words in _said(language).items() if not deed.startswith("(")}
    return {word: deed for deed, words in said.items() for word in words}


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    said, verbs = _said(language), "|".join(sorted(_verbs(language), key=len, reverse=True))
    between, be, by = ("|".join(said[kind]) for kind in ("(between)", "(be)", "(by)"))
    to = "|".join("" if each == "-" else f"{each}[ ]" for each in said["(to)"])
    return regex.compile(
        rf"\b(?P<one>{NAME})(?:[ ](?:(?P<be>{be})|{between})(?=[ ])){{0,3}}+[ ](?P<verb>{verbs})[ ]"
        rf"(?:(?P<by>{by})[ ]|{to})(?P<two>{NAME})"
    )
