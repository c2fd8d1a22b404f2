"""Quotation marks of the copy's language: reversed, padded, glued to words, doubled, or without their other half."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import regex

from cleanup.findings import Edit, Licence, Proposal, flag, repair
from cleanup.language import forms
from cleanup.marks import MARK, Mark, Pair, first_odd, in_paragraphs, turned
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

GLUED_WORD = regex.compile(r"\p{Ll}{3,}")
WORDED = regex.compile(r"\w")
WORD_BEFORE = regex.compile(r"[\p{L}\p{N}’'-]*$")
WORD_AFTER = regex.compile(r"[\p{L}\p{N}’'-]*")
INCH = regex.compile(r"\d[’'′]?\s?\d*\"")
AMBIGUOUS = {"“": frozenset("„"), "„": frozenset("”"), "«": frozenset(), "»": frozenset()}
PAD = (" ", "\u00a0", "\u202f")
NEAR_THE_END = 60  # characters
LONGEST_WORD = 40


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each paragraph's doubled and misplaced marks."""
    if not MARK.search(story.text):
        return
    pairs = forms.of(story.lexicons).quotes
    for match in _doubled(pairs).finditer(story.text):
        span = Span(*match.span())
        if match.group()[0] == '"' and story.paragraph_of(match.start()).of(story.text).count('"') % 2 == 0:
            continue  # a quotation within a quotation ends in two
        yield _repair("stray", span, "A quotation mark is left over after the end of the quotation", Edit(span, ""))
    carried = dict.fromkeys(pairs, False)
    for paragraph, marks in in_paragraphs(story):
        signs = {mark.sign for mark in marks}
        for pair in pairs:
            own = [mark for mark in marks if mark.sign in pair]
            if own and not signs & AMBIGUOUS.get(pair[0], frozenset()):
                yield from _curly(story, paragraph, own, pair, carried[pair])
                carried[pair] = own[-1].sign == pair[0]
        if signs == {'"'}:
            yield from _straight(story, paragraph, marks)


@cache
def _doubled(pairs: tuple[Pair, ...]) -> regex.Pattern[str]:
    """Return a pattern of an opening mark behind the closing one that ends a sentence."""
    ends = "|".join(rf"(?<=[.!?]{b}){a}(?=\.?(?:\s|\Z))\.?" for a, b in (*pairs, ('"', '"')))
    return regex.compile(ends)


def _curly(story: Story, paragraph: Span, marks: list[Mark], pair: Pair, carried: bool) -> Iterator[Proposal]:
    """`carried`: the paragraph before left its quotation open."""
    odd = first_odd(marks, pair, carried)
    if odd:
        yield from _reversed(story, marks, pair, None if carried else odd)
        return
    for opening, closing in pairwise(marks):
        if opening.sign == pair[0]:
            yield from _padded(story, opening, closing)
    for mark in marks:
        if mark.sign == pair[1]:
            yield from _glued(story, mark)
    if marks[-1].sign == pair[0] and not story.text[paragraph.stop :].lstrip().startswith(pair[0]):
        yield from _unclosed(story, paragraph, marks[-1], pair[1])


def _reversed(story: Story, marks: list[Mark], pair: Pair, odd: Mark | None) -> Iterator[Proposal]:
    """ "told ” the crowd “ that" and "” We don't know” ": turn the marks that face the wrong way."""
    facing = [turned(mark, index, pair) for index, mark in enumerate(marks)]
    worded = all(WORDED.search(story.text, a.at, b.at) for a, b in pairwise(marks))
    edits = [edit for edit in facing if edit and edit.text != edit.span.of(story.text)]
    if not _spaced(story, pair[0]) and len(marks) % 2 == 0 and None not in facing and worded and edits:
        stretch = Span(edits[0].span.start, edits[-1].span.stop)
        yield _repair("reversed", stretch, "Opening and closing quotation marks are the wrong way round", *edits)
    elif odd and not _excerpt(story, odd):
        yield _unbalanced(story, odd)


def _straight(story: Story, paragraph: Span, marks: list[Mark]) -> Iterator[Proposal]:
    if len(marks) % 2:
        yield from _odd(story, paragraph, marks)
        return
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    if any(a.left.isalnum() or (b.right.isalnum() and a.right.isspace()) for a, b in pairs):
        return  # the pairs do not fall where the marks stand: nothing here is certain
    for opening, closing in pairs:
        yield from _padded(story, opening, closing)
        yield from _glued(story, closing)


def _odd(story: Story, paragraph: Span, marks: list[Mark]) -> Iterator[Proposal]:
    """An odd number of marks, unless the quotation goes on in the next paragraph or a mark means inches."""
    last = marks[-1]
    following = story.text[paragraph.stop :].lstrip()[:1]
    preceding = story.text[: paragraph.start].rstrip().rpartition("\n")[2]
    if following in ('"', "“") or (last.opens and preceding.count('"') % 2):
        return
    closed = list(_unclosed(story, paragraph, last, '"'))
    inches = sum(INCH.search(story.text, max(mark.at - 6, 0), mark.at + 1) is not None for mark in marks)
    if closed:
        yield from closed
    elif inches % 2 == 0 and not _excerpt(story, last):
        yield _unbalanced(story, last)


