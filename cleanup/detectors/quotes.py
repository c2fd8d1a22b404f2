"""Quotation marks: foreign, reversed, padded, glued to words, or without their other half."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

import regex

from cleanup.findings import Candidate, Edit, Evidence, Finding, Licence, Proposal, Safety
from cleanup.marks import own_marks
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

MARK = regex.compile(r"[“”„«»「」『』《》\"]")
FOREIGN = regex.compile(
    r"«[ \u00a0\u202f]*(?<inner>[^«»\n]*?)[ \u00a0\u202f]*»|„[ \u00a0]?(?<inner>[^„“”\"\n]*?)[ \u00a0]?[“”\"]"
    r"|(?<![\w.,!?…])»[ \u00a0]?(?<inner>\w[^«»\n]*?)[ \u00a0]?«(?!\w)"
    r"|[「『](?<inner>[^「」『』\n]*?)[」』]|《(?<inner>[^《》\n]*?)》"
)
DOUBLED = regex.compile(r"(?<=[.!?]”)“(?=\.?(?:\s|\Z))\.?|(?<=[.!?]\")\"(?=\.?(?:\s|\Z))\.?")
ABOUT_MARKS = regex.compile(r"(?i)\b(?:quot(?:e|ation) marks?|guillemets?|inverted commas|punctuat\w+)\b")
ATTRIBUTED = regex.compile(r",(?= (?:said|says) (?:\p{Lu}|the |a |an |her |his |their ))")
SAID = regex.compile(
    r", [^,\"“”]{3,60} (?:said|says|noted|notes|added|reported|reports|wrote|writes|told \p{Lu}\w+)\.?\s*$"
)
GLUED_WORD = regex.compile(r"\p{Ll}{3,}")
NEAR_THE_END = 60  # characters
WORDED = regex.compile(r"\w")
PAD = (" ", "\u00a0", "\u202f")
INCH = regex.compile(r"\d[’'′]?\s?\d*\"")
LICENCES = frozenset({Licence.QUOTED})


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark and its neighbours ("" at the paragraph's ends)."""

    at: int
    sign: str
    left: str
    right: str

    @property
    def opens(self) -> bool:
        """Whether its place says that it opens a quotation."""
        return (not self.left or self.left in " \u00a0([—–-‘'/") and not self.right.isspace() and self.right != ""

    @property
    def closes(self) -> bool:
        """Whether its place says that it closes one."""
        return bool(self.left) and not self.left.isspace() and not self.right.isalnum()


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each paragraph's foreign, doubled and misplaced marks."""
    if not MARK.search(story.text):
        return
    yield from _foreign(story)
    yield from _doubled(story)
    carried = False
    for paragraph, marks in _paragraphs(story):
        curly = [mark for mark in marks if mark.sign in "“”"]
        signs = {mark.sign for mark in marks}
        if curly and "„" not in signs:
            yield from _curly(story, paragraph, curly, carried)
            carried = curly[-1].sign == "“"
        elif signs == {'"'}:
            yield from _straight(story, paragraph, marks)


def _paragraphs(story: Story) -> Iterator[tuple[Span, list[Mark]]]:
    """Yield each paragraph that holds marks, with them."""
    found = [match.start() for match in MARK.finditer(story.text)]
    for paragraph, offsets in groupby(found, key=story.paragraph_of):
        yield paragraph, [_mark(story.text, at, paragraph) for at in offsets]


def _mark(text: str, at: int, paragraph: Span) -> Mark:
    left = text[at - 1] if at > paragraph.start else ""
    right = text[at + 1] if at + 1 < paragraph.stop else ""
    return Mark(at, text[at], left, right)


