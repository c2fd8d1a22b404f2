"""A rule's own examples, run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cleanup.edits import apply
from cleanup.findings import Proposal
from cleanup.lexicons import Lexicons
from cleanup.matching import Matcher
from cleanup.rulebook import Rule
from cleanup.story import Story
from cleanup.text import Document


def failures(rule: Rule, folders: Sequence[Path]) -> Iterator[str]:
    """Yield a line for each example of the rule that does not hold."""
    examples, lexicons = rule.file.examples, Lexicons(tuple(folders))
    for before, after in examples.repairs.items():
        got = repaired(before, proposals(rule, before, lexicons))
        if got != after:
            yield f"{rule.path}: repairs: {before!r} becomes {got!r}, not {after!r}"
    for text in examples.finds:
        if not proposals(rule, text, lexicons):
            yield f"{rule.path}: finds: nothing in {text!r}"
    for text in examples.keeps:
        if proposals(rule, text, lexicons):
            yield f"{rule.path}: keeps: something in {text!r}"


def proposals(rule: Rule, text: str, lexicons: Lexicons) -> list[Proposal]:
    """Return what the rule, alone behind its index, proposes for a text."""
    story = Story(Document.plain(text), lexicons, rule.target)
    hits, late = Matcher([rule]).match(story)
    if late:
        raise TimeoutError(f"{rule.path}: out of time on {text!r}")
    return [hit.proposal for hit in hits]


def repaired(text: str, found: Sequence[Proposal]) -> str:
    """Return the text with the first candidate of each proposal made."""
    return apply(text, [edit for proposal in found for edit in proposal.candidates[0].edits] if found else [])
