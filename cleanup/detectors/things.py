"""Bodies that became persons: "ČT sport has been on air for 15 years. After a break, he is preparing to return"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.names import genders
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

BODY = regex.compile(
    r"\A(?:The )?(?P<body>\p{Lu}{2,6}(?: \p{Ll}+)?|\p{Lu}[\p{L}-]+(?: (?:of |the |for )*\p{Lu}[\p{L}-]+){1,5}) "
    r"(?:also |already |now )?(?:\p{Ll}{3,}ed|began|broke|can|could|gave|had|has|is|lost|made|may|might|must|put|said|"
    r"saw|set|took|was|will|won|would)\b"
)
SUBJECT = regex.compile(
    r"(?:(?:^|[,.]) (?P<he>[Hh]e|[Ss]he)) (?:also |already |now )?"
    r"(?:can|could|had|has|is|must|was|will|would|\p{Ll}{3,}ed)\b"
)
ANNIVERSARY = regex.compile(
    r"(?<![\p{L}’'-])[Oo]n (?P<their>her|his|their) (?:\p{Ll}+|\d+(?:st|nd|rd|th)) (?:anniversary|birthday)\b"
)
ITS = regex.compile(r"(?<![\p{L}’'-])its?(?![\p{L}’'-])")
PERSONAL = ("he", "He", "she", "She", "him", "his", "His", "her", "Her", "himself", "herself")
LONGEST = 600  # characters from the body to the pronoun
NAMED = regex.compile(r"[\p{L},] \p{Lu}\p{Ll}+ (?=\p{Ll})")
WORDS = regex.compile(r"\p{L}[\p{L}\p{M}’'-]*")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each pronoun of a person, or of several, that can only mean a body."""
    if story.source_language in story.lexicons.words("things-of-a-gender"):
        yield from _subjects(story)
        yield from _anniversaries(story)


def _subjects(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for the first "he" or "she" of a story that begins with a body, and has met nobody by then."""
    met = BODY.match(story.text) if any(map(story.words.get, PERSONAL)) else None
    he = SUBJECT.search(story.text, met.end(), met.end() + LONGEST) if met else None
    if met and he and _body(story, met["body"]) and not _anybody(story, Span(met.end("body"), he.start("he"))):
        yield _thing(Span(*he.span("he")), he["he"], met["body"], "It" if he["he"][0].isupper() else "it")


def _anniversaries(story: Story) -> Iterator[Proposal]:
    """ "On their fifteenth birthday" behind a sentence about one body, which is "it" there."""
    for match in ANNIVERSARY.finditer(story.text):
        before = story.sentence_of(max(match.start() - 2, 0))
        text = before.of(story.text)
        met = BODY.match(text) if before.stop <= match.start() and ITS.search(text) else None
        if met and _body(story, met["body"]) and not _anybody(story, Span(before.start + met.end("body"), before.stop)):
            yield _thing(Span(*match.span("their")), match["their"], met["body"], "its")


def _thing(span: Span, word: str, body: str, right: str) -> Proposal:
    return repair(
        "pronouns.thing",
        Category.GENDER,
        span,
        f"{body} is one body and no person, and nobody was named before '{word}'",
        Edit(span, right),
        safety=Safety.SAFE,
        confidence=0.93,
        evidence=Evidence("story", f"{body} is all that it can mean"),
        licences=[Licence.NAMES],
    )


def _body(story: Story, name: str) -> bool:
    """Whether a name is an acronym, or has a word of bodies: the President of the United States is none."""
    words, known = name.split(), story.lexicons.words
    if any(word in known("titles") or word.lower() in known("persons-of-either-gender") for word in words):
        return False
    return words[0].isupper() or any(word in known("bodies") for word in words)


def _anybody(story: Story, stretch: Span) -> bool:
    """Whether anybody is named or spoken of in a stretch, or may be: "the Brazilian"."""
    known, people = story.lexicons.words, genders.of(story).between(stretch.start, stretch.stop)
    if people or NAMED.search(story.text, stretch.start, stretch.stop):
        return True
    words = {word.lower().removesuffix("s") for word in WORDS.findall(stretch.of(story.text))}
    return not words.isdisjoint(known("persons-of-either-gender") | known("men") | known("women"))
