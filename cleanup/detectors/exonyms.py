"""Countries and cities that kept the name of the original's language: Londres for London."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.codes import spoken
from cleanup.language.lexicons import Lexicons, Row
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

BEFORE = regex.compile(r"(?P<word>[\p{L}\p{M}’'.-]+)[ \u00a0]$")
CAPITAL_AFTER = regex.compile(r"[ \u00a0]\p{Lu}")
ARTICLED = regex.compile(
    r"(?:States|Kingdom|Netherlands|Philippines|Republic|Emirates|Bahamas|Gambia|Maldives|Union|Islands|territories)$"
)
ARTICLES = ("the", "and", "but")  # "The Pays-Bas"; any other capital before a name is part of one: "Forza Italia"
LOOK_BACK = 40  # characters
JOINED = "-–’'_@/"


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each name that stands by itself in a story from one of its languages."""
    index, rows = _index(story.lexicons)
    for number, start, stop in index.find_matches_as_indexes(story.encodable):
        row, span = rows[number], Span(start, stop)
        languages = row["languages"].split()
        ours = story.source_language in languages
        if (ours or not story.source_language) and _alone(story.text, span) and not _in_name(story, span):
            yield repair(
                "exonyms.foreign",
                Category.NAME,
                span,
                f"{row['written']} is {spoken(languages)} for {row['english']}",
                Edit(span, _with_article(story, span, row["english"])),
                safety=Safety.SUGGEST,  # engines hardly leave one: of five met in 12,000 lines all were other places
                confidence=0.6 if ours and row["certainty"] == "certain" else 0.4,
                evidence=Evidence("lexicon", f"exonyms: {row['english']}"),
                licences=[Licence.NAMES],
            )


@cache
def _index(lexicons: Lexicons) -> tuple[AhoCorasick, tuple[Row, ...]]:
    rows = (*lexicons.rows("exonyms"), *lexicons.rows("cities"))
    return AhoCorasick([row["written"] for row in rows], matchkind=MatchKind.LeftmostLongest), rows


def _alone(text: str, span: Span) -> bool:
    before, after = text[max(span.start - 1, 0) : span.start], text[span.stop : span.stop + 1]
    return not (before.isalnum() or after.isalnum() or before in tuple(JOINED) or after in tuple("-–_@/"))


def _with_article(story: Story, span: Span, english: str) -> str:
    """Return the name as running text has it: "the United States", with a capital where a sentence begins."""
    before = BEFORE.search(story.text, max(span.start - LOOK_BACK, 0), span.start)
    if not ARTICLED.search(english) or (before and before["word"].lower() == "the"):
        return english
    return f"{'The' if story.sentence_of(span.start).start == span.start else 'the'} {english}"


def _in_name(story: Story, span: Span) -> bool:
    """Whether a word beside it makes it part of a longer name: "Hotel Londres", "Universidad de Londres"."""
    text = story.text
    before = BEFORE.search(text, max(span.start - LOOK_BACK, 0), span.start)
    if before is None:
        return CAPITAL_AFTER.match(text, span.stop) is not None
    word = before["word"].lower()
    plain = before["word"].islower() or word in ARTICLES or word in story.lexicons.words("prepositions")
    foreign = word in story.lexicons.words("particles")
    return foreign or not plain or CAPITAL_AFTER.match(text, span.stop) is not None
