"""A sentence that the original denies and the copy does not: the worst that a translation can do to news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.bilingual.negation import enough, lost, pattern
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.story import Story
from cleanup.taxonomy import Category


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a flag for each sentence that seems to have lost its no."""
    for pair in pairs:
        score = lost(pair.original, pair.copy, pair.source, pair.target)
        if score is None or score < enough(pair.source):
            continue
        if pair.hint and not pattern(pair.target, "negation").search(pair.hint):
            continue  # a model that translates the original without a no agrees with the copy
        said = pattern(pair.source, "negation").search(pair.original)
        why = f"The original denies this ({said.group() if said else ''}), the copy does not"
        yield flag("bilingual.negation", Category.MEANING, pair.place, why, 0.75 if pair.hint else 0.65)
