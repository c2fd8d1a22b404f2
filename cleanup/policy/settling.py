"""Cleaning until nothing is left to clean: what a repair uncovers is repaired in the same run.

A story cleaned twice is then as it was cleaned once. Later repairs are told in places of the first text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from cleanup.edits import apply
from cleanup.findings import Candidate, Decision, Edit, Evidence, Proposal, Safety, Verdict
from cleanup.report import Report
from cleanup.text import Document, Span

MOST_ROUNDS = 4


def settle(document: Document, clean: Callable[[Document], Report]) -> Report:
    """Return the report of cleaning `document`, then what that gives, until no repair is left to make."""
    report = _legible(clean(document))
    for _ in range(MOST_ROUNDS):
        edits = _applied(report.decisions)
        if not edits:
            break
        again = _legible(clean(document.again(report.text))).of(Verdict.APPLIED)
        if not again:
            break
        report = replace(report, decisions=_merged(report, _Moves(document.text, edits), again))
    return report


def _legible(report: Report) -> Report:
    """Return the report with repairs refused after which the page would not read as the repaired prose does.

    White space beside a tag is the case: a page shows it or not by what stands around it.
    """
    if not report.document.pieces or _reads_so(report):
        return report
    decisions = tuple(
        d if d.verdict is not Verdict.APPLIED or _reads_so(replace(report, decisions=(d,))) else _refused(d)
        for d in report.decisions
    )
    if not _reads_so(replace(report, decisions=decisions)):
        decisions = tuple(_refused(d) if d.verdict is Verdict.APPLIED else d for d in report.decisions)
    return replace(report, decisions=decisions)


def _reads_so(report: Report) -> bool:
    document = report.document
    return document.again(report.text).text == apply(document.text, _applied(report.decisions))


def _refused(decision: Decision) -> Decision:
    return replace(decision, verdict=Verdict.REFUSED, reason="white space in the markup would show elsewhere")


def _applied(decisions: Sequence[Decision]) -> list[Edit]:
    return sorted(edit for d in decisions if d.verdict is Verdict.APPLIED and d.candidate for edit in d.candidate.edits)


@dataclass(frozen=True)
class _Moves:
    """Edits made to a text, and where each place of the result came from."""

    before: str
    edits: list[Edit]

    @cached_property
    def after(self) -> str:
        """The text with the edits made."""
        return apply(self.before, self.edits)

    @cached_property
    def outputs(self) -> list[Span]:
        """The stretch of the result that each edit wrote."""
        shift, spans = 0, []
        for edit in self.edits:
            start = edit.span.start + shift
            spans.append(Span(start, start + len(edit.text)))
            shift += len(edit.text) - len(edit.span)
        return spans

    def back(self, edit: Edit) -> tuple[Edit, list[Edit]]:
        """Return an edit of the result as an edit of the text, and the earlier edits that it takes the place of."""
        outputs = self.outputs
        met = [index for index, span in enumerate(outputs) if span.overlaps(edit.span)]
        stretch = edit.span
        for index in met:
            stretch = stretch.cover(outputs[index])
        local = Edit(Span(edit.span.start - stretch.start, edit.span.stop - stretch.start), edit.text)
        place = Span(self._origin(stretch.start, met[:1], outputs), self._origin(stretch.stop, met[-1:], outputs, 1))
        return Edit(place, apply(stretch.of(self.after), [local])), [self.edits[index] for index in met]

    def _origin(self, offset: int, edge: list[int], outputs: list[Span], end: int = 0) -> int:
        """Return where `offset` of the result came from; at the edge of what an edit wrote, that edit's own edge."""
        for index in edge:
            if offset == (outputs[index].stop if end else outputs[index].start):
                return self.edits[index].span.stop if end else self.edits[index].span.start
        passed = bisect_right([span.stop for span in outputs], offset)
        return offset - sum(len(e.text) - len(e.span) for e in self.edits[:passed])


def _merged(report: Report, moves: _Moves, later: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the first decisions with the later ones among them, one where they touch the same place."""
    decisions = list(report.decisions)
    for decision in later:
        moved = [moves.back(edit) for edit in decision.candidate.edits] if decision.candidate else []
        gone = [edit for _, earlier in moved for edit in earlier]
        touched = [d for d in decisions if any(edit in gone for edit in _applied([d]))]
        rest = [edit for edit in _applied(touched) if edit not in gone]
        merged = _retold(decision, touched, tuple(sorted({*rest, *(edit for edit, _ in moved)})))
        others = [d for d in decisions if d not in touched]
        if not _clash(_applied([*others, merged])):  # else the next round finds it again
            decisions = [*(d for d in others if not _followed(d, merged)), merged]
    return tuple(sorted(decisions, key=lambda d: (d.span, d.finding.rule)))


def _retold(later: Decision, touched: Sequence[Decision], edits: tuple[Edit, ...]) -> Decision:
    """Return one decision for the later repair and those it touches, in places of the first text."""
    span = Span(edits[0].span.start, edits[-1].span.stop)
    first = touched[0].finding if touched else later.finding
    evidence = [e for d in touched if d.candidate for e in d.candidate.evidence]
    if later.candidate:
        evidence += later.candidate.evidence
    evidence += [Evidence("then", later.finding.why)] if touched else []
    candidate = Candidate(edits, Safety.SAFE, later.confidence, tuple(dict.fromkeys(evidence)))
    finding = replace(first, span=first.span.cover(span) if touched else span)
    return Decision(Proposal(finding, (candidate,)), Verdict.APPLIED, candidate)


def _followed(decision: Decision, merged: Decision) -> bool:
    """Whether the decision held back what has now been done."""
    same = decision.finding.category is merged.finding.category
    return decision.verdict is not Verdict.APPLIED and same and decision.span.overlaps(merged.span)


def _clash(edits: list[Edit]) -> bool:
    return any(left.span.stop > right.span.start or left.span == right.span for left, right in pairwise(edits))
