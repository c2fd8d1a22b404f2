import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.edits import apply, to_original, undo
from cleanup.errors import EditError
from cleanup.findings import Edit
from cleanup.text import Document, Piece, Span

BR = Document(  # as a reader of HTML marks it
    text="Kim’s son. Un\nleft\n\nThe end",
    original="<p>Kim&rsquo;s <a>son</a>. Un<br>left</p><p>The end</p>",
    pieces=(
        Piece(Span(0, 3), Span(3, 6)),
        Piece(Span(3, 4), Span(6, 13)),
        Piece(Span(4, 6), Span(13, 15)),
        Piece(Span(6, 9), Span(18, 21)),
        Piece(Span(9, 13), Span(25, 29)),
        Piece(Span(13, 14), Span(29, 33), fixed=True),
        Piece(Span(14, 18), Span(33, 37)),
        Piece(Span(20, 27), Span(44, 51)),
    ),
    seams=((6, 15), (9, 25)),
)


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits that do not overlap, insertions among them."""
    text = draw(st.text(max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start, stop) for start, stop in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, [Edit(span, draw(st.text(max_size=4))) for span in spans]


@st.composite
def marked_up(draw: st.DrawFn) -> Document:
    """A document of words, entities and tags, as any reader might mark it."""
    parts = draw(st.lists(st.sampled_from(["word ", "a", ". ", "<b>", "</b>", "&amp;", "&#8217;"]), max_size=20))
    shown = {"&amp;": "&", "&#8217;": "’", "<b>": "", "</b>": ""}
    prose, raw, pieces = "", "", []
    for part in parts:
        text = shown.get(part, part)
        if text:
            pieces.append(Piece(Span(len(prose), len(prose) + len(text)), Span(len(raw), len(raw) + len(part))))
        prose, raw = prose + text, raw + part
    return Document(prose, raw, tuple(pieces))


@given(st.text())
def test_no_edits_change_nothing(text: str) -> None:
    assert apply(text, []) == text


@given(edited_texts())
def test_edits_can_be_undone(edited: tuple[str, list[Edit]]) -> None:
    text, edits = edited
    assert apply(apply(text, edits), undo(edits, text)) == text


@given(edited_texts(), st.randoms())
def test_order_does_not_matter(edited: tuple[str, list[Edit]], rnd: random.Random) -> None:
    text, edits = edited
    places = {edit.span: edit for edit in edits}  # those at one place are made in the order given
    shuffled = list(places.values())
    rnd.shuffle(shuffled)
    assert apply(text, shuffled) == apply(text, places.values())


@given(edited_texts())
def test_what_no_edit_covers_stays(edited: tuple[str, list[Edit]]) -> None:
    text, edits = edited
    result, at, shift = apply(text, edits), 0, 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        assert result[at + shift : edit.span.start + shift] == text[at : edit.span.start]
        at, shift = edit.span.stop, shift + len(edit.text) - len(edit.span)
    assert result[at + shift :] == text[at:]


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")],
        [Edit(Span(0, 3), ""), Edit(Span(1, 1), "x")],
        [Edit(Span(0, 1), "a"), Edit(Span(0, 1), "b")],
        [Edit(Span(2, 5), "")],
        [Edit(Span(-1, 1), "")],
    ],
)
def test_edits_that_cannot_be_made_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(EditError):
        apply("abcd", edits)


@given(marked_up())
def test_nothing_to_move_moves_nothing(document: Document) -> None:
    assert apply(document.original, to_original(document, [])) == document.original


@given(marked_up(), st.data())
def test_an_edit_changes_the_prose_and_no_tag(document: Document, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.integers(0, len(document.text))) for _ in range(2))
    edit = Edit(Span(*cuts), data.draw(st.sampled_from(["", "x", " y ", "word ", "a. word"])))
    result = apply(document.original, to_original(document, [edit]))
    bare = re.sub(r"</?b>", "", result).replace("&amp;", "&").replace("&#8217;", "’")
    assert bare == apply(document.text, [edit])
    assert re.findall(r"</?b>", result) == re.findall(r"</?b>", document.original)


@given(marked_up(), st.data())
def test_a_place_in_the_original_holds_its_characters(document: Document, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.integers(0, len(document.text))) for _ in range(2))
    span = Span(*cuts)
    place = document.in_original(span)
    for piece in document.pieces_in(span):
        if len(span) and piece.atomic:
            assert place.holds(piece.original)
    assert 0 <= place.start <= place.stop <= len(document.original)
    assert len(place) >= len(span)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("son. Un", "son Un", ("</a>. Un", "</a> Un")),
        ("Kim’s", "Ri’s", ("Kim", "Ri")),
        ("’", "'", ("&rsquo;", "'")),
        ("s son.", "s boy.", (">son<", ">boy<")),
        ("Un\nleft", "Ri\nwent", ("Un<br>left", "Ri<br>went")),
        ("end", "beginning", ("end", "beginning")),
    ],
)
def test_edits_are_made_around_markup(before: str, after: str, expected: tuple[str, str]) -> None:
    start = BR.text.index(before)
    moved = to_original(BR, [Edit(Span(start, start + len(before)), after)])
    assert apply(BR.original, moved) == BR.original.replace(*expected)


@pytest.mark.parametrize("before", ["\n", "Un\nl", "left\n\nThe", "\n\n", "t\n"])
def test_edits_that_would_change_markup_are_refused(before: str) -> None:
    start = BR.text.index(before)
    with pytest.raises(EditError):
        to_original(BR, [Edit(Span(start, start + len(before)), "x")])


@pytest.mark.parametrize(
    ("behind", "new", "expected"),
    [
        ("Kim’s ", "own ", "Kim&rsquo;s own <a>son</a>"),
        ("Kim’s ", "step", "<a>stepson</a>"),
        ("son", "s", "<a>sons</a>."),
        ("son", ",", "<a>son</a>,."),
        ("left", "!", "left!</p>"),
        ("left\n\n", "At ", "<p>At The end"),
        ("", "“", "<p>“Kim"),
        ("The end", "?", "The end?</p>"),
    ],
)
def test_insertions(behind: str, new: str, expected: str) -> None:
    at = BR.text.index(behind) + len(behind)
    assert expected in apply(BR.original, to_original(BR, [Edit(Span(at, at), new)]))


@pytest.mark.parametrize(
    ("span", "expected"), [(Span(18, 20), "</p><p>"), (Span(19, 19), "</p><p>"), (Span(3, 4), "&rsquo;")]
)
def test_what_parts_blocks_has_a_place_too(span: Span, expected: str) -> None:
    assert BR.in_original(span).of(BR.original) == expected


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (Span(0, 2), Span(2, 4), False),
        (Span(0, 3), Span(2, 4), True),
        (Span(2, 2), Span(2, 4), True),
        (Span(1, 1), Span(1, 1), True),
        (Span(1, 1), Span(2, 2), False),
    ],
)
def test_spans_overlap(one: Span, other: Span, shared: bool) -> None:
    assert one.overlaps(other) is other.overlaps(one) is shared
