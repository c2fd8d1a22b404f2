"""A rule's own examples, run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cleanup.edits import apply
from cleanup.errors import EditError
from cleanup.findings import Proposal
from cleanup.lexicons import Lexicons
from cleanup.matching import SECONDS_A_RULE, Matcher
from cleanup.rulebook import Rule
from cleanup.story import Story
from cleanup.text import Document


def failures(rule: Rule, folders: Sequence[Path]) -> Iterator[str]:
    """Yield a line for each example of the rule that does not hold."""
    examples, lexicons, matcher = rule.file.examples, Lexicons(tuple(folders)), Matcher([rule])
    for text in (*examples.repairs, *examples.finds, *examples.keeps):
        complaint = _complaint(rule, text, Story(Document.plain(text), lexicons, rule.target), matcher)
        if complaint:
            yield f"{rule.path}: {complaint}"


def _complaint(rule: Rule, text: str, story: Story, matcher: Matcher) -> str | None:
    """Return what is wrong with what the rule, alone behind its index, makes of an example."""
    hits, late = matcher.match(story)
    found = [hit.proposal for hit in hits]
    if late:
        return f"took longer than {SECONDS_A_RULE} s on {text!r}; let fewer things repeat in the pattern"
    if text in rule.file.examples.keeps:
        return f"keeps: something in {text!r}" if found else None
    if text in rule.file.examples.finds:
        return None if found else f"finds: nothing in {text!r}"
    return _unlike(text, found, rule.file.examples.repairs[text])


def _unlike(before: str, found: Sequence[Proposal], after: str) -> str | None:
    try:
        got = repaired(before, found)
    except EditError as error:
        return f"repairs: {before!r}: {error}"
    return None if got == after else f"repairs: {before!r} becomes {got!r}, not {after!r}"


def repaired(text: str, found: Sequence[Proposal]) -> str:
    """Return the text with the first candidate of each proposal made."""
    return apply(text, [edit for proposal in found for first in proposal.candidates[:1] for edit in first.edits])
