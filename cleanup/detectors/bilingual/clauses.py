"""A clause of the original that the copy lacks: a run of words that nothing translates, in a copy that is too short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.alignment.tokens import function_words, stem, stems
from cleanup.alignment.words import translations
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

WORD = regex.compile(r"[\p{L}\p{M}]+")
FEWEST_WORDS, FEWEST_PAIRS = 6, 5  # of the run, each with a known translation; pairs that tell how long a copy is
SHORT = 0.6  # of the length that the story's other sentences let expect
USUAL = 0.92  # characters of English for one of most languages of Europe


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a flag for each stretch of the copy that leaves out a clause."""
    total = sum(len(pair.original) for pair in pairs)
    usual = sum(len(pair.copy) for pair in pairs) / total if len(pairs) >= FEWEST_PAIRS and total else USUAL
    for pair in pairs:
        if len(pair.copy) < SHORT * max(usual, USUAL) * len(pair.original):
            run = _unsaid(pair)
            if run is not None:
                why = f"The original also says: {run.of(pair.original)}"
                yield flag("bilingual.clause", Category.MEANING, pair.place, why, 0.65)


def _unsaid(pair: Pair) -> Span | None:
    """Return the longest run of words none of which the copy has, if it is long enough; unknown ones do not count."""
    known, skipped = translations(pair.source, pair.target), function_words(pair.source)
    here, runs, count = set(stems(pair.copy, pair.target)), list[tuple[int, Span]](), 0
    for match in WORD.finditer(pair.original):
        word = match.group().lower()
        meant = known.get(stem(word)) if word not in skipped else None
        if meant and here.isdisjoint(meant):
            start = runs[-1][1].start if count else match.start()
            runs, count = [*runs, (count + 1, Span(start, match.end()))], count + 1
        elif meant:
            count = 0
    longest = max(runs, key=lambda run: run[0], default=(0, Span(0, 0)))
    return longest[1] if longest[0] >= FEWEST_WORDS else None
