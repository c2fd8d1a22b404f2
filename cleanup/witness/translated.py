"""The readings of a stop as translations of the original: which of them a translation model finds likeliest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol, runtime_checkable

from cleanup.bilingual.pairs import Pair, pairs
from cleanup.edits import apply
from cleanup.findings import Candidate, Edit, Evidence, Proposal, Safety
from cleanup.fluency.features import SHORTER
from cleanup.reference.calibration import Calibration
from cleanup.story import Story
from cleanup.text import Span
from cleanup.witness.links import holding

KIND = "translation"
REMEMBERED = 5000  # sentences: a story's, when it is cleaned again until nothing is left to clean
Line = tuple[str, str]  # an original, and what may translate it


@runtime_checkable
class Scorer(Protocol):
    """A translator that can say how likely it finds a translation that somebody else made."""

    def __hash__(self) -> int:
        """Return the same for the same model: what it said is remembered."""

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def calibration(self) -> Calibration:
        """How far it is to be believed."""

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """Return the natural log-probability of each target as the translation of its source."""


@dataclass(frozen=True)
class Place:
    """A proposal, and the lines that each of its readings makes; the first is the text as it stands."""

    proposal: Proposal
    lines: tuple[Line, ...]


def weighable(proposals: Iterable[Proposal]) -> bool:
    """Whether there is anything to ask of a translator."""
    return any(map(_open, proposals))


def hear(proposals: Sequence[Proposal], story: Story, translator: object) -> list[Proposal]:
    """Return the proposals of stops with what a translator that can score says of their readings.

    The readings come in order of what fluency model and alignment made of them (`witness.hear`); those that a rule
    is sure of are not asked about. All places of a story are scored in one call.
    """
    if not isinstance(translator, Scorer):
        return list(proposals)
    found = list(pairs(story))
    places = {n: place for n, p in enumerate(proposals) if _open(p) and (place := to_place(p, found))}
    nats = score(translator, [line for place in places.values() for line in place.lines])
    return [_heard(places[n], nats, translator) if n in places else p for n, p in enumerate(proposals)]


def _open(proposal: Proposal) -> bool:
    heard = any(one.margin for one in proposal.candidates)
    return bool(proposal.readings) and heard and not any(one.safety is Safety.SAFE for one in proposal.candidates)


def to_place(proposal: Proposal, found: Sequence[Pair]) -> Place | None:
    """Return what is to be scored of a proposal; None where it reaches beyond a pair of sentences."""
    pair = holding(proposal.finding.span, found)
    if pair is None or not all(pair.place.holds(one.span) for one in proposal.candidates):
        return None
    texts = (pair.copy, *(apply(pair.copy, _local(one.edits, pair)) for one in proposal.candidates))
    return Place(proposal, tuple((pair.original, text) for text in texts))


def _local(edits: Iterable[Edit], pair: Pair) -> list[Edit]:
    start = pair.place.start
    return sorted(replace(e, span=Span(e.span.start - start, e.span.stop - start)) for e in edits)


def score(translator: Scorer, lines: Sequence[Line]) -> dict[Line, float]:
    """Return how likely each line is, in nats; what was asked before is not asked again."""
    known = _known(translator)
    told = {line: nats for line in lines if (nats := known.get(line)) is not None}  # other threads may clear it
    new = list(dict.fromkeys(line for line in lines if line not in told))
    if new:
        found = dict(zip(new, translator.score([o for o, _ in new], [t for _, t in new]), strict=True))
        if len(known) > REMEMBERED:
            known.clear()
        known.update(found)
        told |= found
    return told


@lru_cache(maxsize=8)
def _known(_: Scorer) -> dict[Line, float]:
    return {}


def leads(families: Sequence[str], nats: Sequence[float]) -> list[float]:
    """Return by how many nats each reading is likelier than the best other; the first of `nats` is the text's own.

    The shorter text is always likelier, so that nothing is compared with it, and it has no lead.
    """
    found = []
    for at, family in enumerate(families):
        others = [n for k, n in enumerate(nats[1:]) if k != at and families[k] != SHORTER]
        found.append(0.0 if family == SHORTER else nats[at + 1] - max([nats[0], *others]))
    return found


def _heard(place: Place, nats: dict[Line, float], translator: Scorer) -> Proposal:
    candidates = place.proposal.candidates
    found = leads([one.family for one in candidates], [nats[line] for line in place.lines])
    told = [_told(one, lead, translator) for one, lead in zip(candidates, found, strict=True)]
    return replace(place.proposal, candidates=tuple(sorted(told, key=lambda one: -one.confidence)))


def _told(one: Candidate, lead: float, translator: Scorer) -> Candidate:
    calibration = translator.calibration
    if one.family == SHORTER:
        detail = f"{translator.name} is not asked about shorter readings"
    else:
        than = f"{abs(lead):.1f} nats {'likelier' if lead >= 0 else 'less likely'} than the best other reading"
        detail = f"{translator.name} finds it {than}, as a translation"
    return replace(
        one,
        confidence=calibration.probability(one.confidence, lead, one.family),
        margin=calibration.margins.of(one.kind),
        evidence=(*one.evidence, Evidence(KIND, detail)),
    )
