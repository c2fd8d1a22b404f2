"""What ties weigh that sentences have in common. It needs numpy, which only a story with an original should load."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cleanup.alignment.anchors import Anchor

Scores = npt.NDArray[np.float64]
RAREST = 0.02


def tie(own: Sequence[Sequence[Anchor]], other: Sequence[Sequence[Anchor]]) -> Scores:
    """Return for each window of 1, 2 and 3 sentences of `other`, each sentence of `own` and each place the evidence.

    The shape is (3, len(own), len(other)); the values are log P(ties | translated) - log P(ties | unrelated), in
    nats, of all the words of the sentence. How often a word is tied by chance is seen in the story itself.
    """
    count = len(other)
    where: dict[str, set[int]] = {}
    for at, words in enumerate(other):
        for key in (key for word in words for key in word.keys):
            where.setdefault(key, set()).add(at)
    found = np.zeros((3, len(own), count))
    for at, words in enumerate(own):
        if words:
            found[:, at] = _evidence(words, where, count)
    return found


def _evidence(words: Sequence[Anchor], where: dict[str, set[int]], count: int) -> Scores:
    met = np.zeros((len(words), count + 2), dtype=bool)
    tied = np.array([word.tied for word in words])[:, None]
    for row, word in enumerate(words):
        for key in word.keys:
            met[row, list(where.get(key, ()))] = True
    by_chance = np.clip(met.mean(axis=1)[:, None] / 2, RAREST, tied * 0.9)  # half of the meetings are earned
    yes, no = np.log(tied / by_chance), np.log((1 - tied) / (1 - by_chance))
    two = met[:, :-1] | met[:, 1:]
    windows = (met[:, :count], two[:, :count], (two[:, :-1] | met[:, 2:])[:, :count])
    return np.stack([np.where(window, yes, no).sum(axis=0) for window in windows])
