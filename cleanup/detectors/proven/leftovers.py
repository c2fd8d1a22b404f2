"""A word of plain letters that is none of the copy's language and stands so in the original: "were plimbate"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.alignment.tokens import stem
from cleanup.alignment.words import is_ordinary, lists_ordinary, translations
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.language.codes import spoken
from cleanup.language.segmentation import quotations
from cleanup.names.folding import folded
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

WORD = regex.compile(r"(?<![\p{L}\p{M}\p{N}@#_/.’'-])[a-z]{6,}(?![\p{L}\p{M}\p{N}@_/’'-]|\.\p{L})")
THEIRS = regex.compile(r"[\p{L}\p{M}]{6,}")
ENDINGS = ("", "s", "es", "ed", "d", "ing", "ly", "al", "er", "ers", "y", "ist", "ists", "ism")


def check(story: Story, pair: Pair) -> Iterator[Proposal]:
    """Yield a flag for each word; words within a name or quotation marks may be meant to stand."""
    if not lists_ordinary(pair.target) or not story.lexicons.words("vocabulary"):
        return
    found = [match for match in WORD.finditer(pair.copy) if not _ours(match.group(), story, pair)]
    if not found:
        return
    theirs = {folded(match.group()) for match in THEIRS.finditer(pair.original) if match.group().islower()}
    quoted = quotations(pair.copy, Span(0, len(pair.copy)))
    for match in found:
        span = Span(*match.span())
        if match.group() in theirs and not any(q.holds(span) for q in quoted) and not _within_a_name(pair.copy, span):
            why = f"'{match.group()}' stands so in the original: it is {spoken([pair.source])}"
            yield flag("proven.leftover", Category.LEFTOVER, pair.at(span), why, 0.7)


def _ours(word: str, story: Story, pair: Pair) -> bool:
    """Whether the word is one of the copy's language, as far as its lists know, or another form of one."""
    listed = story.lexicons.words
    known = listed("vocabulary") | listed("loanwords")
    table = translations(pair.source, pair.target)
    if table and stem(word) in table.get(stem(word), (stem(word),)):
        return True  # nobody ever translated it otherwise
    stems = {word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)}
    return is_ordinary(word, pair.target) or any(stem in known or f"{stem}e" in known for stem in stems)


def _within_a_name(text: str, span: Span) -> bool:
    before, after = text[: span.start].split()[-1:], text[span.stop :].split()[:1]
    return all(words and words[0][:1].isupper() for words in (before, after))
