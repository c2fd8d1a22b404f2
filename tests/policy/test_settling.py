"""Cleaning until nothing is left: what a repair uncovers is repaired in the same run, and told of the first text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleanup
from cleanup.edits import apply, undo
from cleanup.findings import Candidate, Decision, Edit, Evidence, Finding, Proposal, Safety, Verdict
from cleanup.formats import html
from cleanup.policy.settling import MOST_ROUNDS, settle
from cleanup.report import Language, Report
from cleanup.taxonomy import Category
from cleanup.text import Document, Span

ENGLISH = Language("en", 1.0, guessed=False)
Rewriting = tuple[str, str]


def rewriting(*pairs: Rewriting) -> Callable[[Document], Report]:
    """Return a cleaner that, each time it is asked, replaces what the first pairs name that does not overlap."""

    def clean(document: Document) -> Report:
        taken: list[Span] = []
        decisions = []
        for old, new in pairs:
            at = document.text.find(old)
            while at >= 0:
                span = Span(at, at + len(old))
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    decisions.append(applied(span, new, f"{old}->{new}"))
                at = document.text.find(old, at + 1)
        return Report(document, tuple(sorted(decisions, key=lambda d: d.span)), ENGLISH, ENGLISH)

    return clean


def applied(span: Span, new: str, why: str) -> Decision:
    candidate = Candidate((Edit(span, new),), Safety.SAFE, 0.9, (Evidence("pattern", why),))
    return Decision(Proposal(Finding("a.b", Category.CALQUE, span, why), (candidate,)), Verdict.APPLIED, candidate)


def again_and_again(document: Document, clean: Callable[[Document], Report]) -> str:
    """Return what cleaning gives, each result cleaned anew."""
    for _ in range(MOST_ROUNDS + 1):
        report = clean(document)
        if not report.edits:
            break
        document = document.again(report.text)
    return document.original


ROUNDS = [
    ("one round", "a b c", [("b", "x")], "a x c"),
    ("nothing", "a b c", [("z", "x")], "a b c"),
    ("a repair uncovers another", "a b c", [("b", "x"), ("x c", "y")], "a y"),
    ("uncovered before it", "a b c", [("b", "x"), ("a x", "y")], "y c"),
    ("uncovered around it", "a b c", [("b", "x"), ("a x c", "y")], "y"),
    ("within what was written", "a b c", [("b", "one two"), ("one", "1")], "a 1 two c"),
    ("what was written goes", "a b c", [("b", "x"), (" x", "")], "a c"),
    ("two repairs uncover a third", "a b c d", [("b", "x"), ("c", "y"), ("x y", "z")], "a z d"),
    ("touching the end", "abc", [("b", "x"), ("xc", "xy")], "axy"),
    ("touching the start", "abc", [("b", "x"), ("ax", "yx")], "yxc"),
    ("far away", "b ... d", [("b", "x"), ("d", "y")], "x ... y"),
    ("three rounds", "a", [("a", "b"), ("b", "c"), ("c", "d")], "d"),
    ("a deletion uncovers", "the the cat", [("the ", "")], "cat"),
    ("joined by a deletion", "a-b c", [("-", ""), ("ab", "x")], "x c"),
    ("deletions side by side", "a--b", [("--", "-"), ("-", "")], "ab"),
    ("grown, then shrunk", "ab", [("aaaab", "c"), ("ab", "aaaab")], "c"),
]


@pytest.mark.parametrize(("text", "pairs", "after"), [row[1:] for row in ROUNDS], ids=[row[0] for row in ROUNDS])
def test_rounds(text: str, pairs: list[Rewriting], after: str) -> None:
    report = settle(Document.plain(text), rewriting(*pairs))
    assert report.text == after
    assert again_and_again(Document.plain(text), rewriting(*pairs)) == after
    hold_laws(report)


def hold_laws(report: Report) -> None:
    """Check what is true of every settled report."""
    original = report.document.original
    spans = sorted(edit.span for edit in report.edits)
    assert all(left.stop <= right.start for left, right in pairwise(spans))
    assert apply(report.text, undo(report.edits, original)) == original
    made = [found for found in report.findings if found.verdict is Verdict.APPLIED]
    for found in report.findings:
        assert original[found.start : found.end] == found.before
    if all(left.end <= right.start for left, right in pairwise(made)):  # else two are told of one stretch
        edits = [Edit(Span(found.start, found.end), found.after or "") for found in made]
        assert apply(original, edits) == report.text


WORDS = st.text(st.sampled_from("abc "), min_size=1, max_size=12)
PAIRS = st.lists(
    st.tuples(st.text(st.sampled_from("abc "), min_size=1, max_size=3), st.text(st.sampled_from("abcd "), max_size=3)),
    max_size=4,
).map(lambda pairs: [(old, new) for old, new in pairs if len(new) < len(old)])


@given(WORDS, PAIRS)
def test_settling_is_cleaning_again_and_again(text: str, pairs: list[Rewriting]) -> None:
    report = settle(Document.plain(text), rewriting(*pairs))
    hold_laws(report)
    clean = rewriting(*pairs)
    if not clean(Document.plain(report.text)).edits:
        assert report.text == again_and_again(Document.plain(text), clean)


@given(WORDS, PAIRS)
def test_settling_in_markup(text: str, pairs: list[Rewriting]) -> None:
    page = html.read("<p>" + text.replace("b", "<b>b</b>") + "</p>")
    hold_laws(settle(page, rewriting(*pairs)))


@cache
def cleaner() -> cleanup.Cleaner:
    return cleanup.Cleaner("fr", "en")


REAL = [
    ("It is &quot;the the end&quot;.", 'It is "the end".'),
    ("He spoke of &laquo; the the war &raquo;, and left.", "He spoke of “the war,” and left."),
    ("They met on the the the the the road.", "They met on the road."),
    ("&#8220;We won.&#8221; said the mayor.", "“We won,” said the mayor."),
    ("He said &amp;quot;no&amp;quot; twice.", 'He said "no" twice.'),
    (
        "In all ７５ thousand people marched, 4,000 on foot and 1,000 by bus.",
        "In all 75,000 people marched, 4,000 on foot and 1,000 by bus.",
    ),
    ("« Enough », said the the mayor ; it cost 64,2 million.", "“Enough,” said the mayor; it cost 64.2 million."),
]


@pytest.mark.parametrize(("before", "after"), REAL)
def test_a_repair_uncovers_another(before: str, after: str) -> None:
    report = cleaner().clean(before)
    assert report.text == after
    hold_laws(report)
    assert cleaner().clean(after).text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>It is <b>the</b> the end.</p>", "<p>It is <b>the</b> end.</p>"),
        ("<p>« <i>the war</i> », he said of the the end.</p>", "<p>“<i>the war</i>,” he said of the end.</p>"),
        ("<p>He said &amp;quot;no&amp;quot; twice.</p>", '<p>He said "no" twice.</p>'),
        ("<p>The mayor of <b>Graz</b>said the the end.</p>", "<p>The mayor of <b>Graz</b> said the end.</p>"),
    ],
)
def test_in_html_too(before: str, after: str) -> None:
    report = cleaner().clean(html.read(before))
    assert report.text == after
    hold_laws(report)
    assert cleaner().clean(html.read(report.text)).text == report.text


def test_what_led_to_what_is_told() -> None:
    report = settle(Document.plain("a b c"), rewriting(("b", "x"), ("x c", "y")))
    (decision,) = report.of(Verdict.APPLIED)
    assert decision.candidate
    assert [(e.kind, e.detail) for e in decision.candidate.evidence] == [
        ("pattern", "b->x"),
        ("pattern", "x c->y"),
        ("then", "x c->y"),
    ]
    assert decision.candidate.edits == (Edit(Span(2, 5), "y"),)


def test_rounds_end() -> None:
    report = settle(Document.plain("a"), rewriting(("a", "aa")))
    assert set(report.text) == {"a"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([row[0] for row in REAL] + ["The mayor left."]), max_size=5).map(" ".join))
def test_laws_of_real_cleaning(text: str) -> None:
    hold_laws(cleaner().clean(text))
    page = html.read(f"<p>{text}</p>")
    hold_laws(cleaner().clean(page))
