"""Pronouns of another gender than the only person they can mean: "Jimmy Butler praised her favorite player"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.names import genders
from cleanup.names.genders import OTHER, Being, Beings
from cleanup.segmentation import quotations
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

PRONOUN = regex.compile(r"(?<![\w’'-])(?:[Hh]e|[Hh]im|[Hh]is|[Hh]imself|[Ss]he|[Hh]er|[Hh]ers|[Hh]erself)(?![\w-])")
GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
TURNED = dict(
    zip(
        "he him his himself she her hers herself".split(), "she her her herself he him his himself".split(), strict=True
    )
)
WORD_AFTER = regex.compile(r"[ \u00a0](?P<word>\p{L}+)")
CALLED = {"m": "a man", "f": "a woman"}
UNSAID = (  # languages, and the pronouns whose gender they do not say
    ("subjects-without-gender", "subjects-of-unsaid-gender"),
    ("possessives-without-gender", "possessives-of-unsaid-gender"),
    ("objects-without-gender", "objects-of-unsaid-gender"),
)
WHY = "{who} is {what}, and nobody else stands before '{word}'"


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a suggestion for each pronoun that cannot mean anybody who was named before it.

    Only pronouns are looked at whose gender the original's language does not say.
    """
    unsaid = _unsaid(story)
    found = [(Span(*match.span()), match[0].lower()) for match in PRONOUN.finditer(story.text) if unsaid]
    if not any(word in unsaid for _, word in found):
        return
    said: set[str] = set()
    beings = genders.of(story)
    for span, word in found:
        gender = GENDER[word]
        only = _only(story, beings, span) if word in unsaid and gender not in said else None
        if only and only.gender == OTHER[gender] and not _quoted(story, span):
            why = WHY.format(who=" ".join(only.who), what=CALLED[only.gender or ""], word=span.of(story.text))
            evidence = Evidence("story", f"{' '.join(only.who)} is the only one it can mean")
            edit = Edit(span, _turned(story, span))
            yield repair(
                "pronouns.gender",
                Category.GENDER,
                span,
                why,
                edit,
                safety=Safety.SUGGEST,
                confidence=0.7,
                evidence=evidence,
                licences=[Licence.NAMES],
            )
        said.add(gender)


def _unsaid(story: Story) -> frozenset[str]:
    """Return the pronouns, in small letters, that the original may have had without a gender."""
    words = story.lexicons.words
    found = [words(pronouns) for languages, pronouns in UNSAID if story.source_language in words(languages)]
    return frozenset().union(*found)


def _only(story: Story, beings: Beings, pronoun: Span) -> Being | None:
    """Return whom the pronoun must mean: the only one in its sentence or the one before, where nobody else was met.

    Somebody of the pronoun's gender anywhere before, or somebody of unknown gender in the sentence or in what goes
    before it in the paragraph, might be meant.
    """
    sentence = story.sentence_of(pronoun.start)
    near = [being for being in beings.between(sentence.start, pronoun.start) if not being.noun]
    if not near and sentence.start == pronoun.start > 0:
        before = story.sentence_of(max(sentence.start - 2, 0))
        near = [being for being in beings.between(before.start, before.stop) if not being.noun]
    if not near or len({being.who[-1] for being in near}) != 1 or not near[0].gender:
        return None
    only = near[0]
    paragraph = story.paragraph_of(pronoun.start)
    others = [being for being in beings.between(0, pronoun.start) if being.who[-1] != only.who[-1]]
    other = OTHER[near[0].gender]
    meant = [b for b in others if b.gender == other or (not b.gender and b.span.start >= paragraph.start)]
    return None if meant else only


def _turned(story: Story, span: Span) -> str:
    """Return the pronoun in the other gender: "her" is "his" before a noun, else "him"."""
    word = span.of(story.text)
    turned = TURNED[word.lower()]
    if word.lower() == "her":
        after = WORD_AFTER.match(story.text, span.stop)
        alone = after is None or after["word"] in story.lexicons.words("prepositions") | story.lexicons.words(
            "conjunctions"
        )
        turned = "him" if alone else "his"
    return turned.capitalize() if word[0].isupper() else turned


def _quoted(story: Story, span: Span) -> bool:
    return any(q.holds(span) for q in quotations(story.text, story.paragraph_of(span.start)))
