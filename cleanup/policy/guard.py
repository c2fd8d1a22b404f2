"""The meaning guard: after a repair the same numbers, names, negations and quoted words, unless licensed.

Licensed to touch numbers means their form: the values must still be the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import regex

from cleanup.edits import apply
from cleanup.findings import Edit, Licence
from cleanup.language.quantities import values
from cleanup.language.segmentation import quotations
from cleanup.story import Story
from cleanup.text import Span

NUMBER = regex.compile(r"(?<!&#x?\d*)\d+(?:[.,:]\d+)*")  # an entity's number is none of the story's
NAME = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}’'-]*")
QUOTED_WORD = regex.compile(r"[\p{L}\p{N}]+(?:[.,:’'-][\p{L}\p{N}]+)*")
NEAR = 500  # characters: no number, name or negation reaches so far
WORD_ONLY = regex.compile(r"[\p{L}\p{N}]+")


def objection(story: Story, edits: Sequence[Edit], licences: frozenset[Licence]) -> str | None:
    """Return what the edits would change that they may not, or None."""
    if Licence.DELETION in licences and not any(edit.text for edit in edits):
        return None
    before, after = _before_and_after(story, edits)
    if Licence.VALUES in licences:
        pass  # the original has said what it must be
    elif Licence.NUMBERS in licences:
        if values(before, story.lexicons) != values(after, story.lexicons):
            return "it would change the value of a number"
    elif Counter(NUMBER.findall(before)) != Counter(NUMBER.findall(after)):
        return "it would change a number"
    negation = story.lexicons.pattern("negation")
    if Licence.NEGATION not in licences and len(negation.findall(before)) != len(negation.findall(after)):
        return "it would change a negation"
    if Licence.NAMES not in licences and _names(before) != _names(after):
        return "it would change a name"
    return None


def changes_quoted_words(story: Story, edits: Sequence[Edit]) -> bool:
    """Whether an edit adds, drops or changes a word that stands inside quotation marks."""
    for edit in edits:
        paragraph = story.paragraph_of(edit.span.start)
        inside = any(q.holds(edit.span) for q in _quotations(story.text, paragraph))
        if inside and QUOTED_WORD.findall(edit.span.of(story.text)) != QUOTED_WORD.findall(edit.text):
            return True
    return False


@lru_cache(maxsize=64)
def _quotations(text: str, paragraph: Span) -> list[Span]:
    return quotations(text, paragraph)


def _before_and_after(story: Story, edits: Sequence[Edit]) -> tuple[str, str]:
    """Return the paragraphs that the edits touch, or what is near in long ones, as they are and as they would be."""
    whole = Span(edits[0].span.start, edits[-1].span.stop)
    first, last = story.paragraph_of(whole.start), story.paragraph_of(whole.stop)
    near = Span(max(first.start, whole.start - NEAR), min(last.stop, whole.stop + NEAR))
    stretch = near.cover(whole)
    shifted = [Edit(Span(edit.span.start - stretch.start, edit.span.stop - stretch.start), edit.text) for edit in edits]
    before = stretch.of(story.text)
    return before, apply(before, shifted)


def _names(text: str) -> Counter[str]:
    """Count capitalised words; a repair that changes the case of a sentence's first word needs a licence."""
    return Counter(word for match in NAME.finditer(text) for word in WORD_ONLY.findall(match.group()))
