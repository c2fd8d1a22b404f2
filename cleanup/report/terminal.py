"""What a person sees of a report in a terminal: each decision with its reason, then one line of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cleanup.findings import Verdict
from cleanup.report import Located, Report
from cleanup.report.excerpts import Mark, Piece, excerpt, visible

if TYPE_CHECKING:
    from rich.console import Console

Line = list[tuple[str, str]]  # stretches of text, each with its rich style

MARKS = {Mark.KEPT: "", Mark.REMOVED: "bold red", Mark.ADDED: "bold green", Mark.QUESTIONED: "bold magenta"}
VERDICTS = {Verdict.APPLIED: "bold green", Verdict.SUGGESTED: "bold yellow", Verdict.FLAGGED: "bold magenta"}


def show(report: Report, path: str, console: Console, word: bool = False) -> None:
    """Print what was applied, suggested and flagged, each with its reason, then the figures.

    A change takes a line before and a line after, or with `word` one line that holds both.
    """
    from rich.text import Text  # noqa: PLC0415 - dear to load, and whoever has a console has paid

    for line in _lines(report, visible(path), word):
        console.print(Text.assemble(*line), soft_wrap=True)


def plain(report: Report, path: str, word: bool = False) -> str:
    """Return what `show` prints, without colour: what was removed and added is marked in the text itself."""
    return "\n".join("".join(text for text, _ in line) for line in _lines(report, visible(path), word))


def _lines(report: Report, path: str, word: bool) -> Iterator[Line]:
    for decision, found in zip(report.decisions, report.findings, strict=True):
        if decision.verdict is not Verdict.REFUSED:
            yield _heading(found, path)
            yield from _change(excerpt(report.document.text, decision), word)
            yield from _reasons(found)
            yield []
    yield [(f"{path}: ", "bold"), (f"{_figures(report)} ({_languages(report)})", "")]
    if report.not_consulted:
        yield [(visible(f"not consulted: {'; '.join(report.not_consulted)}"), "dim")]


def _heading(found: Located, path: str) -> Line:
    place = (f"{path}:{found.line}:{found.column} ", "bold")
    return [place, (found.verdict, VERDICTS[found.verdict]), (f" {found.rule} {found.confidence:.2f}", "dim")]


def _change(pieces: tuple[Piece, ...], word: bool) -> Iterator[Line]:
    if word or any(piece.mark is Mark.QUESTIONED for piece in pieces):
        yield [("    ", ""), *_lit(pieces)]
        return
    yield [("  - ", MARKS[Mark.REMOVED]), *_lit(p for p in pieces if p.mark is not Mark.ADDED)]
    yield [("  + ", MARKS[Mark.ADDED]), *_lit(p for p in pieces if p.mark is not Mark.REMOVED)]


def _lit(pieces: Iterable[Piece]) -> Line:
    return [(piece.marked, MARKS[piece.mark]) for piece in pieces]


def _reasons(found: Located) -> Iterator[Line]:
    yield [(f"    {visible(found.why)}", "")]
    if found.reason:
        yield [(f"    {found.verdict} only: {visible(found.reason)}", "dim")]
    for evidence in found.evidence:
        yield [(f"    {visible(f'{evidence.kind}: {evidence.detail}')}", "dim")]


def _figures(report: Report) -> str:
    counts = report.summary
    words = f"{counts['words']} word{'' if counts['words'] == 1 else 's'}"
    refused = f", {counts['refused']} refused" if counts["refused"] else ""
    return (
        f"{words}, {counts['applied']} applied, {counts['suggested']} suggested, {counts['flagged']} flagged{refused}"
    )


def _languages(report: Report) -> str:
    copy, source = report.language.code or "language unknown", report.source_language
    if source.code is None:
        return copy
    return f"{copy}, from {source.code}{f': guessed {source.confidence:.2f}' if source.guessed else ''}"
