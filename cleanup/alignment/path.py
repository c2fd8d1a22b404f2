"""The likeliest path through original and copy, sentence by sentence: dynamic programming over kinds of link."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf, log

KINDS = {
    (1, 1): log(0.9), (1, 0): log(0.008), (0, 1): log(0.008), (2, 1): log(0.035), (1, 2): log(0.035),
    (2, 2): log(0.004), (3, 1): log(0.005), (1, 3): log(0.005),
}  # fmt: skip
BAND = 15  # sentences off the diagonal
LOOSEST = 0.2  # of the longer side


@dataclass(frozen=True, slots=True)
class Step:
    """Sentences `i` to `i + a` of the original go with `j` to `j + b` of the copy; `score` in nats."""

    i: int
    j: int
    a: int
    b: int
    score: float


def best_path(rows: int, columns: int, score: Callable[[int, int, int, int], float]) -> list[Step]:
    """Return the steps of the best path; `score(i, j, a, b)` is the evidence for one, beside how common its kind is."""
    best = [[-inf] * (columns + 1) for _ in range(rows + 1)]
    came: dict[tuple[int, int], Step] = {}
    best[0][0] = 0.0
    for i, j in _cells(rows, columns):
        for (a, b), prior in KINDS.items():
            if a > i or b > j or best[i - a][j - b] == -inf:
                continue
            own = prior + score(i - a, j - b, a, b)
            if best[i - a][j - b] + own > best[i][j]:
                best[i][j] = best[i - a][j - b] + own
                came[i, j] = Step(i - a, j - b, a, b, own)
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


def _back(came: dict[tuple[int, int], Step], i: int, j: int) -> Iterator[Step]:
    while i or j:
        step = came[i, j]
        yield step
        i, j = step.i, step.j
