"""Making edits: the only place where characters change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from cleanup.errors import EditError
from cleanup.findings import Edit
from cleanup.text import Document, Span

_WORDS = re.compile(r"\w+|\W")
_CLOSING = "”’»),.;:!?"


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with `edits` made and every other character as it was.

    Raises EditError when two edits overlap or one stands outside the text. Order does not matter, save
    that insertions at one place are made in the order given.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    for left, right in pairwise(ordered):
        if left.span.stop > right.span.start:
            raise EditError(f"edits overlap at {right.span.start}")
    if ordered and (ordered[0].span.start < 0 or ordered[-1].span.stop > len(text)):
        raise EditError(f"an edit stands outside the text of {len(text)} characters")
    parts: list[str] = []
    at = 0
    for edit in ordered:
        parts += text[at : edit.span.start], edit.text
        at = edit.span.stop
    parts.append(text[at:])
    return "".join(parts)


def undo(edits: Iterable[Edit], before: str) -> list[Edit]:
    """Return the edits that turn the result of `apply(before, edits)` back into `before`."""
    shift, back = 0, []
    for edit in sorted(edits, key=lambda edit: edit.span):
        start = edit.span.start + shift
        back.append(Edit(Span(start, start + len(edit.text)), edit.span.of(before)))
        shift += len(edit.text) - len(edit.span)
    return back


def to_original(document: Document, edits: Iterable[Edit]) -> list[Edit]:
    """Return `edits` on the prose as edits on the original, every tag among them left where it stood.

    Raises EditError when one would change something fixed, such as a line break made by markup, or join blocks.
    """
    if not document.pieces:
        return list(edits)
    return [moved for edit in edits for part in _parts(document, edit) for moved in _move(document, part)]


def _parts(document: Document, edit: Edit) -> Iterator[Edit]:
    """Where an edit crosses markup, yield only what it changes: words it keeps stay within their own tags."""
    if any(piece.prose.holds(edit.span) for piece in document.pieces_in(edit.span)):
        yield edit
        return
    old, new = _WORDS.findall(edit.span.of(document.text)), _WORDS.findall(edit.text)
    starts = list(accumulate(map(len, old), initial=edit.span.start))
    for kind, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            part = Edit(Span(starts[first], starts[last]), "".join(new[new_first:new_last]))
            yield _trimmed(document, part)


def _trimmed(document: Document, edit: Edit) -> Edit:
    """Return the edit without the characters it keeps at its ends: the drop cap of "The" may be a tag of its own."""
    old, new = edit.span.of(document.text), edit.text
    start = _alike(old, new)
    stop = _alike(old[start:][::-1], new[start:][::-1])
    return Edit(Span(edit.span.start + start, edit.span.stop - stop), new[start : len(new) - stop])


def _alike(left: str, right: str) -> int:
    """Return how many characters the two begin with in common."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(left), len(right)))


def _move(document: Document, edit: Edit) -> Iterator[Edit]:
    if not len(edit.span):
        at = _insertion_point(document, edit)
        yield Edit(Span(at, at), document.encode(edit.text))
        return
    pieces = document.pieces_in(edit.span)
    shared = [Span(max(p.prose.start, edit.span.start), min(p.prose.stop, edit.span.stop)) for p in pieces]
    if any(piece.fixed for piece in pieces) or sum(map(len, shared)) < len(edit.span):
        raise EditError("the edit crosses markup that may not change")
    new = edit.text
    for piece, span in zip(pieces, shared, strict=True):
        if piece.atomic:  # replaced whole, so what the edit leaves of it is written again
            new = Span(piece.prose.start, span.start).of(document.text) + new
            new += Span(span.stop, piece.prose.stop).of(document.text)
        yield Edit(document.in_original(span), document.encode(new))
        new = ""  # what was written once is not written again behind the next tag


def _insertion_point(document: Document, edit: Edit) -> int:
    """A letter goes within the tag of the word it lengthens; what parts two words goes outside their tags."""
    at, prose, new = edit.span.start, document.text, edit.text
    where = document.in_original(edit.span)
    within_fixed = any(p.fixed and p.prose.start < at < p.prose.stop for p in document.pieces_in(edit.span))
    if within_fixed or len(where):
        raise EditError("the edit stands within or between what may not change")
    left, right = prose[at - 1 : at] if at else "", prose[at : at + 1]
    if left.isalnum() and new[:1].isalnum():
        return where.start
    outside = dict(document.seams).get(at)
    if outside is not None and not (right.isalnum() and new[-1:].isalnum()):
        return outside
    if new[:1].isspace() or new[:1] in _CLOSING or not right or right.isspace():
        return where.start
    return document.in_original(Span(at, at + 1)).start
