"""Quotation marks: where they stand and which way they face."""

from __future__ import annotations

import pytest
from detectors.verdicts import story
from hypothesis import given
from hypothesis import strategies as st

from cleanup.marks import in_paragraphs, own_marks

FACING = [
    ('"a', "opens"), ('a "b', "opens"), ('("b', "opens"), ('—"b', "opens"), ('a-"b', "opens"), ('a\u00a0"b', "opens"),
    ('a"', "closes"), ('a" b', "closes"), ('a",', "closes"), ('a."', "closes"), ('a")', "closes"), ('a"—', "closes"),
    ('a"b', "neither"), ('a " b', "neither"), ('"', "neither"), (' " ', "neither"), ('" b', "neither"),
    ('",', "neither"), ('(")', "closes"), ('-"', "closes"), ('-"—', "both"), ('(".', "closes"), ("a “b", "opens"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facing"), FACING)
def test_facing(text: str, facing: str) -> None:
    ((_, (mark,)),) = in_paragraphs(story(text))
    assert (mark.opens, mark.closes) == (facing in ("opens", "both"), facing in ("closes", "both"))


OWN = [
    ('"a"', ('"', '"')), ("“a”", ("“", "”")), ("a", ("“", "”")), ('"a" “b”', ("“", "”")), ('„a“ "b"', ("“", "”")),
    ("«a»", ("“", "”")), ('«a» "b"', ('"', '"')), ("", ("“", "”")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pair"), OWN)
def test_own_marks(text: str, pair: tuple[str, str]) -> None:
    assert own_marks(story(text)) == pair


def test_marks_by_paragraph() -> None:
    text = '“a” b\n\nno\n\n "c'
    found = [(span.of(text), [(m.sign, m.left, m.right) for m in marks]) for span, marks in in_paragraphs(story(text))]
    assert found == [("“a” b", [("“", "", "a"), ("”", "a", " ")]), ('"c', [('"', "", "c")])]


@given(st.text(st.sampled_from('a "“”«»\n„')))
def test_every_mark_is_found_once_in_its_place(text: str) -> None:
    found = [mark for _, marks in in_paragraphs(story(text)) for mark in marks]
    assert [m.at for m in found] == [i for i, c in enumerate(text) if c in '"“”«»„']
    assert all(text[m.at] == m.sign for m in found)
