"""A word of the original's script where the sign of a currency belongs: "about Польщі 10 billion"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from cleanup.bilingual.amounts import Amount, amounts
from cleanup.bilingual.lexicon import quantities
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Edit, Evidence, Licence, Proposal, repair
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

BEFORE = regex.compile(r"(?<=^|[ \u00a0(])(?P<bad>[\p{L}--\p{Latin}]{2,}[ \u00a0])$", regex.VERSION1)
PERCENT = "PCT"


def check(story: Story, pair: Pair) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a repair for each figure without a currency that the original has once, with one."""
    if pair.copy.isascii():
        return
    theirs = amounts(pair.original, pair.source)
    for amount in amounts(pair.copy, pair.target):
        word = BEFORE.search(pair.copy, 0, amount.span.start)
        sign = _sign(amount, theirs, pair.target) if word and amount.figure and not amount.currency else None
        if word and sign:
            place = pair.at(Span(*word.span("bad")))
            yield repair(
                "proven.currency",
                Category.SCRIPT,
                place,
                f"The original counts {sign} here",
                Edit(place, sign),
                evidence=Evidence("original", pair.original),
                licences=[Licence.NAMES, Licence.QUOTED],
            )


def _sign(amount: Amount, theirs: tuple[Amount, ...], target: str) -> str | None:
    """Return the sign of the currency that the original counts the amount in; None where that is not plain."""
    same = [each for each in theirs if each.readings & amount.readings]
    return _signs(target).get(same[0].currency) if len(same) == 1 else None


@cache
def _signs(language: str) -> dict[str, str]:
    """Return the signs of currencies by their codes."""
    words = quantities(language).currencies
    return {code: word for word, code in words.items() if len(word) == 1 and not word.isalpha() and code != PERCENT}