def _unclosed(story: Story, paragraph: Span, mark: Mark, closing: str) -> Iterator[Proposal]:
    """ "We want to be consulted, said Ana Mamani: the quotation runs on into who said it."""
    attribution = story.lexicons.pattern("runs-on-into").search(story.text, mark.at, paragraph.stop)
    if attribution and mark.opens:
        edit = Edit(Span(attribution.end(), attribution.end()), closing)
        span = Span(mark.at, attribution.end())
        yield _repair("unclosed", span, "The quotation runs on into who said it: its end has no mark", edit)


def _excerpt(story: Story, mark: Mark) -> bool:
    """Whether the one paragraph there is may come from within a quotation: what is missing stood around it."""
    if len(story.paragraphs) > 1:
        return False
    if mark.opens:
        return len(story.text) - mark.at > NEAR_THE_END and not story.lexicons.pattern("said-at-the-end").search(
            story.text, mark.at
        )
    return mark.closes and (mark.left in ",.!?…" or not forms.of(story.lexicons).stops_inside)


def _unbalanced(story: Story, mark: Mark) -> Proposal:
    before = WORD_BEFORE.search(story.text, max(mark.at - LONGEST_WORD, 0), mark.at)
    after = WORD_AFTER.match(story.text, mark.at + 1)
    span = Span(before.start() if before else mark.at, after.end() if after else mark.at + 1)
    why = "This quotation mark has no other half in its paragraph"
    return flag("quotes.unbalanced", Category.QUOTES, span, why)


def _padded(story: Story, opening: Mark, closing: Mark) -> Iterator[Proposal]:
    """“ word ” with spaces inside, at both ends: one alone may be a slip of another kind."""
    if _spaced(story, opening.sign):
        yield from _unpadded(story, opening, closing)
        return
    if opening.sign == '"' and forms.of(story.lexicons).quote_space:
        return
    parted = not opening.left or opening.left in " \u00a0(["
    if opening.right not in PAD or closing.left not in PAD or not parted or closing.right.isalnum():
        return
    inner = story.text[opening.at + 2 : closing.at - 1]
    if WORDED.search(inner) and not inner[0].isspace() and inner[-1] not in "'’":
        edits = (Edit(Span(opening.at + 1, opening.at + 2), ""), Edit(Span(closing.at - 1, closing.at), ""))
        yield _repair("padded", Span(opening.at, closing.at + 1), "Spaces stand inside the quotation marks", *edits)


def _unpadded(story: Story, opening: Mark, closing: Mark) -> Iterator[Proposal]:
    """«word» without the spaces that the language has there, and the story elsewhere."""
    inside = regex.search(rf"{opening.sign}(?P<space>[ \u00a0\u202f])", story.text)
    if inside is None or opening.right in PAD or closing.left in PAD or not opening.right:
        return
    edits = [Edit(Span(at, at), inside["space"]) for at in (opening.at + 1, closing.at)]
    yield _repair("unpadded", Span(opening.at, closing.at + 1), "Spaces are missing inside the quotation marks", *edits)


def _glued(story: Story, mark: Mark) -> Iterator[Proposal]:
    """”proclaimed: the space (and the comma) went with a tag."""
    word = GLUED_WORD.match(story.text, mark.at + 1)
    if word is None or not mark.left or mark.left.isspace() or not _follows(word.group(), story):
        return
    said = word.group() in story.lexicons.words("reporting-verbs") and mark.left.isalnum()
    edits = [Edit(Span(mark.at, mark.at), ",")] if said else []
    edits.append(Edit(Span(mark.at + 1, mark.at + 1), " "))
    span, why = Span(mark.at, word.end()), "The space after the quotation is missing"
    yield repair("quotes.glued", Category.GLUE, span, why, *edits, licences=[Licence.QUOTED])


def _follows(word: str, story: Story) -> bool:
    """Whether the word is one that goes on after a quotation."""
    lists = ("reporting-verbs", "common-verbs", "prepositions", "conjunctions", "relatives")
    regular = story.lexicons.pattern("regular-participle").fullmatch(word) is not None
    return regular or any(word in story.lexicons.words(name) for name in lists)


def _spaced(story: Story, opening: str) -> bool:
    """Whether the language has spaces inside these marks."""
    own = forms.of(story.lexicons)
    return bool(own.quote_space) and own.quotes[0][0] == opening


def _repair(shape: str, span: Span, why: str, *edits: Edit) -> Proposal:
    return repair(f"quotes.{shape}", Category.QUOTES, span, why, *edits, licences=[Licence.QUOTED])
