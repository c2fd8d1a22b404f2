"""Stops and letters of other scripts in English sentences: "yes。", "he came، and left", a Cyrillic С in Canada."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, repair
from cleanup.language import forms
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

STOPS = {"。": ".", "、": ",", "،": ",", "؛": ";", "؟": "?", "٪": "%", "·": " "}
STOP = regex.compile(
    r"(?<=[\p{Latin}\d%”\"’)])(?:[。،؛؟]|、(?=\s?[\p{Latin}\d]))|(?<=\d)٪|(?<=\p{Ll})·(?=\p{Lu}\p{Ll})"
)
LATIN = str.maketrans("АВСЕНІЈКМОРЅТХУаеосрхуіјѕ", "ABCEHIJKMOPSTXYaeocpxyijs")
CYRILLIC = regex.compile(
    r"(?<!\p{L})(?=\p{Cyrillic}*\p{Latin})(?=\p{Latin}*\p{Cyrillic})[\p{Latin}\p{Cyrillic}]{3,}(?!\p{L})"
)
FOREIGN = regex.compile(r"[。、،؛؟٪·]|\p{Cyrillic}")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each such stop behind a Latin letter, and each word that mixes look-alike letters in."""
    if not forms.of(story.lexicons).stops_inside or not FOREIGN.search(story.text):
        return
    for match in STOP.finditer(story.text):
        ours = STOPS[match.group()]
        glued = ours in ".,;?" and story.text[match.end() : match.end() + 1].isalpha()
        span, why = Span(*match.span()), "This mark belongs to another script"
        yield repair("foreign-stops.mark", Category.SCRIPT, span, why, Edit(span, ours + " " * glued))
    for match in CYRILLIC.finditer(story.text):
        word = match.group().translate(LATIN)
        if not regex.search(r"\p{Cyrillic}", word):
            span, why = Span(*match.span()), "Some of its letters are Cyrillic ones that look like Latin ones"
            licences = [Licence.NAMES, Licence.QUOTED]
            yield repair("foreign-stops.letters", Category.ENCODING, span, why, Edit(span, word), licences=licences)
