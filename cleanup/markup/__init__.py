"""HTML's tokens, each with its place, however broken the page. Nothing is interpreted here.

They are our own because libraries tell no offsets, and the standard parser takes half a minute for 60 KB of
`<a <a <a`. Here each character is looked at a fixed number of times.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from html import unescape
from html.entities import html5
from typing import NamedTuple


def tags(names: str) -> frozenset[str]:
    """Return the tag names in a line of them."""
    return frozenset(names.split())


VOID = tags("area base br col embed hr img input link meta param source track wbr")

_INSIDE = r"""(?>=\s*+(?:"[^"]*"|'[^']*'|[^\s>]*+)|[^=>]++)*+(?:>|\Z)"""
_TOKEN = re.compile(
    rf"""
    <!--(?:-?>|(?P<comment>.*?)(?:--!?>|\Z))
    |<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?(?:php\b|=).*?(?:\?>|\Z)|<[!?][^>]*+>?|</(?![a-z])[^>]*+>?
    |<(?P<raw>script|style|textarea|iframe|xmp|noembed|noframes)(?=[\s/>]){_INSIDE}
     .*?(?:</(?P=raw)(?=[\s/>]){_INSIDE}|\Z)
    |<(?P<close>/?)(?P<name>[a-z][^\s/>]*+)(?P<inside>{_INSIDE})
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_LONG = 12  # a number with more digits is no character, and int() refuses the longest


class Token(NamedTuple):
    """A tag, comment, declaration or the like. `whole`: a script or its kin with its content and end tag."""

    start: int
    stop: int
    name: str
    closing: bool
    whole: bool
    inside: str
    comment: str | None

    def attributes(self) -> dict[str, str]:
        """The attributes by their lower-case names; as in browsers, the first of a name counts."""
        found = _ATTRIBUTE.findall(self.inside)
        return {name.lower(): unescape(a or b or c) for name, a, b, c in reversed(found)}


def tokens(raw: str) -> list[Token]:
    """Return all that is not text, as a browser would see it; what is between the tokens is text."""
    return [
        Token(
            *match.span(),
            name=(match["raw"] or match["name"] or "").lower(),
            closing=bool(match["close"]),
            whole=bool(match["raw"]),
            inside=match["inside"] or "",
            comment=match["comment"],
        )
        for match in _TOKEN.finditer(raw)
    ]


def pairs(found: Sequence[Token]) -> dict[int, int]:
    """Return for each start tag that is closed the index of its end tag."""
    closed: dict[int, int] = {}
    waiting: dict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(found):
        if not token.name or token.whole or token.name in VOID:
            continue
        if not token.closing:
            waiting[token.name].append(index)
        elif waiting[token.name]:
            closed[waiting[token.name].pop()] = index
    return closed


def referred(reference: str) -> tuple[str, int]:
    """Return the text of a reference such as `&amp;`, and how much of it is one to a browser (0: none is)."""
    if reference[1] == "#":
        return (unescape(reference) if len(reference) <= _LONG else "\ufffd"), len(reference)
    name = reference[1:]
    known = next((stop for stop in range(len(name), 1, -1) if name[:stop] in html5), 0)
    return html5.get(name[:known], ""), known + 1 if known else 0
