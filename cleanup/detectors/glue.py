"""Words that ran together where an inline tag, a link or bold, was translated apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, repair
from cleanup.language.lexicons import Lexicons
from cleanup.names import mentions, people
from cleanup.names.folding import folded
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

FIRST = regex.compile(r"\p{L}[\p{L}\p{M}’-]{2,}")
TWO_NAMES = regex.compile(r"(?P<first>\p{Lu}\p{Ll}+)(?P<last>\p{Lu}\p{Ll}+)")
ADDRESS = regex.compile(r"^[#@./_]|[@/_]|\.\w$")
SHORTEST = 5  # letters
WORD_AFTER = regex.compile(r"[\p{L}\p{N}’'-]+")
WORD_BEFORE = regex.compile(r"[\p{L}\p{M}’'-]+$")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal where a tag stood between two words, or where the story knows the first of the two."""
    if story.document.boundaries:
        yield from _at_tags(story)
    yield from _fused(story)
    endings = tuple(story.lexicons.words("glued-behind"))
    for word in story.words:
        named = len(word) > SHORTEST and word[0].isupper()
        first = _first(word, endings) if named and word.endswith(endings) else None
        if first and _known(story, first, word):
            yield from _everywhere(story, word, first)


def _fused(story: Story) -> Iterator[Proposal]:
    """ "VladimirPutin", where the story or the people in the news know the two as one name."""
    known, names = people.of(story.lexicons), mentions.of(story)
    for word in story.words:
        match = None if word[1:].islower() else TWO_NAMES.fullmatch(word)
        if match and (
            names.full[match["first"], match["last"]] or known.who(folded(f"{match['first']} {match['last']}"))
        ):
            for span in story.standing(word):
                if not ADDRESS.search(story.text[max(span.start - 1, 0) : span.stop + 2]):
                    yield _parted(span, span.start + len(match["first"]), Evidence("story", "the two are one name"))


def _first(word: str, endings: tuple[str, ...]) -> str | None:
    """Return what stands before the longest of the endings."""
    ending = max(filter(word.endswith, endings), key=len)
    match = FIRST.fullmatch(word, 0, len(word) - len(ending))
    return match.group() if match else None


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
        after = WORD_AFTER.match(text, at)
        if before and after and after.group() in story.lexicons.words("glued-at-tags") and len(before.group()) > 2:  # noqa: PLR2004 - a drop cap is shorter
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
