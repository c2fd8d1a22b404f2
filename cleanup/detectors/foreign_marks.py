"""Quotation marks of other languages than the copy's: «…», „…“, »…«, “…”, 「…」 and 《…》."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.language.codes import spoken
from cleanup.language.lexicons import Lexicons
from cleanup.marks import own_marks
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

PAIRS = {
    "«": r"«[ \u00a0\u202f]*(?<inner>[^«»\n]*?)[ \u00a0\u202f]*»",
    "„": r"„[ \u00a0]?(?<inner>[^„“”\"\n]*?)[ \u00a0]?[“”\"]",
    "»": r"(?<![\w.,!?…])»[ \u00a0]?(?<inner>\w[^«»\n]*?)[ \u00a0]?«(?!\w)",
    ",,": r"(?<!,),,(?=\p{L})(?<inner>[^,„“”\"\n]{1,200}?)(?:''|[“”\"])",
    "「": r"[「『](?<inner>[^「」『』\n]*?)[」』]",
    "『": r"[「『](?<inner>[^「」『』\n]*?)[」』]",
    "《": r"《(?<inner>[^《》\n]*?)》",
    "“": r"(?<!\w)“(?=\w)(?<inner>[^„“”\"\n]*?)(?<=\w[.,!?…]?)”(?!\w)",
}


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each pair, unless the paragraph speaks of such marks."""
    pairs = _pairs(story.lexicons, story.text)
    if pairs is None:
        return
    own = forms.of(story.lexicons)
    marks, about = own_marks(story), story.lexicons.pattern("about-marks")
    why = f"These quotation marks are not those of {spoken([story.language])}"
    for paragraph, matches in groupby(pairs.finditer(story.text), key=lambda match: story.paragraph_of(match.start())):
        if about.search(story.text, paragraph.start, paragraph.stop):
            continue
        for match in matches:
            inner = Span(*max(match.spans("inner")))
            span, edits = Span(*match.span()), _edits(match, inner, marks, own.stops_inside)
            second = (match.group()[0], match.group()[-1]) in own.quotes
            if len(inner) and not (second and _nested(story.text, span, own.quotes[0])):
                certainty = Safety.SUGGEST if second and not story.source_language else Safety.SAFE
                rule, licences = "foreign-marks.pair", [Licence.QUOTED]
                yield repair(rule, Category.QUOTES, span, why, *edits, safety=certainty, licences=licences)


def _pairs(lexicons: Lexicons, text: str) -> regex.Pattern[str] | None:
    """Return a pattern of the pairs that the text has signs of and the language has not, if there are any."""
    own = forms.of(lexicons)
    if not own.quotes:
        return None
    known = {sign for pair in own.quotes for sign in pair}
    others = {pair[0] for pair in (*own.quotes[1:], *own.other_quotes)}
    known = known - others if own.quotes[0][0] in text else known | others
    found = tuple(sign for sign in PAIRS if sign in text and sign not in known)
    return _compiled(found) if found else None


def _nested(text: str, span: Span, pair: tuple[str, str]) -> bool:
    """Whether a quotation in the usual marks is open there, or stands within: one of the two is rightly other."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return line.rfind(pair[0]) > line.rfind(pair[1]) or pair[0] in span.of(text)


@cache
def _compiled(signs: tuple[str, ...]) -> regex.Pattern[str]:
    return regex.compile("|".join(PAIRS[sign] for sign in signs))


def _edits(match: regex.Match[str], inner: Span, marks: tuple[str, str], stops_inside: bool) -> tuple[Edit, Edit]:
    """Return the marks that the story uses elsewhere; a comma or stop goes inside, where the language has it so."""
    text, (opening, closing) = match.string, marks
    following = text[match.end() : match.end() + 1]
    moved = following if stops_inside and following in (",", ".") else ""
    inside = "" if text[inner.stop - 1] in "!?…,." else moved
    before = " " if text[match.start() - 1 : match.start()].isalnum() else ""
    after = " " if text[match.end() + len(moved) :][:1].isalnum() else ""
    return (
        Edit(Span(match.start(), inner.start), before + opening),
        Edit(Span(inner.stop, match.end() + len(moved)), inside + closing + after),
    )
