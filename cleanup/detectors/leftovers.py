"""Words that stayed in the original's language, or in its script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, flag, repair
from cleanup.language import forms
from cleanup.language.codes import spoken
from cleanup.language.identification import foreign_stretches
from cleanup.language.lexicons import Lexicons, Row
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

OTHER = "".join(
    rf"\p{{{script}}}"
    for script in "Cyrillic Greek Arabic Hebrew Han Hiragana Katakana Hangul Thai Armenian Georgian".split()
)
SCRIPT = regex.compile(rf"[{OTHER}](?:[{OTHER}\p{{M}}.’'-]*[{OTHER}\p{{M}}])?")
BEYOND_LATIN = re.compile("[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff]")
PAIRS = (("(", ")"), ("“", "”"), ("«", "»"))
LOOK_BACK = 60  # characters
SHORTEST_PASSAGE = 10  # words; a shorter line may be all names
SHORTEST = 2  # letters: "µg" is no word


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each word that the tables know, a flag for what they do not."""
    yield from _ands(story)
    yield from _words(story)
    yield from _accented(story)
    yield from _scripts(story)
    for span, language in foreign_stretches(story.text, story.paragraphs, story.language):
        if len(span.of(story.text).split()) < SHORTEST_PASSAGE:
            continue
        why = f"This stretch is in {spoken([language.code or '?'])}: it was not translated"
        yield flag("leftovers.passage", Category.LEFTOVER, span, why, language.confidence)


def _ands(story: Story) -> Iterator[Proposal]:
    """ "soldiers y 43 vehicles", from the Spanish."""
    for match in story.lexicons.pattern("foreign-and").finditer(story.text) if " y " in story.text else ():
        span = Span(*match.span("and"))
        counted = story.text[span.stop + 1].isdigit()  # else it may join two Spanish words
        safety = Safety.SAFE if counted and story.source_language == "es" else Safety.SUGGEST
        yield repair("leftovers.and", Category.LEFTOVER, span, "'y' is Spanish: and", Edit(span, "and"), safety=safety)


def _words(story: Story) -> Iterator[Proposal]:
    table = _leftovers(story.lexicons)
    for word in table.keys() & story.words.keys():
        row = table[word]
        if not story.source_language or story.source_language in row["languages"].split():
            for span in story.standing(word):
                yield from _word(story, span, row)
    index, rows = _phrases(story.lexicons)
    for number, start, stop in index.find_matches_as_indexes(story.encodable):
        row, span = rows[number], Span(start, stop)
        ours = not story.source_language or story.source_language in row["languages"].split()
        if ours and _whole(story.text, span):
            yield from _word(story, span, row)


@cache
def _phrases(lexicons: Lexicons) -> tuple[AhoCorasick, tuple[Row, ...]]:
    """Return an index of the entries of several words, and their rows."""
    rows = tuple(row for row in lexicons.rows("leftovers") if " " in row["written"])
    return AhoCorasick([row["written"] for row in rows], matchkind=MatchKind.LeftmostLongest), rows


def _whole(text: str, span: Span) -> bool:
    around = text[max(span.start - 1, 0) : span.start] + text[span.stop : span.stop + 1]
    return not any(letter.isalnum() or letter in "’'-" for letter in around)


@cache
def _leftovers(lexicons: Lexicons) -> dict[str, Row]:
    table = {row["written"]: row for row in lexicons.rows("leftovers")}
    return table | {written.replace("'", "’"): row for written, row in table.items()}


def _word(story: Story, span: Span, row: Row) -> Iterator[Proposal]:
    if row["certainty"] == "alone" and not _in_small_letters(story, span):
        return
    why = f"'{row['written']}' is {spoken(row['languages'].split())}: {row['target']}"
    if row["certainty"] != "certain":
        yield flag("leftovers.word", Category.LEFTOVER, span, why)
        return
    sure = story.source_language is not None and _among_our_words(story, span)
    safety, confidence = (Safety.SAFE, 0.95) if sure else (Safety.SUGGEST, 0.7)
    evidence = Evidence("lexicon", f"leftovers: {row['target']}")
    edit = Edit(span, row["target"])
    yield repair(
        "leftovers.word", Category.LEFTOVER, span, why, edit, safety=safety, confidence=confidence, evidence=evidence
    )


