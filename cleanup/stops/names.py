"""Stops between a noun and the name it announces: "the leader of the group. National Rally, Bruno Tessier"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

AT_TAGS = regex.compile(r"(?<=\p{Ll}{3})(?<dot>\.)[ \u00a0](?<name>\p{Lu}\p{Ll}+)")
WHY = "The stop may part a noun from the name that goes with it"


def before_names(story: Story) -> Iterator[Proposal]:
    """Yield a suggestion where a stop parts a noun from a name, or one link from another."""
    for match in story.lexicons.pattern("announced").finditer(story.text):
        if not _plain_word(match["name"].split()[0], story):
            yield _joined(match, "a name follows the noun, and no verb the name")
    for at in story.document.boundaries:
        tagged = AT_TAGS.search(story.text, max(at - 4, 0), at + 40)
        if tagged and at in tagged.span("dot") and tagged.start("name") in story.document.boundaries:
            yield _joined(tagged, "a link ends before the stop, and another begins behind it")


def _plain_word(word: str, story: Story) -> bool:
    """Whether the word has its capital only because a sentence starts with it."""
    starters = story.lexicons.words("sentence-starters")
    return word.lower() in starters or word.lower() in story.words


def _joined(match: regex.Match[str], detail: str) -> Proposal:
    dot = Span(*match.span("dot"))
    span = Span(dot.start, match.end("name"))
    evidence = Evidence("pattern", detail)
    return repair(
        "breaks.before-name",
        Category.BOGUS_STOP,
        span,
        WHY,
        Edit(dot, ""),
        safety=Safety.FLUENCY,
        confidence=0.5,
        evidence=evidence,
        licences=[Licence.QUOTED],
    )
