"""The kinds of damage that are read on news sites, each in a sentence of its own: corpora/spans.jsonl."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from cleanup import Cleaner
from cleanup.findings import Verdict

SPANS = Path(__file__).parent.parent / "corpora" / "spans.jsonl"
LEAST_FOUND = 0.7


@cache
def found(language: str) -> list[tuple[str, bool]]:
    """Return every span of one language, and whether something is said of it."""
    cleaner = Cleaner(language, "en")
    lines = [json.loads(line) for line in SPANS.read_text(encoding="utf-8").splitlines()]
    return [
        (line["span"], is_found(cleaner, line["text"], line["span"])) for line in lines if line["language"] == language
    ]


def is_found(cleaner: Cleaner, text: str, span: str) -> bool:
    start = text.index(span)
    decisions = cleaner.clean(text).decisions
    said = [d.span for d in decisions if d.verdict is not Verdict.REFUSED]
    return any(s.start < start + len(span) and s.stop > start for s in said)


@pytest.mark.parametrize("language", ["fr", "es"])
def test_most_are_found(language: str) -> None:
    spans = found(language)
    missed = [span for span, is_found in spans if not is_found]
    assert len(missed) <= (1 - LEAST_FOUND) * len(spans), missed
