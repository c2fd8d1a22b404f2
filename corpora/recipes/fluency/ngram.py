"""The n-gram half of the fluency model: up to five pieces in a row, counted, smoothed, pruned to a size, written.

    python corpora/recipes/fluency/ngram.py WORK OUT --megabytes 12

WORK is what prepare.py made, OUT the file that cleanup/fluency/ngram.py reads. smoothing.py counts and smooths,
pruning.py chooses what fits. Nothing is drawn by lot: the same text gives the same file. About four minutes and 6 GB
of memory. What it tells of the held-out text, in nats a piece, the ends of paragraphs left out and counted:

                                    n-grams     nats   with ends   perplexity a word
    five in a row, all of them   75,237,076   4.1815      4.1252               249.6
    three in a row, all          17,420,894   4.3706      4.3100               320.4
    --megabytes 16                4,384,339   4.3383      4.2786               307.0
    --megabytes 12                3,302,084   4.3695      4.3094               319.9
    --megabytes 9                 2,482,505   4.4050      4.3443               335.2
    --megabytes 6                 1,663,143   4.4623      4.4006               361.6

The last four are as written; eight bits a logarithm cost nothing (4.3696 before, for 12 megabytes).
"""

# ruff: noqa: T201  a script that tells how it goes

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pruning
import smoothing
from pruning import shape
from smoothing import BITS, BOS, Fit, Level

from cleanup.fluency.ngram import BLOCK, CODES, Ngram, padded


def tables(levels: Sequence[Level], fits: Sequence[Fit], kept: Sequence[np.ndarray]) -> Iterator[dict[str, np.ndarray]]:
    """Yield the fields of each level as the file has them, but for the empty ones."""
    for number, (level, fit, keep) in enumerate(zip(levels, fits, kept, strict=True)):
        histories = level.histories[keep]
        chances, chance_book = coded(np.log(fit.chances[keep]))
        table = {"chances": chances, "chance_book": chance_book}
        if number:
            table |= {"words": level.keys[keep] & (1 << BITS) - 1, "begins": blocks(np.diff(histories, prepend=-1) > 0)}
        if number + 1 < len(levels) and kept[number + 1].any():
            goes_on = np.zeros(len(keep), bool)
            goes_on[levels[number + 1].histories[kept[number + 1]]] = True
            backs, back_book = coded(np.log(fits[number + 1].backs[goes_on]))
            table |= {"goes_on": blocks(goes_on[keep]), "backs": backs, "back_book": back_book}
        yield table


def blocks(bits: np.ndarray) -> np.ndarray:
    """Return bits as the file has them, behind them one that is set."""
    padding = np.arange(64 - len(bits) % 64) == 0
    numbers = np.packbits(np.append(bits, padding), bitorder="little").view("<u8")
    before = np.cumsum(np.bitwise_count(numbers)) - np.bitwise_count(numbers)
    return np.rec.fromarrays((numbers, before), BLOCK)


def coded(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a code for each value, and the book of what the codes mean: as many steps from least to most."""
    book = np.linspace(values.min(), values.max(), CODES)
    return np.searchsorted((book[1:] + book[:-1]) / 2, values), book


def write(path: Path, levels: Sequence[Level], fits: Sequence[Fit], kept: Sequence[np.ndarray]) -> None:
    held = shape(kept, [level.histories for level in levels])
    with path.open("wb") as file:
        file.write(held.header())
        for section, table in zip(held.sections(), tables(levels, fits, kept), strict=False):
            for field, (kind, _) in section.items():
                data = table.get(field, np.empty(0, kind)).astype(kind).tobytes()
                file.write(data.ljust(padded(len(data)), b"\0"))


def table_losses(table: Ngram, stream: np.ndarray) -> np.ndarray:
    """Return what `smoothing.losses` does, as the written file has it."""
    lines = [[*line, BOS] for line in np.split(stream, np.flatnonzero(stream == BOS)[1:])]
    return -np.concatenate(table.scores(lines))


def teller(work: Path, stream: np.ndarray) -> Callable[[str, np.ndarray], None]:
    """Return what prints a line about the losses on `stream`."""
    import sentencepiece  # noqa: PLC0415  what is tested needs none

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(work / "pieces.model"))
    words = sum(pieces.id_to_piece(int(piece)).startswith("▁") for piece in stream)
    prose = np.append(stream[1:], BOS) != BOS

    def tell(name: str, losses: np.ndarray) -> None:
        inside = losses[prose]
        figures = f"{inside.mean():.4f} nats a piece, {losses.mean():.4f} with ends"
        print(f"{name:>10}: {figures}; {np.exp(inside.sum() / words):.2f} perplexity a word", flush=True)

    return tell


def main(work: Path, out: Path, megabytes: float) -> None:
    held, train = (np.fromfile(work / f"{name}.bin", np.uint16) for name in ("held", "train"))
    tell = teller(work, held)
    levels = smoothing.counted(train, pieces=16_000)
    for order in (3, smoothing.ORDER):
        everything = [np.ones(len(level.keys), bool) for level in levels[:order]]
        whole = smoothing.fitted(levels[:order], everything)
        tell(f"{order} in a row", smoothing.losses(levels[:order], whole, held))
    del whole
    kept, fits = pruning.pruned(levels, round(megabytes * 1e6))
    tell("pruned", smoothing.losses(levels, fits, held))
    write(out, levels, fits, kept)
    tell("written", table_losses(Ngram(out), held))
    print(f"{out}: {out.stat().st_size:,} bytes, n-grams by length {', '.join(f'{keep.sum():,}' for keep in kept)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--megabytes", type=float, default=12)
    arguments = parser.parse_args()
    main(arguments.work, arguments.out, arguments.megabytes)
