"""Pairs of lines as batches: lines of like length together, so that little of a batch is padding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from network import END, START, Size
from torch import Tensor

SEED = 20
BUCKETS = (8, 16, 24, 32, 48, 64, 96)  # pieces of the longer side, with its end; longer pairs are left out


@dataclass(frozen=True)
class Batch:
    """(lines, length) each: source, padded with -1; target with its start; what follows it (-1: nothing); links."""

    source: Tensor
    target: Tensor
    wanted: Tensor
    links: Tensor


class Pairs:
    """Pairs as prepare.py wrote them."""

    def __init__(self, paths: list[Path], law: float = 1.0, reverse: bool = False) -> None:
        """`law`: the share of the pairs of law that is learnt from; `reverse`: from English into French."""
        self.lines: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        for path in paths:
            arrays = np.load(path)
            source = np.split(arrays["source"].astype(np.int64), arrays["source_ends"][:-1])
            ends = arrays["target_ends"][:-1]
            target, links = np.split(arrays["target"].astype(np.int64), ends), np.split(arrays["links"], ends)
            kept = ~arrays["law"] | (np.random.default_rng(SEED).random(len(source)) < law)
            self.lines += [line for line, k in zip(zip(source, target, links, strict=True), kept, strict=True) if k]
        if reverse:
            self.lines = [(target, source, turned(links, len(source))) for source, target, links in self.lines]
        longest = np.array([max(len(source), len(target)) + 1 for source, target, _ in self.lines])
        self.bucket = np.searchsorted(BUCKETS, longest)

    def batches(self, size: Size, seed: int) -> Iterator[Batch]:
        """Yield every pair once, in an order that the seed gives."""
        waiting: dict[int, list[int]] = {number: [] for number in range(len(BUCKETS))}
        for at in np.random.default_rng((SEED, seed)).permutation(len(self.lines)):
            bucket = int(self.bucket[at])
            if bucket == len(BUCKETS):
                continue
            waiting[bucket].append(at)
            if len(waiting[bucket]) == size.pieces // (2 * BUCKETS[bucket]):
                yield self.batch(waiting[bucket], BUCKETS[bucket])
                waiting[bucket] = []

    def batch(self, chosen: list[int], length: int) -> Batch:
        source, wanted, links = (np.full((len(chosen), length), -1) for _ in range(3))
        target = np.full((len(chosen), length), END)
        target[:, 0] = START
        for row, at in enumerate(chosen):
            french, english, linked = self.lines[at]
            source[row, : len(french)], source[row, len(french)] = french, END
            target[row, 1 : len(english) + 1] = english
            wanted[row, : len(english)], wanted[row, len(english)] = english, END
            links[row, : len(english)] = linked
        return Batch(*map(torch.from_numpy, (source, target, wanted, links)))


def turned(links: np.ndarray, length: int) -> np.ndarray:
    """Return links of the other side, which has `length` pieces: for each the first piece that is linked to it."""
    found = np.full(length, -1, np.int16)
    linked = np.flatnonzero(links >= 0)[::-1]
    found[links[linked]] = linked
    return found
