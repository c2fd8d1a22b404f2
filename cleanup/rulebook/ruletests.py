"""A rule's own examples, run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cleanup.edits import apply
from cleanup.errors import EditError
from cleanup.findings import Proposal
from cleanup.language.lexicons import Lexicons
from cleanup.rulebook import Rule
from cleanup.rulebook.matching import SECONDS_A_RULE, Matcher
from cleanup.story import Story
from cleanup.text import Document


def failures(rule: Rule, folders: Sequence[Path]) -> Iterator[str]:
    """Yield a line for each example of the rule that does not hold."""
    examples, lexicons, matcher = rule.file.examples, Lexicons(tuple(folders), rule.target), Matcher([rule])
    for kind in ("repairs", "finds", "keeps"):
        for text in getattr(examples, kind):
            hits, late = matcher.match(Story(Document.plain(text), lexicons))
            found = [hit.proposal for hit in hits]
            complaint = _late(text) if late else _complaint(rule, kind, text, found)
            if complaint:
                yield f"{rule.path}: {kind}: {complaint}"


def _late(text: str) -> str:
    return f"took longer than {SECONDS_A_RULE} s on {text!r}; let fewer things repeat in the pattern"


def _complaint(rule: Rule, kind: str, text: str, found: Sequence[Proposal]) -> str | None:
    """Return what is wrong with what the rule, alone behind its index, found in an example."""
    if kind == "keeps":
        return f"something in {text!r}" if found else None
    if kind == "finds":
        return None if found else f"nothing in {text!r}"
    return _unlike(text, found, rule.file.examples.repairs[text])


def _unlike(before: str, found: Sequence[Proposal], after: str) -> str | None:
    try:
        got = repaired(before, found)
    except EditError as error:
        return f"{before!r}: {error}"
    return None if got == after else f"{before!r} becomes {got!r}, not {after!r}"


def repaired(text: str, found: Sequence[Proposal]) -> str:
    """Return the text with the first candidate of each proposal made."""
    return apply(text, [edit for proposal in found for first in proposal.candidates[:1] for edit in first.edits])
