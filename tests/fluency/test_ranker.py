"""From features to a probability, and what a file must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup import margins
from cleanup.errors import ModelError
from cleanup.findings import Candidate, Edit, Safety
from cleanup.fluency import ranker
from cleanup.fluency.features import MOST, Scored, Text, features
from cleanup.text import Span


def reading(kind: str, nats: float, rule: str = "") -> Scored:
    return Scored(Candidate((Edit(Span(0, 1), ""),), Safety.FLUENCY, 0.3, kind=kind), nats, rule)


def test_a_reading_is_compared_with_the_others_by_what_they_are() -> None:
    readings = [reading("join", -40), reading("capital", -46), reading("insert:of", -43), reading("insert:in", -49)]
    joined, _, of, _ = features(readings, Text(-52.0, -28.0, words=10, words_before=6), clues=("closes",))
    assert joined == {
        "join": 1.0,
        "join|closes": 1.0,
        "join>leave": 2.0,
        "join>capital": 1.0,
        "join>other": 0.5,
        "join:a word": -0.5,
        "before:a word": pytest.approx(-28 / 36),
    }
    assert (of["insert>same"], of["insert>join"], of["insert>other"], of["insert:of"]) == (1.0, -0.5, -0.5, 1.0)


def test_nothing_is_compared_with_the_shorter_text_and_nothing_counts_without_end() -> None:
    readings = [reading("join", -40), reading("drop", -5, "breaks.repeated-tail safe")]
    joined, dropped = features(readings, Text(-900.0, 0.0, words=0, words_before=0), clues=())
    assert {name for name in joined if ">" in name} == {"join>leave"}
    assert joined["join>leave"] == MOST
    assert dropped["drop|said by breaks.repeated-tail safe"] == 1.0


def test_a_probability() -> None:
    judge = ranker.Ranker(-1.0, {"join": 2.0, "join>leave": 0.5})
    assert judge.probability({"join": 1.0, "join>leave": -2.0, "unheard-of": 9.0}) == pytest.approx(0.5)
    assert 0 < judge.probability({"join": -1e9}) < judge.probability({"join": 1e9}) < 1


def test_files_are_read_or_named(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text('{"bias": 0.5, "weights": {"join": 1}}')
    assert ranker.load(good).weights == {"join": 1.0}
    bad.write_text('{"bias": "much"}')
    for load in (ranker.load, margins.load):
        for path in (bad, tmp_path / "missing.json"):
            with pytest.raises(ModelError, match=path.name):
                load(path)
    good.write_text('{"kinds": {"join": {"applied": 0.9, "suggested": 0.5, "measured": {}}}}')
    assert margins.load(good).of("join").applied == 0.9
