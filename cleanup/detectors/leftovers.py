"""What stayed in the original's language: acronyms, words, and words in another script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from cleanup.findings import Candidate, Edit, Evidence, Finding, Licence, Proposal, Safety
from cleanup.lexicons import Lexicons, Row
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

SCRIPT = regex.compile(
    r"[\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Armenian}\p{Georgian}]"
    r"[\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Armenian}\p{Georgian}\p{M}.’'-]*"
)
BETWEEN_QUOTES = regex.compile(r"(?<=\p{Ll}{3}) (?P<and>y) (?=\p{Ll}{3}|\d)|(?<=[”\"»]) (?P<and>et|y|e|und|och|og|en|и|і|i) (?=[“\"«])")
ABOUT_WORDS = regex.compile(r"(?i)\b(?:abbreviat\w*|acronyms?|initials|letters?|spell\w*|stands for|known as)\b")
AFTER_PREPOSITION = regex.compile(r"(?i)\b(?:of|to|by|from|with|in|at|for|against|within|between|and|or|joined|left)\s$")
ENDS_NOUN = regex.compile(
    r"\s?(?:[,.;:!?)”\"»]|$|\n|’s|'s|(?:is|was|has|had|will|would|said|says|and|or|in|on|to|that|which|who|for|from|by)\b)"
)
FIGURE = regex.compile(r" (?P<figure>\d[\d.,]*)(?P<scale> (?:thousand|million|billion|trillion))?")
ARTICLED = frozenset("UN EU US UK UAE IMF WHO WTO OECD ECB ICC ICJ ILO IAEA AU OAS DRC NATO".split()) - {"NATO"}
SURER = {"certain": "certain", "likely": "certain", "ambiguous": "likely"}
CONFIDENCE = {"certain": 0.97, "likely": 0.7, "ambiguous": 0.4}
LICENCES = frozenset({Licence.NAMES, Licence.QUOTED})


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each acronym and word that the tables know, a flag for each stretch of another script."""
    yield from _acronyms(story)
    yield from _words(story)
    yield from _accented(story)
    yield from _scripts(story)
    for match in BETWEEN_QUOTES.finditer(story.text):
        why = f"'{match['and']}' is the original's 'and'"
        evidence = (Evidence("pattern", "between two quotations"),)
        span = Span(*match.span("and"))
        sure = match["and"] != "y" or story.source_language == "es"
        candidate = Candidate((Edit(span, "and"),), Safety.SAFE if sure else Safety.SUGGEST, 0.96, evidence)
        yield Proposal(Finding("leftovers.word", Category.LEFTOVER, span, why), (candidate,))


def _acronyms(story: Story) -> Iterator[Proposal]:
    index, rows = _index(story.lexicons)
    for number, start, stop in index.find_matches_as_indexes(story.encodable):
        row, span = rows[number], Span(start, stop)
        if _alone(story.text, span) and not _at_home(story, row):
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


def _at_home(story: Story, row: Row) -> bool:
    """Whether the story itself explains the letters: "the Orquesta de Madrid (OMS)", or defines them."""
    written = regex.escape(row["written"])
    defined = regex.search(
        rf"\p{{Lu}}\p{{L}}+ \({written}\)|(?<!\w){written},? (?:(?:is|are|was|means|stands for)(?: \w+){{0,3}} (?:the|an?) |an? )",
        story.text,
    )
    return defined is not None and row["expansion"].lower() not in story.text.lower()


def _acronym(story: Story, span: Span, row: Row) -> Proposal | None:
    languages = row["languages"].split()
    ours = story.source_language in languages
    certainty = row["certainty"]
    if ours and story.text[max(span.start - 4, 0) : span.start].lower() == "the ":
        certainty = SURER[certainty]  # "the BCE" is a body, whatever else the letters may mean
    if certainty == "ambiguous" and not ours:
        return None
    if story.source_language and not ours and certainty != "certain":
        return None
    sure = certainty == "certain" or (certainty == "likely" and ours)
    safety = Safety.SAFE if sure and not _discussed(story, span, row) else Safety.SUGGEST
    text = _articled(story, span, row["english"])
    why = f"{row['written']} is the name in {_spoken(languages)} of the {row['expansion']}"
    evidence = Evidence("lexicon", f"acronyms: {row['expansion']}")
    candidate = Candidate((Edit(span, text),), safety, CONFIDENCE[certainty], (evidence,), LICENCES)
    return Proposal(Finding("leftovers.acronym", Category.ACRONYM, span, why), (candidate,))


def _discussed(story: Story, span: Span, row: Row) -> bool:
    """Whether the letters themselves are the subject: "ONU on one side and UN on the other", or part of a name."""
    sentence = story.sentence_of(span.start).of(story.text)
    both = ABOUT_WORDS.search(sentence) or regex.search(rf"(?<![\w.]){regex.escape(row['english'])}(?![\w.])", sentence)
    named = regex.match(r" (?:Corp|Inc|Ltd|Group|\p{Lu}{3,})\b", story.text, pos=span.stop)
    return both is not None or named is not None


