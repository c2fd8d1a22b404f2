"""Words between quotation marks that the original does not quote, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.language.segmentation import quotations
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

MARK = regex.compile(r"[“”„«»\"‘‹›「」『』]|(?<!\p{L})['’]|['’](?!\p{L})|''|``|^[—–-] ")
LONG = 12  # words: a quotation, not a nickname or a title
OFF = 0.4  # of the sentence that one side quotes and the other does not


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a flag where a long quotation ends or begins elsewhere by much of a sentence."""
    for pair in pairs:
        theirs = quotations(pair.original, Span(0, len(pair.original)))
        ours = quotations(pair.copy, Span(0, len(pair.copy)))
        if len(theirs) != 1 or len(ours) != 1 or _open(pair.original, theirs[0]) or _open(pair.copy, ours[0]):
            continue
        there, here = _share(pair.original, theirs[0]), _share(pair.copy, ours[0])
        long = max(len(theirs[0].of(pair.original).split()), len(ours[0].of(pair.copy).split())) >= LONG
        if long and abs(there - here) >= OFF:
            why = f"The original quotes {there:.0%} of this sentence, the copy {here:.0%}"
            yield flag("bilingual.quotation", Category.QUOTES, pair.at(ours[0]), why, 0.7)


def _share(text: str, quoted: Span) -> float:
    return len(quoted.of(text).split()) / max(len(text.split()), 1)


def _open(text: str, quoted: Span) -> bool:
    """Whether there are further marks, or the quotation runs to the end without one."""
    return quoted.stop >= len(text) or len(MARK.findall(text)) != 2  # noqa: PLR2004 - the two of this one
