"""The n-gram half of the fluency model: how likely a piece is after the few before it, read where it lies on the disk.

The table is a trie. The n-grams with one history stand in a row, each as its last piece (two bytes) and a code for its
probability (one). Two bits tell whether it begins a row, and whether it goes on: the first to go on is the history of
the first row among the n-grams that are a piece longer, and so forth. Those that go on have a code for the weight of
the shorter history besides. No n-gram is ever taken for another, as hashed ones are. The file is written by
corpora/recipes/fluency/ngram.py.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Self
from zlib import crc32

import numpy as np

from cleanup.errors import ModelError
from cleanup.files import why

CODES = 256
BLOCK = np.dtype([("bits", "<u8"), ("before", "<u4")])  # 64 bits, and how many are set before them
_LONGEST = 8
_MAGIC = b"\x89ngrams\n"
_VERSION = 1
_HEADER = struct.Struct(f"<8sII{2 * _LONGEST}I")  # magic, version, lengths; n-grams and those that go on, by length
_CHECK = struct.Struct("<Q")
_ONE = np.uint64(1)


@dataclass(frozen=True, slots=True)
class Bits:
    """A row of bits in which the set ones have numbers, from nought."""

    bits: np.ndarray  # 64 in a number
    before: np.ndarray  # how many are set before each 64

    @classmethod
    def read(cls, blocks: np.ndarray) -> Self:
        """Return the bits of some BLOCKs, side by side: looked up a third as fast where they lie."""
        return cls(blocks["bits"].copy(), blocks["before"].astype(np.int64))

    def number(self, places: np.ndarray) -> np.ndarray:
        """Return the numbers of the bits at `places`, -1 where one is not set."""
        block, bit = places >> 6, (places & 63).astype(np.uint64)
        bits = self.bits.take(block)
        numbers = self.before.take(block) + np.bitwise_count(bits & ((_ONE << bit) - _ONE))
        return np.where((bits >> bit) & _ONE, numbers, -1)

    def place(self, numbers: np.ndarray) -> np.ndarray:
        """Return where the bits with these numbers are."""
        at = np.searchsorted(self.before, numbers, side="right") - 1
        bits, left, place = self.bits.take(at), numbers - self.before.take(at), at * 64
        for half in (32, 16, 8, 4, 2, 1):
            lower = np.bitwise_count(bits & np.uint64((1 << half) - 1)).astype(np.int64)
            beyond = lower <= left
            bits, left, place = bits >> (beyond * np.uint64(half)), left - lower * beyond, place + half * beyond
        return place


@dataclass(frozen=True, slots=True)
class Level:
    """The n-grams of one length, in the order of the file. A code is a place in a book of logarithms."""

    words: np.ndarray  # the last piece of each n-gram; within a row they rise. None for single pieces
    chances: np.ndarray  # codes
    chance_book: np.ndarray
    begins: Bits  # one for each n-gram, and one for the end
    goes_on: Bits  # the same
    backs: np.ndarray  # of those that go on: codes
    back_book: np.ndarray

    def chance(self, places: np.ndarray) -> np.ndarray:
        """Return the log-probabilities of the n-grams at `places`."""
        return self.chance_book.take(self.chances.take(places))

    def back(self, inner: np.ndarray) -> np.ndarray:
        """Return the log-weight of the shorter history for those n-grams that go on."""
        return self.back_book.take(self.backs.take(inner))

    def find(self, rows: np.ndarray, words: np.ndarray) -> np.ndarray:
        """Return where each of `words` stands in its row, -1 if it does not; by halving."""
        place, stop = self.begins.place(rows), self.begins.place(rows + 1)
        widest = int((stop - place).max(initial=0))
        for step in (1 << power for power in reversed(range(widest.bit_length()))):
            beyond = (place + step <= stop) & (self.words.take(place + step - 1, mode="clip") < words)
            place = place + step * beyond
        found = (place < stop) & (self.words.take(place, mode="clip") == words)
        return np.where(found, place, -1)


@dataclass(frozen=True, slots=True)
class Shape:
    """How much a table holds of each length: n-grams, and those that go on (of the last, none)."""

    grams: tuple[int, ...]
    inner: tuple[int, ...]

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Return what the beginning of a file says; raises ValueError, with the end of a sentence, if none of ours."""
        if len(data) < _HEADER.size + _CHECK.size or not data.startswith(_MAGIC):
            raise ValueError("is no table of n-grams")
        _, version, lengths, *counts = _HEADER.unpack_from(data)
        if version != _VERSION:
            raise ValueError(f"is a table of version {version}, and this cleanup reads {_VERSION}")
        if _CHECK.unpack_from(data, _HEADER.size) != (crc32(data[: _HEADER.size]),):
            raise ValueError("is broken")
        return cls(tuple(counts[:lengths]), tuple(counts[_LONGEST:][:lengths]))

    def header(self) -> bytes:
        """Return how the file begins."""
        padding = (0,) * (_LONGEST - len(self.grams))
        data = _HEADER.pack(_MAGIC, _VERSION, len(self.grams), *self.grams, *padding, *self.inner, *padding)
        return data + _CHECK.pack(crc32(data))

    def sections(self) -> Iterator[dict[str, tuple[np.dtype, int]]]:
        """Yield for each length the fields of its level as they follow in the file: their types and how many numbers.

        Each field is filled up with zeros to a multiple of eight bytes.
        """
        kinds = (np.dtype("<u2"), np.dtype("u1"), np.dtype("<f4"), BLOCK, BLOCK, np.dtype("u1"), np.dtype("<f4"))
        for length, (grams, inner) in enumerate(zip(self.grams, self.inner, strict=True)):
            rows, blocks = bool(length), grams // 64 + 1
            counts = (grams * rows, grams, CODES, blocks * rows, blocks * bool(inner), inner, CODES * bool(inner))
            yield dict(zip(Level.__dataclass_fields__, zip(kinds, counts, strict=True), strict=True))

    @property
    def size(self) -> int:
        """Bytes of the file."""
        fields = (field for section in self.sections() for field in section.values())
        return _HEADER.size + _CHECK.size + sum(padded(kind.itemsize * count) for kind, count in fields)


