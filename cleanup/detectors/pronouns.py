"""Pronouns of another gender than the only person they can mean: "Jimmy Butler praised her favorite player"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.segmentation import quotations
from cleanup.names import genders
from cleanup.names.genders import OTHER, Being, Beings
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
POSSESSIVES = ("her", "his")
ASIDE = regex.compile(r"\A, (?:an?|the) [^,;:()]{1,80}(?:\([^()]{1,80}\))?,|\([^()]{1,80}\)")  # "Anna Bell, a painter,"
THAT = " that "
QUOTING = regex.compile(r"[\"“”«»„:;()]")
FULL = range(2, 5)  # words of a full name
LONGEST = 400  # characters of what goes before a sentence
MOST_BEFORE = 4  # words before a role: "In turn, the writer"
SUBJECT = {"m": ("he", "him", "He", "himself", "His"), "f": ("she", "She", "herself", "Her")}
WORDS = regex.compile(r"\p{L}[\p{L}\p{M}’'-]*")
WHY = "{who} is {what}, and nobody else stands before '{word}'"


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each pronoun that cannot mean anybody who was named before it.

    Only pronouns are looked at whose gender the original's language does not say. What is made, not only suggested, is
    "his" and "her" after a full name that is the subject of the sentence, in a story that has nobody of their gender.
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
            said_so = OTHER[only.gender or ""]
            certain = _certain(story, only, span, said_so) or _reported(story, only, span, said_so)
            yield repair(
                "pronouns.gender",
                Category.GENDER,
                span,
                why,
                edit,
                safety=Safety.SAFE if certain else Safety.SUGGEST,
                confidence=0.95 if certain else 0.7,
                evidence=evidence,
                licences=[Licence.NAMES],
            )
        said.add(gender)


def _certain(story: Story, only: Being, pronoun: Span, said: str) -> bool:
    """Whether the possessive can only be the subject's: "Team leader Jimmy Butler praised her player".

    Not where anybody else is spoken of, in the sentence or the one before, nor where gender is what the story is about.
    """
    sentence, text = story.sentence_of(pronoun.start), story.text
    between = text[only.span.stop : pronoun.start]
    full = len(only.who) in FULL and not any(map(str.isupper, only.who))
    if pronoun.of(text) not in POSSESSIVES or not full or not sentence.holds(only.span):
        return False
    if QUOTING.search(text[sentence.start : pronoun.start]) or between.startswith(("’s", "'s")):
        return False
    return (
        _before_a_noun(story, pronoun)
        and _subject(story, only, sentence)
        and not _somebody(story, between)
        and not _somebody(story, text[max(sentence.start - LONGEST, 0) : sentence.start])
        and not any(story.words.get(word) for word in (*SUBJECT[said], *story.lexicons.words("gender-is-the-subject")))
    )


def _reported(story: Story, only: Being, pronoun: Span, said: str) -> bool:
    """Whether a clause can only be about the subject: "Jana Nováková, a painter, was told that he owed money".

    Not where anybody else is spoken of up to there, in all of the story, nor where its gender stands anywhere else.
    """
    sentence, text = story.sentence_of(pronoun.start), story.text
    between = ASIDE.sub("", text[only.span.stop : pronoun.start])
    if len(only.who) not in FULL or not sentence.holds(only.span) or THAT not in between or QUOTING.search(between):
        return False
    elsewhere = (match.span()[0] for match in PRONOUN.finditer(text) if GENDER[match[0].lower()] == said)
    return (
        pronoun.of(text) in ("he", "she", *POSSESSIVES)
        and _subject(story, only, sentence)
        and not _somebody(story, between)
        and not _somebody(story, text[: sentence.start])
        and all(only.span.stop < start < sentence.stop for start in elsewhere)
        and not any(story.words.get(word) for word in story.lexicons.words("gender-is-the-subject"))
    )


def _subject(story: Story, only: Being, sentence: Span) -> bool:
    """Whether a name begins its sentence, but for what somebody is: "Team leader Jimmy Butler"."""
    before = story.text[sentence.start : only.span.start]
    *others, last = WORDS.findall(before) or [""]
    words = story.lexicons.words
    role = last.lower() in words("persons-of-either-gender") or last in words("titles")
    return not before.strip() or (role and len(others) <= MOST_BEFORE and not _somebody(story, " ".join(others)))


def _somebody(story: Story, text: str) -> bool:
    """Whether a text speaks of anybody, named or not."""
    known = story.lexicons.words("persons-of-either-gender")
    return any(word.lower() in known or word.lower().removesuffix("s") in known for word in WORDS.findall(text))


def _before_a_noun(story: Story, pronoun: Span) -> bool:
    after, words = WORD_AFTER.match(story.text, pronoun.stop), story.lexicons.words
    return after is not None and not any(
        after["word"] in words(name) for name in ("prepositions", "conjunctions", "function", "people-of-a-marriage")
    )


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