def _articled(story: Story, span: Span, english: str) -> str:
    """Return the English letters, with "the" where they stand for the body itself: "of ONU" -> "of the UN"."""
    if english not in ARTICLED:
        return english
    before = story.text[max(span.start - 12, 0) : span.start]
    if AFTER_PREPOSITION.search(before) and ENDS_NOUN.match(story.text, span.stop):
        return f"the {english}"
    return english


NAMES = {
    "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "de": "German", "ru": "Russian", "nl": "Dutch",
    "uk": "Ukrainian", "ro": "Romanian", "pl": "Polish", "cs": "Czech", "tr": "Turkish", "sv": "Swedish", "hu": "Hungarian",
    "ca": "Catalan", "no": "Norwegian", "nb": "Norwegian", "da": "Danish", "fi": "Finnish", "el": "Greek", "bg": "Bulgarian",
}  # fmt: skip


def _spoken(languages: list[str]) -> str:
    return " and ".join([NAMES.get(code, code) for code in languages][:2])


def _words(story: Story) -> Iterator[Proposal]:
    table = _leftovers(story.lexicons)
    for word in table.keys() & story.words.keys():
        row = table[word]
        languages = row["languages"].split()
        if story.source_language and story.source_language not in languages:
            continue
        for match in _standing(word, story.text):
            yield _word(story, Span(*match.span()), row)


@cache
def _leftovers(lexicons: Lexicons) -> dict[str, Row]:
    table = {row["written"]: row for row in lexicons.rows("leftovers")}
    return table | {written.replace("'", "’"): row for written, row in table.items()}


def _word(story: Story, span: Span, row: Row) -> Proposal:
    why = f"'{row['written']}' is {_spoken(row['languages'].split())}: {row['english']}"
    finding = Finding("leftovers.word", Category.LEFTOVER, span, why)
    if row["certainty"] != "certain":
        return Proposal(finding, confidence=0.7)
    evidence = (Evidence("lexicon", f"leftovers: {row['english']}"),)
    ours = story.source_language in row["languages"].split()
    safety, confidence = (Safety.SAFE, 0.95) if ours else (Safety.SUGGEST, 0.8)
    return Proposal(finding, (Candidate((Edit(span, row["english"]),), safety, confidence, evidence),))


def _accented(story: Story) -> Iterator[Proposal]:
    """Words in lower case with letters that English lacks, and that are no loan: "matinală", "plötzlich"."""
    known = story.lexicons.words("loanwords") | _leftovers(story.lexicons).keys()
    for word in story.words:
        if not word.isascii() and word.islower() and not word.replace("’", "'").isascii() and word not in known:
            for match in _standing(word, story.text):
                if not _on_purpose(story.text, Span(*match.span())):
                    why = f"'{word}' has letters that English words lack: left untranslated, or damaged"
                    yield Proposal(Finding("leftovers.accented", Category.LEFTOVER, Span(*match.span()), why), confidence=0.7)


def _standing(word: str, text: str) -> Iterator[regex.Match[str]]:
    return regex.finditer(rf"(?<![\p{{L}}\p{{N}}’'-]){regex.escape(word)}(?![\p{{L}}\p{{N}}’'-])", text)


def _scripts(story: Story) -> Iterator[Proposal]:
    """Words in another script: known ones are repaired, others flagged unless quoted or glossed on purpose."""
    for match in SCRIPT.finditer(story.text):
        written = match.group().rstrip(".-’'")
        span = Span(match.start(), match.start() + len(written))
        row = _scripted(story.lexicons).get(written.lower())
        if row:
            yield _known(story, span, row)
        elif not _on_purpose(story.text, span):
            why = "A word in another script was left untranslated"
            yield Proposal(Finding("leftovers.script", Category.SCRIPT, span, why), confidence=0.9)


@cache
def _scripted(lexicons: Lexicons) -> dict[str, Row]:
    return {row["written"]: row for row in lexicons.rows("scripts")}


def _known(story: Story, span: Span, row: Row) -> Proposal:
    figure = FIGURE.match(story.text, span.stop)
    text = row["english"]
    if row["sign"] != "-" and figure:
        text = row["sign"]
        span = Span(span.start, figure.start("figure"))
    elif row["kind"] == "name" and story.text[span.start - 1 : span.start] in ('"', "«", "“"):
        if story.text[span.stop : span.stop + 1] in ('"', "»", "”"):
            span = Span(span.start - 1, span.stop + 1)
    why = f"'{row['written']}' was left in its own script"
    evidence = (Evidence("lexicon", f"scripts: {row['english']}"),)
    candidate = Candidate((Edit(span, text),), Safety.SAFE, 0.95, evidence, LICENCES)
    return Proposal(Finding("leftovers.script", Category.SCRIPT, span, why), (candidate,))


def _on_purpose(text: str, span: Span) -> bool:
    """Whether the word stands between quotation marks or brackets: shown, not left over."""
    before = text[max(span.start - 60, 0) : span.start]
    return any(before.count(a) > before.count(b) for a, b in (("(", ")"), ("“", "”"), ("«", "»"))) or before.count('"') % 2 == 1
