"""How likely stretches are to be one another's translation by their lengths alone (Gale and Church 1993)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

VARIANCE = 2.5  # of a translation's length for each character of the original's; Gale and Church have 6.8
LOOSENESS = 0.008  # and what good translators allow themselves whatever the length
ANY = 0.8  # deviation of the logarithm of the ratio of two sentences that have nothing to do with each other
WORST = -8.0


def length_scores(
    sources: npt.NDArray[np.int64], copies: npt.NDArray[np.int64], ratio: float
) -> npt.NDArray[np.float64]:
    """Return log P(lengths | translated) - log P(lengths | unrelated), in nats, for each source with each copy.

    Lengths are in characters and positive; `ratio` is how many of the copy go with one of the original, in this story.
    """
    source = sources[:, None].astype(np.float64)
    off = np.log(copies[None, :] / (source * ratio))
    variance = VARIANCE / source + LOOSENESS
    found: npt.NDArray[np.float64] = np.log(ANY) - np.log(variance) / 2 - off**2 / 2 * (1 / variance - 1 / ANY**2)
    return np.maximum(found, WORST)
