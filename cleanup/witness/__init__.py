"""What the original says of each marked place: for a reading, against it, or nothing; by alignment, without a model.

The original bears witness after the fluency model was heard. What it says goes into the evidence of each candidate;
what comes of it is for policy to decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.bilingual.pairs import Pair, pairs
from cleanup.findings import Proposal
from cleanup.story import Story
from cleanup.witness import proofs, slips
from cleanup.witness.links import holding
from cleanup.witness.stops import Stops


def hear(proposals: Sequence[Proposal], story: Story, *, weighed: bool) -> list[Proposal]:
    """Return the proposals with what the original says of them; as they are where there is none.

    `weighed`: the fluency model has put readings in order, and their confidence is a probability.
    """
    found = list(pairs(story)) if proposals else []
    if not found:
        return list(proposals)
    stops = Stops(story, weighed=weighed)
    return [_heard(proposal, holding(proposal.finding.span, found), stops) for proposal in proposals]


def _heard(proposal: Proposal, pair: Pair | None, stops: Stops) -> Proposal:
    if pair is None:
        return proposal
    if proposal.proofs:
        return proofs.heard(proposal, pair, weighed=stops.weighed)
    return slips.heard(proposal, pair) or stops.heard(proposal, pair) or proposal
