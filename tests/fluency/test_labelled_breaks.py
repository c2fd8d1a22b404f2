"""What rules and ranker come to on the labelled breaks, and that what ships says so.

The sentences are research data that cannot be passed on: their folder is named by CLEANUP_DATA, or the test is skipped.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cleanup import margins
from cleanup.margins import SURE
from cleanup.paths import fluency_folder

RECIPE = Path(__file__).parents[2] / "corpora" / "recipes" / "fluency" / "breaks.py"
ENGINE = "google"  # the one whose stops were all labelled
FOUND, RIGHT, COVERED, NOT_WRONG = 0.95, 0.95, 0.6, 0.99


@cache
def breaks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("labelled_breaks", RECIPE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def test_what_ships_was_right_nearly_always_where_rules_are_sure() -> None:
    seen = margins.load(fluency_folder() / "margins.json").of(SURE).measured["applied"]
    assert seen.repairs >= 100
    assert seen.right >= RIGHT * seen.repairs


@pytest.fixture
def places() -> list[Any]:
    folder = os.environ.get("CLEANUP_DATA")
    if not folder:
        pytest.skip("CLEANUP_DATA names no folder with wmt.*.dev.jsonl.gz and gtnc.dev.jsonl.gz")
    return list(breaks().labelled(Path(folder)))


def test_rules_find_nearly_all_breaks_and_repair_most_of_those_that_can_be(places: list[Any]) -> None:
    of = breaks()
    proposals = [(place, of.proposal_at(place, of.story_of(place))) for place in places]
    bogus = [proposal for place, proposal in proposals if place.bogus]
    assert sum(proposal is not None for proposal in bogus) >= FOUND * len(bogus)
    own = [(place, proposal) for place, proposal in proposals if place.system == ENGINE]
    sure = [(place, p.candidates[0]) for place, p in own if p and p.candidates and of.is_sure(p.candidates[0])]
    told = Counter(of.own_verdict(place, repair) for place, repair in sure)
    assert told["right"] >= RIGHT * len(sure)
    assert told["wrong"] <= (1 - NOT_WRONG) * len(sure)
    assert told["right"] >= COVERED * sum(place.repairable for place, _ in own)
