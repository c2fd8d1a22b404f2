"""One self-contained page for the desk: the story before and after, side by side, and every finding with its reason."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from cleanup.findings import Decision, Edit, Verdict
from cleanup.report import Located, Report
from cleanup.report.diffs import words
from cleanup.report.excerpts import Mark, excerpt
from cleanup.taxonomy import KINDS
from cleanup.text import Span

PAGE = Template(Path(__file__).with_name("_page.html").read_text("utf-8"))
STYLE = Path(__file__).with_name("_page.css").read_text("utf-8")
TITLES = {
    Verdict.APPLIED: "Applied",
    Verdict.SUGGESTED: "Suggested",
    Verdict.FLAGGED: "To look at",
    Verdict.REFUSED: "Refused",
}
TAGS = {Mark.REMOVED: "del", Mark.ADDED: "ins", Mark.QUESTIONED: "mark"}

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def render(report: Report, path: str) -> str:
    stretches = tuple(_stretches(report))
    return PAGE.substitute(
        style=STYLE,
        path=_text(path),
        facts=_text(_facts(report)),
        tiles="".join(_tiles(report.summary)),
        missing=_missing(report.not_consulted),
        rows="".join(_row(line, report) for line in _lines(stretches)),
        findings="".join(_items(report, {stretch.number for stretch in stretches})) or "<li>Nothing was found.</li>",
    )


def _text(text: str) -> str:
    """Return `text` fit for an element or an attribute: nothing in it is markup, no character is forbidden."""
    return escape(_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text))


def _facts(report: Report) -> str:
    copy, source = report.language, report.source_language
    guessed = f" (guessed, {source.confidence:.0%} sure)" if source.guessed else ""
    origin = f", translated from {source.code}{guessed}" if source.code else ""
    return f"{report.summary['words']} words, language {copy.code or 'unknown'}{origin}"


def _tiles(summary: dict[str, int]) -> Iterator[str]:
    for verdict, title in TITLES.items():
        yield f'<li class="{verdict}"><b>{summary[verdict]}</b> {title.lower()}</li>\n'


def _missing(not_consulted: tuple[str, ...]) -> str:
    return f'<p class="missing">Not consulted: {_text("; ".join(not_consulted))}.</p>' if not_consulted else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the prose before and after; `number` is its finding's in the list, 0 where nothing was found."""

    before: str
    after: str
    number: int = 0
    first: bool = False


def _stretches(report: Report) -> Iterator[Stretch]:
    """Cut the whole prose into stretches, those that a finding lights among them."""
    text, at, seen = report.document.text, 0, set[int]()
    for edit, number in _lit(report):
        yield Stretch(text[at : edit.span.start], text[at : edit.span.start])
        yield Stretch(edit.span.of(text), edit.text, number, number not in seen)
        seen.add(number)
        at = edit.span.stop
    yield Stretch(text[at:], text[at:])


def _lit(report: Report) -> list[tuple[Edit, int]]:
    """Return the applied edits and, as edits that change nothing, what is suggested and flagged beside them."""
    numbered = list(enumerate(report.decisions, 1))
    applied = [(d.candidate.edits, n) for n, d in numbered if d.verdict is Verdict.APPLIED and d.candidate]
    lit = sorted(((edit, number) for edits, number in applied for edit in edits), key=_span)
    for verdict in (Verdict.SUGGESTED, Verdict.FLAGGED):
        for number, decision in numbered:
            span = decision.span
            place = bisect_left(lit, span, key=_span)
            free = not any(span.overlaps(edit.span) for edit, _ in lit[max(place - 1, 0) : place + 1])
            if decision.verdict is verdict and free:
                lit.insert(place, (Edit(span, span.of(report.document.text)), number))
    return lit


def _span(lit: tuple[Edit, int]) -> Span:
    return lit[0].span


