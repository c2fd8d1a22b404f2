"""A table made from a few sentences: laws of probability, what was seen against what was not, and broken files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from itertools import product
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from cleanup.errors import ModelError
from cleanup.fluency.ngram import Bits, Ngram

RECIPES = Path(__file__).parents[2] / "corpora" / "recipes" / "fluency"
TEXT = """
the river rose by two metres in the night and the town moved its archive to the first floor
the mayor said that the town would pay for the repairs and that the archive was safe
the repairs to the bridge would begin in the spring the mayor said
two of the schools in the town were closed for the day and the bridge was closed for the night
the river fell in the morning and the schools in the valley were open by noon
the archive holds letters from the first mayor of the town and maps of the river
the first bridge over the river was built in the spring of that year by two brothers
the brothers said that the river would pay for the bridge and that the town would pay for the brothers
"""
BOS = 1
PLACES = {word: number for number, word in enumerate(sorted(set(TEXT.split())), 2)}
PIECES = len(PLACES) + 12  # some are never seen
LINES = [[BOS, *(PLACES[word] for word in line.split()), BOS] for line in TEXT.strip().splitlines()]
STREAM = np.array([piece for line in LINES for piece in line[:-1]], np.uint16)
SEEN = "the town would pay for the repairs"
SMALL = 10_300  # bytes; all n-grams would take a tenth more, for the books take most


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    """Return the recipe's own script, which imports its neighbours as scripts do."""
    sys.path.insert(0, str(RECIPES))
    try:
        return import_module("ngram")
    finally:
        sys.path.remove(str(RECIPES))


@pytest.fixture(scope="module", params=[SMALL, 100_000], ids=["pruned", "whole"])
def table(recipe: ModuleType, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "ngram.bin"
    levels = recipe.smoothing.counted(STREAM, PIECES)
    kept, fits = recipe.pruning.pruned(levels, request.param)
    recipe.write(path, levels, fits, kept)
    assert path.stat().st_size <= request.param
    return path


def numbers(words: str) -> list[int]:
    return [PLACES[word] for word in words.split()]


HISTORIES = {
    "nothing before": [BOS],
    "a beginning": [BOS, *numbers("the river")],
    "one often seen": numbers("would pay for the"),
    "one never seen": numbers("archive noon floor brothers"),
    "seen in part": numbers("noon noon said that the"),
    "a piece never seen": [PIECES - 1],
    "across paragraphs": [*numbers("the first floor"), BOS],
}


@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES)
def test_probabilities_sum_to_one(table: Path, history: list[int]) -> None:
    scores = Ngram(table).scores([[*history, piece] for piece in range(PIECES)])
    assert sum(np.exp(score[-1]) for score in scores) == pytest.approx(1, abs=0.01)


def test_what_was_seen_is_likelier_than_the_same_shuffled(table: Path) -> None:
    line = [BOS, *numbers(SEEN)]
    shuffled = [[BOS, *np.random.default_rng(seed).permutation(line[1:]).tolist()] for seed in range(20)]
    first, *others = (score.sum() for score in Ngram(table).scores([line, *(s for s in shuffled if s != line)]))
    assert first > max(others) + 1


def test_histories_end_at_the_beginning_of_a_paragraph(table: Path) -> None:
    across, within = Ngram(table).scores([[*numbers("that the archive was safe"), *LINES[2]], LINES[2]])
    assert across[5:].tolist() == within.tolist()


def test_lines_are_scored_the_same_in_any_company(table: Path) -> None:
    model = Ngram(table)
    lines = [*LINES, [], [BOS], LINES[3][4:9], LINES[5][7:8]]
    together = model.scores(lines)
    assert [len(score) for score in together] == [max(len(line) - 1, 0) for line in lines]
    for line, score in zip(lines, together, strict=True):
        assert model.scores([line])[0].tolist() == score.tolist()
    assert [score.tolist() for score in model.scores(lines[::-1])] == [score.tolist() for score in together[::-1]]
    assert model.scores([]) == []


def test_the_file_says_what_was_computed(recipe: ModuleType, tmp_path: Path) -> None:
    levels = recipe.smoothing.counted(STREAM, PIECES)
    for size in (SMALL, 100_000):
        kept, fits = recipe.pruning.pruned(levels, size)
        recipe.write(tmp_path / "a.bin", levels, fits, kept)
        losses = recipe.smoothing.losses(levels, fits, STREAM)
        assert recipe.table_losses(Ngram(tmp_path / "a.bin"), STREAM) == pytest.approx(losses, abs=0.05)
        recipe.write(tmp_path / "b.bin", levels, fits, kept)
        assert (tmp_path / "a.bin").read_bytes() == (tmp_path / "b.bin").read_bytes()
    assert Ngram(tmp_path / "a.bin").pieces == PIECES


def test_counts_are_those_of_a_plain_count(recipe: ModuleType) -> None:
    levels = recipe.smoothing.counted(STREAM, PIECES)
    spelt = [[(piece,) for piece in range(PIECES)]]
    for level in levels[1:]:
        spelt.append([(*spelt[-1][key >> recipe.BITS], key % (1 << recipe.BITS)) for key in level.keys.tolist()])
    for length, (level, grams) in enumerate(zip(levels[1:], spelt[1:], strict=True), 2):
        plain = [tuple(line[at : at + length]) for line in LINES for at in range(len(line) - length + 1)]
        assert grams == sorted(set(plain))
        assert level.counts.tolist() == [plain.count(gram) for gram in grams]
        assert [spelt[length - 2][place] for place in level.suffixes] == [gram[1:] for gram in grams]
        assert level.opening.tolist() == [gram[0] == BOS for gram in grams]


def test_bits_are_numbered_and_found(recipe: ModuleType) -> None:
    for share, size in product((0.01, 0.5, 1.0), (1, 63, 64, 65, 1000)):
        bits = np.random.default_rng(size).random(size) < share
        packed = Bits.read(recipe.blocks(bits))
        numbers = packed.number(np.arange(size))
        assert numbers.tolist() == np.where(bits, np.cumsum(bits) - 1, -1).tolist()
        found = packed.place(np.arange(bits.sum() + 1))
        assert found.tolist() == [*np.flatnonzero(bits), size]


SPOILT = {
    "empty": (lambda data: data[:0], "is no table of n-grams; install the model anew"),
    "foreign": (lambda data: b"GIF89a" + data[6:], "is no table of n-grams; install the model anew"),
    "short": (lambda data: data[:40], "is no table of n-grams; install the model anew"),
    "cut": (lambda data: data[:-8], "bytes long, not"),
    "longer": (lambda data: data + b"\n", "bytes long, not"),
    "newer": (lambda data: data[:8] + b"\x09" + data[9:], "is a table of version 9, and this cleanup reads 1; install"),
    "sizes": (lambda data: data[:16] + b"\xff" + data[17:], "is broken; install the model anew"),
}


@pytest.mark.parametrize(("spoil", "message"), SPOILT.values(), ids=SPOILT)
def test_a_file_that_is_no_table_is_refused_in_one_line(
    table: Path, tmp_path: Path, spoil: Callable[[bytes], bytes], message: str
) -> None:
    (path := tmp_path / "spoilt.bin").write_bytes(spoil(table.read_bytes()))
    with pytest.raises(ModelError) as raised:
        Ngram(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.bin", tmp_path):
        with pytest.raises(ModelError, match=r": cannot be read: [^\n]+$"):
            Ngram(path)