def _in_small_letters(story: Story, span: Span) -> bool:
    """Whether the words on both sides are there, and in small letters: no title, no name."""
    text, nouns = story.text, forms.of(story.lexicons).noun_capitals
    before, after = text[max(span.start - LOOK_BACK, 0) : span.start].split(), text[span.stop :][:LOOK_BACK].split()
    return (
        bool(before and after)
        and before[-1].islower()
        and (nouns or after[0].islower())
        and not _on_purpose(text, span)
    )


def _among_our_words(story: Story, span: Span) -> bool:
    """Whether the words on both sides are in lower case and plain letters: no title, no foreign phrase."""
    text, foreign = story.text, story.lexicons.words("particles") | _leftovers(story.lexicons).keys()
    around = (
        text[max(span.start - LOOK_BACK, 0) : span.start].split()[-1:],
        text[span.stop : span.stop + LOOK_BACK].split()[:1],
    )
    return all(word.islower() and word.isascii() and word not in foreign for words in around for word in words)


def _accented(story: Story) -> Iterator[Proposal]:
    """Words in lower case with letters that the copy's language lacks, and that are no loan: "matinală", "plötzlich".

    Only a language that has none beyond ASCII has a list of loans.
    """
    if not story.lexicons.words("loanwords"):
        return
    why = f"has letters that {spoken([story.language])} words lack: left untranslated, or damaged"
    for word in story.words:
        if word.isascii() or not word.islower() or word.replace("’", "'").isascii() or _known_word(story, word):
            continue
        for span in story.standing(word) if not SCRIPT.search(word) else ():
            if len(word) > SHORTEST and not _on_purpose(story.text, span) and not _within_name(story.text, span):
                yield flag("leftovers.accented", Category.LEFTOVER, span, f"'{word}' {why}")


def _within_name(text: str, span: Span) -> bool:
    """Whether capitals stand on both sides: "Alternative für Deutschland"."""
    before = text[max(span.start - LOOK_BACK, 0) : span.start].split(" ")
    return len(before) > 1 and not before[-1] and before[-2][:1].isupper() and text[span.stop + 1 :][:1].isupper()


def _known_word(story: Story, word: str) -> bool:
    return word in story.lexicons.words("loanwords") or word in _leftovers(story.lexicons)


def _scripts(story: Story) -> Iterator[Proposal]:
    """Words in another script: known ones are repaired, others flagged unless quoted or glossed on purpose."""
    if not BEYOND_LATIN.search(story.text):
        return
    for match in SCRIPT.finditer(story.text):
        span = Span(*match.span())
        row = _scripted(story.lexicons).get(match.group().lower())
        if row and (row["kind"] != "letter" or _inside_word(story.text, span)):
            yield _known(story, span, row)
        elif not _on_purpose(story.text, span):
            why = "A word in another script was left untranslated"
            yield flag("leftovers.script", Category.SCRIPT, span, why, 0.9)


def _inside_word(text: str, span: Span) -> bool:
    """Whether Latin letters stand on both sides."""
    return text[max(span.start - 1, 0) : span.start].isalpha() and text[span.stop : span.stop + 1].isalpha()


@cache
def _scripted(lexicons: Lexicons) -> dict[str, Row]:
    return {row["written"]: row for row in lexicons.rows("scripts")}


def _known(story: Story, span: Span, row: Row) -> Proposal:
    figure = story.lexicons.pattern("currency-figure").match(story.text, span.stop)
    text, around = row["target"], Span(span.start - 1, span.stop + 1).of(story.text)
    if row["sign"] != "-" and figure:
        text, span = row["sign"], Span(span.start, figure.start("figure"))
    elif row["kind"] == "name" and around[:1] + around[-1:] in ('""', "«»", "“”"):
        span = Span(span.start - 1, span.stop + 1)
    return repair(
        "leftovers.script",
        Category.SCRIPT,
        span,
        f"'{row['written']}' was left in its own script",
        Edit(span, text),
        confidence=0.95,
        evidence=Evidence("lexicon", f"scripts: {row['target']}"),
        licences=[Licence.NAMES, Licence.QUOTED],
    )


def _on_purpose(text: str, span: Span) -> bool:
    """Whether the word stands between quotation marks or brackets: shown, not left over."""
    before = text[max(span.start - LOOK_BACK, 0) : span.start]
    return any(before.count(a) > before.count(b) for a, b in PAIRS) or before.count('"') % 2 == 1
