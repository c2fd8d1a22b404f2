"""The neural half of the fluency model: a decoder-only transformer run by CTranslate2."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import ctranslate2
import numpy as np

from cleanup.errors import ModelError

MOST_PIECES = 256  # in one batch: more gains nothing, and each takes 64 kB for the likelihood of every piece
KEPT, LARGEST = 64 << 20, 32 << 20  # bytes
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3  # of glibc's malloc.h
THREADS = 2  # for one call, where the environment's OMP_NUM_THREADS does not say: a process beside others says 1


class Neural:
    """A CTranslate2 `Generator` and the pieces it knows; may be called from any thread.

    Raises ModelError when the folder holds no generator that CTranslate2 reads.
    """

    def __init__(self, folder: Path, pieces: Sequence[str]) -> None:
        try:
            threads = 0 if "OMP_NUM_THREADS" in os.environ else THREADS
            self._generator = ctranslate2.Generator(str(folder), device="cpu", intra_threads=threads)
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"{folder}: CTranslate2 cannot read this model ({error}); install it anew") from error
        self._pieces = pieces
        keep_freed_memory()

    def scores(self, lines: Sequence[Sequence[int]]) -> list[np.ndarray]:
        """Natural log-probability of each piece after the first of each line, shape (len(line) - 1,)."""
        tokens = [[self._pieces[number] for number in line] for line in lines]
        results = self._generator.score_batch(tokens, max_batch_size=MOST_PIECES, batch_type="tokens")
        return [np.array(result.log_probs, np.float32) for result in results]


def keep_freed_memory() -> None:
    """Have glibc keep what a batch frees, some tens of MB, for the next one.

    It gives such blocks back to the system and asks for them anew, page by page, batch by batch: up to half of the time
    that a story's places take. Elsewhere nothing is done.
    """
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):  # another C library
            library = ctypes.CDLL(None)
            library.mallopt(M_MMAP_THRESHOLD, LARGEST)
            library.mallopt(M_TRIM_THRESHOLD, KEPT)
