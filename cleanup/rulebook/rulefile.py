"""A rule as it is written in its file; rulebook.py makes Rules of such files."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from cleanup.findings import Licence, Safety
from cleanup.language.folding import folded
from cleanup.rulebook.literals import Commonness, Literals, by_length, required
from cleanup.taxonomy import Category, Severity

_LANGUAGE = re.compile("[a-z]{2,3}")


class Detect(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Where a rule looks: a pattern, or phrases; `near` and `story` ask for company in the paragraph, the story."""

    pattern: str | None = None
    phrases: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    story: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.pattern) == bool(self.phrases):
            raise ValueError("wants either a pattern or phrases")
        if not all(phrase.strip() for phrase in (*self.phrases, *self.near, *self.story)):
            raise ValueError("an empty phrase stands everywhere; leave it out")

    def literals(self, commonness: Commonness = by_length) -> tuple[Literals, ...]:
        """Return what a paragraph must hold for the rule to match: one string of each, the first being the rarest.

        The words that the rule wants `near` come last.
        """
        found = required(self.pattern, commonness) if self.pattern else (Literals(_folded(self.phrases)),)
        near = _folded(word.rstrip("*") for word in self.near)
        return (*found, Literals(near)) if near and all(near) else found


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(map(folded, words))))


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a rule does: `repairs` from before to after, `finds` for a flag, and `keeps`, which it leaves alone."""

    keeps: tuple[str, ...]
    repairs: dict[str, str] = {}
    finds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.keeps or not (self.repairs or self.finds):
            raise ValueError("want both: repairs (or finds) and keeps")


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A rule as it is written; `seen` says in what copy the artefact was met.

    `original` has, by language, words of the original that prove the artefact where the original is given: "accord*"
    for *accord* and *accords*, several words for a phrase.
    """

    why: str
    category: Category
    detect: Detect
    safety: Safety
    examples: Examples
    candidates: tuple[str, ...] = ()
    source: tuple[str, ...] | None = None
    unless: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: float | None = None
    licences: frozenset[Licence] = frozenset()
    keep_case: bool = True
    seen: str = ""
    original: dict[str, tuple[str, ...]] = {}

    def __post_init__(self) -> None:
        if not self.why.strip():
            raise ValueError("'why' is empty; say what the original said and what the engine made of it")
        if bool(self.candidates) == (self.safety is Safety.FLAG):
            raise ValueError("a flag has no candidates, every other rule has some")
        if bool(self.candidates) != bool(self.examples.repairs):
            raise ValueError("a rule with candidates shows repairs, a flag shows finds")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence is {self.confidence}; it goes from 0 to 1")
        if wrong := [code for code in self.source or () if not _LANGUAGE.fullmatch(code)]:
            raise ValueError(f"source: '{wrong[0]}' is no language code, such as fr or de")
        if wrong := [code for code in self.original if not _LANGUAGE.fullmatch(code)]:
            raise ValueError(f"original: '{wrong[0]}' is no language code, such as fr or de")
        if not all(words and all(word.strip("* ") for word in words) for words in self.original.values()):
            raise ValueError("original: an empty word stands everywhere; leave it out")
