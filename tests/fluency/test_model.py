"""The fluency model as it comes along: what it scores once, and that it takes no more of the system each time."""

from __future__ import annotations

import sys

import pytest

pytest.importorskip("ctranslate2")

from cleanup.fluency.model import Line, Model, _beginnings
from cleanup.paths import fluency_folder

TEXT = "The minister said on Monday that the talks had failed."


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(fluency_folder())


def test_a_line_with_which_another_begins_is_not_heard_on_its_own() -> None:
    lines = [[1, 5], [1, 5, 7], [1, 6], [1], [1, 5, 7], [2]]
    heard, which = _beginnings(lines)
    assert sorted(heard) == [[1, 5, 7], [1, 6], [2]]
    assert all(heard[number][: len(line)] == line for line, number in zip(lines, which, strict=True))
    assert _beginnings([]) == ([], [])


def test_a_line_is_as_likely_beside_one_that_begins_with_it(model: Model) -> None:
    lines = [Line("The minister said on Monday", ends=False), Line(TEXT, ends=True), Line(TEXT, ends=False)]
    together, apart = model.nats(lines), [model.nats([line])[0] for line in lines]
    assert together == pytest.approx(apart, abs=1e-3)
    assert together[0] > together[2] > together[1]


@pytest.mark.parametrize(
    "text",
    [TEXT, "", " two  spaces\u00a0and\tmore ", "“It’s 1,5 million,” he wrote… Łódź, Москва, 東京 🙂", "\ufb01ne"],
)
def test_a_line_has_the_pieces_that_its_words_have(model: Model, text: str) -> None:
    """Words are looked up one by one, as no piece stands on both sides of a space."""
    assert model._numbers([Line(text, ends=False)]) == [[model._pieces.bos_id(), *model._pieces.encode(text)]]


@pytest.mark.skipif(sys.platform != "linux", reason="what is kept is glibc's")
def test_memory_is_not_asked_for_anew_each_time(model: Model) -> None:
    resource = pytest.importorskip("resource")

    lines = [Line(f"{number} {TEXT}", ends=True) for number in range(60)]
    for _ in range(3):
        model.nats(lines)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(3):
        model.nats(lines)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before < 3000
