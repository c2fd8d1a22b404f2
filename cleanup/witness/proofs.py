"""Rules that name the words of the original which prove them: where one stands there, less is asked of the model."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from cleanup.bilingual.pairs import Pair
from cleanup.findings import Evidence, Proposal, Safety
from cleanup.margins import Margin

PROVEN = Margin(applied=0.5, suggested=0.0)  # of a reading that the fluency model weighed; without proof 0.8
BY_PHRASE = Margin(applied=0.0, suggested=0.0)  # where several words prove the only reading
KIND = "original"
ENDING, GAP = r"[\p{L}\p{M}]*+", r"[\s’'-]+"
ALONE = r"(?<![\p{L}\p{M}\p{N}])", r"(?![\p{L}\p{M}\p{N}])"


def heard(proposal: Proposal, pair: Pair, *, weighed: bool) -> Proposal:
    """Return the proposal proven by the original, or as it is where nothing there proves it.

    That none of the words is there tells little: of nine repairs that it would have refused in five sets of news, most
    were right, the original having said it in other words.
    """
    wanted = dict(proposal.proofs).get(pair.source)
    found = next((match for word in wanted or () if (match := _pattern(word).search(pair.original))), None)
    if found is None:
        return proposal
    alone, phrase = len(proposal.candidates) == 1, " " in found.group()
    told = Evidence(KIND, f"'{found.group()}' stands there in the original")
    if alone and phrase:
        return _proven(proposal, told, BY_PHRASE, proposal.confidence)
    return _proven(proposal, told, PROVEN if alone or weighed else None)


def _proven(proposal: Proposal, told: Evidence, margin: Margin | None, least: float = 0.0) -> Proposal:
    """Return the proposal with the evidence; what is certain as it is, or a matter of taste, no original decides."""
    candidates = (replace(one, evidence=(*one.evidence, told)) for one in proposal.candidates)
    return replace(
        proposal,
        candidates=tuple(
            replace(one, margin=margin, confidence=max(one.confidence, least)) if one.safety is Safety.FLUENCY else one
            for one in candidates
        ),
    )


@cache
def _pattern(word: str) -> regex.Pattern[str]:
    """Return what finds a word or a phrase; `*` is any ending."""
    parts = (regex.escape(part.rstrip("*")) + (ENDING if part.endswith("*") else "") for part in word.split())
    return regex.compile(f"(?i){ALONE[0]}{GAP.join(parts)}{ALONE[1]}")
