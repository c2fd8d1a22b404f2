"""Reports made by hand, and at random, for tests of what shows them."""

from __future__ import annotations

from hypothesis import strategies as st

from cleanup.findings import Candidate, Decision, Edit, Evidence, Finding, Proposal, Safety, Verdict
from cleanup.report import Language, Report
from cleanup.taxonomy import Category
from cleanup.text import Document, Span

STORY = """The minister has spoken of the donations. questionable in October, 😀 said the ONU on Monday.

They did not conclude, officially at least, okay. Its debt has increased. reduce.
The actual government denies it.
"""


def decision(text: str, old: str, new: str | None = None, verdict: Verdict = Verdict.APPLIED, **said: str) -> Decision:
    """Return a decision on the first `old` in `text`: that it reads `new`, or a flag."""
    return at(Span(text.index(old), text.index(old) + len(old)), new, verdict, **said)


def at(span: Span, new: str | None, verdict: Verdict, **said: str) -> Decision:
    """Return a decision on `span`; `said` may hold the rule, the why and the reason."""
    evidence = (Evidence("lexicon", "organisations: United Nations"),)
    candidate = None if new is None else Candidate((Edit(span, new),), Safety.SAFE, 0.98, evidence)
    rule, why = said.get("rule", "fr-en.acronyms.un"), said.get("why", "ONU is the French name of the UN")
    proposal = Proposal(Finding(rule, Category.ACRONYM, span, why), (candidate,) if candidate else ())
    return Decision(proposal, verdict, candidate, said.get("reason"))


def report(
    text: str | Document, *decisions: Decision, missing: tuple[str, ...] = ("reference: no source text",)
) -> Report:
    """Return the report of those decisions on a story from the French."""
    document = text if isinstance(text, Document) else Document.plain(text)
    return Report(document, decisions, Language("en", 1, False), Language("fr", 0.934, True), missing, "story-1")


def every_verdict() -> Report:
    """Return a report that holds each kind of verdict."""
    return report(
        STORY,
        decision(STORY, "donations. questionable", "questionable donations", rule="breaks.tail", why="A bogus stop."),
        decision(STORY, "ONU", "UN"),
        decision(STORY, "okay", "an agreement", Verdict.SUGGESTED, reason="an editor should say"),
        decision(STORY, "increased. reduce", None, Verdict.FLAGGED, why="Up or down? Look at the original."),
        decision(STORY, "actual", "current", Verdict.REFUSED, reason="it overlaps a surer repair"),
    )


PROSE = st.text(st.sampled_from("ab Z.,😀é\n\r<>&\"'«»\u00a0[]{}+-\\\t\u2028$"), min_size=1, max_size=60)


@st.composite
def reports(draw: st.DrawFn, prose: st.SearchStrategy[str] = PROSE) -> Report:
    """Return a report whose findings stand apart, of any verdict, on any text."""
    text = draw(prose)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    decisions = []
    for start, stop in zip(cuts[::2], cuts[1::2], strict=False):
        verdict = draw(st.sampled_from(Verdict))
        span = Span(start, start if verdict is not Verdict.FLAGGED and draw(st.booleans()) else stop)
        new = None if verdict is Verdict.FLAGGED else draw(prose)
        reason = {"reason": "no"} if verdict is Verdict.REFUSED else {}
        decisions.append(at(span, new, verdict, why=draw(prose), **reason))
    return report(text, *decisions)
