"""Which words must stand in a text for a pattern to match at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from math import fsum
from typing import Any

from cleanup.folding import folded

# The parse tree of `re` has no public door. A pattern that only `regex` understands, or a tree of another
# shape, gives no literals, and the rule is then tried on every text: slower, never wrong.
try:
    from re import _constants as ops  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:
    parser = None

SHORTEST = 2
MOST = 48  # strings in a set: more say too little together

_PROPERTY = re.compile(r"\\[pP](?:\{[^}]*\}|\w)")
_NAMED = re.compile(r"(?<!\\)\(\?P?<(?![=!])\w+>")  # one name may stand twice in a pattern, but not for `re`
# What both take and read differently: sets within sets and of sets, counts that allow errors.
_READ_DIFFERENTLY = re.compile(r"\[\[|--|&&|\|\||~~|\{(?![\d,])")
_NOTHING = frozenset({""})

Literals = frozenset[str]
Commonness = Callable[[str], float]


def by_length(literal: str) -> float:
    """Return roughly how common a string is in English, told by its length alone."""
    return 10 ** (-len(literal.strip()) / 2)


def required(pattern: str, commonness: Commonness = by_length) -> tuple[Literals, ...]:
    """Return sets of folded strings, the rarest first: any match, folded, holds at least one of each set.

    Empty when none can be named. Worked out from the pattern, a thousandth of a second each.
    """
    known = _NAMED.sub("(", _PROPERTY.sub(r"\\w", pattern))
    if parser is None or _READ_DIFFERENTLY.search(known):
        return ()
    try:
        tree = parser.parse(known)
    except (re.error, OverflowError, RecursionError):
        return ()
    found = {_shortest(some, str.__contains__) for some in _sets(tree, commonness) if _usable(some)}
    return tuple(sorted(found, key=lambda some: _rank(some, commonness)))


def _usable(some: Literals) -> bool:
    return bool(some) and min(map(len, some)) >= SHORTEST


def _rank(some: Literals, commonness: Commonness) -> tuple[float, list[str]]:
    """Return what sorts the rarest set first, the same every time: `fsum` minds no order."""
    return fsum(map(commonness, some)), sorted(some)


def _sets(tree: Any, commonness: Commonness) -> Iterator[Literals]:
    """Yield sets of strings of which a match of this sequence holds at least one each."""
    run = _NOTHING
    for op, value in tree:
        exact = _exact(op, value)
        longer = exact and _shortest({a + b for a in run for b in exact}, str.endswith)
        if longer and len(longer) <= MOST:
            run = longer
        else:
            yield run
            run = exact or _NOTHING
        if not exact:
            yield from _inside(op, value, commonness)
        elif op is ops.ASSERT:
            yield from _sets(value[1], commonness)
    yield run


def _shortest(strings: Collection[str], holds: Callable[[str, str], bool]) -> Literals:
    """Return the strings that hold no other one; all, where they are too many to compare."""
    if len(strings) > MOST:
        return frozenset(strings)
    return frozenset(s for s in strings if not any(other != s and holds(s, other) for other in strings))


def _exact(op: Any, value: Any) -> Literals | None:
    """Return all that this part can match, folded, or None when that is too much to name."""
    if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        return _NOTHING
    if op is ops.LITERAL:
        return frozenset({folded(chr(value))})
    if op is ops.IN and all(kind is ops.LITERAL for kind, _ in value):
        return frozenset(folded(chr(code)) for _, code in value)
    if op is ops.SUBPATTERN:
        return _exactly(value[-1])
    if op is ops.ATOMIC_GROUP:
        return _exactly(value)
    if op is ops.BRANCH:
        branches = [_exactly(branch) for branch in value[1]]
        return frozenset().union(*filter(None, branches)) if all(branches) else None
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[:2] == (0, 1):
        once = _exactly(value[2])
        return once and once | _NOTHING
    return None


def _exactly(tree: Any) -> Literals | None:
    run = _NOTHING
    for op, value in tree:
        exact = _exact(op, value)
        run = frozenset(a + b for a in run for b in exact) if exact else frozenset()
        if not 0 < len(run) <= MOST:
            return None
    return run


def _inside(op: Any, value: Any, commonness: Commonness) -> Iterator[Literals]:
    if op is ops.SUBPATTERN:
        yield from _sets(value[-1], commonness)
    elif op is ops.ATOMIC_GROUP:
        yield from _sets(value, commonness)
    elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[0] >= 1:
        yield from _sets(value[2], commonness)
    elif op is ops.BRANCH:
        branches = [list(filter(_usable, _sets(branch, commonness))) for branch in value[1]]
        if all(branches):
            yield frozenset().union(*(min(sets, key=lambda some: _rank(some, commonness)) for sets in branches))
