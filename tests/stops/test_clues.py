"""What is told of the place of a bogus stop."""

from __future__ import annotations

import pytest
from detectors.verdicts import story

from cleanup.stops.clues import clues
from cleanup.stops.stop import find

TOLD = [
    ("They shipped arms to Russia. intended for its war there.", {"words:many", "closes", "no-comma"}),
    ("It cost 3 million euros. euros. Nobody paid.", {"doubles", "repeats", "words:1", "closes"}),
    ("It was sold for 25. in May of 2015.", {"first:preposition", "left-figure", "ends-in-figure"}),
    ("He spoke of the “state”. of, he said, affairs.", {"closing", "quote-then-preposition", "comma"}),
    ("The mayor met the envoy.  who left.", {"first:relative", "two-spaces"}),
    ("The minister said he was tired. had been.", {"verbs-only", "words:2"}),
    ("The Arch company. Design. as part of it.", {"another-stop"}),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_place_is_told_by_what_stands_there(text: str, told: set[str]) -> None:
    one = story(text)
    assert told <= set(clues(find(one)[-1], one))


@pytest.mark.parametrize(("source", "clue"), [("fr", "behind:modifier"), ("de", "elsewhere:modifier"), (None, "")])
def test_an_adjective_counts_by_where_the_original_has_its_adjectives(source: str | None, clue: str) -> None:
    one = story("They spoke of the donations. questionable in May.", source)
    (stop,) = find(one)
    told = {each for each in clues(stop, one) if each.partition(":")[0] in ("behind", "elsewhere")}
    assert told == ({clue} if clue else set())
