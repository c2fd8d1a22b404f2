"""Acronyms of public bodies that stayed as the original's language writes them: ONU for the UN."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, flag, repair
from cleanup.language import forms
from cleanup.language.codes import spoken
from cleanup.language.lexicons import Lexicons, Row
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

CONFIDENCE = {"certain": 0.97, "certain-with-source": 0.95, "likely": 0.7, "ambiguous": 0.4}
LOOK_BACK = 12  # characters
LICENCES = frozenset({Licence.NAMES, Licence.QUOTED})


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each acronym that the table knows and the story does not use on purpose."""
    index, rows = _index(story.lexicons)
    compounds = forms.of(story.lexicons).compounds
    for number, start, stop in index.find_matches_as_indexes(story.encodable):
        row, span = rows[number], Span(start, stop)
        if not _alone(story.text, span, compounds):
            continue
        at_home = _at_home(story.text, row["written"], row["expansion"], story.lexicons)
        proposal = None if at_home else _acronym(story, span, row)
        if proposal:
            yield proposal


@cache
def _index(lexicons: Lexicons) -> tuple[AhoCorasick, tuple[Row, ...]]:
    rows = lexicons.rows("acronyms")
    return AhoCorasick([row["written"] for row in rows], matchkind=MatchKind.LeftmostLongest), rows


def _alone(text: str, span: Span, compounds: bool) -> bool:
    """Whether the stretch is a whole word, no part of a longer name, address or code; "IWF-Chefin" is none either."""
    before, after = text[max(span.start - 1, 0) : span.start], text[span.stop : span.stop + 2]
    if before.isalnum() or before in tuple("-–_@#/&.") or after[:1].isalnum() or after[:1] in tuple("_@/&"):
        return False
    if compounds and after[:1] == "-" and after[1:2].isupper():
        return True
    return not (after[:1] in "-–." and after[1:2].isalnum())


@lru_cache(maxsize=256)
def _at_home(text: str, written: str, expansion: str, lexicons: Lexicons) -> bool:
    """Whether the story itself says what the letters mean here: "the Orquesta de Madrid (OMS)"."""
    explains = lexicons.pattern("explains")
    defined = regex.search(rf"\p{{Lu}}\p{{L}}+ \({regex.escape(written)}\)", text) is not None or any(
        explains.match(text, match.end()) for match in regex.finditer(rf"(?<!\w){regex.escape(written)}", text)
    )
    return defined and expansion.lower() not in text.lower()


def _acronym(story: Story, span: Span, row: Row) -> Proposal | None:
    word = row["written"].lower() in story.lexicons.words("function")
    if word and story.sentence_of(span.start).of(story.text).isupper():
        return None  # "UN HOMME": no letters, but a word in capitals
    languages = row["languages"].split()
    ours = story.source_language in languages
    certainty = row["certainty"]
    if certainty != "certain" and not ours and (story.source_language or certainty == "ambiguous"):
        return None
    why = f"{row['written']} is the name in {spoken(languages)} of the {row['expansion']}"
    if certainty == "ambiguous":
        return flag("acronyms.foreign", Category.ACRONYM, span, f"{why}, among other things", CONFIDENCE[certainty])
    sure = certainty == "certain" or (certainty == "certain-with-source" and ours)
    edits, agrees = _edits(story, span, row["target"])
    return repair(
        "acronyms.foreign",
        Category.ACRONYM,
        span,
        why,
        *edits,
        safety=Safety.SAFE if sure and agrees and not _discussed(story, span, row) else Safety.SUGGEST,
        confidence=CONFIDENCE[certainty],
        evidence=Evidence("lexicon", f"acronyms: {row['expansion']}"),
        licences=LICENCES,
    )


def _discussed(story: Story, span: Span, row: Row) -> bool:
    """Whether the letters themselves are the subject: "ONU on one side and UN on the other", or part of a name."""
    named = regex.match(r" (?:Corp|Inc|Ltd|Group|\p{Lu}{3,})\b", story.text, pos=span.stop)
    return named is not None or _speaks_of(story.text, story.sentence_of(span.start), row["target"], story.lexicons)


@lru_cache(maxsize=256)
def _speaks_of(text: str, sentence: Span, ours: str, lexicons: Lexicons) -> bool:
    stretch = sentence.of(text)
    both = regex.search(rf"(?<![\w.]){regex.escape(ours)}(?![\w.])", stretch)
    return both is not None or lexicons.pattern("about-letters").search(stretch) is not None


def _edits(story: Story, span: Span, ours: str) -> tuple[list[Edit], bool]:
    """Return the edits to our letters and to the article before them, and whether the two surely agree."""
    before, listed = story.text[max(span.start - LOOK_BACK, 0) : span.start], story.lexicons.words
    the = "".join(f"{word} " for word in listed("definite-articles"))
    alone = story.lexicons.pattern("ends-noun").match(story.text, span.stop)
    if ours in listed("articled-acronyms") and alone and story.lexicons.pattern("wants-article").search(before):
        return [Edit(span, f"{the}{ours}")], True
    if ours in listed("unarticled-acronyms") and before.lower().endswith(f" {the}") and alone:
        return [Edit(Span(span.start - len(the), span.start), ""), Edit(span, ours)], True
    articles = _articles(story.lexicons)
    if not articles:
        return [Edit(span, ours)], True
    return _with_article(story, span, ours, articles)


def _with_article(story: Story, span: Span, ours: str, articles: dict[str, Row]) -> tuple[list[Edit], bool]:
    """ "l’IMF" -> "le FMI": the article goes by the gender of our letters."""
    plain = story.text[max(span.start - LOOK_BACK, 0) : span.start].replace("'", "’")
    standing = [article for article in articles if _ends(plain.lower(), article)]
    if not standing:
        bare = plain.lower().split(" ")[-2:-1]
        return [Edit(span, ours)], not set(bare) & story.lexicons.words("wants-article")
    there = max(standing, key=len)
    right = articles[there].get(_genders(story.lexicons).get(ours, ""))
    if right is None:
        return [Edit(span, ours)], False
    if right == there:
        return [Edit(span, ours)], True
    before = Span(span.start - len(there) - (not there.endswith("’")), span.start)
    capital = before.of(story.text)[:1].isupper()
    text = (right[:1].upper() if capital else right[:1]) + right[1:] + ("" if right.endswith("’") else " ")
    return [Edit(before, text.replace("’", "'") if "’" not in story.text else text), Edit(span, ours)], True


def _ends(before: str, article: str) -> bool:
    """Whether the text before the letters ends in the article, as a word of its own."""
    whole = article if article.endswith("’") else f"{article} "
    return before.endswith(whole) and not before[: -len(whole)][-1:].isalnum()


@cache
def _articles(lexicons: Lexicons) -> dict[str, Row]:
    """Return for each form of the article its row in the table: one column a gender."""
    return {cell: row for row in lexicons.rows("articles") for cell in row.values()}


@cache
def _genders(lexicons: Lexicons) -> dict[str, str]:
    return {row["acronym"]: row["gender"] for row in lexicons.rows("acronym-genders")}
