"""Spaces where the copy's language has none: before ; : ! ? %, and before stops where a tag stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from cleanup import forms
from cleanup.codes import spoken
from cleanup.findings import Edit, Licence, Proposal, Safety, repair
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
    """Yield a proposal for each space that the original's language, or a tag, left before a mark."""
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
            yield _closed(match, "before-stop", "A space stands before the stop or comma", _certainty(story, match))


def _certainty(story: Story, match: regex.Match[str]) -> Safety:
    """People slip here too: only where a tag stood, or the story is known to be translated, is it the engine's."""
    at_tag = any(match.start() <= at <= match.end() for at in story.document.boundaries)
    return Safety.SAFE if at_tag or story.source_language else Safety.SUGGEST


def _closed(match: regex.Match[str], shape: str, why: str, safety: Safety = Safety.SAFE) -> Proposal:
    space = Span(*match.span())
    span = Span(space.start - 1, space.stop + 1)
    rule, edit = f"spacing.{shape}", Edit(space, "")
    return repair(rule, Category.SPACING, span, why, edit, safety=safety, licences=[Licence.QUOTED])
