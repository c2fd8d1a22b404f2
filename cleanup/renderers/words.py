"""A word diff of the applied repairs, as `git diff --word-diff` marks them: a block for each, under its place."""

from cleanup.findings import Decision, Verdict
from cleanup.report import Located, Report
from cleanup.report.excerpts import excerpt, inline


def render(report: Report, path: str) -> str:
    pairs = zip(report.decisions, report.findings, strict=True)
    return "\n".join(
        _block(report.document.text, decision, found, path)
        for decision, found in pairs
        if decision.verdict is Verdict.APPLIED
    )


def _block(text: str, decision: Decision, found: Located, path: str) -> str:
    return f"{path}:{found.line}:{found.column}\n{inline(excerpt(text, decision))}\n"
