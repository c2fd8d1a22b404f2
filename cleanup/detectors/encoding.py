"""Characters damaged on the way: HTML entities left standing, and UTF-8 read as another encoding."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, repair
from cleanup.language import forms
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

ENTITY = regex.compile(r"&(?:#\d{2,6}|#x[\da-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
MOJIBAKE = regex.compile(
    r"(?<![\p{L}\p{M}])[\p{L}\p{M}]*(?:[ÃÂÐÑÅÄĂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€.?|ï»¿)[\p{L}\p{M}\u0080-\u00bf€™œž“”]*"
)
LOST_I = regex.compile(r"(?<=\p{Ll})Ã(?=[a-np-z])")
FULLWIDTH = regex.compile(r"[\uff01-\uff5e]+ ?")
MARKUP = frozenset("<>")
CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
LICENCES = frozenset({Licence.QUOTED, Licence.NAMES})


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each entity and each stretch of mojibake that can be read back."""
    if "&" in story.text:
        yield from _entities(story)
    if any(sign in story.text for sign in "ÃÂÐÑÅÄĂâï"):
        yield from _mojibake(story)
    for match in FULLWIDTH.finditer(story.text):
        yield _safe("fullwidth", match, _narrow(match), "Fullwidth characters, as Chinese and Japanese set them")


def _entities(story: Story) -> Iterator[Proposal]:
    for match in ENTITY.finditer(story.text):
        character = html.unescape(match.group())
        if character != match.group() and not MARKUP & set(character) and character.isprintable() | character.isspace():
            why = f"{match.group()} is HTML for {character.strip() or 'a space'}"
            yield _safe("html-entity", match, _as_the_story_sets(character, story), why)


def _as_the_story_sets(character: str, story: Story) -> str:
    """Return the character; an apostrophe is curly in a story whose apostrophes are."""
    return CURLY if character == "'" and story.text.count(CURLY) > story.text.count("'") else character


def _mojibake(story: Story) -> Iterator[Proposal]:
    from ftfy import fix_encoding  # noqa: PLC0415 - loaded only where something looks damaged

    for match in MOJIBAKE.finditer(story.text):
        fixed = fix_encoding(match.group())
        if fixed != match.group() and len(fixed) < len(match.group()):
            yield _safe("mojibake", match, fixed, "UTF-8 was read as another encoding")
    lost = forms.of(story.lexicons).lost_letter
    for match in LOST_I.finditer(story.text) if lost and story.source_language != "de" else ():  # there it was ß
        yield _safe("mojibake", match, lost, f"UTF-8 was read as Latin-1 and a soft hyphen was lost: Ã was {lost}")


def _narrow(match: regex.Match[str]) -> str:
    """Return the characters in their usual width, with a space after a mark that needs one."""
    text = unicodedata.normalize("NFKC", match.group())
    follows = match.string[match.end() : match.end() + 1]
    return f"{text} " if text[-1] in ",.;:!?" and follows.isalnum() else text


def _safe(shape: str, match: regex.Match[str], text: str, why: str) -> Proposal:
    span = Span(*match.span())
    licences = LICENCES | {Licence.NUMBERS} if shape == "fullwidth" else LICENCES
    return repair(f"encoding.{shape}", Category.ENCODING, span, why, Edit(span, text), licences=licences)
