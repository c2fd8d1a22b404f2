"""A sentence of the original that the copy lacks, one that it has beside the original, and one that it has twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import regex

from cleanup.alignment import Link
from cleanup.alignment.tokens import stems
from cleanup.alignment.words import translations
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

FEWEST_WORDS, FEWEST_KNOWN = 4, 4
ENDS = regex.compile(r"[.!?…。！？]['\"”’»)\]]*$")
SURE = -5.0  # nats with which its neighbours must be linked
MOST, SHARE = 2, 0.15  # where more sentences are missing somebody has cut the story
ALIKE = 0.8
SHOWN = 80  # characters


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:
    """Yield a flag for each sentence without its counterpart, where the ones before and behind it have theirs."""
    links = story.alignment.links if story.alignment else ()
    if len(pairs) < 2:  # noqa: PLR2004 - one before and one behind
        return
    gaps = [gap for gap in _gaps(links) if gap[0] > 0 and gap[-1] < len(links) - 1 and _between(links, gap)]
    lost = [gap for gap in gaps if all(links[at].original for at in gap)]
    new = [gap for gap in gaps if all(links[at].copy for at in gap)]
    for gap in lost if sum(map(len, lost)) <= max(MOST, SHARE * len(links)) else ():
        yield from _missing(story, links, gap)
    for link in links:
        yield from _twice(story, link)
        yield from _unsaid(story, link)
    for gap in new if sum(map(len, new)) <= max(MOST, SHARE * len(links)) else ():
        yield from _added(story, links, gap)


def _gaps(links: Sequence[Link]) -> Iterator[list[int]]:
    """Yield the runs of links that have nothing on one side."""
    for paired, run in groupby(range(len(links)), key=lambda at: bool(links[at].original and links[at].copy)):
        if not paired:
            yield list(run)


def _between(links: Sequence[Link], gap: Sequence[int]) -> bool:
    """Whether what is before and behind is surely in its place."""
    return min(links[gap[0] - 1].score, links[gap[-1] + 1].score) >= SURE


def _prose(text: str) -> bool:
    """Whether this is a sentence rather than a headline, a caption or a byline."""
    return len(text.split()) >= FEWEST_WORDS and ENDS.search(text) is not None


def _missing(story: Story, links: Sequence[Link], gap: Sequence[int]) -> Iterator[Proposal]:
    lost = [span.of(story.original or "") for at in gap for span in links[at].original]
    if any(map(_prose, lost)):
        place = links[gap[0] - 1].copy[-1]
        why = f"Behind this the original goes on: {_short(' '.join(lost))}"
        yield flag("bilingual.omission", Category.MEANING, place, why, 0.7)


def _unsaid(story: Story, link: Link) -> Iterator[Proposal]:
    """Where sentences are linked to fewer, one of which the copy has not a single known word."""
    if not 0 < len(link.copy) < len(link.original):
        return
    known = translations(story.source_language or "", story.language)
    here = {key for span in link.copy for key in stems(span.of(story.text), story.language)}
    for span in link.original:
        lost = span.of(story.original or "")
        meant = [known[key] for key in stems(lost, story.source_language or "") if key in known]
        if len(meant) >= FEWEST_KNOWN and here.isdisjoint(key for group in meant for key in group) and _prose(lost):
            why = f"The original also says: {_short(lost)}"
            yield flag("bilingual.omission", Category.MEANING, link.copy[-1], why, 0.6)


def _twice(story: Story, link: Link) -> Iterator[Proposal]:
    """Where the two that say the same are linked to the one sentence that the original has."""
    for one, other in pairwise(link.copy if len(link.original) < len(link.copy) else ()):
        if _prose(other.of(story.text)) and _alike(story, one, other):
            yield _doubled(other)


def _doubled(span: Span) -> Proposal:
    why = "The original says this once, the copy twice"
    return flag("bilingual.doubled", Category.REPETITION, span, why, 0.85)


def _added(story: Story, links: Sequence[Link], gap: Sequence[int]) -> Iterator[Proposal]:
    beside = [*links[gap[0] - 1].copy, *links[gap[-1] + 1].copy]
    for span in (span for at in gap for span in links[at].copy if _prose(span.of(story.text))):
        if any(_alike(story, span, other) for other in beside):
            yield _doubled(span)
        else:
            yield flag("bilingual.addition", Category.MEANING, span, "The original does not have this sentence", 0.6)


def _alike(story: Story, one: Span, other: Span) -> bool:
    a, b = (set(stems(span.of(story.text), story.language)) for span in (one, other))
    return len(a & b) >= ALIKE * max(len(a), len(b), 1)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]}…"
