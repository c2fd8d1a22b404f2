"""Which words must stand in a text for a pattern to match at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import fsum
from typing import Any

import msgspec
from ahocorasick_rs import AhoCorasick

from cleanup.language.folding import encodable, folded

# The parse tree of `re` has no public door. A pattern that only `regex` understands, or a tree of another
# shape, gives no literals, and the rule is then tried on every text: slower, never wrong.
try:
    from re import _constants as ops  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:
    parser = None

SHORTEST = 2
MOST = 200  # strings in a set: more say too little together
TELLING = 12  # characters of a string that the index looks for: more take longer to build, and find little less

_PROPERTY = re.compile(r"\\[pP](?:\{[^}]*\}|\w)")
_NAMED = re.compile(r"(?<!\\)\(\?P?<(?![=!])\w+>")  # one name may stand twice in a pattern, but not for `re`
# What both take and read differently: sets within sets and of sets, counts that allow errors.
_READ_DIFFERENTLY = re.compile(r"\[\[|--|&&|\|\||~~|\{(?![\d,])")
_IGNORES_CASE = re.compile(r"\(\?[\w-]*i")  # in one part, if not in all
_NOTHING = frozenset({""})

Strings = frozenset[str]
Commonness = Callable[[str], float]


class Literals(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Strings of which one must stand in a text: in the encodable text as it is if `cased`, else in the folded one."""

    strings: tuple[str, ...]
    cased: bool = False

    def stand_in(self, text: str, low: str) -> bool:
        """Whether one of them stands in a text, encodable, that is `low` when it is folded."""
        return any(map((text if self.cased else low).__contains__, self.strings))


def by_length(literal: str) -> float:
    """Return roughly how common a string is in English, told by its length alone."""
    return 10 ** (-len(literal.strip()) / 2)


class Index:
    """Which of many, by their numbers, have a string in a text: one look over it, however many there are."""

    def __init__(self, wanted: Iterable[tuple[int, Literals]]) -> None:
        self._owners: list[int] = []
        self._strings: list[tuple[str, ...]] = []
        starts: list[str] = []
        for number, some in wanted:
            for start, strings in groupby(some.strings, key=lambda string: string[:TELLING]):
                starts.append(start)
                self._strings.append(tuple(strings))
                self._owners.append(number)
        self._automaton = AhoCorasick(starts)

    def owners(self, text: str) -> set[int]:
        """Return the numbers of those of which a string stands in the text."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return {self._owners[which] for which, at, _ in found if text.startswith(self._strings[which], at)}


def required(pattern: str, commonness: Commonness = by_length) -> tuple[Literals, ...]:
    """Return the literals, the rarest first: where there is a match, all of them have a string that stands.

    Empty when none can be named. Worked out from the pattern, some two thousandths of a second each.
    """
    known = _NAMED.sub("(", _PROPERTY.sub(r"\\w", pattern))
    if parser is None or _READ_DIFFERENTLY.search(known):
        return ()
    try:
        tree = parser.parse(known)
    except (re.error, OverflowError, RecursionError):
        return ()
    cased = not _IGNORES_CASE.search(pattern)
    reading = _Reading(commonness, encodable if cased else folded)
    found = {_shortest(some, str.__contains__) for some in reading.sets(tree) if _usable(some)}
    return tuple(Literals(tuple(sorted(some)), cased) for some in sorted(found, key=reading.rank))


def _usable(some: Strings) -> bool:
    return bool(some) and min(map(len, some)) >= SHORTEST


def _shortest(strings: Collection[str], holds: Callable[[str, str], bool]) -> Strings:
    """Return the strings that hold no other one; all, where they are too many to compare."""
    if len(strings) > MOST:
        return frozenset(strings)
    return frozenset(s for s in strings if not any(other != s and holds(s, other) for other in strings))


@dataclass(frozen=True, slots=True)
class _Reading:
    """The parse tree of a pattern, read with what tells how common a string is, and how a text has its letters."""

    commonness: Commonness
    written: Callable[[str], str]

    def rank(self, some: Strings) -> tuple[float, list[str]]:
        """Return what sorts the rarest set first, the same every time: `fsum` minds no order."""
        return fsum(map(self.commonness, some)), sorted(some)

    def sets(self, tree: Any) -> Iterator[Strings]:
        """Yield sets of strings of which a match of this sequence holds at least one each."""
        run = _NOTHING
        for op, value in tree:
            exact = self._exact(op, value)
            longer = exact and len(run) * len(exact) <= 2 * MOST and _joined(run, exact)
            if longer and len(longer) <= MOST:
                run = longer
            else:
                yield run
                run = exact or _NOTHING
            if not exact:
                yield from self._inside(op, value)
            elif op is ops.ASSERT:
                yield from self.sets(value[1])
        yield run

    def _exact(self, op: Any, value: Any) -> Strings | None:
        """Return all that this part can match, or None when that is too much to name."""
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            return _NOTHING
        if op is ops.LITERAL:
            return frozenset({self.written(chr(value))})
        if op is ops.IN and all(kind is ops.LITERAL for kind, _ in value):
            return frozenset(self.written(chr(code)) for _, code in value)
        if op is ops.SUBPATTERN:
            return self._exactly(value[-1])
        if op is ops.ATOMIC_GROUP:
            return self._exactly(value)
        if op is ops.BRANCH:
            branches = [self._exactly(branch) for branch in value[1]]
            return frozenset().union(*filter(None, branches)) if all(branches) else None
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[:2] == (0, 1):
            once = self._exactly(value[2])
            return once and once | _NOTHING
        return None

    def _exactly(self, tree: Any) -> Strings | None:
        run = _NOTHING
        for op, value in tree:
            exact = self._exact(op, value)
            run = frozenset(a + b for a in run for b in exact) if exact else frozenset()
            if not 0 < len(run) <= MOST:
                return None
        return run

    def _inside(self, op: Any, value: Any) -> Iterator[Strings]:
        if op is ops.SUBPATTERN:
            yield from self.sets(value[-1])
        elif op is ops.ATOMIC_GROUP:
            yield from self.sets(value)
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[0] >= 1:
            yield from self.sets(value[2])
        elif op is ops.BRANCH:
            branches = [list(filter(_usable, self.sets(branch))) for branch in value[1]]
            if all(branches):
                yield frozenset().union(*(min(sets, key=self.rank) for sets in branches))


def _joined(run: Strings, following: Strings) -> Strings:
    """Return what the two make one after the other, without what another string of them ends."""
    return _shortest({a + b for a in run for b in following}, str.endswith)
