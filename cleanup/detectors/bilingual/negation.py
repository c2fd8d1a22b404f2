"""A sentence that one side denies and the other does not: the worst that a translation can do to news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.bilingual.negation import added, enough, lost, pattern
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.story import Story
from cleanup.taxonomy import Category


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a flag for each sentence that seems to have lost its no, or to have got one."""
    for pair in pairs:
        yield from _added(pair)
        score = lost(pair.original, pair.copy, pair.source, pair.target)
        if score is None or score < enough(pair.source):
            continue
        if pair.hint and not pattern(pair.target, "negation").search(pair.hint):
            continue  # a model that translates the original without a no agrees with the copy
        said = pattern(pair.source, "negation").search(pair.original)
        why = f"The original denies this ({said.group() if said else ''}), the copy does not"
        yield flag("bilingual.negation", Category.MEANING, pair.place, why, 0.75 if pair.hint else 0.65)


def _added(pair: Pair) -> Iterator[Proposal]:
    span = added(pair.original, pair.copy, pair.source, pair.target)
    if span is None or (pair.hint and pattern(pair.target, "negation").search(pair.hint)):
        return
    yield flag("bilingual.negated", Category.MEANING, pair.at(span), "The original does not deny this", 0.65)