def _lines(stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    """Part the stretches at the line ends outside of findings; blank lines are left out."""
    lines: list[list[Stretch]] = [[]]
    for stretch in stretches:
        if stretch.number:
            lines[-1].append(stretch)
            continue
        first, *others = _LINE_END.split(stretch.before)
        lines[-1].append(Stretch(first, first))
        lines += [[Stretch(part, part)] for part in others]
    return [line for line in lines if any(stretch.number or stretch.before.strip() for stretch in line)]


def _row(line: list[Stretch], report: Report) -> str:
    changed = any(stretch.before != stretch.after for stretch in line)
    cell = f'lang="{_text(report.language.code or "")}" dir="auto"'
    before = "".join(_before(stretch, report.findings) for stretch in line)
    after = "".join(_after(stretch, report.findings) for stretch in line)
    kind = "changed" if changed else "same"
    return f'<tr class="{kind}"><td class="before" {cell}>{before}</td>\n<td class="after" {cell}>{after}</td></tr>\n'


def _before(stretch: Stretch, findings: tuple[Located, ...]) -> str:
    if stretch.before == stretch.after:
        return _text(stretch.before)
    cut = (_tagged(c.before, "" if c.kept else "del") for c in words(stretch.before, stretch.after))
    return _mark("".join(cut), stretch.number, findings)


def _after(stretch: Stretch, findings: tuple[Located, ...]) -> str:
    if not stretch.number:
        return _text(stretch.after)
    cut = (_tagged(c.after, "" if c.kept else "ins") for c in words(stretch.before, stretch.after))
    place = f' id="m{stretch.number}"' if stretch.first else ""
    return _mark("".join(cut), stretch.number, findings, place)


def _tagged(text: str, tag: str) -> str:
    return f"<{tag}>{_text(text)}</{tag}>" if tag and text else _text(text)


def _mark(content: str, number: int, findings: tuple[Located, ...], place: str = "") -> str:
    """Return a link to the finding: its reason shows under the pointer, and to whoever tabs or taps there."""
    found = findings[number - 1]
    tip = f"{TITLES[found.verdict]}: {found.why}"
    if found.verdict is Verdict.SUGGESTED:
        tip += f"\n{found.before} \N{RIGHTWARDS ARROW} {found.after}"
    attributes = f'class="m {found.verdict}"{place} href="#f{number}" aria-describedby="w{number}"'
    return f'<a {attributes} data-tip="{_text(tip)}">{content}<sup>{number}</sup></a>'


def _items(report: Report, lit: set[int]) -> Iterator[str]:
    pairs = zip(report.decisions, report.findings, strict=True)
    for number, (decision, found) in enumerate(pairs, 1):
        place = f"line {found.line}, column {found.column}"
        link = f'<a href="#m{number}">{place}</a>' if number in lit else place
        language = _text(report.language.code or "")
        yield (
            f'<li id="f{number}" class="{found.verdict}">\n'
            f'<p class="head"><span class="badge">{TITLES[found.verdict]}</span> '
            f"<b>{KINDS[decision.finding.category].title}</b> {link}</p>\n"
            f'<p class="why" id="w{number}">{_text(found.why)}</p>\n'
            f'<p class="change" lang="{language}" dir="auto">{_change(report.document.text, decision)}</p>\n'
            f"<dl>{''.join(_details(found))}</dl>\n</li>\n"
        )


def _change(text: str, decision: Decision) -> str:
    parts, last = [], Mark.KEPT
    for piece in excerpt(text, decision):
        arrow = ' <span class="to">\N{RIGHTWARDS ARROW}</span> '
        parts += [arrow] if (last, piece.mark) == (Mark.REMOVED, Mark.ADDED) else []
        parts.append(_tagged(piece.text, TAGS.get(piece.mark, "")))
        last = piece.mark
    return "".join(parts)


def _details(found: Located) -> Iterator[str]:
    facts = [("Rule", found.rule), ("Severity", found.severity), ("Confidence", f"{found.confidence:.0%}")]
    facts += [(f"Evidence: {each.kind}", each.detail) for each in found.evidence]
    facts += [("Reason", found.reason)] if found.reason else []
    for name, value in facts:
        yield f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>\n"
