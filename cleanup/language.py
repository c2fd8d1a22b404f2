"""Which language a story is in, which stretches of it are in another, and which one it was translated from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from math import exp
from threading import Lock
from types import ModuleType

from ahocorasick_rs import AhoCorasick

from cleanup.lexicons import Lexicons, Row
from cleanup.paths import rules_folder
from cleanup.report import Language
from cleanup.segmentation import quotations, sentences
from cleanup.text import Span

_FIRST_LOOK = 1500  # characters
_CLEAR, _VERY_CLEAR = 0.25, 0.3  # share of function words; news has 0.36 to 0.5
_NO_PROSE = 0.15  # below it a paragraph is a list, a table, or in another language
_FEWEST_WORDS, _FEWEST_LETTERS = 6, 12
_SUSPICIOUS = 2  # words of other languages in a paragraph that earn its sentences a closer look
_HINT = 0.12  # share of another language's function words that earns a stretch the opinion of langdetect
_LIKELY, _SURE = 0.5, 0.9
_REST = 0.5  # how much of its own a second clue of one kind says
_SUBJECT = frozenset({"institution", "money", "name", "place"})  # what a story is about, not how it is written
_MOST_OF_SUBJECT = 2.5  # nats
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff]")
_NOBODY_KNOWS = Language(None, 0.0, guessed=True)
_FOLDERS = (rules_folder(),)
_loading = Lock()


def identify(text: str) -> Language:
    """Return the language of `text`: the same answer every time, no language when there is no prose."""
    return _by_function_words(_words(text[:_FIRST_LOOK])) or _by_letters(text)


def foreign_stretches(text: str, paragraphs: Sequence[Span], language: str) -> list[tuple[Span, Language]]:
    """Return the paragraphs, quotations and sentences left in another language than the story's, in order."""
    if language not in _function_words():
        return []
    return [found for span in paragraphs for found in _foreign_in(text, span, language)]


def traces(text: str, language: str) -> list[tuple[str, float]]:
    """Return what the surface of a story in `language` says about the original's: codes with log-odds in nats.

    What is written often counts once, and clues of one kind for one language count no more than their strongest
    and half of the rest: they come from the same few names.
    """
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for row in _traces_in(text, language):
        kind = "subject" if row["kind"] in _SUBJECT else row["kind"]
        found[row["language"], kind].append(float(row["weight"]))
    return [(code, _together(weights, kind)) for (code, kind), weights in found.items()]


def guess_source(clues: Iterable[tuple[str, float]], language: str) -> Language:
    """Return the likeliest language of the original of a story in `language`.

    `clues` of (code, log-odds) come upon how common each one is. No language when none reaches one half: the story may
    not have been translated at all.
    """
    scores = dict(_prior(language))
    if not scores:
        return _NOBODY_KNOWS
    rarest = min(scores.values())
    for code, weight in clues:
        scores[code] = scores.get(code, rarest) + weight
    top = max(scores.values())
    total = sum(exp(score - top) for score in scores.values())
    best = max((code for code in scores if code != language), key=scores.__getitem__)
    confidence = exp(scores[best] - top) / total
    return Language(best if confidence >= _LIKELY else None, confidence, guessed=True)


def _together(weights: list[float], kind: str) -> float:
    strongest = max(weights)
    total = strongest + _REST * (sum(weights) - strongest)
    return min(total, _MOST_OF_SUBJECT) if kind == "subject" else total


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _share(words: Sequence[str], language: str) -> float:
    known = _function_words()[language]
    return sum(word in known for word in words) / len(words) if len(words) >= _FEWEST_WORDS else 0.0


def _by_function_words(words: Sequence[str]) -> Language | None:
    """The language whose function words stand out, if one's do."""
    shares = Counter({code: _share(words, code) for code in _function_words()})
    (best, share), (_, second) = shares.most_common(2)
    if share < _CLEAR or share < 1.5 * second:
        return None
    return Language(best, 0.99 if share >= _VERY_CLEAR else 0.95, guessed=True)


