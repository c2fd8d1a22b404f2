"""The same number in another currency, or with the original's currency or per cent left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.bilingual.amounts import Amount, amounts
from cleanup.bilingual.lexicon import quantities
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.story import Story
from cleanup.taxonomy import Category

SHARE = "PCT"
#: What may stand for per cent (True) or for a currency without being told as one: "points", a sign, a code.
OTHERWISE = {
    True: regex.compile(r"(?i)%|per ?cent|pct|points?\b|proportion|share|\bp\.?c\b|out of|in (?:ten|ever)"),
    False: regex.compile(r"[$€£¥₽₴]|\b\p{Lu}{3}\b|(?i)\b(?:cents?|money|worth|bills?|notes?)\b"),
}


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a flag for each number of the copy that is of something else than the same one of the original."""
    for pair in pairs:
        if quantities(pair.source).currencies and quantities(pair.target).currencies:
            yield from _differ(pair)


def _differ(pair: Pair) -> Iterator[Proposal]:
    ours, theirs = amounts(pair.original, pair.source), amounts(pair.copy, pair.target)
    for amount in theirs:
        same = [each for each in ours if each.readings & amount.readings]
        told = {each.currency for each in same}
        if same and amount.currency not in told and len(told) == 1:
            why = _why(pair, ours, theirs, amount, same[0])
            if why:
                yield flag("bilingual.currency", Category.MEANING, pair.at(amount.span), why, 0.75)


def _why(pair: Pair, ours: Sequence[Amount], theirs: Sequence[Amount], amount: Amount, same: Amount) -> str:
    here, there = {each.currency for each in theirs}, {each.currency for each in ours}
    said = same.span.of(pair.original)
    if amount.currency and same.currency:
        plain = amount.currency not in there and same.currency not in here
        return f"The original has {said} {_named(same.currency)} for {_named(amount.currency)}" if plain else ""
    told = same.currency in here or OTHERWISE[same.currency == SHARE].search(pair.copy)
    lost = same.currency and amount.figure and same.figure and not told
    return f"The original has {said} {_named(same.currency)}" if lost else ""


def _named(currency: str) -> str:
    return "per cent" if currency == SHARE else currency
