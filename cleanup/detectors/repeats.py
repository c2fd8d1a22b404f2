"""The same word, or the same words, twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import eq

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.story import WORD, Story
from cleanup.taxonomy import Category
from cleanup.text import Span

WORD_TWICE = regex.compile(r"(?<![\p{L}\p{N}’'-])(?P<word>\p{Ll}{1,24}+)(?:[ \u00a0]++(?P=word)(?![\p{L}\p{N}’'-]))+")
SHORTEST, LONGEST = 3, 8  # words in a phrase
SEPARATOR = regex.compile(r" [—–|-] ")
TITLE_ENDS = regex.compile(r"\s*(?:$|\n|//|\|)")
SAME = b"\1"
ENDS = frozenset(".!?…")
PLAIN = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}’',-]*(?<!,)")
LOOK_BACK = 10  # letters
LONGEST_NAME = 40
LONG = 5  # letters: what people say twice on purpose is shorter, or in the list above


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each repetition; only articles, prepositions and the like are certain."""
    meant, before_meant = story.lexicons.words("repeats-on-purpose"), story.lexicons.pattern("repeats-on-purpose")
    twice = any(map(eq, story.sequence, story.sequence[1:]))
    for match in WORD_TWICE.finditer(story.text) if twice else ():
        before = max(match.start() - LOOK_BACK, 0)
        if (
            match["word"] not in meant
            and not _named(match, story)
            and not before_meant.search(story.text, before, match.start())
        ):
            yield _repetition(match, match["word"], story)
    yield from _phrases(story)
    yield from _site_names(story)


def _named(match: regex.Match[str], story: Story) -> bool:
    """Whether the second may belong to a name: "aux côtés de de Klerk"."""
    following = story.text[match.end() + 1 : match.end() + 2]
    return following.isupper() and match["word"] in story.lexicons.words("particles")


def _site_names(story: Story) -> Iterator[Proposal]:
    """ "Rain expected — Morning Post - Morning Post": a page's title with the site's name as it was and translated."""
    for left, right in pairwise(SEPARATOR.finditer(story.text)):
        name = story.text[left.end() : right.start()]
        if len(name) > LONGEST_NAME or not name[:1].isupper() or not story.text.startswith(name, right.end()):
            continue
        if TITLE_ENDS.match(story.text, right.end() + len(name)):
            why = "A page's title carries the site's name twice"
            cut = Span(left.start(), right.start())
            licences = [Licence.DELETION]
            yield repair("repeats.site-name", Category.BOILERPLATE, cut, why, Edit(cut, ""), licences=licences)


def _phrases(story: Story) -> Iterator[Proposal]:
    """ "Arab Portal for News Arab Portal for News": three to eight words, and the same again."""
    found = _twice(story.sequence)
    if found:
        spans = [Span(*match.span()) for match in WORD.finditer(story.text)]
        for index, length in found:
            cut = Span(spans[index - 1].stop, spans[index + length - 1].stop)
            between = story.text[cut.start : spans[index].start]
            if "\n" not in cut.of(story.text) and not ENDS & set(between):
                yield _phrase(cut, Span(spans[index - length].start, cut.stop), story)
                if index == length:
                    yield from _furniture(story.text[spans[0].start : spans[length - 1].stop], story)


def _furniture(site: str, story: Story) -> Iterator[Proposal]:
    """Yield the headline of another story, cut off by an ellipsis, that a site puts behind its name at the end."""
    found = regex.search(rf"(?<=[.!?”\")])\s+{regex.escape(site)} [^\n]{{1,200}}…\s*+\Z", story.text)
    if found and site[:1].isupper() and story.source_language:
        cut = Span(*found.span())
        why = f"The headline of another story stands behind the site's name, '{site}', and is cut off"
        yield repair("repeats.teaser", Category.BOILERPLATE, cut, why, Edit(cut, ""), licences=Licence)


def _twice(words: list[str]) -> list[tuple[int, int]]:
    """Return where as many words as stand before are said again, and how many they are, in order."""
    found = []
    for length in range(SHORTEST, LONGEST + 1):
        again = bytes(map(eq, words, words[length:]))
        at = again.find(SAME * length)
        while at >= 0:
            if not _begun_since(words, at, length):
                found.append((at + length, length))
            at = again.find(SAME * length, at + 1)
    return sorted(found)


def _begun_since(words: list[str], at: int, length: int) -> bool:
    """Whether a shorter phrase began with the same words in between."""
    first = words[at : at + SHORTEST]
    return any(words[start : start + SHORTEST] == first for start in range(at + 1, at + length))


def _phrase(cut: Span, whole: Span, story: Story) -> Proposal:
    certain = story.source_language is not None and _one_stretch(cut, whole, story)
    return repair(
        "repeats.phrase",
        Category.REPETITION,
        whole,
        "The same words stand twice in a row",
        Edit(cut, ""),
        safety=Safety.SAFE if certain else Safety.SUGGEST,
        confidence=0.95 if certain else 0.7,
        licences=Licence,
    )


def _one_stretch(cut: Span, whole: Span, story: Story) -> bool:
    """Whether the words are a phrase with its preposition or a name, said twice without a breath.

    Clauses may follow each other so on purpose, "when we do it we do it well", and so may "a factor of a factor".
    """
    again, text = cut.of(story.text), whole.of(story.text)
    words = again.split(" ")[1:]
    if text != f"{again[1:]}{again}" or not all(PLAIN.fullmatch(word) for word in words):
        return False
    if story.text[: whole.start].rstrip().endswith(words[-1]) or story.text[cut.stop :].lstrip().startswith(words[0]):
        return False
    light = story.lexicons.words("prepositions") | story.lexicons.words("function")
    phrase = words[0] in story.lexicons.words("prepositions") and words[-1].lower() not in light
    return phrase or (words[0][:1].isupper() and words[-1][:1].isupper())


def _repetition(match: regex.Match[str], word: str, story: Story) -> Proposal:
    """People write a word twice as often as engines do: it is certain only in a story known to be translated."""
    noun = len(word) >= LONG and not word.endswith("s")  # "the memo reports reports" may mean it
    certain = story.source_language is not None and (word in story.lexicons.words("repeats-surely") or noun)
    safety, confidence = (Safety.SAFE, 0.97) if certain else (Safety.SUGGEST, 0.75)
    edit = Edit(Span(match.end("word"), match.end()), "")
    why = f"'{word}' stands twice in a row"
    span = Span(*match.span())
    return repair("repeats.word", Category.REPETITION, span, why, edit, safety=safety, confidence=confidence)
