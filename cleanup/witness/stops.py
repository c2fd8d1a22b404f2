"""The readings of a bogus stop, weighed anew by what the original has there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, cached_property

from cleanup import margins
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Candidate, Evidence, Proposal, Safety
from cleanup.fluency import ranker
from cleanup.margins import SURE, Margin, Margins, log_odds
from cleanup.paths import words_folder
from cleanup.stops.stop import Stop, find
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span
from cleanup.witness.links import links_of
from cleanup.witness.place import Place

KIND = "original"
A_STOP = "the original has a full stop here"
SAID = {
    "plain": "no mark stands there in the original",
    "mark": "the original has a mark there, but no full stop",
    "slip": "the original has a stop there and goes on in lower case",
}
ENDS = "end"
NEW_SENTENCE = "capital"


class Stops:
    """The stops of a story beside its original; `weighed`: the fluency model was heard on their readings."""

    def __init__(self, story: Story, *, weighed: bool) -> None:
        self._story = story
        self.weighed = weighed

    @cached_property
    def _found(self) -> dict[Span, Stop]:
        return {stop.cut: stop for stop in find(self._story)}

    def heard(self, proposal: Proposal, pair: Pair) -> Proposal | None:
        """Return the proposal of a stop with what the original says of it; None of others, and where it is silent."""
        stop = self._stop(proposal)
        if stop is None or not proposal.candidates:
            return None
        place = Place(stop, links_of(pair))
        if place.between == ENDS:
            return _refused(proposal)
        if proposal.readings and self.weighed:
            return _ranked(proposal, place)
        return _told(proposal, place) if not proposal.readings and place.between == "plain" else None

    def _stop(self, proposal: Proposal) -> Stop | None:
        if proposal.finding.category is not Category.BOGUS_STOP:
            return None
        if proposal.readings:
            return self._found.get(proposal.finding.span)
        return _before_name(proposal, self._story.text)


def _before_name(proposal: Proposal, text: str) -> Stop | None:
    """Return the stop that a finding begins with, if it does: "the leader of the group. National Rally"."""
    span = proposal.finding.span
    if text[span.start] != ".":
        return None
    dot = Span(span.start, span.start + 1)
    return Stop(Span(dot.start, dot.start), dot, dot, Span(dot.stop, span.stop), "", "", "")


def _refused(proposal: Proposal) -> Proposal:
    """Return the proposal without what would take the stop away; that a new sentence begins may be suggested."""
    told = (_begun(one) if one.family == NEW_SENTENCE else replace(one, against=A_STOP) for one in proposal.candidates)
    return replace(proposal, candidates=tuple(told))


def _begun(one: Candidate) -> Candidate:
    return replace(one, evidence=(*one.evidence, Evidence(KIND, A_STOP)), margin=Margin(applied=2.0, suggested=0.0))


def _told(proposal: Proposal, place: Place) -> Proposal:
    first, *rest = proposal.candidates
    told = replace(first, evidence=(*first.evidence, _evidence(place)), margin=Margin(applied=0.0, suggested=0.0))
    return replace(proposal, candidates=(told, *rest))


def _ranked(proposal: Proposal, place: Place) -> Proposal:
    weighed = sorted((_weighed(one, place) for one in proposal.candidates), key=lambda one: -one.confidence)
    return replace(proposal, candidates=tuple(weighed))


def _weighed(one: Candidate, place: Place) -> Candidate:
    sure = one.safety is Safety.SAFE
    probability = _ranker().probability(features(one, place), one.family, sure=sure)
    margin = _margins().of(SURE if sure else one.kind)
    return replace(one, confidence=probability, margin=margin, evidence=(*one.evidence, _evidence(place)))


def features(one: Candidate, place: Place) -> dict[str, float]:
    """Return named numbers for a reading: what the fluency model made of it, and what the original says."""
    own = {"odds": log_odds(one.confidence), one.family: 1.0}
    if one.safety is Safety.SAFE:
        own["sure"] = 1.0
    return own | {f"{one.family}|{fact}": 1.0 for fact in place.facts(one)}


def _evidence(place: Place) -> Evidence:
    return Evidence(
        KIND, SAID.get(place.between, "the sentence is one in the original" if place.whole else "it was asked")
    )


@cache
def _ranker() -> ranker.Ranker:
    return ranker.load(words_folder() / "stops.json")


@cache
def _margins() -> Margins:
    return margins.load(words_folder() / "margins.json")
