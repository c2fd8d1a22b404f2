"""What is said about a text: what is wrong, what it could read instead, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cleanup.margins import Margin
from cleanup.taxonomy import Category, Severity
from cleanup.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `text` where `span` stands."""

    span: Span
    text: str


class Safety(StrEnum):
    """How far a candidate may go on its own word."""

    SAFE = "safe"
    FLUENCY = "fluency"
    SUGGEST = "suggest"
    FLAG = "flag"


class Verdict(StrEnum):
    """What policy made of a finding."""

    APPLIED = "applied"
    SUGGESTED = "suggested"
    FLAGGED = "flagged"
    REFUSED = "refused"


class Licence(StrEnum):
    """What the meaning guard lets a candidate change.

    `numbers`: their form, `values`: what they amount to, where the original has another one; `deletion`: drop what is
    none of the story's own words.
    """

    VALUES = "values"
    NUMBERS = "numbers"
    NAMES = "names"
    NEGATION = "negation"
    QUOTED = "quoted"
    DELETION = "deletion"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who says so (`kind`: lexicon, story, pattern…) and what they say."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another way the stretch could read: edits in text order that do not overlap, and why to believe it.

    `kind` says what the repair does ("join", "move", "sense"…), for the fluency model to weigh; "" is not weighed.
    Where the original was asked about it too, `margin` is what its confidence has to reach by that, and `against` why
    the original forbids it.
    """

    edits: tuple[Edit, ...]
    safety: Safety
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    licences: frozenset[Licence] = frozenset()
    kind: str = ""
    margin: Margin | None = None
    against: str = ""

    @property
    def family(self) -> str:
        """The kind without its detail: "move" of "move:1<2"."""
        return self.kind.partition(":")[0]

    @property
    def span(self) -> Span:
        """The stretch from the first edit to the last."""
        return Span(self.edits[0].span.start, self.edits[-1].span.stop)


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where something is wrong. `rule` is the rule's path, or the detector and the shape it saw."""

    rule: str
    category: Category
    span: Span
    why: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding with its candidates, the likeliest first. "Leave it" always stands among them, unsaid.

    Without candidates it is a flag: somebody should look. `readings` are further ways that only a fluency model may
    choose, and `clues` what can be told of the place, for it to weigh. `proofs`: by language, words of the original
    any of which, in the same sentence, proves the finding.
    """

    finding: Finding
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 0.5
    readings: tuple[Candidate, ...] = ()
    clues: tuple[str, ...] = ()
    proofs: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def weighable(self) -> bool:
        """Whether a fluency model has something to choose from."""
        return bool(self.readings) or any(c.kind and c.safety is Safety.FLUENCY for c in self.candidates)


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal and what policy made of it; `candidate` is the repair in question, if there is one."""

    proposal: Proposal
    verdict: Verdict
    candidate: Candidate | None = None
    reason: str | None = None

    @property
    def finding(self) -> Finding:
        return self.proposal.finding

    @property
    def confidence(self) -> float:
        return self.candidate.confidence if self.candidate else self.proposal.confidence

    @property
    def span(self) -> Span:
        """The finding's stretch and that of its edits."""
        return self.finding.span.cover(self.candidate.span) if self.candidate else self.finding.span


def repair(  # noqa: PLR0913 - a repair is all this; most of it has a usual value
    rule: str,
    category: Category,
    span: Span,
    why: str,
    *edits: Edit,
    safety: Safety = Safety.SAFE,
    confidence: float = 0.97,
    evidence: Evidence | None = None,
    licences: Iterable[Licence] = (),
) -> Proposal:
    """Return the proposal of a single repair."""
    told = (evidence,) if evidence else ()
    candidate = Candidate(edits, safety, confidence, told, frozenset(licences))
    return Proposal(Finding(rule, category, span, why), (candidate,), confidence)


def flag(rule: str, category: Category, span: Span, why: str, confidence: float = 0.7) -> Proposal:
    """Return the proposal that somebody should look."""
    return Proposal(Finding(rule, category, span, why), (), confidence)
