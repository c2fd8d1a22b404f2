"""A paragraph's large first letter that was parted from its word: "T he minister said"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, repair
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

FIRST = regex.compile(r"[“\"‘«]?(?P<letter>\p{Lu})(?P<space>[ \u00a0])(?P<rest>\p{Ll}+)(?![\p{L}\p{N}’'-])")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each paragraph that begins with a letter and the rest of its word."""
    for paragraph in story.paragraphs:
        match = FIRST.match(story.text, paragraph.start, paragraph.stop)
        if match and _one_word(story, match["letter"].lower(), match["rest"]):
            why = "The first letter was set large and parted from its word"
            span, edit = Span(match.start("letter"), match.end("rest")), Edit(Span(*match.span("space")), "")
            licences = [Licence.NAMES, Licence.QUOTED]
            yield repair("drop-caps.parted", Category.SPACING, span, why, edit, confidence=0.97, licences=licences)


def _one_word(story: Story, letter: str, rest: str) -> bool:
    """Whether the two make a word and the rest is none; "T he" does too, since no T can stand before "he"."""
    words, whole = story.lexicons.words, letter + rest
    if len(rest) == 1 or (rest in words("vocabulary") and letter not in words("words-of-one-letter")):
        return whole in words("sentence-starters")
    return rest not in words("vocabulary") and whole in words("vocabulary")
