"""Outlets, parties, offices and companies whose names were translated word for word: "told The World" for Le Monde."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.codes import spoken
from cleanup.language.lexicons import Lexicons, Row
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

TABLES = ("outlets", "parties", "offices", "companies")
THE = "the "
BEFORE = {
    "paper": "paper-before",
    "party": "party-before",
    "press": "press-before",
    "company": "company-before",
}  # classes of words beside a name
BEHIND = {"paper": "paper-behind", "party": "party-behind", "press": "press-behind", "company": "company-behind"}
ARTICLE = regex.compile(r"(?<!\p{L})(?P<the>[Tt]he )$")
OWNER = regex.compile(r"\p{L}[’']s? $")
NAME_BEFORE = regex.compile(r"(?P<word>\p{Lu}[\p{L}’'.-]*) $")
NAME_AFTER = regex.compile(r"(?: and)? \p{Lu}")
WORD_CHARACTERS = tuple("-–_@#/&’'")
LOOK_BACK = 60  # characters


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each name that the tables know from the original's language; silent where none is told."""
    if story.source_language is None:
        return
    index, names = _index(story.lexicons)
    for number, start, stop in index.find_matches_as_indexes(story.encodable):
        span = Span(start, stop)
        for table, row in names[number][1] if _alone(story.text, span) else ():
            whole = _whole(story, span, row) if story.source_language in row["languages"].split() else None
            if whole is None or _begins_the_right_one(story.text, whole, row["right"]):
                continue
            if _cued(story, whole, row["wants"]) and not _within_name(story, whole, row["wants"]):
                yield _renamed(story, whole, table, row)
                break


@cache
def _index(lexicons: Lexicons) -> tuple[AhoCorasick, Sequence[tuple[str, list[tuple[str, Row]]]]]:
    """Return an index of the names without their articles, and for each the rows that spell it so."""
    found: Mapping[str, list[tuple[str, Row]]] = defaultdict(list)
    for table in TABLES:
        for row in lexicons.rows(table):
            found[row["written"].removeprefix(THE)].append((table, row))
    names = list(found.items())
    return AhoCorasick([name for name, _ in names], matchkind=MatchKind.LeftmostLongest), names


def _alone(text: str, span: Span) -> bool:
    before, after = text[max(span.start - 1, 0) : span.start], text[span.stop : span.stop + 1]
    return not (before.isalnum() or before in WORD_CHARACTERS or after.isalnum() or after in WORD_CHARACTERS[:6])


def _begins_the_right_one(text: str, whole: Span, right: str) -> bool:
    """Whether English's own name stands there, of which this is the beginning: "Censor" of "Censor.net"."""
    return len(right) > whole.stop - whole.start and text.startswith(right, whole.start)


def _whole(story: Story, span: Span, row: Row) -> Span | None:
    """Return the name with the article that belongs to it; None where the row wants one and none is there."""
    article = ARTICLE.search(story.text, max(span.start - len(THE), 0), span.start)
    if row["written"].startswith(THE) and not article:
        return span if OWNER.search(story.text, max(span.start - LOOK_BACK, 0), span.start) else None
    belongs = article and (row["written"].startswith(THE) or row["right"].startswith(THE))
    return Span(span.start - len(THE), span.stop) if belongs else span


def _cued(story: Story, whole: Span, wants: str) -> bool:
    """Whether a word stands beside it that only such a name has; behind it, where no sentence begins with it."""
    if not wants:
        return True
    start = story.sentence_of(whole.start).start
    before = story.text[max(start, whole.start - LOOK_BACK) : whole.start]
    if story.lexicons.pattern(BEFORE[wants]).search(before):
        return True
    begins = not before.strip(" “\"'«‘")
    return not begins and story.lexicons.pattern(BEHIND[wants]).match(story.text, whole.stop) is not None


def _within_name(story: Story, whole: Span, wants: str) -> bool:
    """Whether the words belong to a longer name: "The World Bank", "Radio Free Romania"."""
    before = NAME_BEFORE.search(story.text, max(whole.start - LOOK_BACK, 0), whole.start)
    light = story.lexicons.words("function") | story.lexicons.words("prepositions")
    if before and before["word"].lower() not in light and not before["word"].endswith(("’s", "'s", "s’", "s'")):
        return True
    return bool(wants) and NAME_AFTER.match(story.text, whole.stop) is not None


def _renamed(story: Story, whole: Span, table: str, row: Row) -> Proposal:
    text, right = story.text, row["right"]
    if OWNER.search(text, max(whole.start - LOOK_BACK, 0), whole.start):
        right = right.removeprefix(THE)
    elif text[whole.start].isupper() and story.sentence_of(whole.start).start == whole.start:
        right = right[:1].upper() + right[1:]
    if "’" in text:
        right = right.replace("'", "’")
    return repair(
        f"institutions.{table}",
        Category.NAME,
        whole,
        f"English news writes {row['right']}; this is its name from {spoken(row['languages'].split())}, word for word",
        Edit(whole, right),
        safety=Safety.SAFE if row["certainty"] == "certain" else Safety.SUGGEST,
        confidence=0.95 if row["certainty"] == "certain" else 0.6,
        evidence=Evidence("lexicon", f"{table}: {row['right']}"),
        licences=[Licence.NAMES, Licence.QUOTED],
    )
