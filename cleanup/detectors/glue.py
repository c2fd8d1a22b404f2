"""Words that ran together where an inline tag, a link or bold, was translated apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, repair
from cleanup.lexicons import Lexicons
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

SECOND = "has|had|was|were|would|which|whose|said|says|told|announced|added|before|during|between|against|because"
GLUED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}’'-])(?P<first>\p{{L}}[\p{{L}}\p{{M}}’-]{{2,}}?)(?P<second>{SECOND})(?![\p{{L}}\p{{N}}’'-])"
)
AT_TAG = regex.compile(
    rf"(?:{SECOND}|where|is|are|will|who|when|and|that|with|from|after|while|it|he|she|they|in|on|of|to|by|for|the|at)(?![\p{{L}}\p{{N}}’'-])"
)
WORD_BEFORE = regex.compile(r"[\p{L}\p{M}’'-]+$")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal where a tag stood between two words, or where the story knows the first of the two."""
    if story.document.boundaries:
        yield from _at_tags(story)
    seen = story.words
    for word in seen:
        match = GLUED.fullmatch(word) if len(word) > 5 and word.endswith(ENDINGS) else None  # noqa: PLR2004
        if match and _known(story, match["first"], word):
            yield from _everywhere(story, word, match["first"])


ENDINGS = tuple(SECOND.split("|"))


def _known(story: Story, first: str, word: str) -> bool:
    """Whether the first part is a name that the story has on its own more often than glued."""
    if not first[0].isupper() or first.isupper():
        return False
    return first in _place_words(story.lexicons) or story.words[word] <= story.words[first]


@cache
def _place_words(lexicons: Lexicons) -> frozenset[str]:
    return frozenset(word for place in lexicons.words("places") for word in place.split())


def _everywhere(story: Story, word: str, first: str) -> Iterator[Proposal]:
    for span in story.standing(word):
        yield _parted(span, span.start + len(first), Evidence("story", f"'{first}' stands alone elsewhere"))


def _at_tags(story: Story) -> Iterator[Proposal]:
    text = story.text
    for at in sorted(set(story.document.boundaries)):
        if not (0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()):
            continue
        before = WORD_BEFORE.search(text, max(at - 40, 0), at)
        after = AT_TAG.match(text, at)
        if before and after and len(before.group()) > 2:  # noqa: PLR2004 - a drop cap is shorter
            yield _parted(Span(before.start(), after.end()), at, Evidence("markup", "a tag stands between the words"))


def _parted(span: Span, at: int, evidence: Evidence) -> Proposal:
    return repair(
        "glue.words",
        Category.GLUE,
        span,
        "Two words ran together",
        Edit(Span(at, at), " "),
        confidence=0.95,
        evidence=evidence,
        licences=[Licence.QUOTED, Licence.NAMES],
    )
