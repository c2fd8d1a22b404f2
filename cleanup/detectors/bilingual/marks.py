"""What the original's marks and addresses say that the copy's do not: a question, a bracket, a web address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

ENDS_ASKING = regex.compile(r"[?？؟][\"”’»'\s)\]“]*$")
ASKS = regex.compile(r"[?？؟¿]")
BRACKETS = (("(（", ")）"), ("[", "]"))
ADDRESS = regex.compile(r"(?:https?://|www\.)[^\s,;()<>\"”»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HANDLE = regex.compile(r"(?<![\w@#])[@#]\w{3,}")


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a flag for each stretch whose question, brackets, addresses or handles are not the original's."""
    for pair in pairs:
        yield from _question(pair)
        yield from _brackets(pair)
        yield from _addresses(pair)


def _question(pair: Pair) -> Iterator[Proposal]:
    if ENDS_ASKING.search(pair.original) and not ASKS.search(pair.copy):
        why = "The original is a question"
        yield flag("bilingual.question", Category.MEANING, pair.place, why, 0.75)


def _brackets(pair: Pair) -> Iterator[Proposal]:
    for opens, closes in BRACKETS:
        if _open(pair.original, opens, closes) == 0 and (left := _open(pair.copy, opens, closes)):
            mark = next(at for at, sign in enumerate(pair.copy) if sign in (opens if left > 0 else closes))
            why = "The original opens and closes its brackets, the copy does not"
            yield flag("bilingual.brackets", Category.MEANING, pair.at(Span(mark, mark + 1)), why, 0.8)


def _open(text: str, opens: str, closes: str) -> int:
    return sum(text.count(sign) for sign in opens) - sum(text.count(sign) for sign in closes)


def _addresses(pair: Pair) -> Iterator[Proposal]:
    for pattern in (ADDRESS, HANDLE):
        said = [match.group().rstrip(".:!?…").casefold() for match in pattern.finditer(pair.original)]
        here = [(Span(*match.span()), match.group()) for match in pattern.finditer(pair.copy)]
        for span, written in here if said else ():
            if written.rstrip(".:!?…").casefold() not in said:
                why = f"The original has {', '.join(said)}"
                yield flag("bilingual.address", Category.MEANING, pair.at(span), why, 0.8)
        if pattern is ADDRESS and said and not here:
            yield flag("bilingual.address", Category.MEANING, pair.place, f"The original has {', '.join(said)}", 0.7)
