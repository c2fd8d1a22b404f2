"""Names that lost their capital, as at links: "feijóo He had", "the talks with vladimir putin"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.names import genders, mentions, people
from cleanup.names.folding import folded
from cleanup.names.people import People
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

SHORTEST = 4  # letters
MOST = 4  # places without a capital: more are the way a story is written
WORD_BEFORE = regex.compile(r"(?<![\w@#./-])[\p{L}\p{M}]+[ \u00a0]$")
LOOK_BACK = 40  # characters
IN_ADDRESS = "@#_/.\\:"


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each word in small letters that is no English word, and elsewhere a name."""
    ordinary = story.lexicons.words("vocabulary")
    small = [w for w in story.words if w not in ordinary and len(w) >= SHORTEST and w.islower() and w.isalpha()]
    if not ordinary or not small:
        return
    known = people.of(story.lexicons)
    found = list(_lost(story, small, known, _names(story), _persons(story)))
    yield from found if len(found) <= MOST else ()


def _lost(
    story: Story, small: Sequence[str], known: People, names: Mapping[str, str], persons: Set[str]
) -> Iterator[Proposal]:
    ordinary = story.lexicons.words("vocabulary")
    for word in small:
        for span in _free(story, word):
            first = _first(story, span)
            key = folded(f"{first.of(story.text)} {word}") if first else ""
            whole = known.by_form.get(key)
            if first and whole and first.of(story.text) not in ordinary:
                form = next(form for form in whole.forms if folded(form) == key)
                evidence = Evidence("lexicon", f"people: {whole.name}, {whole.office}")
                yield _capital(story, first.cover(span), form, evidence)
            elif word in names:
                count = story.words[names[word]]
                told = f"{names[word]} stands here {'once' if count == 1 else f'{count} times'}"
                certain = (word in persons or names[word] in story.kinds) and count >= story.words[word]
                yield _capital(story, span, names[word], Evidence("story", told), certain)


def _names(story: Story) -> dict[str, str]:
    """Return the words of names, by their small letters, that have a capital inside a sentence."""
    found = mentions.of(story).mentions
    return {word.lower(): word for m in found for word in m.words[m.initial :] if not word.isupper()}


def _persons(story: Story) -> set[str]:
    """Return the surnames, in small letters, of those whose first name is known."""
    first = genders.first_names(story.lexicons)
    return {name[-1].lower() for name in mentions.of(story).full if folded(name[0]) in first}


def _free(story: Story, word: str) -> Iterator[Span]:
    """Yield where the word stands and is no part of an address or a handle."""
    for span in story.standing(word):
        before, after = story.text[max(span.start - 1, 0) : span.start], story.text[span.stop : span.stop + 2]
        if before not in tuple(IN_ADDRESS) and not (
            after[:1] in tuple("@_/") or (after[:1] == "." and after[1:].isalnum())
        ):
            yield span


def _first(story: Story, span: Span) -> Span | None:
    """Return the word before."""
    match = WORD_BEFORE.search(story.text, max(span.start - LOOK_BACK, 0), span.start)
    return Span(match.start(), match.end() - 1) if match else None


def _capital(story: Story, span: Span, name: str, evidence: Evidence, certain: bool = True) -> Proposal:
    return repair(
        "capitals.name",
        Category.NAME,
        span,
        f"{name} is a name",
        Edit(span, name),
        safety=Safety.SAFE if certain and story.source_language else Safety.SUGGEST,
        confidence=0.95 if certain else 0.6,
        evidence=evidence,
        licences=[Licence.NAMES, Licence.QUOTED],
    )
