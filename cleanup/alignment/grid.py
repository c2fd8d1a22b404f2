"""How well any few sentences of one side go with any few of the other: lengths, layout and ties, for all at once.

It needs numpy, which only a story with an original should load.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cleanup.alignment.lengths import length_scores
from cleanup.alignment.sides import Side

# These, and those of `path` and `lengths`, were fitted on articles cut as in tests/bench/alignment.py, other ones.
BOTH_BEGIN, ONE_BEGINS, INSIDE = 0.6, -0.8, -0.7  # nats for paragraphs that begin together, or not
TITLE_WITHIN = -3.5  # nats for a headline that would be linked together with a sentence

Scores = npt.NDArray[np.float64]
Kind = tuple[int, int]


def tied(forth: Scores, back: Scores, kind: Kind) -> Scores:
    """Return the evidence of the ties, in nats, for `a` sentences from i and `b` from j, shape (rows, columns).

    `forth` and `back` are what `evidence.tie` returns, each way; the two see nearly the same and are halved.
    """
    a, b = kind
    rows, columns = forth.shape[1] - a + 1, forth.shape[2] - b + 1
    found = np.zeros((max(rows, 0), max(columns, 0)))
    for n in range(a):
        found += forth[b - 1, n : n + rows, :columns]
    for n in range(b):
        found += back[a - 1, n : n + columns, :rows].T
    return found / 2


def plain(left: Side, right: Side, kind: Kind, ratio: float) -> Scores:
    """Return the evidence of lengths and layout in the same shape; `ratio` is that of the copy's length."""
    a, b = kind
    lengths = length_scores(_windows(left.lengths(), a), _windows(right.lengths(), b), ratio)
    if not lengths.size:
        return lengths
    first, second = _starts(left.begins, a)[:, None], _starts(right.begins, b)[None, :]
    begin = np.where(first & second, BOTH_BEGIN, np.where(first != second, ONE_BEGINS, 0.0))
    inside = _inside(left.begins, a)[:, None] + _inside(right.begins, b)[None, :]
    title = np.zeros(1, dtype=bool)
    if kind != (1, 1):
        title = (_windows(left.headline, a) > 0)[:, None] | (_windows(right.headline, b) > 0)[None, :]
    return lengths + begin + INSIDE * inside + TITLE_WITHIN * title


def _windows(values: Sequence[int], count: int) -> npt.NDArray[np.int64]:
    """Return the sums of `count` neighbours."""
    sums = np.concatenate(([0], np.cumsum(np.array(values, dtype=np.int64))))
    return sums[count:] - sums[: len(sums) - count] if count <= len(values) else np.zeros(0, dtype=np.int64)


def _starts(begins: Sequence[bool], count: int) -> npt.NDArray[np.bool_]:
    return np.array(begins[: len(begins) - count + 1], dtype=bool)


def _inside(begins: Sequence[bool], count: int) -> npt.NDArray[np.int64]:
    """Return how many of `count` neighbours begin a paragraph, but for the first of them."""
    return _windows(begins, count) - _starts(begins, count)
