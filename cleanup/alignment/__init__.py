"""Which sentences of the original and of the copy belong together, and how surely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cleanup.alignment import anchors
from cleanup.alignment.path import KINDS, Step, best_path
from cleanup.alignment.sides import Side, side
from cleanup.text import Span

if TYPE_CHECKING:
    from cleanup.alignment.grid import Scores

WORTH = 0.03  # by which the ratio of lengths must differ to be looked at anew
# Nats a word below which the two are different stories, and with fewer than three sentences: in four languages the same
# story has -0.18 or more even where it was cut, 99 of 100 single sentences -0.32 or more; of others one in six.
LEAST, LEAST_OF_FEW, FEW = -0.22, -0.35, 3
FEWEST_WORDS, FEWEST_OF_FEW = 4, 10  # with which that can be said
LONGEST = 8  # times as long as the other: not even Chinese is so short


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of the original (spans into it) and of the copy that say the same; either side may be empty.

    `score` is the log-odds, in nats, that they belong together.
    """

    original: tuple[Span, ...]
    copy: tuple[Span, ...]
    score: float

    @property
    def kind(self) -> str:
        """How many sentences go with how many: "1-1", "2-1", "1-0"."""
        return f"{len(self.original)}-{len(self.copy)}"


@dataclass(frozen=True)
class Alignment:
    """All links of a story in text order. `related` is False where the two tell different stories."""

    original: str
    copy: str
    links: tuple[Link, ...]
    related: bool


@lru_cache(maxsize=8)
def align(original: str, copy: str, source: str, target: str, hints: tuple[str, ...] = ()) -> Alignment:
    """Return which sentences of a copy in `target` translate which of the original in `source`; the same is kept.

    `hints`, if given, say for each sentence of the original (`sentences_of`) what a model makes of it.
    """
    left, right = side(original, source), side(copy, target)
    if not left.sentences or not right.sentences:
        return Alignment(original, copy, (), related=False)
    tied, words = _ties(left, right, source, target, hints)
    steps = _steps(left, right, tied)
    links = tuple(Link(left.of(s.i, s.a), right.of(s.j, s.b), round(s.score, 2)) for s in steps)
    return Alignment(original, copy, links, related=_related(left, right, steps, words))


def _related(left: Side, right: Side, steps: Sequence[Step], words: int) -> bool:
    shorter, longer = sorted((sum(left.lengths()), sum(right.lengths())))
    if longer > LONGEST * shorter:
        return False
    few = max(len(left.sentences), len(right.sentences)) < FEW
    fewest, least = (FEWEST_OF_FEW, LEAST_OF_FEW) if few else (FEWEST_WORDS, LEAST)
    return words < fewest or sum(step.score for step in steps) > least * words


def sentences_of(text: str, language: str) -> list[Span]:
    """Return the sentences of a text, paragraph by paragraph."""
    return side(text, language).sentences


def _ties(
    left: Side, right: Side, source: str, target: str, hints: Sequence[str]
) -> tuple[Mapping[tuple[int, int], Scores], int]:
    """Return what ties sentences for each kind of link, and how many words of the original were asked."""
    from cleanup.alignment import evidence, grid  # noqa: PLC0415 - dear to load, and few stories have an original

    told = hints if len(hints) == len(left.sentences) else [""] * len(left.sentences)
    hinted = any(told)
    ours = [
        anchors.of_original(span.of(left.text), source, target, hint)
        for span, hint in zip(left.sentences, told, strict=True)
    ]
    theirs = [anchors.of_copy(span.of(right.text), target, source, hinted=hinted) for span in right.sentences]
    forth, back = evidence.tie(ours, theirs), evidence.tie(theirs, ours)
    known = hinted or anchors.has_table(source, target)
    tied = {kind: grid.tied(forth, back, kind) for kind in KINDS if min(kind)}
    return tied, sum(map(len, ours)) if known else 0


def _steps(left: Side, right: Side, tied: Mapping[tuple[int, int], Scores]) -> list[Step]:
    """Return the best path; where its sure links show that the lengths were misjudged, it is sought again."""
    rough = _rough(left, right)
    steps = _path(left, right, tied, rough)
    ratio = _ratio(steps, left.lengths(), right.lengths(), rough)
    return steps if abs(ratio - rough) <= WORTH * rough else _path(left, right, tied, ratio)


def _path(left: Side, right: Side, tied: Mapping[tuple[int, int], Scores], ratio: float) -> list[Step]:
    from cleanup.alignment import grid  # noqa: PLC0415 - see above

    scores = {kind: (ties + grid.plain(left, right, kind, ratio)).tolist() for kind, ties in tied.items()}
    return best_path(len(left.sentences), len(right.sentences), scores)


def _rough(left: Side, right: Side) -> float:
    """Return how long the copy is for the original; nearer to 1 where one lacks sentences and the whole tells less."""
    ratio = sum(right.lengths()) / max(sum(left.lengths()), 1)
    return min(max(ratio, 0.5), 2.0) if len(left.sentences) == len(right.sentences) else min(max(ratio, 0.85), 1.2)


def _ratio(steps: Sequence[Step], left: Sequence[int], right: Sequence[int], rough: float) -> float:
    """Return the same by the sentences that surely go together."""
    sure = [(left[step.i], right[step.j]) for step in steps if step.a == step.b == 1 and step.score > 0]
    total = sum(one for one, _ in sure)
    return min(max(sum(other for _, other in sure) / total, 0.5), 2.0) if len(sure) > 1 else rough