def _by_letters(text: str) -> Language:
    """The language by its letter groups, as langdetect has learned them."""
    langdetect = _langdetect()
    try:
        best = langdetect.detect_langs(text[:_FIRST_LOOK])[0]
    except langdetect.LangDetectException:
        return _NOBODY_KNOWS
    return Language(best.lang.partition("-")[0], best.prob, guessed=True)


def _foreign_in(text: str, span: Span, language: str) -> Iterator[tuple[Span, Language]]:
    stretch = span.of(text)
    words = stretch.lower().split()
    other_script = len(_OTHER_SCRIPT.findall(stretch)) if not stretch.isascii() else 0
    if len(words) < _FEWEST_WORDS and other_script < _FEWEST_LETTERS:
        return
    if (_share(words, language) < _NO_PROSE) and (found := _foreign(stretch, language)):
        yield span, found
    elif other_script >= _FEWEST_LETTERS or sum(map(_other_words(language).__contains__, words)) >= _SUSPICIOUS:
        yield from _foreign_parts(text, span, language)


def _foreign_parts(text: str, span: Span, language: str) -> list[tuple[Span, Language]]:
    """The quotations in another language, and the sentences in one that touch none of those."""
    quoted = [(part, found) for part in quotations(text, span) if (found := _foreign(part.of(text), language))]
    rest = [s for s in sentences(text, span, language) if not any(s.overlaps(part) for part, _ in quoted)]
    spoken = [(part, found) for part in rest if (found := _foreign(part.of(text), language))]
    return sorted(quoted + spoken, key=lambda pair: pair[0])


def _foreign(stretch: str, language: str) -> Language | None:
    """The language of a stretch, when it is surely not `language`."""
    words = _words(stretch)
    letters = len(_OTHER_SCRIPT.findall(stretch))
    if letters < _FEWEST_LETTERS or 2 * letters < sum(map(len, words)):
        shares = {code: _share(words, code) for code in _function_words()}
        if shares[language] >= _NO_PROSE or max(shares.values()) < _HINT:
            return None
    found = _by_letters(stretch)
    return found if found.code != language and found.confidence >= _SURE else None


@cache
def _langdetect() -> ModuleType:
    with _loading:
        langdetect = import_module("langdetect")
        langdetect.DetectorFactory.seed = 0
        langdetect.detector_factory.init_factory()
        return langdetect


def _traces_in(text: str, language: str) -> Iterator[Row]:
    """Each trace that stands in the text, once."""
    index, rows = _index(language)
    seen = set()
    for which, start, stop in index.find_matches_as_indexes(text, overlapping=True):
        if which not in seen and _apart(text, start, stop):
            seen.add(which)
            yield from rows[which]


def _apart(text: str, start: int, stop: int) -> bool:
    """Whether no word runs across either end; a letter that English lacks may stand within one."""
    if stop - start == 1 and not text[start].isascii():
        return True
    before, after = text[max(start - 1, 0) : start + 1], text[stop - 1 : stop + 1]
    return not (len(before) > 1 and before.isalnum()) and not (len(after) > 1 and after.isalnum())


@cache
def _prior(language: str) -> dict[str, float]:
    return {row["language"]: float(row["weight"]) for row in _traces(language) if row["kind"] == "prior"}


@cache
def _index(language: str) -> tuple[AhoCorasick, list[list[Row]]]:
    """What is written in the table of traces, and the rows where each of it stands."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _traces(language):
        if row["kind"] != "prior":
            found[row["written"]].append(row)
    return AhoCorasick(list(found)), list(found.values())


def _traces(language: str) -> tuple[Row, ...]:
    return Lexicons(_FOLDERS, language).rows("traces")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {
        row["language"]: frozenset(row["words"].split()) for row in Lexicons(_FOLDERS, "any").rows("function-words")
    }


@cache
def _other_words(language: str) -> frozenset[str]:
    """Function words of every other language that are none in this one."""
    tables = _function_words()
    return frozenset().union(*tables.values()) - tables[language]
