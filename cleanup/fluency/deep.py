"""The free-running pass: stretches that the model finds very unlikely for news English, for an editor's eye.

Set by what corpora/recipes/fluency/unlikely.py prints: on labelled passages of machine translation it marks 10
stretches in 1,000 words, 15 of 22 of them on a labelled artefact; on clean news 1.2 in 1,000 words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.findings import Proposal, flag
from cleanup.fluency.model import Model
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

RULE = "fluency.unlikely"
WHY = "News English hardly ever reads like this"
WORDS = 5  # in a row: one rare word is no mistake
UNLIKELY = -10.0  # nats a word on average
MOST = -18.0  # nats: what a word adds at most, so that a rare one does not speak for its neighbours
SHORTEST = 5  # words in a sentence
NAME = regex.compile(r"\p{Lu}|\p{N}|^\W+$|[^\x00-\u024f‘’“”–—…€]")


def unlikely(story: Story, model: Model) -> Iterator[Proposal]:
    """Yield a flag for each stretch of WORDS or more words that are on average as unlikely as UNLIKELY.

    Names and figures are passed over: that a model never met them tells nothing.
    """
    sentences = [span for paragraph in story.paragraphs for span in story.sentences_in(paragraph)]
    for sentence, words in zip(sentences, model.word_nats([s.of(story.encodable) for s in sentences]), strict=True):
        plain = [(span, max(nats, MOST)) for span, nats in words if not NAME.search(span.of(sentence.of(story.text)))]
        for stretch, mean in _stretches(plain if len(words) >= SHORTEST else []):
            place = Span(sentence.start + stretch.start, sentence.start + stretch.stop)
            yield flag(RULE, Category.GRAMMAR, place, f"{WHY} ({-mean:.1f} nats a word)", 0.5)


def _stretches(words: Sequence[tuple[Span, float]]) -> Iterator[tuple[Span, float]]:
    """Yield runs of unlikely words, those that meet as one."""
    marked = [False] * len(words)
    for start in range(len(words) - WORDS + 1):
        if sum(nats for _, nats in words[start : start + WORDS]) / WORDS < UNLIKELY:
            marked[start : start + WORDS] = [True] * WORDS
    start = 0
    while start < len(words):
        stop = start
        while stop < len(words) and marked[stop]:
            stop += 1
        if stop > start:
            mean = sum(nats for _, nats in words[start:stop]) / (stop - start)
            yield Span(words[start][0].start, words[stop - 1][0].stop), mean
        start = stop + 1
