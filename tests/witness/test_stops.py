"""What the original makes of the likelihood of a reading."""

from __future__ import annotations

from math import log

import pytest

from cleanup.bilingual.pairs import Pair, pairs
from cleanup.findings import Candidate, Edit, Safety
from cleanup.language.lexicons import Lexicons
from cleanup.margins import LEAST
from cleanup.paths import rules_folder
from cleanup.stops.stop import find
from cleanup.story import Story
from cleanup.text import Document, Span
from cleanup.witness.links import links_of
from cleanup.witness.place import Place
from cleanup.witness.stops import features

COPY = "The mayor spoke about arms deliveries to Russia. intended for the war in the south of the country."
ORIGINAL = "Le maire a parlé des livraisons d'armes à la Russie destinées à la guerre dans le sud du pays."


@pytest.fixture(scope="module")
def place() -> Place:
    story = Story(Document.plain(COPY), Lexicons((rules_folder(),), "en"), "fr", original=ORIGINAL)
    (pair,) = pairs(story)
    (stop,) = find(story)
    assert isinstance(pair, Pair)
    return Place(stop, links_of(pair))


def reading(confidence: float, safety: Safety = Safety.FLUENCY) -> Candidate:
    dot = COPY.index(".")
    return Candidate((Edit(Span(dot, dot + 1), ""),), safety, confidence, kind="join")


@pytest.mark.parametrize("confidence", [0.25, 0.5, 0.9])
def test_odds_are_the_logarithm_of_the_models_odds(place: Place, confidence: float) -> None:
    assert features(reading(confidence), place)["odds"] == pytest.approx(log(confidence / (1 - confidence)))


@pytest.mark.parametrize(("confidence", "bound"), [(0.0, LEAST), (1.0, 1 - LEAST), (1e-9, LEAST)])
def test_no_odds_are_beyond_all_bounds(place: Place, confidence: float, bound: float) -> None:
    assert features(reading(confidence), place)["odds"] == pytest.approx(log(bound / (1 - bound)))


def test_what_the_original_has_there_is_among_the_facts(place: Place) -> None:
    assert place.between == "plain"
    found = features(reading(0.5), place)
    assert found["join"] == 1.0
    assert any(name.startswith("join|") for name in found)
    assert "sure" not in found


def test_that_a_rule_is_sure_is_said(place: Place) -> None:
    assert features(reading(0.5, Safety.SAFE), place)["sure"] == 1.0
