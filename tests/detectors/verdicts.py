"""What the whole of cleanup makes of a line, for tables of what a detector must do and must leave alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

import cleanup
from cleanup.findings import Verdict
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.report import Report
from cleanup.story import Story
from cleanup.text import Document

Repair = tuple[str, str, str, str]  # the rule, the original's language ("" when nobody said), before, after
Remark = tuple[str, str, str]  # the rule, the language, the text


@cache
def cleaner(source: str = "", target: str = "en") -> cleanup.Cleaner:
    """Return a cleaner without the fluency model: what the detectors are sure of by themselves."""
    return cleanup.Cleaner(source or None, language=target, model=None)


def rules(report: Report, *verdicts: Verdict) -> set[str]:
    """Return the rules that have one of the verdicts, or any."""
    return {d.finding.rule for d in report.decisions if not verdicts or d.verdict in verdicts}


def check_applied(rule: str, source: str, before: str, after: str, target: str = "en") -> None:
    report = cleaner(source, target).clean(before)
    assert report.text == after
    assert rule in rules(report, Verdict.APPLIED)


def check_remarked(rule: str, source: str, text: str, target: str = "en") -> None:
    """Nothing is changed, and the rule has something to say."""
    report = cleaner(source, target).clean(text)
    assert report.text == text
    assert rule in rules(report, Verdict.SUGGESTED, Verdict.FLAGGED)


def check_silent(source: str, text: str, target: str = "en") -> None:
    report = cleaner(source, target).clean(text)
    assert (report.text, rules(report)) == (text, set())


def applied(cases: list[Repair], target: str = "en") -> Callable[..., None]:
    """Return the test that each case is repaired so."""

    @pytest.mark.parametrize(("rule", "source", "before", "after"), cases)
    def test(rule: str, source: str, before: str, after: str) -> None:
        check_applied(rule, source, before, after, target)

    return test


def remarked(cases: list[Remark], target: str = "en") -> Callable[..., None]:
    """Return the test that each case is suggested or flagged."""

    @pytest.mark.parametrize(("rule", "source", "text"), cases)
    def test(rule: str, source: str, text: str) -> None:
        check_remarked(rule, source, text, target)

    return test


def left_alone(cases: list[tuple[str, str]], target: str = "en") -> Callable[..., None]:
    """Return the test that nothing is said of any case."""

    @pytest.mark.parametrize(("source", "text"), cases)
    def test(source: str, text: str) -> None:
        check_silent(source, text, target)

    return test


def story(text: str | Document, source: str | None = None) -> Story:
    document = Document.plain(text) if isinstance(text, str) else text
    return Story(document, Lexicons((rules_folder(),), "en"), source)
