"""A measure in another unit than the original's, its number left as it was: 225 km/h told as 225 mph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.bilingual.amounts import Amount, amounts
from cleanup.bilingual.pairs import Pair
from cleanup.bilingual.units import Unit, same_measure, unit_of
from cleanup.findings import Proposal, flag
from cleanup.story import Story
from cleanup.taxonomy import Category


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a flag for each number whose unit is another of the same family, in a copy that does not have both."""
    for pair in pairs:
        ours, theirs = list(_measured(pair.original, pair.source)), list(_measured(pair.copy, pair.target))
        kept = {unit.name for _, unit in theirs}
        numbers = amounts(pair.original, pair.source)
        for amount, unit in theirs:
            said = [each for each in numbers if each.readings & amount.readings]
            meant = next((other for each, other in ours if said == [each]), None)
            if (
                meant
                and _other(unit, meant)
                and meant.name not in kept
                and not same_measure(amount, unit, said[0], meant)
            ):
                why = f"The original has {said[0].span.of(pair.original)} {meant.name}"
                yield flag("bilingual.unit", Category.MEANING, pair.at(amount.span), why, 0.8)


def _measured(text: str, language: str) -> Iterator[tuple[Amount, Unit]]:
    for each in amounts(text, language):
        unit = unit_of(each, text, language)
        if unit:
            yield each, unit


def _other(unit: Unit, meant: Unit) -> bool:
    return unit.family == meant.family and unit.name != meant.name
