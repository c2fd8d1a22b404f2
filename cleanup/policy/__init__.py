"""Proposals -> Decisions: the one place that says no, and says why."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from cleanup.edits import to_original
from cleanup.errors import EditError
from cleanup.findings import Candidate, Decision, Licence, Proposal, Safety, Verdict
from cleanup.margins import SURE, Margin, Margins
from cleanup.policy import guard
from cleanup.story import Story
from cleanup.text import Span

UNSURE = "which reading is right is for a fluency model or an editor to say"
NOT_BETTER = "the fluency model does not prefer it by enough to speak of"
IN_QUOTATION = "it would change words inside quotation marks"


@dataclass(frozen=True, slots=True)
class Policy:
    """What a desk asks for: which rules, how sure they must be, and whether suggestions are made too.

    Of the rules only those that `within` wants as well, where there is such.
    """

    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    suggestions: bool = False
    within: Policy | None = None

    def wants(self, rule: str) -> bool:
        """Whether the rule is selected and not ignored; both lists hold globs."""
        wanted = _any(rule, self.select) and not _any(rule, self.ignore)
        return wanted and (self.within is None or self.within.wants(rule))


def _any(rule: str, globs: Iterable[str]) -> bool:
    return any(fnmatchcase(rule, glob) for glob in globs)


def decide(
    proposals: Iterable[Proposal], story: Story, policy: Policy, margins: Margins | None = None
) -> tuple[Decision, ...]:
    """Return a decision on each proposal that the desk wants to hear of, in text order.

    `margins` are those of the fluency model that weighed the candidates, None when there was none.
    Applied decisions never overlap: the surer one wins, then the earlier, then the longer.
    """
    judged = [_judge(p, story, policy, margins) for p in proposals if _concerns(p, story, policy)]
    judged.sort(key=_rank)
    taken = _Taken()
    decided = []
    for decision in judged:
        final = _without_overlap(decision, taken)
        if final is None:
            continue
        if final.verdict is Verdict.APPLIED:
            taken.add(final)
        decided.append(final)
    return tuple(sorted(decided, key=lambda d: (d.span, d.finding.rule)))


def _rank(decision: Decision) -> tuple[object, ...]:
    order = list(Verdict).index(decision.verdict)
    edits = decision.candidate.edits if decision.candidate else ()
    return order, -decision.confidence, decision.span.start, -len(decision.span), decision.finding.rule, edits


def _concerns(proposal: Proposal, story: Story, policy: Policy) -> bool:
    finding, document = proposal.finding, story.document
    protected = any(span.overlaps(finding.span) for span in story.protected)
    ignored = any(span.overlaps(finding.span) and fnmatchcase(finding.rule, glob) for span, glob in document.ignored)
    return policy.wants(finding.rule) and not protected and not ignored


def _judge(proposal: Proposal, story: Story, policy: Policy, margins: Margins | None) -> Decision:
    if not proposal.candidates:
        return Decision(proposal, Verdict.FLAGGED)
    refusals = []
    for candidate in proposal.candidates:
        reason = _objection(candidate, story)
        if reason is None:
            return _grade(proposal, candidate, story, policy, margins)
        refusals.append(reason)
    return Decision(proposal, Verdict.REFUSED, proposal.candidates[0], refusals[0])


def _grade(proposal: Proposal, candidate: Candidate, story: Story, policy: Policy, margins: Margins | None) -> Decision:
    sure = candidate.safety is Safety.SAFE
    weighed = margins is not None and candidate.kind and candidate.safety is not Safety.SUGGEST
    margin = Margin(applied=0.0 if sure else 2.0, suggested=0.0)
    if margins and weighed:
        margin = margins.of(SURE if sure else candidate.kind)
    margin = candidate.margin or margin
    if candidate.confidence < margin.suggested:
        return _below(proposal, candidate, margin)
    if candidate.confidence < policy.min_confidence:
        reason = f"confidence {candidate.confidence:.2f} is below {policy.min_confidence:.2f}"
        return Decision(proposal, Verdict.REFUSED, candidate, reason)
    if Licence.QUOTED not in candidate.licences and guard.changes_quoted_words(story, candidate.edits):
        return Decision(proposal, Verdict.SUGGESTED, candidate, IN_QUOTATION)
    if policy.suggestions:
        return Decision(proposal, Verdict.APPLIED, candidate)
    if candidate.confidence >= margin.applied:
        return Decision(proposal, Verdict.APPLIED, candidate)
    unsure = UNSURE if candidate.safety is Safety.FLUENCY and not weighed else None
    return Decision(proposal, Verdict.SUGGESTED, candidate, unsure)


def _below(proposal: Proposal, candidate: Candidate, margin: Margin) -> Decision:
    """Return what is left to say of a place where no reading is likely enough to be suggested."""
    if margin.doubt:
        return Decision(proposal, Verdict.REFUSED, candidate, NOT_BETTER)
    return Decision(proposal, Verdict.FLAGGED)


def _objection(candidate: Candidate, story: Story) -> str | None:
    """Return why the candidate may not be made at all."""
    if candidate.against:
        return candidate.against
    if any(span.overlaps(edit.span) for span in story.protected for edit in candidate.edits):
        return "the stretch is protected"
    try:
        to_original(story.document, candidate.edits)
    except EditError as error:
        return str(error)
    return guard.objection(story, candidate.edits, candidate.licences)


class _Taken:
    """The applied decisions by the places of their edits, none of which overlap."""

    def __init__(self) -> None:
        self.places: list[tuple[Span, int]] = []
        self.decisions: list[Decision] = []

    def add(self, decision: Decision) -> None:
        """Take the places of the decision's edits."""
        for span in _spans(decision):
            insort(self.places, (span, len(self.decisions)))
        self.decisions.append(decision)

    def in_the_way_of(self, decision: Decision) -> Decision | None:
        """Return the surest of those that want the same characters; a flag stands in nobody's way."""
        met = [number for span in _spans(decision) for number in self._meeting(span)]
        return self.decisions[min(met)] if met else None

    def _meeting(self, span: Span) -> Iterator[int]:
        for index in range(bisect_right(self.places, span.stop, key=lambda place: place[0].start) - 1, -1, -1):
            other, number = self.places[index]
            if other.stop < span.start:
                return
            if other.overlaps(span):
                yield number


def _without_overlap(decision: Decision, taken: _Taken) -> Decision | None:
    """Return the decision, refused when an applied one stands in its way; None when it says the same again."""
    winner = taken.in_the_way_of(decision)
    if winner is None or decision.verdict is Verdict.REFUSED:
        return decision
    if decision.verdict is Verdict.FLAGGED:
        return None if winner.span.holds(decision.span) else decision
    if decision.candidate and winner.candidate and decision.candidate.edits == winner.candidate.edits:
        return None
    reason = f"overlaps a surer repair by {winner.finding.rule}"
    return Decision(decision.proposal, Verdict.REFUSED, decision.candidate, reason)


def _spans(decision: Decision) -> list[Span]:
    return [edit.span for edit in decision.candidate.edits] if decision.candidate else [decision.finding.span]
