"""How the n-gram model counts, smooths and judges: n-grams as sorted arrays of numbers, level by level.

A level holds the n-grams of one length. Each is known by its place there, and says the places, in the level before, of
what is left without its last piece (its history) and without its first (the suffix that stands in for it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BOS = 1  # begins a paragraph; as a target, the end of the one before
BITS = 14  # of a piece within a key
ORDER = 5
USUAL = (0.5, 1.0, 1.5)  # discounts where there is too little text to tell


@dataclass(frozen=True)
class Level:
    """The distinct n-grams of one length, in order; the level before the first is the empty n-gram alone."""

    keys: np.ndarray  # place in the level before, of the n-gram without its last piece; then BITS of that piece
    suffixes: np.ndarray  # place in the level before, of the n-gram without its first piece
    counts: np.ndarray
    opening: np.ndarray  # whether it begins a paragraph, so that nothing can stand before it

    @property
    def histories(self) -> np.ndarray:
        return self.keys >> BITS


@dataclass(frozen=True)
class Fit:
    """What the n-grams of a level are worth when some of them are kept."""

    totals: np.ndarray  # of each n-gram of the level before: how often the next piece is asked of it
    backs: np.ndarray  # of the same: weight of the history without its first piece
    own: np.ndarray  # of each n-gram: probability beyond what the shorter history gives, were it kept
    chances: np.ndarray  # of each n-gram: probability


def counted(stream: np.ndarray, pieces: int, order: int = ORDER) -> list[Level]:
    """Return the n-grams of a stream of paragraphs, each behind a BOS; none stands in two of them."""
    stream = np.append(stream.astype(np.int64), BOS)
    ends = np.arange(1, len(stream))
    last_bos = np.maximum.accumulate(np.where(stream == BOS, np.arange(len(stream)), 0))
    history = ends - last_bos[:-1]  # pieces, BOS among them
    places, nothing = stream, np.zeros(pieces, np.int32)
    levels = [Level(np.arange(pieces), nothing, np.bincount(stream[1:], minlength=pieces), nothing > 0)]
    for length in range(2, order + 1):
        ends = ends[history[ends - 1] >= length - 1]
        keys = places[ends - 1].astype(np.int64) << BITS | stream[ends]
        keys, some, inverse, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
        some = ends[some]
        levels.append(
            Level(keys, places[some].astype(np.int32), counts.astype(np.int32), history[some - 1] == length - 1)
        )
        places = np.full(len(stream), -1, np.int32)
        places[ends] = inverse
    return levels


def fitted(levels: Sequence[Level], kept: Sequence[np.ndarray]) -> list[Fit]:
    """Smooth after Kneser and Ney with the discounts of Chen and Goodman (1999), interpolated.

    An n-gram that is kept counts once for its suffix; one that is not, as often as it was seen (Siivola and others
    2007), for it is all left to the suffix. With everything kept this is Kneser and Ney's own model.
    """
    fits: list[Fit] = []
    shorter = np.full(1, 1 / len(levels[0].keys))
    for level, counts, keep in zip(levels, _passed_down(levels, kept), kept, strict=True):
        histories = level.histories
        totals = np.bincount(histories, counts, len(shorter))
        own = (counts - _discounts(counts)) / totals[histories]
        backs = 1 - np.bincount(histories, own * keep, len(shorter))
        shorter = own * keep + backs[histories] * shorter[level.suffixes]
        fits.append(Fit(totals, backs, own.astype(np.float32), shorter.astype(np.float32)))
    return fits


def _passed_down(levels: Sequence[Level], kept: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Return what each n-gram counts: the longest as often as it was seen, others once for each kept one it ends."""
    counts = [levels[-1].counts]
    for level, longer, keep in zip(levels[-2::-1], levels[:0:-1], kept[:0:-1], strict=True):
        down = np.bincount(longer.suffixes, np.where(keep, 1, counts[-1]), len(level.keys))
        counts.append(down + level.opening * level.counts)
    return counts[::-1]


def _discounts(counts: np.ndarray) -> np.ndarray:
    """Return what is taken off each count, by how many n-grams count one, two, three and four."""
    one, two, three, four = (max(int((counts == n).sum()), 1) for n in (1, 2, 3, 4))
    share = one / (one + 2 * two)
    told = 1 - 2 * share * two / one, 2 - 3 * share * three / two, 3 - 4 * share * four / three
    discounts: np.ndarray = np.array((0, *(told if min(told) > 0 else USUAL)))[np.minimum(counts, 3).astype(np.int8)]
    return discounts


def losses(levels: Sequence[Level], fits: Sequence[Fit], stream: np.ndarray) -> np.ndarray:
    """Return the nats of each piece after the first, and of the BOS that ends the last paragraph."""
    stream = np.append(stream.astype(np.int64), BOS)
    places = stream
    logs: np.ndarray = np.log(fits[0].chances[stream])
    for level, fit in zip(levels[1:], fits[1:], strict=True):
        histories = np.append(-1, places[:-1])
        known = np.flatnonzero(histories >= 0)
        keys = histories[known] << BITS | stream[known]
        found = np.minimum(np.searchsorted(level.keys, keys), len(level.keys) - 1)
        seen = level.keys[found] == keys
        back = logs[known] + np.log(fit.backs)[histories[known]]
        logs[known] = np.where(seen, np.log(fit.chances[found]), back)
        places = np.full(len(stream), -1)
        places[known[seen]] = found[seen]
    return -logs[1:]


def worths(levels: Sequence[Level], fits: Sequence[Fit], kept: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Return the nats that the text gains by each n-gram, kept or not (relative entropy, Stolcke 1998).

    Without an n-gram, what it has of its own goes to the shorter history, so all others with its history gain a little.
    """
    shorter = [np.full(1, 1 / len(levels[0].keys)), *(fit.chances for fit in fits)]
    return [_worth(*of_level) for of_level in zip(levels, fits, shorter, kept, strict=False)]


def _worth(level: Level, fit: Fit, shorter: np.ndarray, keep: np.ndarray) -> np.ndarray:
    histories, own, out = level.histories, fit.own, ~keep
    low = shorter[level.suffixes].astype(np.float32)
    back = fit.backs[histories].astype(np.float32) - own * out
    seen = np.bincount(histories, low * keep, len(fit.backs)).astype(np.float32)[histories] + low * out
    others = back * np.maximum(1 - seen, 0) * np.log1p(own / back) + own * (seen - low)
    with_it = own + back * low
    gains: np.ndarray = with_it * np.log(with_it / ((own + back) * low)) - others
    gains *= fit.totals.astype(np.float32)[histories]
    return gains
