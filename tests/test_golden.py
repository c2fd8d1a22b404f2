"""The stories in corpora/, cleaned: what must be repaired is, what must be seen is, all else stays as it was.

What gold lists as missed is damage that cleanup does not see yet. When it does, the test says so: move the entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from test_corpora import CLEAN, GOLDS, read

import cleanup
from cleanup.edits import apply
from cleanup.findings import Edit, Verdict
from cleanup.text import Span


@cache
def cleaner() -> cleanup.Cleaner:
    return cleanup.Cleaner()


def within(span: Span, edits: Iterable[Edit], text: str) -> str:
    """Return the stretch as the edits that touch it leave it."""
    touching = [edit for edit in edits if span.overlaps(edit.span)]
    assert all(span.holds(edit.span) for edit in touching), "an edit crosses the edge of what gold describes"
    local = [Edit(Span(e.span.start - span.start, e.span.stop - span.start), e.text) for e in touching]
    return apply(span.of(text), local)


@pytest.mark.parametrize("said", [True, False], ids=["from-said", "from-unsaid"])
@pytest.mark.parametrize("gold", GOLDS, ids=lambda path: path.name.removesuffix(".gold.yaml"))
def test_damaged_story(gold: Path, said: bool) -> None:
    """Told the original's language, every repair is made; untold, some may only be marked, and none is wrong."""
    text, data = read(gold)
    report = cleaner().clean(text, source_language=data["source"] if said else None)
    shown = {d.span for d in report.decisions if d.verdict is not Verdict.REFUSED}
    places, wrong = [], []
    for item in [*data["repairs"], *data.get("marks", []), *data.get("missed", [])]:
        start = text.index(item["before"])
        span = Span(start, start + len(item["before"]))
        places.append(span)
        result = within(span, report.edits, text)
        repaired = result in item.get("after", [])
        as_it_was, marked = result == item["before"], any(map(span.overlaps, shown))
        if item in data["repairs"] and said:
            right = repaired
        elif item in data.get("missed", []):
            right = as_it_was and not marked
        else:
            unsaid = item.get("said", False) and not said
            right = repaired or (as_it_was and (marked or unsaid))
        if not right:
            wrong.append(f"{item['kind']}: {item['before']!r} reads {result!r}, {'marked' if marked else 'not marked'}")
    wrong += [
        f"changed: {edit.span.of(text)!r} to {edit.text!r} after {text[edit.span.start - 30 : edit.span.start]!r}"
        for edit in report.edits
        if not any(place.holds(edit.span) for place in places)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("story", CLEAN, ids=lambda path: path.stem)
def test_clean_story(story: Path) -> None:
    text = story.read_text(encoding="utf-8")
    report = cleaner().clean(text)
    assert report.text == text, [(d.finding.rule, d.finding.span.of(text)) for d in report.of(Verdict.APPLIED)]
