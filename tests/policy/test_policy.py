"""What becomes of a proposal, and the reason it is given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.edits import apply
from cleanup.findings import Candidate, Decision, Edit, Finding, Licence, Proposal, Safety, Verdict
from cleanup.language.lexicons import Lexicons
from cleanup.margins import Margin, Margins
from cleanup.paths import rules_folder
from cleanup.policy import IN_QUOTATION, NOT_BETTER, UNSURE, Policy, decide
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Document, Span

TEXT = "the talks went on and “the deal is okay” they said, at 7 in all"


def propose(
    old: str, *new: str, safety: Safety = Safety.SAFE, confidence: float = 0.9, rule: str = "a.b", **more: str
) -> Proposal:
    start = TEXT.index(old)
    return at(Span(start, start + len(old)), *new, safety=safety, confidence=confidence, rule=rule, **more)


def at(span: Span, *new: str, safety: Safety, confidence: float, rule: str, licences: str = "") -> Proposal:
    allowed = frozenset(map(Licence, licences.split()))
    candidates = tuple(Candidate((Edit(span, text),), safety, confidence, (), allowed) for text in new)
    return Proposal(Finding(rule, Category.CALQUE, span, "why"), candidates, confidence)


def decided(*proposals: Proposal, policy: Policy | None = None, document: Document | None = None) -> list[Decision]:
    story = Story(document or Document.plain(TEXT), Lexicons((rules_folder(),), "en"))
    return list(decide(proposals, story, policy or Policy()))


def one(proposal: Proposal, **more: Policy | Document) -> tuple[str, str | None]:
    (decision,) = decided(proposal, **more)  # type: ignore[arg-type]
    return decision.verdict.value, decision.reason


def test_how_far_a_candidate_goes_on_its_own_word() -> None:
    assert one(propose("went on", "continued")) == ("applied", None)
    assert one(propose("went on", "continued", safety=Safety.FLUENCY)) == ("suggested", UNSURE)
    assert one(propose("went on", "continued", safety=Safety.SUGGEST)) == ("suggested", None)
    assert one(propose("went on")) == ("flagged", None)


@pytest.mark.parametrize(
    ("kind", "probability", "verdict"),
    [
        ("join", 0.95, ("applied", None)),
        ("join", 0.6, ("suggested", None)),
        ("join", 0.2, ("flagged", None)),
        ("insert:of", 0.91, ("suggested", None)),
        ("sense", 0.99, ("applied", None)),
        ("sense", 0.3, ("refused", NOT_BETTER)),
        ("sense:guessed", 0.99, ("suggested", None)),
        ("unheard-of", 0.99, ("suggested", None)),
    ],
)
def test_what_the_fluency_model_chose_wants_the_margin_of_its_kind(
    kind: str, probability: float, verdict: tuple[str, str | None]
) -> None:
    margins = Margins(
        {
            "join": Margin(0.9, 0.5),
            "insert": Margin(2.0, 0.4),
            "sense": Margin(0.98, 0.7, doubt=True),
            "sense:guessed": Margin(2.0, 0.7, doubt=True),
        }
    )
    proposal = propose("went on", "continued", safety=Safety.FLUENCY, confidence=probability)
    proposal = replace(proposal, candidates=(replace(proposal.candidates[0], kind=kind),))
    (decision,) = decide([proposal], Story(Document.plain(TEXT), Lexicons((rules_folder(),), "en")), Policy(), margins)
    assert (decision.verdict.value, decision.reason) == verdict


def test_what_the_desk_asks_for() -> None:
    suggested = propose("went on", "continued", safety=Safety.SUGGEST)
    assert one(suggested, policy=Policy(suggestions=True)) == ("applied", None)
    assert one(suggested, policy=Policy(min_confidence=0.95)) == ("refused", "confidence 0.90 is below 0.95")
    assert one(suggested, policy=Policy(min_confidence=0.9)) == ("suggested", None)
    assert decided(suggested, policy=Policy(ignore=("a.*",))) == []
    assert decided(suggested, policy=Policy(select=("b.*", "c"))) == []
    assert len(decided(suggested, policy=Policy(select=("b.*", "a.?")))) == 1


def test_the_guard_is_asked_and_the_next_candidate_may_do() -> None:
    assert one(propose("7", "8")) == ("refused", "it would change a number")
    (decision,) = decided(propose("at 7", "at 8", "with 7"))
    assert decision.candidate
    assert (decision.verdict, decision.candidate.edits[0].text) == (Verdict.APPLIED, "with 7")


def test_words_in_quotation_marks_are_for_rules_marked_for_it() -> None:
    assert one(propose("okay", "fine")) == ("suggested", IN_QUOTATION)
    assert one(propose("okay", "fine", licences="quoted")) == ("applied", None)


def test_what_the_document_says_of_itself() -> None:
    span = propose("went on").finding.span
    silenced = Document(TEXT, TEXT, ignored=((span, "a.*"),))
    assert decided(propose("went on", "continued"), document=silenced) == []
    assert one(propose("talks", "speeches"), document=silenced) == ("applied", None)
    protected = Document(TEXT, TEXT, protected=(span,))
    assert decided(propose("went on", "continued"), document=protected) == []
    inside = propose("went on", "continued")
    reaching = replace(inside, finding=replace(inside.finding, span=Span(0, 3)))
    assert one(reaching, document=protected) == ("refused", "the stretch is protected")


def test_of_two_that_clash_the_surer_stands() -> None:
    weak, strong = (
        propose("talks went", "talk went", confidence=0.8, rule="weak"),
        propose("went on", "goes on", rule="strong"),
    )
    first, second = decided(weak, strong)
    assert (first.verdict, first.reason) == (Verdict.REFUSED, "overlaps a surer repair by strong")
    assert second.verdict is Verdict.APPLIED


def test_who_says_the_same_again_is_not_heard() -> None:
    assert [
        d.finding.rule
        for d in decided(propose("went on", "goes on", rule="b"), propose("went on", "goes on", rule="a"))
    ] == ["a"]
    assert len(decided(propose("went on", "goes on"), propose("went on", rule="flag"))) == 1
    wider = decided(propose("went on", "goes on"), propose("talks went on", rule="flag"))
    assert {d.verdict for d in wider} == {Verdict.APPLIED, Verdict.FLAGGED}


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 6)).map(lambda two: Span(two[0], min(sum(two), len(TEXT))))
PROPOSALS = st.lists(
    st.tuples(
        SPANS, st.sampled_from(["", "x", "x y"]), st.sampled_from([Safety.SAFE, Safety.SUGGEST]), st.floats(0, 1)
    ),
    max_size=8,
).map(lambda all_: [at(span, new, safety=s, confidence=c, rule=f"r{i}") for i, (span, new, s, c) in enumerate(all_)])


@given(PROPOSALS, st.randoms(use_true_random=False), st.booleans())
def test_what_is_applied_never_overlaps_and_order_does_not_matter(
    proposals: list[Proposal], shuffler: object, suggestions: bool
) -> None:
    policy = Policy(suggestions=suggestions)
    first = decided(*proposals, policy=policy)
    edits = [edit for d in first if d.verdict is Verdict.APPLIED and d.candidate for edit in d.candidate.edits]
    apply(TEXT, edits)
    again = list(proposals)
    shuffler.shuffle(again)  # type: ignore[attr-defined]
    second = decided(*again, policy=policy)
    assert [(d.span, d.verdict, d.finding.rule) for d in first] == [(d.span, d.verdict, d.finding.rule) for d in second]
    assert first == sorted(first, key=lambda d: (d.span, d.finding.rule))


@pytest.mark.parametrize("rule", ["fr-en.senses.agreement", "breaks.cut-sentence"])
def test_globs(rule: str) -> None:
    assert Policy(select=("*",)).wants(rule)
    assert Policy(select=(rule,)).wants(rule)
    assert not Policy(select=("*",), ignore=("*.agreement", "breaks.*")).wants(rule)