def padded(size: int) -> int:
    """Return the multiple of eight that holds so many bytes."""
    return -(-size // 8) * 8


class Ngram:
    """An n-gram model of `pieces` pieces; may be called from any thread.

    Raises ModelError, which names the file, when it is no table of n-grams or not whole.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                shape = Shape.read(file.read(_HEADER.size + _CHECK.size))
                data = np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8)
        except OSError as error:
            raise ModelError(f"{path}: cannot be read: {why(error)}") from error
        except ValueError as error:
            raise ModelError(f"{path}: {error}; install the model anew") from error
        if len(data) != shape.size:
            raise ModelError(f"{path}: is {len(data):,} bytes long, not {shape.size:,}; install the model anew")
        self.pieces = shape.grams[0]
        self._levels = tuple(_levels(shape, data))

    def scores(self, lines: Sequence[Sequence[int]]) -> list[np.ndarray]:
        """Return the natural log-probability of each piece after the first of each line, shape (len(line) - 1,).

        The first piece is only context: BOS, or any other for a line that starts in mid-paragraph.
        """
        lengths = np.array([len(line) for line in lines], np.int64)
        stops = np.cumsum(lengths)
        stream = np.fromiter((piece for line in lines for piece in line), np.int64, int(lengths.sum()))
        scores = self._scores(stream, (stops - lengths)[lengths > 0])
        return [scores[stop - length + 1 : stop] for stop, length in zip(stops, lengths, strict=True)]

    def _scores(self, stream: np.ndarray, firsts: np.ndarray) -> np.ndarray:
        """Score a stream of lines that begin at `firsts`; what stands there is no score."""
        scores, places = self._levels[0].chance(stream), stream
        for level, longer in pairwise(self._levels):
            histories = np.roll(np.where(places < 0, -1, level.goes_on.number(places)), 1)
            histories[firsts] = -1
            known = np.flatnonzero(histories >= 0)
            rows = histories[known]
            found = longer.find(rows, stream[known])
            scores[known] = np.where(found < 0, scores[known] + level.back(rows), longer.chance(found))
            places = np.full_like(stream, -1)
            places[known] = found
        return scores


def _levels(shape: Shape, data: np.ndarray) -> Iterator[Level]:
    start = _HEADER.size + _CHECK.size
    for section in shape.sections():
        fields: dict[str, Any] = {}
        for field, (kind, count) in section.items():
            array = data[start : start + kind.itemsize * count].view(kind)
            fields[field] = Bits.read(array) if kind == BLOCK else array
            start += padded(kind.itemsize * count)
        yield Level(**fields)
