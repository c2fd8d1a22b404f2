"""Words that stand in the copy as in the original: left untranslated, with what the tables say they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.alignment.tokens import function_words, stem
from cleanup.alignment.words import is_ordinary, lists_ordinary, translations
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Proposal, flag
from cleanup.language.segmentation import quotations
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

WORD = regex.compile(r"[\p{L}\p{M}]+(?:-\p{L}+)*")
SHORTEST = 4  # letters
STRETCH = 3  # words
SENTENCE = 5  # words in a row: a sentence, or most of one


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:
    """Yield a flag for each sentence left in the original's language, else for each word."""
    for pair in pairs:
        if pair.original.strip() == pair.copy.strip() and _sentence(pair):
            why = "This sentence was not translated"
            yield flag("bilingual.untranslated", Category.LEFTOVER, pair.place, why, 0.9)
        elif translations(pair.source, pair.target):
            yield from _words(story, pair)


def _sentence(pair: Pair) -> bool:
    words = [match.group().lower() for match in WORD.finditer(pair.copy)]
    theirs, ours = function_words(pair.source), function_words(pair.target)
    foreign = sum(word in theirs for word in words) > sum(word in ours for word in words)
    return len(words) >= SENTENCE and (foreign or not pair.copy.isascii())


def _words(story: Story, pair: Pair) -> Iterator[Proposal]:
    quoted = quotations(pair.copy, Span(0, len(pair.copy)))
    theirs = {match.group() for match in WORD.finditer(pair.original)}
    found = [
        Span(*match.span())
        for match in WORD.finditer(pair.copy)
        if match.group() in theirs and _foreign(match.group(), story, pair) and not _named(story, pair.copy, match)
    ]
    found = [span for span in found if not any(each.holds(span) for each in quoted)]
    if len(found) >= STRETCH:
        span = pair.at(found[0].cover(found[-1]))
        yield flag("bilingual.untranslated", Category.LEFTOVER, span, "These words stand so in the original", 0.8)
        return
    for span in found:
        word = span.of(pair.copy)
        meant = ", ".join(translations(pair.source, pair.target)[stem(word)][:2])
        why = f"'{word}' stands so in the original; other translations have words that begin with {meant}"
        yield flag("bilingual.word", Category.LEFTOVER, pair.at(span), why, 0.75)


def _named(story: Story, text: str, match: regex.Match[str]) -> bool:
    """Whether a word with a capital stands beside it, or a particle of names: a title, a phrase."""
    particles = story.lexicons.words("particles")
    before, after = text[: match.start()].split()[-1:], text[match.end() :].split()[:1]
    return any(word[:1].isupper() or word in particles for word in before + after)


def _foreign(word: str, story: Story, pair: Pair) -> bool:
    """Whether the word is one of the original's language, which the tables translate, and none of the copy's."""
    if len(word) < SHORTEST or not word.islower() or word in story.lexicons.words("loanwords"):
        return False
    key = stem(word)
    known = translations(pair.source, pair.target).get(key, ())
    if not known or key in known or not lists_ordinary(pair.target) or is_ordinary(word, pair.target):
        return False
    return not word.isascii() or word in function_words(pair.source)  # who knows all of the copy's rare words?
