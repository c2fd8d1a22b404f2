"""Which words must stand in a text for a pattern to match at all."""

from __future__ import annotations

import re
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
ASCII = 128

_PROPERTY = re.compile(r"\\[pP](?:\{[^}]*\}|\w)")
_NAMED = re.compile(r"(?<!\\)\(\?P?<(?![=!])\w+>")  # one name may stand twice in a pattern, but not for `re`
# What both take and read differently: sets within sets and of sets, counts that allow errors.
_READ_DIFFERENTLY = re.compile(r"\[\[|--|&&|\|\||~~|\{(?![\d,])")


def derived(pattern: str) -> frozenset[str]:
    """Return folded strings of which any match, folded, holds at least one; empty when none can be named."""
    known = _NAMED.sub("(", _PROPERTY.sub(r"\\w", pattern))
    if parser is None or _READ_DIFFERENTLY.search(known):
        return frozenset()
    try:
        tree = parser.parse(known)
    except (re.error, OverflowError, RecursionError):
        return frozenset()
    return _best(_options(tree))


def _best(options: list[frozenset[str]]) -> frozenset[str]:
    usable = [o for o in options if o and min(map(len, o)) >= SHORTEST]
    return max(usable, key=lambda o: (min(len(literal.strip()) for literal in o), -len(o)), default=frozenset())


def _options(tree: Any) -> list[frozenset[str]]:
    """Return the sets of alternatives in a sequence, each of which must be met."""
    found, run = [], ""
    for op, value in tree:
        letter = _letter(op, value)
        if letter:
            run += letter
            continue
        found.append(frozenset({run} if run else ()))
        run = ""
        found += _inside(op, value)
    return [*found, frozenset({run} if run else ())]


def _letter(op: Any, value: Any) -> str:
    """Return the folded character that stands here in any case, or nothing."""
    if op is ops.LITERAL:
        return chr(value).lower() if value < ASCII else _only({folded(chr(value))})
    if op is ops.IN and all(kind is ops.LITERAL for kind, _ in value):
        return _only({folded(chr(code)) for _, code in value})
    return ""


def _only(letters: set[str]) -> str:
    letter = letters.pop()
    return letter if not letters and len(letter) == 1 else ""


def _inside(op: Any, value: Any) -> list[frozenset[str]]:
    if op is ops.SUBPATTERN:
        return _options(value[-1])
    if op is ops.ATOMIC_GROUP:
        return _options(value)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[0] >= 1:
        return _options(value[2])
    if op is ops.BRANCH:
        branches = [_best(_options(branch)) for branch in value[1]]
        return [frozenset().union(*branches)] if all(branches) else []
    return []
