"""How likely two stretches are to be one another's translation by their lengths alone (Gale and Church 1993)."""

from __future__ import annotations

from math import log, sqrt

VARIANCE = 6.8  # of a translation's length for each character of the original's, as Gale and Church measured
LOOSENESS = 0.02  # and what good translators allow themselves whatever the length
ANY = 0.8  # deviation of the logarithm of the ratio of two sentences that have nothing to do with each other
WORST = -8.0


def length_score(source: int, copy: int, ratio: float) -> float:
    """Return log P(lengths | translated) - log P(lengths | unrelated), in nats.

    `ratio` is how many characters of the copy go with one of the original, in this story.
    """
    if not source or not copy:
        return WORST
    off = log(copy / (source * ratio))
    deviation = sqrt(VARIANCE / source + LOOSENESS)
    return max(log(ANY / deviation) - off * off / 2 * (1 / deviation**2 - 1 / ANY**2), WORST)
