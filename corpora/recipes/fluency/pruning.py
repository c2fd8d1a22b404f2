"""How the n-gram model becomes small: which n-grams are worth their bytes.

An n-gram is worth what the text gains by it, in nats (smoothing.py says how much), and what those under it are worth
beyond their bytes; it needs its history. At a price for a byte, every choice follows from the leaves up, and the price
is lowered until the file is full. What an n-gram gains depends on which others are there: so this is done again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from smoothing import BITS, Fit, Level, fitted, worths

from cleanup.fluency.ngram import Shape

ROUNDS = 2  # after the first two choices
NEAR = 2  # candidates for each that may be kept, about
STEPS = 26  # of halving the range of prices
GRAM, ROW = 3.375, 1.0  # bytes of an n-gram, and of going on


@dataclass(frozen=True)
class Layer:
    """Those n-grams of a level that may be kept."""

    places: np.ndarray  # in the level
    histories: np.ndarray  # places in the layer before
    gains: np.ndarray


def pruned(levels: Sequence[Level], size: int) -> tuple[list[np.ndarray], list[Fit]]:
    """Return a mask for each level, of the n-grams that gain most in a file of `size` bytes, and what they are worth.

    The first choice goes by counts alone. Each next one halves the way to what the last would have: going all the way,
    the choices swing to and fro.
    """
    kept = fullest(levels, [level.counts for level in levels], size)
    gains = worths(levels, fitted(levels, kept), kept)
    for _ in range(ROUNDS):
        kept = fullest(levels, gains, size)
        gains = [(old + new) / 2 for old, new in zip(gains, worths(levels, fitted(levels, kept), kept), strict=True)]
    kept = fullest(levels, gains, size)
    return kept, fitted(levels, kept)


def fullest(levels: Sequence[Level], gains: Sequence[np.ndarray], size: int) -> list[np.ndarray]:
    """Return a mask for each level: what gains most in a file of `size` bytes; at the least every piece."""
    layers = candidates(levels, gains, most=round(NEAR * size / GRAM))
    histories = [layer.histories for layer in layers]
    low, high = -20.0, 20.0  # logarithms of a price
    for _ in range(STEPS):
        middle = (low + high) / 2
        fits = shape(bought(layers, np.exp(middle)), histories).size <= size
        low, high = (low, middle) if fits else (middle, high)
    kept = [np.zeros(len(level.keys), bool) for level in levels]
    for mask, layer, keep in zip(kept, layers, bought(layers, np.exp(high)), strict=True):
        mask[layer.places[keep]] = True
    return kept


def candidates(levels: Sequence[Level], gains: Sequence[np.ndarray], most: int) -> list[Layer]:
    """Return the n-grams that gain most by themselves, about so many, and the histories they stand under."""
    every = np.concatenate(gains[1:])
    least = np.partition(every, -most)[-most] if most < len(every) else -np.inf
    may = [np.ones(len(levels[0].keys), bool), *(gain >= least for gain in gains[1:])]
    for level, mask, before in zip(levels[:0:-1], may[:0:-1], may[-2::-1], strict=True):
        before[level.keys[mask] >> BITS] = True
    numbers = [np.cumsum(mask) - 1 for mask in (np.ones(1, bool), *may)]
    return [
        Layer(np.flatnonzero(mask), number[level.keys[mask] >> BITS], gain[mask])
        for level, mask, number, gain in zip(levels, may, numbers, gains, strict=False)
    ]


def bought(layers: Sequence[Layer], price: float) -> list[np.ndarray]:
    """Return a mask for each layer: what is worth its bytes at so many nats a byte. Every piece is."""
    wanted, net = [], layers[-1].gains - price * GRAM
    for layer, before in zip(layers[:0:-1], layers[-2::-1], strict=True):
        rows = np.bincount(layer.histories, np.maximum(net, 0), len(before.gains)) - price * ROW
        wanted.append((net > 0) & (rows > 0)[layer.histories])
        net = before.gains - price * GRAM + np.maximum(rows, 0)
    kept = [np.ones(len(layers[0].gains), bool)]
    for layer, want in zip(layers[1:], reversed(wanted), strict=True):
        kept.append(want & kept[-1][layer.histories])
    return kept


def shape(kept: Sequence[np.ndarray], histories: Sequence[np.ndarray]) -> Shape:
    """Return how much a table of what is kept holds; `histories` are places in the level or layer before."""
    grams = [int(keep.sum()) for keep in kept if keep.any()]
    inner = [np.unique(history[keep]).size for history, keep in zip(histories[1:], kept[1:], strict=True)]
    return Shape(tuple(grams), (*inner, 0)[: len(grams)])