def _foreign(story: Story) -> Iterator[Proposal]:
    """«…», „…“ and »…« into the marks that the story uses elsewhere; a comma goes inside, as English has it."""
    if not any(sign in story.text for sign in "«»„「『《"):
        return
    opening, closing = own_marks(story.text)
    for match in FOREIGN.finditer(story.text):
        inner = Span(*max(match.spans("inner")))
        if not len(inner):
            continue
        after = story.text[match.end() : match.end() + 1]
        last = story.text[inner.stop - 1]
        moved = after if after in (",", ".") and after else ""
        inside = "" if last in "!?…,." else moved
        space = " " if story.text[match.end() + len(moved) :][:1].isalnum() else ""
        edits = (
            Edit(
                Span(match.start(), inner.start),
                (" " if story.text[match.start() - 1 : match.start()].isalnum() else "") + opening,
            ),
            Edit(Span(inner.stop, match.end() + len(moved)), inside + closing + space),
        )
        if not ABOUT_MARKS.search(story.paragraph_of(match.start()).of(story.text)):
            yield _safe("foreign-marks", Span(*match.span()), "These quotation marks are not those of English", *edits)


def _doubled(story: Story) -> Iterator[Proposal]:
    for match in DOUBLED.finditer(story.text):
        span = Span(*match.span())
        yield _safe("stray-mark", span, "A quotation mark is left over after the end of the quotation", Edit(span, ""))


def _curly(story: Story, paragraph: Span, marks: list[Mark], carried: bool) -> Iterator[Proposal]:
    signs = [mark.sign for mark in marks]
    if not _wellformed(signs, carried):
        yield from _reversed(story, paragraph, marks, carried)
        return
    for opening, closing in pairwise(marks):
        if opening.sign == "“" and closing.sign == "”":
            yield from _padded(story, opening, closing)
    for mark in marks:
        if mark.sign == "”":
            yield from _glued(story, mark)


def _wellformed(signs: list[str], carried: bool) -> bool:
    """Whether marks open and close in turn; the last may stay open, for the next paragraph to go on."""
    expected = "”" if carried and signs[0] == "”" else "“"
    for sign in signs:
        if sign != expected:
            return False
        expected = "”" if sign == "“" else "“"
    return True


def _reversed(story: Story, paragraph: Span, marks: list[Mark], carried: bool) -> Iterator[Proposal]:
    """ "told ” the crowd “ that" and "” We don't know” ": turn the marks that face the wrong way."""
    turned = [_turned(mark, index) for index, mark in enumerate(marks)]
    empty = any(not WORDED.search(story.text, a.at, b.at) for a, b in pairwise(marks))
    if len(marks) % 2 == 0 and None not in turned and not empty:
        edits = tuple(edit for edit in turned if edit and edit.text != edit.span.of(story.text))
        if edits:
            stretch = Span(edits[0].span.start, edits[-1].span.stop)
            yield _safe(
                "reversed-marks", stretch, "Opening and closing quotation marks are the wrong way round", *edits
            )
            return
    if carried or paragraph.stop - paragraph.start < len(marks):
        return
    odd = _first_odd(marks)
    if len(story.paragraphs) > 1 or not _excerpt(story, odd):
        yield _flag(story, odd)


def _turned(mark: Mark, index: int) -> Edit | None:
    """Return the edit that makes the mark open (even index) or close; None when its place forbids it."""
    if index % 2 == 0:
        if mark.left and not mark.left.isspace() and mark.left not in "([—–":
            return None
        return Edit(Span(mark.at, mark.at + 1 + mark.right.isspace()), "“")
    if mark.right.isalnum():
        return None
    return Edit(Span(mark.at - mark.left.isspace(), mark.at + 1), "”")


def _first_odd(marks: list[Mark]) -> Mark:
    expected = "“"
    for mark in marks:
        if mark.sign != expected:
            return mark
        expected = "”" if mark.sign == "“" else "“"
    return marks[-1]


def _straight(story: Story, paragraph: Span, marks: list[Mark]) -> Iterator[Proposal]:
    if len(marks) % 2:
        yield from _unbalanced(story, paragraph, marks)
        return
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if opening.left.isalnum() or closing.right.isalnum() and opening.right.isspace():
            return  # the pairs do not fall where the marks stand: nothing here is certain
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        yield from _padded(story, opening, closing)
        yield from _glued(story, closing)


