"""The same word, or the same words, twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Candidate, Edit, Evidence, Finding, Proposal, Safety
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

WORD_TWICE = regex.compile(r"(?<![\p{L}\p{N}’'-])(?P<word>\p{Ll}{1,24}+)[ \u00a0]+(?P=word)(?![\p{L}\p{N}’'-])")
PHRASE_TWICE = regex.compile(
    r"(?<![\p{L}\p{N}])(?P<words>(?:[\p{L}\p{N}’'-]+ ){2,7}[\p{L}\p{N}’'-]+)(?P<mark>[,.;]?) (?P=words)(?![\p{L}\p{N}])"
)
# These never stand twice on purpose: "had had", "that that" and "very very" may.
CERTAIN = frozenset("the a an of to and or with from by at for as into their his its our which".split())
MEANT = frozenset(
    "had that is was very so no yes bye ha blah knock really far much many long more on in again never now there here "
    "night day one two ever years old new big wow hear ho la tut so-so who what it you her we pretty quite over too by "
    "and on-on boom go run please come rah chop hush".split()
) - {"and", "by"}


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each repetition; only articles, prepositions and the like are certain."""
    for match in WORD_TWICE.finditer(story.text):
        if match["word"] not in MEANT:
            yield _repetition(match, match["word"])
    for match in PHRASE_TWICE.finditer(story.text):
        cut = Span(match.end("words") , match.end())
        edit = Edit(cut, "")
        candidate = Candidate((edit,), Safety.SUGGEST, 0.7, (Evidence("pattern", "the same words twice"),))
        why = "The same words stand twice in a row"
        yield Proposal(Finding("repeats.phrase", Category.REPETITION, Span(*match.span()), why), (candidate,))


def _repetition(match: regex.Match[str], word: str) -> Proposal:
    certain = word in CERTAIN
    edit = Edit(Span(match.end("word"), match.end()), "")
    safety, confidence = (Safety.SAFE, 0.97) if certain else (Safety.SUGGEST, 0.75)
    candidate = Candidate((edit,), safety, confidence, (Evidence("pattern", f"'{word}' twice"),))
    why = f"'{word}' stands twice in a row"
    return Proposal(Finding("repeats.word", Category.REPETITION, Span(*match.span()), why), (candidate,))
