"""The stories' gold files say something exact about the stories."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from cleanup.taxonomy import Category

STORIES = Path(__file__).parents[1] / "corpora" / "stories"
CLEAN = sorted(STORIES.glob("clean-*.txt"))
GOLDS = sorted(STORIES.glob("*.gold.yaml"))


def read(gold: Path) -> tuple[str, dict[str, Any]]:
    story = gold.with_name(gold.name.replace(".gold.yaml", ".txt"))
    return story.read_text(encoding="utf-8"), yaml.safe_load(gold.read_text(encoding="utf-8"))


def test_every_story_is_clean_or_has_gold() -> None:
    damaged = {gold.name.replace(".gold.yaml", ".txt") for gold in GOLDS}
    assert {path.name for path in STORIES.glob("*.txt")} == damaged | {path.name for path in CLEAN}


def test_there_are_enough_of_each() -> None:
    assert len(CLEAN) >= 12
    assert len(GOLDS) >= 12
    assert len({gold.name.split("-")[0] for gold in GOLDS}) >= 6


@pytest.mark.parametrize("gold", GOLDS, ids=lambda path: path.name)
def test_gold_is_well_formed(gold: Path) -> None:
    text, data = read(gold)
    assert {"source", "repairs"} <= set(data) <= {"source", "repairs", "marks", "missed"}
    assert data["source"] == gold.name.split("-")[0]
    assert all(repair["after"] for repair in data["repairs"])
    places = []
    for item in [*data["repairs"], *data.get("marks", []), *data.get("missed", [])]:
        assert item.keys() <= {"before", "after", "kind", "said"}
        assert Category(item["kind"])
        assert text.count(item["before"]) == 1, item["before"]
        assert item["before"] not in item.get("after", [])
        start = text.index(item["before"])
        places.append((start, start + len(item["before"])))
    places.sort()
    assert all(stop <= start for (_, stop), (start, _) in pairwise(places))
