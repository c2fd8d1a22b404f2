"""Places and nationalities that lost their capital on the way: "the first funeral in mecca", "in kyiv"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.lexicons import Lexicons
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

SHORTEST = 4  # letters
MOST = 4  # places in small letters: more are the way a story is written
IN_ADDRESS = tuple("@#_/.\\:&=-–")
IN_A_PLACE = regex.compile(r"(?<![\p{L}-])(?:in|to|from|near) $")
WORD_AFTER = regex.compile(r"[ \u00a0](?P<word>\p{L}+)")
LOOK_BACK = 6  # characters


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each place in small letters that is no other English word, or stands where only one can.

    Certain in a story known to be translated.
    """
    plain, after_in = _lowered(story.lexicons)
    small = [word for word in story.words if word in plain or word in after_in]
    if not plain or not small or sum(story.words[word] for word in small) > MOST:
        return
    for word in small:
        for span in story.standing(word):
            if _free(story, span) and (word in plain or _in_a_place(story, span)):
                yield _capital(story, span, plain.get(word) or after_in[word])


@cache
def _lowered(lexicons: Lexicons) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the names by their small letters: those that no other word shares, and those to be met behind "in"."""
    names = {place.lower(): place for place in lexicons.words("places") if place.isalpha() and len(place) >= SHORTEST}
    words = lexicons.words("vocabulary") | lexicons.words("loanwords") | lexicons.words("places-and-words")
    plain = {low: name for low, name in names.items() if low not in words and low != name} if words else {}
    return plain, {low: names[low] for low in lexicons.words("places-behind-in") if low in names}


def _free(story: Story, span: Span) -> bool:
    """Whether the word is no part of an address, a handle, a longer word or a name of small letters."""
    before, after = story.text[max(span.start - 1, 0) : span.start], story.text[span.stop : span.stop + 2]
    return (
        before not in IN_ADDRESS
        and after[:1] not in IN_ADDRESS[:4]
        and not (after[:1] in IN_ADDRESS and after[1:].isalnum())
    )


def _in_a_place(story: Story, span: Span) -> bool:
    """Whether it stands behind "in" and what goes before a noun does not follow: "in mecca.", "from mecca to"."""
    behind = IN_A_PLACE.search(story.text, max(span.start - LOOK_BACK, 0), span.start)
    following = WORD_AFTER.match(story.text, span.stop)
    return behind is not None and (following is None or following["word"] in story.lexicons.words("prepositions"))


def _capital(story: Story, span: Span, name: str) -> Proposal:
    return repair(
        "places.capital",
        Category.NAME,
        span,
        f"{name} is a place or a people",
        Edit(span, name),
        safety=Safety.SAFE if story.source_language else Safety.SUGGEST,
        confidence=0.95,
        evidence=Evidence("lexicon", f"places: {name}"),
        licences=[Licence.NAMES, Licence.QUOTED],
    )
