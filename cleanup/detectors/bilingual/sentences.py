"""A sentence of the original that the copy lacks, one that it has beside the original, and one that it has twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.alignment import Link
from cleanup.alignment.tokens import stems
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

FEWEST_WORDS = 4
ENDS = regex.compile(r"[.!?…。！？]['\"”’»)\]]*$")
SURE = 4.0  # nats with which its neighbours must be linked
MOST, SHARE = 2, 0.15  # where more sentences are missing somebody has cut the story
ALIKE = 0.8
SHOWN = 80  # characters


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:
    """Yield a flag for each sentence without its counterpart, where the ones before and behind it have theirs."""
    links = story.alignment.links if story.alignment else ()
    if len(pairs) < 2:  # noqa: PLR2004 - one before and one behind
        return
    alone = {side: [at for at, link in enumerate(links) if _lonely(links, at, side)] for side in ("original", "copy")}
    for side, found in alone.items():
        for at in found if len(found) <= max(MOST, SHARE * len(links)) else ():
            yield from _missing(story, links, at) if side == "original" else _added(story, links, at)


def _lonely(links: Sequence[Link], at: int, side: str) -> bool:
    link = links[at]
    here, there = (link.original, link.copy) if side == "original" else (link.copy, link.original)
    if not here or there or not 0 < at < len(links) - 1:
        return False
    return all(n.original and n.copy and n.score >= SURE for n in (links[at - 1], links[at + 1]))


def _prose(text: str) -> bool:
    """Whether this is a sentence rather than a headline, a caption or a byline."""
    return len(text.split()) >= FEWEST_WORDS and ENDS.search(text) is not None


def _missing(story: Story, links: Sequence[Link], at: int) -> Iterator[Proposal]:
    lost = [span.of(story.original or "") for span in links[at].original]
    if all(map(_prose, lost)):
        place = links[at - 1].copy[-1]
        why = f"Behind this the original goes on: {_short(' '.join(lost))}"
        yield flag("bilingual.omission", Category.MEANING, place, why, 0.7)


def _added(story: Story, links: Sequence[Link], at: int) -> Iterator[Proposal]:
    for span in links[at].copy:
        if not _prose(span.of(story.text)):
            continue
        beside = [*links[at - 1].copy, *links[at + 1].copy]
        twice = next((other for other in beside if _alike(story, span, other)), None)
        if twice is not None:
            why = "The original says this once, the copy twice"
            yield flag("bilingual.doubled", Category.REPETITION, span, why, 0.85)
        else:
            yield flag("bilingual.addition", Category.MEANING, span, "The original does not have this sentence", 0.6)


def _alike(story: Story, one: Span, other: Span) -> bool:
    a, b = (set(stems(span.of(story.text), story.language)) for span in (one, other))
    return len(a & b) >= ALIKE * max(len(a), len(b), 1)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]}…"
