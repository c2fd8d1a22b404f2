"""A fluency model as a folder: what is in it, whether it is whole, and how likely it finds a line of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

import numpy as np
import regex
import sentencepiece

from cleanup.errors import ModelError
from cleanup.fluency import manifest
from cleanup.fluency.neural import Neural
from cleanup.fluency.ngram import Ngram
from cleanup.text import Span

LONGEST = 500  # pieces scored in one go; the next part has but the last of them before it
WORD = regex.compile(r"\S+")
WORDS_KNOWN = 1 << 14


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of prose, and whether a paragraph ends with it."""

    text: str
    ends: bool


class Model:
    """A neural and an n-gram model over the same SentencePiece pieces, mixed piece by piece.

    Raises ModelError, which names the file, when the folder is no fluency model or not whole.
    """

    def __init__(self, folder: Path) -> None:
        self.manifest = manifest.read(folder)
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
        except (RuntimeError, OSError) as error:
            raise ModelError(
                f"{folder / 'pieces.model'}: no SentencePiece vocabulary; install the model anew"
            ) from error
        self._of_word = lru_cache(WORDS_KNOWN)(self._pieces.encode)  # the readings of a place share nearly all
        self._neural = Neural(folder, [self._pieces.id_to_piece(n) for n in range(self._pieces.vocab_size())])
        self._ngram = Ngram(folder / "ngram.bin")
        if self._ngram.pieces != self._pieces.vocab_size():
            raise ModelError(
                f"{folder / 'ngram.bin'}: is of another vocabulary than pieces.model; install the model anew"
            )

    def nats(self, lines: Sequence[Line]) -> list[float]:
        """Return the natural log-probability of each line as a whole."""
        return [float(scores.sum()) for scores in self._mixed(self._numbers(lines))]

    def rough_nats(self, lines: Sequence[Line]) -> list[float]:
        """Return what the n-gram model alone says, in a fiftieth of the time."""
        return [float(scores.sum()) for scores in self._ngram.scores(self._numbers(lines))]

    def word_nats(self, texts: Sequence[str]) -> list[list[tuple[Span, float]]]:
        """Return the words of each text, spaces apart, each with the natural log-probability of all its pieces."""
        encoded = [self._pieces.encode(text, out_type="offset_mapping") for text in texts]
        scores = self._mixed([[self._pieces.bos_id(), *line["ids"]] for line in encoded])
        return [
            _by_word(text, [stop for _, stop in line["offsets"]], found)
            for text, line, found in zip(texts, encoded, scores, strict=True)
        ]

    def _mixed(self, numbers: Sequence[Sequence[int]]) -> list[np.ndarray]:
        share = self.manifest.ngram_share
        parts = [line[at : at + LONGEST + 1] for line in numbers for at in range(0, max(1, len(line) - 1), LONGEST)]
        heard, which = _beginnings(parts)
        pairs = zip(self._neural.scores(heard), self._ngram.scores(heard), strict=True)
        scores = [np.logaddexp(neural + np.log1p(-share), ngram + np.log(share)) for neural, ngram in pairs]
        mixed = (scores[number][: len(part) - 1] for part, number in zip(parts, which, strict=True))
        counts = [-(-max(1, len(line) - 1) // LONGEST) for line in numbers]
        return [np.concatenate([next(mixed) for _ in range(count)]) for count in counts]

    def _numbers(self, lines: Sequence[Line]) -> list[list[int]]:
        mark = self._pieces.bos_id()
        return [
            [mark, *chain.from_iterable(map(self._of_word, line.text.split())), *[mark] * line.ends] for line in lines
        ]


def _beginnings(lines: Sequence[Sequence[int]]) -> tuple[list[Sequence[int]], list[int]]:
    """Return the lines with which no other begins, and for each line the number of one of them that begins with it."""
    heard: list[Sequence[int]] = []
    which = [0] * len(lines)
    for at in sorted(range(len(lines)), key=lambda at: list(lines[at]), reverse=True):
        if not heard or list(heard[-1][: len(lines[at])]) != list(lines[at]):
            heard.append(lines[at])
        which[at] = len(heard) - 1
    return heard, which


def _by_word(text: str, stops: Sequence[int], scores: np.ndarray) -> list[tuple[Span, float]]:
    """Return the words with the sums of their pieces' scores; a piece belongs to the word that it ends in."""
    words = [Span(*match.span()) for match in WORD.finditer(text)]
    sums, at = [0.0] * len(words), 0
    for stop, score in zip(stops if words else (), scores, strict=False):
        while at < len(words) - 1 and stop > words[at].stop:
            at += 1
        sums[at] += float(score)
    return list(zip(words, sums, strict=True))
