"""Slips that a reporter may make too: where the original has none of the kind, it is the engine's, and is mended."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import regex

from cleanup.bilingual.pairs import Pair
from cleanup.findings import Evidence, Proposal
from cleanup.margins import Margin
from cleanup.story import WORD
from cleanup.taxonomy import Category
from cleanup.text import Span
from cleanup.witness.links import Links, links_of

SPACED = regex.compile(r"\p{L}[ \u00a0][,.](?:\s|$)")
MARKED = regex.compile(r"[^\p{L}\p{M}\p{N}\s’'-]")
LONGEST, NEAR = 8, 4  # words
SURE = Margin(applied=0.0, suggested=0.0)


def heard(proposal: Proposal, pair: Pair) -> Proposal | None:
    """Return the proposal of a slip with what the original says of it; None of any other, and where it is silent."""
    category = proposal.finding.category
    if category is Category.SPACING and not SPACED.search(pair.original):
        return _mended(proposal, "the original sets no space before such a mark there")
    if category is Category.REPETITION:
        return _repetition(proposal, pair)
    return None


def _repetition(proposal: Proposal, pair: Pair) -> Proposal | None:
    """ "up to to" is the engine's; "lightning from cloud cloud" has two clouds in the original."""
    span = proposal.finding.span
    local = Span(span.start - pair.place.start, span.stop - pair.place.start)
    if _twice(pair.original):
        return _refused(proposal, "the original has words twice in a row")
    again = _said_again(links_of(pair), local)
    if again:
        return _refused(proposal, f"the original says '{again}' more than once there")
    if MARKED.search(pair.copy, local.start, local.stop):
        return None
    return _mended(proposal, "nothing stands twice there in the original")


def _refused(proposal: Proposal, reason: str) -> Proposal:
    return replace(proposal, candidates=tuple(replace(one, against=reason) for one in proposal.candidates))


def _said_again(links: Links, local: Span) -> str:
    """Return a word of the original, one of several near each other that the repeated ones may stand for; "": none."""
    for number in links.within(local):
        found = sorted(links.options[number])
        if any(right - left <= NEAR for left, right in pairwise(found)):
            return links.original[found[0]].of(links.pair.original)
    return ""


def _mended(proposal: Proposal, told: str) -> Proposal | None:
    if not proposal.candidates:
        return None
    first, *rest = proposal.candidates
    first = replace(first, evidence=(*first.evidence, Evidence("original", told)), margin=SURE)
    return replace(proposal, candidates=(first, *rest))


@lru_cache(maxsize=64)
def _twice(text: str) -> bool:
    """Whether one word or several are said again at once."""
    words = WORD.findall(text.lower())
    return any(
        words[at : at + count] == words[at + count : at + 2 * count]
        for count in range(1, LONGEST + 1)
        for at in range(len(words) - 2 * count + 1)
    )