def _unbalanced(story: Story, paragraph: Span, marks: list[Mark]) -> Iterator[Proposal]:
    """An odd number of marks, unless the quotation goes on in the next paragraph or the mark means inches."""
    following = story.text[paragraph.stop :].lstrip()[:1]
    preceding = story.text[: paragraph.start].rstrip()
    if following in ('"', "“") or marks[-1].opens and _opened(preceding):
        return
    attribution = ATTRIBUTED.search(story.text, marks[-1].at, paragraph.stop)
    if attribution and marks[-1].opens:
        closing = Edit(Span(attribution.end(), attribution.end()), '"')
        stretch = Span(marks[-1].at, attribution.end())
        yield _safe("unclosed", stretch, "The quotation goes on into who said it: its end has no mark", closing)
        return
    if len(story.paragraphs) == 1 and _excerpt(story, marks[-1]):
        return
    odd = [mark for mark in marks if not INCH.search(story.text[max(mark.at - 6, 0) : mark.at + 1])]
    if len(odd) % 2 == 0 and len(odd) < len(marks) and odd:
        return
    yield _flag(story, marks[-1])


def _excerpt(story: Story, mark: Mark) -> bool:
    """Whether the one sentence there is may have been taken out of a quotation: what is missing stood around it."""
    if mark.opens:
        return len(story.text) - mark.at > NEAR_THE_END and not SAID.search(story.text, mark.at)
    return mark.closes and mark.left in ",.!?…"


def _opened(preceding: str) -> bool:
    last = preceding.rpartition("\n")[2]
    return last.count('"') % 2 == 1


def _padded(story: Story, opening: Mark, closing: Mark) -> Iterator[Proposal]:
    """“ word ” with spaces inside, at both ends: one alone may be a slip of another kind."""
    parted = not opening.left or opening.left in " \u00a0(["
    if opening.right not in PAD or closing.left not in PAD or not parted or closing.right.isalnum():
        return
    if not WORDED.search(story.text, opening.at, closing.at):
        return
    edits = (Edit(Span(opening.at + 1, opening.at + 2), ""), Edit(Span(closing.at - 1, closing.at), ""))
    if not story.text[opening.at + 2].isspace() and story.text[closing.at - 2] not in "'’":
        stretch = Span(opening.at, closing.at + 1)
        yield _safe("padded-marks", stretch, "Spaces stand inside the quotation marks", *edits)


def _glued(story: Story, mark: Mark) -> Iterator[Proposal]:
    """”proclaimed: the space (and the comma) went with a tag."""
    word = GLUED_WORD.match(story.text, mark.at + 1)
    if word is None or not mark.left or mark.left.isspace():
        return
    comma = "," if word.group() in story.lexicons.words("reporting-verbs") and mark.left.isalnum() else ""
    edits = [Edit(Span(mark.at, mark.at), comma)] if comma else []
    edits.append(Edit(Span(mark.at + 1, mark.at + 1), " "))
    span = Span(mark.at, word.end())
    yield _safe("glued-mark", span, "The space after the quotation is missing", *edits, category=Category.GLUE)


def _flag(story: Story, mark: Mark) -> Proposal:
    why = "This quotation mark has no other half in its paragraph"
    return Proposal(Finding("quotes.unbalanced", Category.QUOTES, _around(story.text, mark.at), why), confidence=0.7)


def _around(text: str, at: int) -> Span:
    """Return the mark with the word it stands at."""
    before = regex.search(r"[\p{L}\p{N}’'-]*$", text[max(at - 40, 0) : at])
    after = regex.match(r"[\p{L}\p{N}’'-]*", text[at + 1 : at + 40])
    return Span(at - (len(before.group()) if before else 0), at + 1 + (len(after.group()) if after else 0))


def _safe(shape: str, span: Span, why: str, *edits: Edit, category: Category = Category.QUOTES) -> Proposal:
    candidate = Candidate(edits, Safety.SAFE, 0.97, (Evidence("pattern", shape),), LICENCES)
    return Proposal(Finding(f"quotes.{shape}", category, span, why), (candidate,))
