"""A number that the original does not have, where the original has one that the copy lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import regex

from cleanup.bilingual.amounts import Amount, amounts, implied
from cleanup.bilingual.comparing import missing, oftener
from cleanup.bilingual.lexicon import quantities
from cleanup.bilingual.pairs import Pair
from cleanup.bilingual.units import converts, unit_of
from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, flag, repair
from cleanup.language import forms
from cleanup.story import Story
from cleanup.taxonomy import Category

FIGURE = regex.compile(r"\d+(?:[,.\u00a0\u202f]\d{3})*")
Group = tuple[str, ...]  # the mark that parts thousands, none where the language has no table
NOTHING: frozenset[Fraction] = frozenset()
LEAST_WORD = 3  # "two" may be a couple, both or a pair


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:
    """Yield a suggestion where one number stands against one, a flag where there are more."""
    for pair in pairs:
        if quantities(pair.source).numbers and quantities(pair.target).numbers:
            yield from _values(pair, forms.of(story.lexicons).groups[:1])


def _values(pair: Pair, group: Group) -> Iterator[Proposal]:
    ours, theirs = amounts(pair.original, pair.source), amounts(pair.copy, pair.target)
    lost = missing(ours, theirs, implied(pair.copy, pair.target), exact=True)
    new = missing(theirs, ours, implied(pair.original, pair.source), exact=False)
    if not lost and any(amount.figure for amount in new):  # "half" explains a 50, but not where a 48 is new
        lost = [amount for amount in missing(ours, theirs, NOTHING, exact=True) if amount.figure]
    if bool(lost) != bool(new):  # what is missing stands there for another one, too
        lost, new = lost or oftener(ours, theirs), new or oftener(theirs, ours)[-1:]
    new = [each for each in _unconverted(pair, ours, new) if not _other_money(each, lost)]
    if not lost or not new:
        return
    if not any(amount.figure for amount in (*lost, *new)):
        lost, new = ([a for a in each if a.least >= LEAST_WORD] for each in (lost, new))
    for amount in new:
        if lost:
            alone = len(lost) == len(new) == 1
            yield _changed(pair, amount, lost, _written(pair, amount, lost[0], group) if alone else None)


def _unconverted(pair: Pair, ours: Sequence[Amount], new: Sequence[Amount]) -> list[Amount]:
    """Return what is not a measure of the original in another unit."""
    measured = tuple((each, unit_of(each, pair.original, pair.source)) for each in ours)
    return [each for each in new if not converts(measured, each, unit_of(each, pair.copy, pair.target))]


def _other_money(amount: Amount, lost: Sequence[Amount]) -> bool:
    """Whether it is money where the original has money of another country: changed at some rate."""
    return bool(amount.currency) and any(each.currency not in ("", amount.currency) for each in lost)


def _changed(pair: Pair, amount: Amount, lost: Sequence[Amount], text: str | None) -> Proposal:
    said = ", ".join(each.span.of(pair.original) for each in lost)
    why = f"The original has {said}"
    span = pair.at(amount.span)
    if text is None:
        return flag("bilingual.number", Category.MEANING, span, why, 0.8)
    return repair(
        "bilingual.number",
        Category.MEANING,
        span,
        why,
        Edit(span, text),
        safety=Safety.SUGGEST,
        confidence=0.85,
        evidence=Evidence("original", pair.original),
        licences=[Licence.VALUES],
    )


def _written(pair: Pair, amount: Amount, lost: Amount, group: Group) -> str | None:
    """Return the original's number as the copy's language writes it; None where that is not plain."""
    written, said = amount.span.of(pair.copy), lost.span.of(pair.original)
    plain = FIGURE.fullmatch(written) and lost.figure and not lost.scaled and len(lost.readings) == 1
    if not group or not plain or lost.least.denominator != 1:
        return None
    return said if said.isdecimal() else f"{int(lost.least):,}".replace(",", group[0])
