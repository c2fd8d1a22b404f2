"""Which sentences of the original and of the copy belong together, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from cleanup.alignment import anchors
from cleanup.alignment.lengths import length_score
from cleanup.alignment.path import Step, best_path
from cleanup.language.segmentation import paragraphs, sentences
from cleanup.text import Span

BOTH_BEGIN, ONE_BEGINS, INSIDE = 1.0, -0.5, -1.2  # nats for paragraphs that begin together, or not
TITLE_WITHIN = -6.0  # nats for a headline that would be linked together with a sentence
ENDS = regex.compile(r"[.!?…:;,。！？]['\"”’»)\]]*$")
NONE = regex.compile(r"\P{L}*(?:\p{Latin}{1,2}\P{L}*)?")
# Nats of anchors a word below which the two are different stories; the same where nearly all is linked, and how much.
LEAST_TIED, FORGIVEN, LINKED = 0.02, -0.3, 0.9
FEWEST_WORDS, FEWEST_LINKS = 12, 3  # with which that can be said


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


@dataclass(frozen=True)
class _Side:
    text: str
    sentences: list[Span]
    begins: list[bool]  # a paragraph begins with this sentence
    headline: list[bool]  # it is all of its paragraph, and has no stop

    def lengths(self) -> list[int]:
        return [len(span) for span in self.sentences]


@lru_cache(maxsize=8)
def align(original: str, copy: str, source: str, target: str, hints: tuple[str, ...] = ()) -> Alignment:
    """Return which sentences of a copy in `target` translate which of the original in `source`; the same is kept.

    `hints`, if given, say for each sentence of the original (`sentences_of`) what a model makes of it.
    """
    left, right = _side(original, source), _side(copy, target)
    if not left.sentences or not right.sentences:
        return Alignment(original, copy, (), related=False)
    forth, back, words = _ties(left, right, source, target, hints)
    ratio = sum(right.lengths()) / max(sum(left.lengths()), 1)
    ratio = min(max(ratio, 0.5), 2.0) if len(left.sentences) == len(right.sentences) else _usual(ratio)
    left_lengths, right_lengths = left.lengths(), right.lengths()

    def score(i: int, j: int, a: int, b: int) -> float:
        if not a or not b:
            return 0.0
        tied = sum(forth[b - 1][i + n][j] for n in range(a)) + sum(back[a - 1][j + n][i] for n in range(b))
        length = length_score(sum(left_lengths[i : i + a]), sum(right_lengths[j : j + b]), ratio)
        return tied / 2 + length + _layout(left, right, i, j, a, b)

    steps = best_path(len(left.sentences), len(right.sentences), score)
    links = tuple(Link(_of(left, s.i, s.a), _of(right, s.j, s.b), round(s.score, 2)) for s in steps)
    few = words < FEWEST_WORDS or len(links) < FEWEST_LINKS
    tied = sum(_tied(step, forth, back) for step in steps)
    linked = sum(len(span) for link in links if link.copy for span in link.original)
    least = FORGIVEN if linked > LINKED * sum(left.lengths()) else LEAST_TIED
    return Alignment(original, copy, links, related=few or tied > least * words)


def sentences_of(text: str, language: str) -> list[Span]:
    """Return the sentences of a text, paragraph by paragraph."""
    return _side(text, language).sentences


def _side(text: str, language: str) -> _Side:
    found: list[Span] = []
    begins: list[bool] = []
    headline: list[bool] = []
    for paragraph in paragraphs(text):
        inside = _whole(text, sentences(text, paragraph, language))
        found += inside
        begins += [at == 0 for at in range(len(inside))]
        headline += [len(inside) == 1 and not ENDS.search(span.of(text)) for span in inside]
    return _Side(text, found, begins, headline)


def _whole(text: str, found: list[Span]) -> list[Span]:
    """Return the sentences with what is none, such as the "B." of a list, as part of the one behind it."""
    whole: list[Span] = []
    for span in reversed(found):
        if NONE.fullmatch(span.of(text)):
            whole[-1:] = [span.cover(whole[-1])] if whole else []
        else:
            whole.append(span)
    return whole[::-1]


def _usual(ratio: float) -> float:
    """Return the ratio of lengths nearer to 1: where one side lacks sentences, the whole tells less."""
    return float(min(max(ratio, 0.85), 1.2))


Evidence = tuple[list[list[list[float]]], list[list[list[float]]], int]


def _ties(left: _Side, right: _Side, source: str, target: str, hints: Sequence[str]) -> Evidence:
    """Return what ties sentences forth and back, and how many words were asked."""
    told = hints if len(hints) == len(left.sentences) else [""] * len(left.sentences)
    ours = [
        anchors.keys_of_original(span.of(left.text), source, target, hint)
        for span, hint in zip(left.sentences, told, strict=True)
    ]
    theirs = [anchors.keys_of_copy(span.of(right.text), target) for span in right.sentences]
    known = anchors.has_table(source, target) or bool(hints)
    tied = anchors.TIED if known else anchors.TIED_BY_KINSHIP
    from cleanup.alignment.evidence import tie  # noqa: PLC0415 - dear to load, and few stories have an original

    forth, back = tie(ours, theirs, tied), tie(theirs, ours, tied)
    return forth.tolist(), back.tolist(), sum(map(len, ours)) if known else 0


def _tied(step: Step, forth: list[list[list[float]]], back: list[list[list[float]]]) -> float:
    if not step.a or not step.b:
        return 0.0
    forward = sum(forth[step.b - 1][step.i + n][step.j] for n in range(step.a))
    return (forward + sum(back[step.a - 1][step.j + n][step.i] for n in range(step.b))) / 2


def _layout(left: _Side, right: _Side, i: int, j: int, a: int, b: int) -> float:  # noqa: PLR0913, PLR0917 - a cell
    first, second = left.begins[i], right.begins[j]
    inside = sum(left.begins[i + 1 : i + a]) + sum(right.begins[j + 1 : j + b])
    title = a + b > 2 and (any(left.headline[i : i + a]) or any(right.headline[j : j + b]))  # noqa: PLR2004 - not 1-1
    begin = (BOTH_BEGIN if first else 0.0) if first == second else ONE_BEGINS
    return begin + INSIDE * inside + (TITLE_WITHIN if title else 0.0)


def _of(side: _Side, at: int, count: int) -> tuple[Span, ...]:
    return tuple(side.sentences[at : at + count])
