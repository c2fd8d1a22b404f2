"""The likeliest path through original and copy, sentence by sentence: dynamic programming over kinds of link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log

KINDS = {
    (1, 1): log(0.9), (1, 0): log(0.012), (0, 1): log(0.012), (2, 1): log(0.055), (1, 2): log(0.055),
    (2, 2): log(0.01), (3, 1): log(0.005), (1, 3): log(0.005),
}  # fmt: skip
BAND = 15  # sentences off the diagonal
LOOSEST = 0.2  # of the longer side

Kind = tuple[int, int]
Scores = Mapping[Kind, Sequence[Sequence[float]]]


@dataclass(frozen=True, slots=True)
class Step:
    """Sentences `i` to `i + a` of the original go with `j` to `j + b` of the copy; `score` in nats."""

    i: int
    j: int
    a: int
    b: int
    score: float


def best_path(rows: int, columns: int, scores: Scores) -> list[Step]:
    """Return the steps of the best path.

    `scores[a, b][i][j]` is the evidence for a step, beside how common its kind is; a kind that leaves one side out
    has none.
    """
    best = [[-inf] * (columns + 1) for _ in range(rows + 1)]
    came: dict[tuple[int, int], tuple[int, int, float]] = {}
    best[0][0] = 0.0
    kinds = [(a, b, prior, scores.get((a, b))) for (a, b), prior in KINDS.items()]
    for i, j in _cells(rows, columns):
        for a, b, prior, table in kinds:
            if a > i or b > j or best[i - a][j - b] == -inf:
                continue
            own = prior + (table[i - a][j - b] if table else 0.0)
            if best[i - a][j - b] + own > best[i][j]:
                best[i][j] = best[i - a][j - b] + own
                came[i, j] = (a, b, own)
    return list(_back(came, rows, columns))[::-1]


def _cells(rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """Every pair of places near the diagonal."""
    width = max(BAND, round(LOOSEST * max(rows, columns)), abs(rows - columns) + 1)
    slope = columns / rows if rows else 0.0
    for i in range(rows + 1):
        middle = round(i * slope)
        for j in range(max(middle - width, 0), min(middle + width, columns) + 1):
            if i or j:
                yield i, j


def _back(came: Mapping[tuple[int, int], tuple[int, int, float]], i: int, j: int) -> Iterator[Step]:
    while i or j:
        a, b, score = came[i, j]
        i, j = i - a, j - b
        yield Step(i, j, a, b, score)
