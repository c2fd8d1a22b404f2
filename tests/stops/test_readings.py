"""All ways a cut sentence may read."""

from __future__ import annotations

import pytest

from cleanup.edits import apply
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.stops.clues import clues
from cleanup.stops.readings import readings
from cleanup.stops.stop import find
from cleanup.story import Story
from cleanup.text import Document

LEXICONS = Lexicons((rules_folder(),), "en")


def ways(text: str) -> dict[str, str]:
    story = Story(Document.plain(text), LEXICONS)
    (stop,) = find(story)
    return {reading.kind: apply(text, sorted(reading.edits)) for reading in readings(stop, story)}


def told(text: str) -> set[str]:
    story = Story(Document.plain(text), LEXICONS)
    (stop,) = find(story)
    return set(clues(stop, story))


@pytest.mark.parametrize(
    ("kind", "after"),
    [
        ("join", "It spreads with body fluids natural (such as sweat)."),
        ("comma", "It spreads with body fluids, natural (such as sweat)."),
        ("capital", "It spreads with body fluids. Natural (such as sweat)."),
        ("insert:of", "It spreads with body fluids of natural (such as sweat)."),
        ("drop:1", "It spreads with body fluids (such as sweat)."),
        ("move:1<1", "It spreads with body natural fluids (such as sweat)."),
        ("move:1<2", "It spreads with natural body fluids (such as sweat)."),
    ],
)
def test_each_kind(kind: str, after: str) -> None:
    assert ways("It spreads with body fluids. natural (such as sweat).")[kind] == after


def test_a_tail_that_ends_its_sentence_takes_its_stop_along() -> None:
    found = ways("They held a competition. swimming.")
    assert found["move:1<1"] == "They held a swimming competition."
    assert found["drop"] == "They held a competition."


def test_nothing_is_moved_over_a_mark_or_out_of_a_quotation() -> None:
    assert "move:1<2" not in ways("In the north, fluids. bodily and others.")
    assert "move:2<1" not in ways("The cold fluids. bodily, and others.")
    assert set(ways("“It was materialistic.” said the shopkeeper.")) == {"join", "comma", "capital"}


def test_several_spaces_become_one() -> None:
    assert ways("He met the minister.  who left early.")["comma"] == "He met the minister, who left early."


def test_clues_name_what_can_be_seen() -> None:
    assert {"first:preposition", "words:4", "closes"} <= told("He went home. to the old town.")
    assert {"two-spaces", "first:relative"} <= told("He met the minister.  who left early.")
    assert {"doubles", "repeats", "words:1"} <= told("It cost two euros. euros.")
    assert "left-figure" in told("It was on the 18th. to be held in May.")
