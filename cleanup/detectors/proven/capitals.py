"""A name in small letters that has its capital in the original: "dvořáková" for Dvořákovou."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.alignment.words import is_ordinary
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.names.folding import folded
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

NOUN_CAPITALS = ("de", "lb")  # languages that write all nouns with a capital
SMALL = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}@#_/.:’'-])\p{Ll}[\p{Ll}\p{M}]{3,}(?![\p{L}\p{M}\p{N}@_/’-]|\.[\p{L}\p{N}])"
)
# What a sentence never begins behind.
UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}ー、「『]"
BEFORE = rf"[\p{{Ll}}\p{{N}},;][ \u00a0]|[ \u00a0]\p{{Lu}}\p{{Ll}}{{1,30}}[ \u00a0]|{UNSPACED}"
NAMED = regex.compile(rf"(?<={BEFORE})\p{{Lu}}[\p{{Ll}}\p{{M}}]{{3,}}")
IN_SMALL = regex.compile(r"(?<![\p{L}\p{M}])\p{Ll}[\p{Ll}\p{M}]{3,}")
MOST = 4  # in one sentence: more are the way it is written
SHORTEST, ENDING = 5, 3  # letters of a name that is declined, without its ending; of the ending


def check(story: Story, pair: Pair) -> Iterator[Proposal]:
    """Yield a repair for each word that no list of the copy's words knows and that the original has as a name."""
    if pair.source in NOUN_CAPITALS or forms.of(story.lexicons).noun_capitals or not story.lexicons.words("vocabulary"):
        return
    small = {folded(match.group()) for match in IN_SMALL.finditer(pair.original)}
    named = [name for name in NAMED.findall(pair.original) if not _common(folded(name), small)]
    found = [(match, name) for match in SMALL.finditer(pair.copy) if (name := _name(match.group(), named, story))]
    for match, name in found if named and len(found) <= MOST else ():
        yield _capital(pair, Span(*match.span()), name)


def _common(name: str, small: set[str]) -> bool:
    """Whether the original has the word in small letters too, declined perhaps: "Metrobüs" beside "metrobüsün"."""
    return any(word.startswith(name) for word in small)


def _name(word: str, named: list[str], story: Story) -> str | None:
    """Return the name that the word is, with the letters of the copy where it is declined; None where it is none."""
    if word in story.lexicons.words("vocabulary") | story.lexicons.words("loanwords") or is_ordinary(
        word, story.language
    ):
        return None
    key = folded(word)
    same = next((name for name in named if folded(name) == key), None)
    if same or word.isascii():
        return same
    stem = key[: max(SHORTEST, len(key) - ENDING)]
    alike = any(folded(name).startswith(stem) and len(name) <= len(stem) + 2 * ENDING for name in named)
    return word[0].upper() + word[1:] if alike else None


def _capital(pair: Pair, span: Span, name: str) -> Proposal:
    place = pair.at(span)
    return repair(
        "proven.capital",
        Category.NAME,
        place,
        f"{name} is a name in the original",
        Edit(place, name),
        safety=Safety.SUGGEST if name.isascii() else Safety.SAFE,  # English may have made an ASCII one its own word
        confidence=0.95,
        evidence=Evidence("original", pair.original),
        licences=[Licence.NAMES, Licence.QUOTED],
    )
