"""The stretch in which readings are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleanup.findings import Edit
from cleanup.fluency.windows import AFTER, BEFORE, window, wordings
from cleanup.text import Span


def test_a_short_paragraph_is_seen_whole() -> None:
    text = "One paragraph.\nA stop. in the middle.\nAnother."
    assert window(text, Span(15, 37), Span(21, 22)).of(text) == "A stop. in the middle."


def test_a_long_one_is_cut_between_words() -> None:
    text = "word " * 200
    seen = window(text, Span(0, len(text)), Span(500, 501)).of(text)
    assert (seen[:4], seen[-4:]) == ("word", "word")
    assert BEFORE + AFTER - 10 < len(seen) <= BEFORE + AFTER + 1


def test_each_reading_is_told_in_the_same_stretch() -> None:
    text = "xx He went. home today."
    readings = [[], [Edit(Span(10, 11), "")], [Edit(Span(6, 6), "home "), Edit(Span(10, 16), "")]]
    assert wordings(text, Span(3, 23), readings) == [
        "He went. home today.",
        "He went home today.",
        "He home went today.",
    ]


@given(st.text(" ab\n", max_size=400), st.data())
def test_the_place_is_always_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, min(len(text), start + 20)))
    seen = window(text, Span(0, len(text)), Span(start, stop))
    assert seen.start <= start <= stop <= seen.stop
