import time
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup import formats
from cleanup.edits import apply, to_original
from cleanup.findings import Edit
from cleanup.formats import html, text
from cleanup.text import Span

WRAPPED = """\
Russian President Vladimir Putin will travel to North Korea on Tuesday
and Wednesday for a rare visit to one of the most reclusive, nuclear-
armed states in the world. accused by the West of supplying Moscow with
ammunition.

The two countries have considerably strengthened their ties since the
start of the assault.
- a list
- of things
"""
UNWRAPPED = "Russian President Vladimir Putin will travel to North Korea on Tuesday and Wednesday. " * 3
LINES = "".join(f"{line}\n" for line in ["Putin to visit North Korea", UNWRAPPED, UNWRAPPED * 2, "Short end."])
VERSE = "The curfew tolls the knell of parting day,\nThe lowing herd wind slowly o'er the lea,\n" * 3

lines = st.text(alphabet="aé .-\t\r\n—“", max_size=90)
stories = st.lists(lines | st.sampled_from([WRAPPED, UNWRAPPED])).map("\r\n".join) | st.text()


def edited(story: str, before: str, after: str) -> str:
    document = text.read(story)
    start = document.text.index(before)
    return apply(story, to_original(document, [Edit(Span(start, start + len(before)), after)]))


@pytest.mark.parametrize("story", ["", "one line", LINES, VERSE, "A\n\nB\n", UNWRAPPED * 10])
def test_what_needs_no_mapping_is_plain(story: str) -> None:
    read = text.read(story)
    assert (read.text, read.original, read.pieces) == (story, story, ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "  \n"])
def test_wrapped_lines_read_as_paragraphs(end: str) -> None:
    prose = text.read(WRAPPED.replace("\n", end)).text
    paragraphs = [line.rstrip(" ") for line in prose.split("\n")]
    assert paragraphs[0] == (
        "Russian President Vladimir Putin will travel to North Korea on Tuesday and Wednesday for a rare visit to one "
        "of the most reclusive, nuclear-armed states in the world. accused by the West of supplying Moscow with "
        "ammunition."
    )
    assert paragraphs[2:] == [
        "The two countries have considerably strengthened their ties since the start of the assault.",
        "- a list",
        "- of things",
        "",
    ]


@pytest.mark.parametrize(("story", "prose"), [("a\r\nb\rc\n", "a\nb\nc\n"), ("a \r\n\r\n b", "a \n\n b")])
def test_line_ends_read_as_one_character(story: str, prose: str) -> None:
    assert text.read(story).text == prose


@pytest.mark.parametrize(
    ("before", "after", "raw_before", "raw_after"),
    [
        ("Tuesday and", "Monday and", "Tuesday\nand", "Monday\nand"),
        ("world. accused", "world, accused", "world. accused", "world, accused"),
        ("nuclear-armed", "armed", "nuclear-\narmed", "\narmed"),
        (
            "their ties since the start",
            "ties since the very start",
            "their ties since the\nst",
            "ties since the\nvery st",
        ),
        ("Tuesday and ", "", "Tuesday\nand ", ""),
    ],
)
def test_a_repair_keeps_the_wrapping(before: str, after: str, raw_before: str, raw_after: str) -> None:
    assert edited(WRAPPED, before, after) == WRAPPED.replace(raw_before, raw_after)


def test_a_new_line_is_written_as_the_others() -> None:
    assert edited("a b\r\nc\r\n", " ", "\n") == "a\r\nb\r\nc\r\n"


@given(stories)
def test_reading_keeps_every_character(story: str) -> None:
    document = text.read(story)
    assert document.original == story
    assert apply(story, to_original(document, [])) == story
    assert len(document.text) <= len(story)


@given(stories)
def test_pieces_are_in_order_and_say_what_stands_there(story: str) -> None:
    document = text.read(story)
    at = 0
    for piece in document.pieces:
        assert piece.prose.start == at
        at = piece.prose.stop
        prose, original = piece.prose.of(document.text), piece.original.of(story)
        assert prose == original or (prose in {" ", "\n"} and not original.strip())
    assert at == (len(document.text) if document.pieces else 0)


def test_reading_is_fast_enough_to_forget() -> None:
    story = WRAPPED * 2000
    start = time.process_time()
    words = len(text.read(story).text.split())
    assert words / (time.process_time() - start) > 100_000


@pytest.mark.parametrize(
    ("name", "story", "chosen"),
    [
        ("story.txt", "<p>A</p>", text),
        ("STORY.HTML", "A", html),
        ("story", "<p>A</p>", html),
        (None, "<p>A</p>", html),
        (None, "A", text),
        ("story.unknown", "a < b", text),
        (None, "", text),
    ],
)
def test_the_format_is_told_by_suffix_then_content(name: str | None, story: str, chosen: ModuleType) -> None:
    assert formats.pick(name, story) is chosen
