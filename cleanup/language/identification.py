"""Which language a story is in, and which stretches of it are in another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib import import_module
from threading import Lock
from types import ModuleType

from cleanup.language.lexicons import Lexicons
from cleanup.language.segmentation import quotations, sentences
from cleanup.paths import rules_folder
from cleanup.report import Language
from cleanup.text import Span

_FIRST_LOOK = 1500  # characters
_CLEAR, _VERY_CLEAR = 0.25, 0.3  # share of function words; news has 0.36 to 0.5
_NO_PROSE = 0.15  # below it a paragraph is a list, a table, or in another language
_FEWEST_WORDS, _FEWEST_LETTERS = 6, 12
_HEADLINE, _TELLS = 8, 0.7  # words; what a function word that no other language has says beside the letters
_SUSPICIOUS = 2  # words of other languages in a paragraph that earn its sentences a closer look
_HINT = 0.12  # share of another language's function words that earns a stretch the opinion of langdetect
_SURE = 0.9
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff]")
_NOBODY_KNOWS = Language(None, 0.0, guessed=True)
_FOLDERS = (rules_folder(),)
_loading = Lock()


def identify(text: str, translated_from: str | None = None, among: Collection[str] = ()) -> Language:
    """Return the language of `text`: the same answer every time, no language when there is no prose.

    A headline's letters tell little. One of a translation that holds no word of its original's language is in one of
    those `among` which there is a choice.
    """
    words = _words(text[:_FIRST_LOOK])
    found = _by_function_words(words)
    if found or not translated_from or len(words) > _HEADLINE:
        return found or _by_letters(text, words)
    if any(word in _function_words().get(translated_from, ()) for word in words):
        return _by_letters(text, words)
    best = _by_letters(text, words, among)
    return best if best.code in among or len(among) != 1 else Language(next(iter(among)), 0.5, guessed=True)


def foreign_stretches(text: str, paragraphs: Sequence[Span], language: str) -> list[tuple[Span, Language]]:
    """Return the paragraphs, quotations and sentences left in another language than the story's, in order."""
    if language not in _function_words():
        return []
    return [found for span in paragraphs for found in _foreign_in(text, span, language)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _share(words: Sequence[str], language: str) -> float:
    known = _function_words()[language]
    return sum(map(known.__contains__, words)) / len(words) if len(words) >= _FEWEST_WORDS else 0.0


def _shares(words: Sequence[str]) -> dict[str, float]:
    """What `_share` is for each language."""
    found = dict.fromkeys(_function_words(), 0)
    for word in words if len(words) >= _FEWEST_WORDS else ():
        for code in _languages().get(word, ()):
            found[code] += 1
    return {code: count / max(len(words), 1) for code, count in found.items()}


def _by_function_words(words: Sequence[str]) -> Language | None:
    """The language whose function words stand out, if one's do."""
    (best, share), (_, second) = Counter(_shares(words)).most_common(2)
    if share < _CLEAR or share < 1.5 * second:
        return None
    return Language(best, 0.99 if share >= _VERY_CLEAR else 0.95, guessed=True)


def _by_letters(text: str, words: Sequence[str] = (), among: Collection[str] = ()) -> Language:
    """The language by its letter groups, as langdetect has learned them; in a headline the `words` speak too.

    If only some are thinkable, it is one `among` them.
    """
    langdetect = _langdetect()
    try:
        found = langdetect.detect_langs(text[:_FIRST_LOOK])
    except langdetect.LangDetectException:
        return _NOBODY_KNOWS
    scores = Counter({one.lang.partition("-")[0]: one.prob for one in found})
    for word in words if len(words) <= _HEADLINE else ():
        having = [code for code, known in _function_words().items() if word in known]
        scores.update({code: _TELLS / len(having) for code in having})
    scores = Counter({code: score for code, score in scores.items() if code in among}) or scores
    best, score = scores.most_common(1)[0]
    return Language(best, min(score / scores.total(), 1.0) if words else score, guessed=True)


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
        shares = _shares(words)
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


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {
        row["language"]: frozenset(row["words"].split()) for row in Lexicons(_FOLDERS, "any").rows("function-words")
    }


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages in which each function word is one."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in _function_words().items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


@cache
def _other_words(language: str) -> frozenset[str]:
    """Function words of every other language that are none in this one."""
    tables = _function_words()
    return frozenset().union(*tables.values()) - tables[language]
