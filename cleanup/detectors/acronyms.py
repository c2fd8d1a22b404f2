"""Acronyms of public bodies that stayed as the original's language writes them: ONU for the UN."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from cleanup.codes import spoken
from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, flag, repair
from cleanup.lexicons import Lexicons, Row
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

CONFIDENCE = {"certain": 0.97, "certain-with-source": 0.95, "likely": 0.7, "ambiguous": 0.4}
ABOUT_WORDS = regex.compile(r"(?i)\b(?:abbreviat\w*|acronyms?|initials|letters?|spell\w*|stands for|known as)\b")
AFTER_PREPOSITION = regex.compile(
    r"(?i)\b(?:of|to|by|from|with|in|at|for|against|within|between|and|or|joined|left)\s$"
)
ENDS_NOUN = regex.compile(
    r"\s?(?:[,.;:!?)”\"»]|$|\n|’s|'s|(?:is|was|has|had|will|would|said|says|and|or|in|on|to|that|which|who|for|from|by)\b)"
)
ARTICLED = frozenset("UN EU US UK UAE IMF WHO WTO OECD ECB ICC ICJ ILO IAEA AU OAS DRC".split())
LICENCES = frozenset({Licence.NAMES, Licence.QUOTED})


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each acronym that the table knows and the story does not use on purpose."""
    index, rows = _index(story.lexicons)
    for number, start, stop in index.find_matches_as_indexes(story.encodable):
        row, span = rows[number], Span(start, stop)
        if _alone(story.text, span) and not _at_home(story.text, row["written"], row["expansion"]):
            proposal = _acronym(story, span, row)
            if proposal:
                yield proposal


@cache
def _index(lexicons: Lexicons) -> tuple[AhoCorasick, tuple[Row, ...]]:
    rows = lexicons.rows("acronyms")
    return AhoCorasick([row["written"] for row in rows], matchkind=MatchKind.LeftmostLongest), rows


def _alone(text: str, span: Span) -> bool:
    """Whether the stretch is a whole word, no part of a longer name, address or code."""
    before, after = text[max(span.start - 1, 0) : span.start], text[span.stop : span.stop + 2]
    if before.isalnum() or before in tuple("-–_@#/&.") or after[:1].isalnum() or after[:1] in tuple("_@/&"):
        return False
    return not (after[:1] in "-–." and after[1:2].isalnum())


@lru_cache(maxsize=256)
def _at_home(text: str, written: str, expansion: str) -> bool:
    """Whether the story itself says what the letters mean here: "the Orquesta de Madrid (OMS)"."""
    written = regex.escape(written)
    defined = regex.search(
        rf"\p{{Lu}}\p{{L}}+ \({written}\)"
        rf"|(?<!\w){written},? (?:(?:is|are|was|means|stands for)(?: \w+){{0,3}} (?:the|an?) |an? )",
        text,
    )
    return defined is not None and expansion.lower() not in text.lower()


def _acronym(story: Story, span: Span, row: Row) -> Proposal | None:
    languages = row["languages"].split()
    ours = story.source_language in languages
    certainty = row["certainty"]
    if certainty != "certain" and not ours and (story.source_language or certainty == "ambiguous"):
        return None
    why = f"{row['written']} is the name in {spoken(languages)} of the {row['expansion']}"
    if certainty == "ambiguous":
        return flag("acronyms.foreign", Category.ACRONYM, span, f"{why}, among other things", CONFIDENCE[certainty])
    sure = certainty == "certain" or (certainty == "certain-with-source" and ours)
    return repair(
        "acronyms.foreign",
        Category.ACRONYM,
        span,
        why,
        *_edits(story, span, row["english"]),
        safety=Safety.SAFE if sure and not _discussed(story, span, row) else Safety.SUGGEST,
        confidence=CONFIDENCE[certainty],
        evidence=Evidence("lexicon", f"acronyms: {row['expansion']}"),
        licences=LICENCES,
    )


def _discussed(story: Story, span: Span, row: Row) -> bool:
    """Whether the letters themselves are the subject: "ONU on one side and UN on the other", or part of a name."""
    named = regex.match(r" (?:Corp|Inc|Ltd|Group|\p{Lu}{3,})\b", story.text, pos=span.stop)
    return named is not None or _speaks_of(story.text, story.sentence_of(span.start), row["english"])


@lru_cache(maxsize=256)
def _speaks_of(text: str, sentence: Span, english: str) -> bool:
    stretch = sentence.of(text)
    both = regex.search(rf"(?<![\w.]){regex.escape(english)}(?![\w.])", stretch)
    return both is not None or ABOUT_WORDS.search(stretch) is not None


def _edits(story: Story, span: Span, english: str) -> list[Edit]:
    """Return the edit to the English letters, with "the" where they stand for the body itself: "of ONU"."""
    before = story.text[max(span.start - 12, 0) : span.start]
    alone = ENDS_NOUN.match(story.text, span.stop)
    if english in ARTICLED and AFTER_PREPOSITION.search(before) and alone:
        return [Edit(span, f"the {english}")]
    if english == "NATO" and before.lower().endswith(" the ") and alone:
        return [Edit(Span(span.start - 4, span.start), ""), Edit(span, english)]
    return [Edit(span, english)]
