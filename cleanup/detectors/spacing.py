"""Spaces where the copy's language has none, before ; : ! ? % or where a tag stood; none where it has one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.language.codes import spoken
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

BEFORE_MARK = regex.compile(
    r"(?<=[\p{L}\p{N}”’\"')])[ \u00a0\u202f]+(?=[;!?](?:[\s”\"’)]|$))|(?<=\p{L})[ \u00a0\u202f]+(?=:(?:\s|$))"
)
PERCENT = regex.compile(r"(?<=\d)[ \u00a0\u202f](?=%(?![\p{L}\p{N}]))")
STOP = regex.compile(r"(?<=\p{Ll})[ \u00a0](?<!\. )(?=[,.](?:[ ”\"]|$))(?![.] \.)", regex.MULTILINE)
TOKENISED = regex.compile(r"\p{L} [,.](?:\s|$)")
HINT = re.compile("[ \u00a0\u202f][;:!?%,.]")
MANY = 3  # a story with this many spaces before stops is tokenised, not damaged


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each space that the original's language, or a tag, left before a mark, or left out."""
    if forms.of(story.lexicons).spaced_marks:
        yield from _missing(story)
    if not HINT.search(story.text):
        return
    own, language = forms.of(story.lexicons), spoken([story.language])
    for match in BEFORE_MARK.finditer(story.text):
        if story.text[match.end()] not in own.spaced_marks:
            safety = Safety.SAFE if match.group() != " " else _certainty(story, match)
            yield _closed(match, "before-mark", f"{language} sets no space before this mark", safety)
    for match in PERCENT.finditer(story.text) if not own.percent_space else ():
        yield _closed(match, "before-percent", f"{language} sets no space before the percent sign")
    if len(TOKENISED.findall(story.text)) < MANY:
        for match in STOP.finditer(story.text):
            safety = Safety.SAFE if _at_tag(story, match) else Safety.SUGGEST
            yield _closed(match, "before-stop", "A space stands before the stop or comma", safety)


def _missing(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each mark without the space before it that most of the story's have."""
    marks = regex.escape(forms.of(story.lexicons).spaced_marks)
    spaced = regex.findall(rf"[\p{{L}}\p{{N}}»](?P<space>[ \u00a0\u202f])[{marks}](?=\s|$)", story.text)
    bare = list(regex.finditer(rf"(?<=\p{{L}}|\p{{L}}»)(?=[{marks}](?:[ \u00a0\n]|$))", story.text))
    if len(spaced) <= len(bare):
        return
    usual = Counter(spaced).most_common(1)[0][0]
    safety = Safety.SAFE if story.source_language else Safety.SUGGEST
    for match in bare:
        why = f"{spoken([story.language])} sets a space before this mark, and so does the story elsewhere"
        edit, span = Edit(Span(*match.span()), usual), Span(match.start() - 1, match.end() + 1)
        yield repair("spacing.missing", Category.SPACING, span, why, edit, safety=safety, licences=[Licence.QUOTED])


def _certainty(story: Story, match: regex.Match[str]) -> Safety:
    """People slip here too: only where a tag stood, or the story is known to be translated, is it the engine's."""
    return Safety.SAFE if _at_tag(story, match) or story.source_language else Safety.SUGGEST


def _at_tag(story: Story, match: regex.Match[str]) -> bool:
    """Whether a tag stood here. Reporters leave a space before a stop as often as engines do where none stood."""
    return any(match.start() <= at <= match.end() for at in story.document.boundaries)


def _closed(match: regex.Match[str], shape: str, why: str, safety: Safety = Safety.SAFE) -> Proposal:
    space = Span(*match.span())
    span = Span(space.start - 1, space.stop + 1)
    rule, edit = f"spacing.{shape}", Edit(space, "")
    return repair(rule, Category.SPACING, span, why, edit, safety=safety, licences=[Licence.QUOTED])
