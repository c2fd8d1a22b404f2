"""The scores of all links at once are those of each by itself."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from cleanup.alignment import grid
from cleanup.alignment.lengths import ANY, LOOSENESS, VARIANCE, WORST, length_scores
from cleanup.alignment.path import KINDS, best_path
from cleanup.alignment.sides import side

LEFT = side("Titre du jour\n\nUne phrase. Une autre phrase, plus longue.\n\nLa fin vient ici.", "fr")
RIGHT = side("One sentence.\n\nAnother sentence, which is longer. The end comes here.", "en")
BOTH_SIDED = [kind for kind in KINDS if min(kind)]


def test_a_side_knows_its_headline_and_where_paragraphs_begin() -> None:
    assert LEFT.begins == [True, True, False, True]
    assert LEFT.headline == [True, False, False, False]
    assert [span.of(RIGHT.text) for span in RIGHT.of(1, 2)] == [
        "Another sentence, which is longer.",
        "The end comes here.",
    ]


def test_a_letter_of_a_list_is_no_sentence() -> None:
    assert len(side("B. La ville paie la facture.", "fr").sentences) == 1


@pytest.mark.parametrize("kind", BOTH_SIDED)
def test_ties_are_summed_over_the_sentences_of_a_link(kind: tuple[int, int]) -> None:
    a, b = kind
    lots = np.random.default_rng(5)
    forth, back = lots.normal(size=(3, 4, 3)), lots.normal(size=(3, 3, 4))
    found = grid.tied(forth, back, kind)
    assert found.shape == (4 - a + 1, 3 - b + 1)
    for i, j in np.ndindex(found.shape):
        one = sum(forth[b - 1, i + n, j] for n in range(a)) + sum(back[a - 1, j + n, i] for n in range(b))
        assert found[i, j] == pytest.approx(one / 2)


@pytest.mark.parametrize("kind", BOTH_SIDED)
def test_lengths_and_layout_of_a_link(kind: tuple[int, int]) -> None:
    a, b = kind
    found = grid.plain(LEFT, RIGHT, kind, 1.0)
    for i, j in np.ndindex(found.shape):
        expected = _length(sum(LEFT.lengths()[i : i + a]), sum(RIGHT.lengths()[j : j + b]))
        if LEFT.begins[i] and RIGHT.begins[j]:
            expected += grid.BOTH_BEGIN
        elif LEFT.begins[i] != RIGHT.begins[j]:
            expected += grid.ONE_BEGINS
        expected += grid.INSIDE * (sum(LEFT.begins[i + 1 : i + a]) + sum(RIGHT.begins[j + 1 : j + b]))
        expected += grid.TITLE_WITHIN * (kind != (1, 1) and any(LEFT.headline[i : i + a]))
        assert found[i, j] == pytest.approx(expected)


def _length(source: int, copy: int) -> float:
    variance = VARIANCE / source + LOOSENESS
    off = log(copy / source)
    return max(log(ANY) - log(variance) / 2 - off**2 / 2 * (1 / variance - 1 / ANY**2), WORST)


def test_a_kind_that_is_longer_than_a_side_has_no_scores() -> None:
    assert grid.plain(side("Une phrase.", "fr"), RIGHT, (3, 1), 1.0).size == 0
    assert grid.tied(np.zeros((3, 1, 2)), np.zeros((3, 2, 1)), (2, 1)).size == 0


def test_lengths_that_fit_the_story_are_the_best() -> None:
    scores = length_scores(np.array([100]), np.array([50, 90, 200]), 0.9)
    assert scores.argmax() == 1
    assert scores.min() >= WORST


def test_the_best_path_takes_every_sentence_once() -> None:
    scores = {kind: [[0.0] * 3 for _ in range(4)] for kind in BOTH_SIDED}
    steps = best_path(4, 3, scores)
    assert sum(step.a for step in steps) == 4
    assert sum(step.b for step in steps) == 3
    assert all(step.score >= min(KINDS.values()) for step in steps)
