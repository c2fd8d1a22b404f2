"""Names that lost letters which the engine cannot write: "Harabi" for Harabiš, "Jonos" for János, "Ond-ej", Ondřej."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import regex

from cleanup.alignment.tokens import function_words, stem
from cleanup.alignment.words import is_ordinary, translations
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.lexicons import Lexicons
from cleanup.names import genders, people
from cleanup.names.folding import folded
from cleanup.paths import rules_folder
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

SHORTEST, KEPT = 5, 3  # letters of a name; of those, letters without marks, by which it is known again
NAME = regex.compile(r"(?<![\p{L}\p{M}\p{N}@#_/.’'-])\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)*+(?![\p{L}\p{M}\p{N}@_/])")
WRITTEN = regex.compile(r"(?<![\p{L}\p{M}\p{N}@#_/.])\p{Lu}(?:[’'-]?\p{L})++(?![\p{N}@_/]|\.\p{L})")
POSSESSIVE = regex.compile(r"[’']s?$")
# What an engine puts for a letter that it cannot write: nothing, a letter of its own, half a character of another
# encoding; and what may as well be a respelling.
LOST = r"(?:[a-z]?|[^a-z\s\p{N}][a-z]?|[a-z][^a-z\s\p{N}])"
RESPELT = r"[^\s\p{N}]{0,2}"


def check(story: Story, pair: Pair) -> Iterator[Proposal]:
    """Yield a repair for each name that is written so neither in the original nor anywhere in English."""
    if pair.original.isascii() or not story.lexicons.words("vocabulary"):
        return
    names = _lacking(pair)
    theirs = set(WRITTEN.findall(pair.original))
    for match in WRITTEN.finditer(pair.copy) if names else ():
        word = POSSESSIVE.sub("", match.group())
        name = next((name for name in names if _damaged(word, name)), None)
        if name and word not in theirs and not _known(word, name, story, pair):
            yield _proposal(Span(match.start(), match.start() + len(word)), name, word, story, pair)


def _lacking(pair: Pair) -> list[str]:
    """Return the names with marked letters that the original has oftener than the copy, each once."""
    found = [match.group() for match in NAME.finditer(pair.original)]
    return [
        name
        for name in dict.fromkeys(found)
        if len(name) >= SHORTEST
        and sum(letter.isascii() for letter in name) >= KEPT
        and not name.isascii()
        and pair.copy.count(name) < found.count(name)
    ]


def _damaged(word: str, name: str) -> bool:
    """Whether only letters with marks differ, and not as English writes them otherwise."""
    return bool(_shape(name, RESPELT).fullmatch(word)) and not _in_english(name).fullmatch(word)


@lru_cache(maxsize=1 << 10)
def _shape(name: str, marked: str) -> regex.Pattern[str]:
    """Return what finds a name with anything of a kind for each of its marked letters."""
    return regex.compile("".join(letter if letter.isascii() else marked for letter in name))


@lru_cache(maxsize=1 << 10)
def _in_english(name: str) -> regex.Pattern[str]:
    return regex.compile("".join(letter if letter.isascii() else _ways(letter) for letter in name), regex.IGNORECASE)


@cache
def _ways(letter: str) -> str:
    small = letter.lower()
    return f"(?:{'|'.join(map(regex.escape, (small, folded(small), *_written().get(small, ()))))})"


@cache
def _written() -> dict[str, Sequence[str]]:
    rows = Lexicons((rules_folder(),), "any").rows("marked-letters")
    return {row["letter"]: row["written"].split() for row in rows}


def _known(word: str, name: str, story: Story, pair: Pair) -> bool:
    """Whether the copy's word is one of its language, a place, or what the original's is, or may be, translated by."""
    listed, small = story.lexicons.words, word.lower()
    root, roots = stem(small), translations(pair.source, pair.target).get(stem(name.lower()), ())
    return (
        small in listed("vocabulary")
        or small in listed("loanwords")
        or is_ordinary(small, story.language)
        or word in listed("places")
        or (root in roots and root != stem(name.lower()))
        or (_respells(story, pair) and not _likely(word, name, story))
    )


def _likely(word: str, name: str, story: Story) -> bool:
    """Whether a name out of a language that respells names, or declines them, is hardly right as the copy has it."""
    return name[-1].isascii() and bool(_shape(name, LOST).fullmatch(word)) and not _somebody(word, story)


def _certain(word: str, name: str, story: Story, pair: Pair) -> bool:
    return (
        bool(_shape(name, LOST).fullmatch(word))
        and not _respells(story, pair)
        and not _somebody(word, story)
        and not (name[:-1] == word and name[-1] in function_words(pair.source))  # "Trovità partir": à is a word
    )


def _respells(story: Story, pair: Pair) -> bool:
    """Whether the original's language may have respelt or declined the name: Karabağ is Karabakh, Randı the rand."""
    return pair.source in story.lexicons.words("languages-that-respell-names")


def _proposal(local: Span, name: str, word: str, story: Story, pair: Pair) -> Proposal:
    certain = _certain(word, name, story, pair)
    place = pair.at(local)
    return repair(
        "proven.letters",
        Category.NAME,
        place,
        f"The original has {name}, whose marked letters the engine lost",
        Edit(place, name),
        safety=Safety.SAFE if certain else Safety.SUGGEST,
        confidence=0.95 if certain else 0.7,
        evidence=Evidence("original", pair.original),
        licences=[Licence.NAMES, Licence.QUOTED],
    )


def _somebody(word: str, story: Story) -> bool:
    """Whether the copy's word is a name by itself: Milo for Miloš, Hayek for Hašek."""
    known, key = people.of(story.lexicons), folded(word)
    return key in genders.first_names(story.lexicons) or key in known.last_words
