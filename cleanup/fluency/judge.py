"""Which reading of each marked place is right, and how surely: all places of a story weighed in one call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cleanup import margins
from cleanup.findings import Candidate, Evidence, Proposal, Safety
from cleanup.fluency import ranker
from cleanup.fluency.features import NEW_SENTENCE, SHORTER, Scored, Text, features
from cleanup.fluency.model import Line, Model
from cleanup.fluency.windows import window, wordings
from cleanup.story import Story

# Readings of a place that the n-gram model finds likeliest, beside those always heard: the second and third are never
# chosen here, but may be by the original.
SHORTLIST, WITH_ORIGINAL = 1, 3
ALWAYS = ("join", "comma", NEW_SENTENCE)
LEAD = 2  # lines of a place before those of its readings
REMEMBERED = 5000  # lines: a story's, when it is cleaned again until nothing is left to clean


@dataclass(frozen=True, slots=True)
class Place:
    """A proposal, its readings, and the line of text that each makes.

    Two lines stand before those of the readings: the text as it stands, and what all readings begin with.
    """

    proposal: Proposal
    readings: tuple[Candidate, ...]
    lines: tuple[Line, ...]


class Judge:
    """A fluency model, the rankers fitted for it, and the margins measured with both; for use from any thread.

    Raises ModelError when the folder holds no model that is whole.
    """

    def __init__(self, folder: Path) -> None:
        self.margins = margins.load(folder / "margins.json")
        self.model = Model(folder)
        self._rankers = {name: ranker.load(folder / f"{name}.json") for name in ("stops", "senses")}
        self._known: dict[Line, float] = {}

    def weigh(self, proposals: Iterable[Proposal], story: Story) -> list[Proposal]:
        """Return the proposals, those with readings of several kinds with the likeliest first and its probability."""
        proposals = list(proposals)
        places = {number: place for number, p in enumerate(proposals) if (place := to_place(p, story))}
        others = WITH_ORIGINAL if story.original is not None else SHORTLIST
        weighed = dict(zip(places, self.compare(list(places.values()), others), strict=True))
        return [self._chosen(p, weighed[n]) if n in weighed else p for n, p in enumerate(proposals)]

    def compare(self, places: Sequence[Place], others: int = SHORTLIST) -> list[list[tuple[Scored, dict[str, float]]]]:
        """Return the readings of each place that are worth hearing, with the features that the ranker weighs.

        `others`: how many are, of those that neither a rule names nor are always heard.
        """
        heard = [_shortened(place, rough, others) for place, rough in zip(places, self._rough(places), strict=True)]
        nats = iter(self._nats([line for place in heard for line in place.lines]))
        return [list(_compared(place, [next(nats) for _ in place.lines])) for place in heard]

    def _rough(self, places: Sequence[Place]) -> Iterator[list[float]]:
        rough = iter(self.model.rough_nats([line for place in places for line in place.lines]))
        return ([next(rough) for _ in place.lines] for place in places)

    def _nats(self, lines: Sequence[Line]) -> list[float]:
        known = self._known  # never changed, only replaced: other threads read it too
        new = list(dict.fromkeys(line for line in lines if line not in known))
        if new:
            found = dict(zip(new, self.model.nats(new), strict=True))
            self._known = found if len(known) > REMEMBERED else known | found
            known = known | found
        return [known[line] for line in lines]

    def _chosen(self, proposal: Proposal, compared: Sequence[tuple[Scored, dict[str, float]]]) -> Proposal:
        judge = self._rankers["stops" if proposal.readings else "senses"]
        ranked = sorted(
            ((judge.probability(found, one.candidate.family, sure=_sure(one)), one) for one, found in compared),
            key=lambda pair: -pair[0],
        )
        rivals = [one for one, _ in compared if one.candidate.family != SHORTER]
        candidates = tuple(_told(one, probability, rivals) for probability, one in ranked)
        return replace(proposal, candidates=candidates)


def to_place(proposal: Proposal, story: Story) -> Place | None:
    """Return the place to weigh; None where the candidates' own word stands."""
    readings = _readings(proposal)
    if not readings:
        return None
    whole = readings[0].span
    for reading in readings[1:]:
        whole = whole.cover(reading.span)
    paragraph = story.paragraph_of(whole.start)
    stretch = window(story.encodable, paragraph, whole).cover(whole)
    texts = wordings(story.encodable, stretch, [(), *(reading.edits for reading in readings)])
    ends = stretch.stop >= paragraph.stop
    begins = Line(story.encodable[stretch.start : whole.start].rstrip(), ends=False)
    return Place(proposal, readings, (Line(texts[0], ends), begins, *(Line(text, ends) for text in texts[1:])))


def _readings(proposal: Proposal) -> tuple[Candidate, ...]:
    if proposal.readings:
        own = {candidate.edits: candidate for candidate in proposal.candidates}
        return tuple(replace(own[r.edits], kind=r.kind) if r.edits in own else r for r in proposal.readings)
    return tuple(c for c in proposal.candidates if c.kind and c.safety is Safety.FLUENCY)


def _shortened(place: Place, rough: Sequence[float], most: int) -> Place:
    """Return the place with the readings that a rule named, those always heard, and the likeliest of the others."""
    own = {candidate.edits for candidate in place.proposal.candidates}
    sure = [n for n, r in enumerate(place.readings, LEAD) if r.kind in ALWAYS or r.edits in own]
    others = sorted(set(range(LEAD, len(place.lines))) - set(sure), key=lambda n: -rough[n])
    shorter = [n for n in others if place.readings[n - LEAD].family == SHORTER]
    others = [n for n in others if n not in shorter]  # else the shorter text would crowd them out
    kept = sorted([*sure, *shorter[:1], *others[:most]])
    lines = (*place.lines[:LEAD], *(place.lines[n] for n in kept))
    return Place(place.proposal, tuple(place.readings[n - LEAD] for n in kept), lines)


def _compared(place: Place, nats: Sequence[float]) -> Iterator[tuple[Scored, dict[str, float]]]:
    own = {candidate.edits: candidate.safety for candidate in place.proposal.candidates}
    rule = place.proposal.finding.rule
    scored = [
        Scored(
            reading, value, f"{rule} {own[reading.edits]}" if place.proposal.readings and reading.edits in own else ""
        )
        for reading, value in zip(place.readings, nats[LEAD:], strict=True)
    ]
    words = len(place.lines[0].text.split()), len(place.lines[1].text.split())
    yield from zip(scored, features(scored, Text(nats[0], nats[1], *words), place.proposal.clues), strict=True)


def _sure(one: Scored) -> bool:
    return one.candidate.safety is Safety.SAFE


def _told(one: Scored, probability: float, rivals: Sequence[Scored]) -> Candidate:
    others = [rival for rival in rivals if rival is not one]
    evidence = (Evidence("fluency", _compared_with(one, max(others, key=lambda rival: rival.nats))),) if others else ()
    return replace(one.candidate, confidence=probability, evidence=(*one.candidate.evidence, *evidence))


def _compared_with(one: Scored, rival: Scored) -> str:
    gap = one.nats - rival.nats
    than = f"than the best other reading ({rival.candidate.kind})"
    return f"{abs(gap):.1f} nats {'likelier' if gap >= 0 else 'less likely'} {than}"
