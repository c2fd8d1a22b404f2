"""Rules that name the words of the original which prove them: where one stands there, less is asked of the model."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from cleanup.bilingual.pairs import Pair
from cleanup.findings import Candidate, Evidence, Proposal, Safety
from cleanup.margins import Margin

PROVEN = Margin(applied=0.3, suggested=0.0)  # of a reading that the fluency model weighed; without proof 0.8
BY_PHRASE = Margin(applied=0.0, suggested=0.0)  # where several words prove the only reading, though only suggested
KIND = "original"
ENDING, GAP = r"[\p{L}\p{M}]*+", r"[\s’'ʼ-]+"
ALONE = r"(?<![\p{L}\p{M}\p{N}])", r"(?![\p{L}\p{M}\p{N}])"
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]+")
SIGNS = 3  # of writing without spaces that say as much as several words
ARABIC = regex.compile(r"\p{Arabic}")
CLITICS = "(?:[وف]?[بكل]?(?:ال)?|[وف]?لل)"  # what Arabic writes together with the word behind: and, by, like, for, the


def heard(proposal: Proposal, pair: Pair, *, weighed: bool) -> Proposal:
    """Return the proposal proven by the original, or as it is where nothing there proves it.

    That none of the words is there tells little: of nine repairs that it would have refused in five sets of news, most
    were right, the original having said it in other words.
    """
    wanted = dict(proposal.proofs).get(pair.source)
    hits = [(word, match) for word in wanted or () if (match := _pattern(word).search(pair.original))]
    if not hits:
        return proposal
    word, match = max(hits, key=lambda hit: _is_phrase(hit[0]))
    told = Evidence(KIND, f"'{match.group()}' stands there in the original")
    candidates = tuple(replace(one, evidence=(*one.evidence, told)) for one in proposal.candidates)
    if len(candidates) == 1 and _is_phrase(word):
        return replace(proposal, candidates=(_by_phrase(candidates[0], proposal.confidence),))
    if len(candidates) == 1 or weighed:
        candidates = tuple(replace(one, margin=PROVEN) if one.safety is Safety.FLUENCY else one for one in candidates)
    return replace(proposal, candidates=candidates)


def _by_phrase(one: Candidate, known: float) -> Candidate:
    """Return the only reading proven by a phrase; what is certain as it is keeps its own margin."""
    if one.safety not in (Safety.FLUENCY, Safety.SUGGEST):
        return one
    return replace(one, margin=BY_PHRASE, confidence=max(one.confidence, known))


def _is_phrase(word: str) -> bool:
    return " " in word or (UNSPACED.fullmatch(word) is not None and len(word) >= SIGNS)


@cache
def _pattern(word: str) -> regex.Pattern[str]:
    """Return what finds a word or a phrase; `*` is any ending. Words that no spaces part are found within others."""
    if UNSPACED.fullmatch(word):
        return regex.compile(regex.escape(word))
    before = CLITICS if ARABIC.match(word) else ""
    parts = (regex.escape(part.rstrip("*")) + (ENDING if part.endswith("*") else "") for part in word.split())
    return regex.compile(f"(?i){ALONE[0]}{before}{GAP.join(parts)}{ALONE[1]}")
