"""The report: what was found in one story, told in places of the story as it came."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from cleanup.edits import apply, to_original
from cleanup.errors import EditError
from cleanup.findings import Decision, Edit, Evidence, Verdict
from cleanup.report.diffs import unified
from cleanup.taxonomy import KINDS
from cleanup.text import Document, Span

VERSION = 1


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO 639-1 code, or None when nobody knows it; `confidence` is from 0 to 1."""

    code: str | None
    confidence: float
    guessed: bool


@dataclass(frozen=True, slots=True)
class Located:
    """A decision in places of the input: `start` and `end` in code points, `line` and `column` from 1.

    `before` is the input's stretch, markup included; `after` the same stretch repaired, None for a flag.
    """

    rule: str
    category: str
    mqm: str
    severity: str
    why: str
    start: int
    end: int
    line: int
    column: int
    before: str
    after: str | None
    confidence: float
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    reason: str | None


@dataclass(frozen=True)
class Report:
    """Everything cleanup has to say about one story. Decisions are in text order."""

    document: Document
    decisions: tuple[Decision, ...]
    language: Language
    source_language: Language
    not_consulted: tuple[str, ...] = ()
    id: str = ""

    def of(self, verdict: Verdict) -> tuple[Decision, ...]:
        """Return the decisions with this verdict."""
        return tuple(d for d in self.decisions if d.verdict is verdict)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The applied edits, in places of the input."""
        return tuple(
            edit
            for decision in self.of(Verdict.APPLIED)
            if decision.candidate
            for edit in to_original(self.document, decision.candidate.edits)
        )

    @cached_property
    def text(self) -> str:
        """The corrected text, in the format in which it came."""
        return apply(self.document.original, self.edits)

    @cached_property
    def findings(self) -> tuple[Located, ...]:
        """The decisions, in places of the input."""
        original = self.document.original
        lines = [0, *(match.end() for match in re.finditer("\n", original))] if self.decisions else []
        return tuple(self._locate(decision, lines) for decision in self.decisions)

    def _locate(self, decision: Decision, lines: list[int]) -> Located:
        original, finding = self.document.original, decision.finding
        span = self.document.in_original(decision.span)
        edits = self._moved(decision)
        for edit in edits:
            span = span.cover(edit.span)
        local = [Edit(Span(e.span.start - span.start, e.span.stop - span.start), e.text) for e in edits]
        before = span.of(original)
        line = bisect_right(lines, span.start)
        kind = KINDS[finding.category]
        return Located(
            rule=finding.rule,
            category=finding.category,
            mqm=kind.mqm,
            severity=finding.severity or kind.severity,
            why=finding.why,
            start=span.start,
            end=span.stop,
            line=line,
            column=span.start - lines[line - 1] + 1,
            before=before,
            after=apply(before, local) if edits else None,
            confidence=round(decision.confidence, 3),
            verdict=decision.verdict,
            evidence=decision.candidate.evidence if decision.candidate else (),
            reason=decision.reason,
        )

    def _moved(self, decision: Decision) -> list[Edit]:
        """Return the decision's edits on the input; none when it was refused because they cannot be made there."""
        try:
            return to_original(self.document, decision.candidate.edits) if decision.candidate else []
        except EditError:
            if decision.verdict is Verdict.REFUSED:
                return []
            raise

    @cached_property
    def summary(self) -> dict[str, int]:
        """Words in the story, and findings by verdict."""
        verdicts = Counter(d.verdict for d in self.decisions)
        return {"words": len(self.document.text.split()), **{v.value: verdicts[v] for v in Verdict}}

    def diff(self, path: str = "story") -> str:
        """Return the applied edits as a unified diff."""
        return unified(self.document.original, self.text, path)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as the JSON object of version 1."""
        return {
            "version": VERSION,
            "id": self.id,
            "language": self.language.code,
            "source_language": self.source_language.code,
            "source_language_guessed": self.source_language.guessed,
            "text": self.text,
            "findings": [
                {**asdict(found), "evidence": [asdict(each) for each in found.evidence]} for found in self.findings
            ],
            "not_consulted": list(self.not_consulted),
            "summary": self.summary,
        }
