"""Scores of matches as the original's language writes them: (0:1), "won 3:1", "the 3:1 victory"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

GOALS = regex.compile(
    r"(?<![\d:.,/-]|\d |[$€£])(?P<home>1?\d):(?P<away>\d)(?![\d:]|[.,]\d| ?[ap]\.?m\b| (?:majority|ratio|odds|scale))"
)
LOOK_BACK = 60  # characters


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each score with a colon in a story of sport; certain beside who won or lost.

    There the larger figure goes first, as English has it whoever played at home: "a 1-0 victory", "lost 2-0".
    """
    if ":" not in story.text or not story.lexicons.pattern("sport").search(story.text):
        return
    for match in GOALS.finditer(story.text):
        result = _result(story, match)
        if result:
            goals = sorted((int(match["home"]), int(match["away"])), reverse=True)
            yield _score(match, f"{goals[0]}-{goals[1]}", result, Safety.SAFE if story.source_language else None)
        elif story.text[match.start() - 1 : match.start()] == "(" and story.text[match.end() : match.end() + 1] == ")":
            yield _score(match, f"{match['home']}-{match['away']}")


def _result(story: Story, match: regex.Match[str]) -> str | None:
    """Return the words beside the score that say who won: behind it, or in its sentence with nothing between."""
    behind = story.lexicons.pattern("victory-behind").match(story.text, match.end())
    if behind:
        return behind.group().strip()
    start = max(story.sentence_of(match.start()).start, match.start() - LOOK_BACK)
    said = list(story.lexicons.pattern("won-or-lost").finditer(story.text, start, match.start()))
    if not said or regex.search(r"[\d:;(,]", story.text[said[-1].end() : match.start()].rstrip("(").rstrip()):
        return None
    return said[-1].group()


def _score(match: regex.Match[str], text: str, result: str = "", safety: Safety | None = None) -> Proposal:
    evidence = Evidence("story", f"'{result}' stands beside it") if result else None
    return repair(
        "scores.colon",
        Category.NUMBER,
        Span(*match.span()),
        "English writes a score with a dash" + (", the larger figure first" if result else ""),
        Edit(Span(*match.span()), text),
        safety=safety or Safety.SUGGEST,
        confidence=0.95 if safety else 0.6,
        evidence=evidence,
        licences=[Licence.NUMBERS],
    )
