"""A text's paragraphs, sentences, quotations and tokens, all as spans into it.

Sentences are cut by our own few rules: on hard and on plain news they beat every library tried, by the table in
`tests/bench/segmenters.py`. Where in doubt they do not cut: a bogus stop ("for Russia. intended for") is no end.
"""

from __future__ import annotations

from functools import cache

import regex

from cleanup.language import forms
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.text import Span

_CLOSERS = r"[”’»\"')\]]*"
_OPENERS = r"[“‘«„\"'(\[¿¡]*"
_PARAGRAPH = regex.compile(r"\S(?:[^\n]*\S)?")
_STOP = regex.compile(rf"(?<![.!?…؟।])(?P<mark>[.!?…؟।]++){_CLOSERS}+\s+(?=\S)|[。！？]{_CLOSERS}+\s*(?=\S)")
_BEFORE = regex.compile(r"[\p{L}\p{M}\p{N}.’'&-]*$")
_AFTER = regex.compile(rf"{_OPENERS}\K(?:[\p{{L}}\p{{M}}\p{{N}}]+|\S?)")
_DOTTED = regex.compile(r"\p{L}|(?:\p{L}{1,2}\.-?)+\p{L}{1,2}")
_RUNS_ON = regex.compile(r"\p{Ll}(?!\p{Lu})|[,;:–—-]")
_SPACE = regex.compile(r"\s*")
_FIGURE = regex.compile(r"\p{Nd}{1,2}")
_BRACKETED = regex.compile(r"[\[(]\s?(?:…|\.{3})\s?[\])]")

_LONGEST = 40  # letters of the word before a stop that are looked at

_TOKEN = regex.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\p{L}{1,2}\.(?:\p{L}{1,2}\.)+"
    r"|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th)?(?!\p{L})"
    r"|[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*"
    r"|\.{2,}|\S"
)

_QUOTATION = regex.compile(
    r"“(?P<in>[^“”]*)(?P<end>”|$)"
    r"|„(?P<in>[^„“”]*)(?P<end>[“”]|$)"
    r"|(?<![\w.,!?…])»(?P<in>\w[^«»]*)(?P<end>«)(?!\w)"
    r"|«(?P<in>[^«»]*)(?P<end>»|$)"
    r"|(?<![\p{L}\p{N}])\"(?=\S)(?P<in>[^\"]*)(?P<end>\"|$)"
    r"|(?<![\p{L}\p{N}])‘(?!n’|\d0s)(?P<in>(?:[^‘’]|’(?=\p{L})|(?<=s)’(?=\s\p{Ll}[^‘’]*’(?!\p{L})))+)(?P<end>’)"
    r"|(?<![\p{L}\p{N}.])'(?=\p{L})(?!n'|em\b|tis\b|twas\b)(?P<in>(?:[^'\"]|(?<=\p{L})'(?=\p{L}))+)(?P<end>')(?!\p{L})"
)


def paragraphs(text: str) -> list[Span]:
    """Return the lines of `text` that hold more than space, without the space around them."""
    return [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]


def sentences(text: str, span: Span, language: str) -> list[Span]:
    """Return the sentences of one paragraph: in order, apart, and together all of it but the space between them."""
    stretch = _trimmed(text, span)
    found, start = [], stretch.start
    for stop in _STOP.finditer(text, stretch.start, stretch.stop):
        if _ends(text, start, stop, language):
            found.append(_trimmed(text, Span(start, stop.end())))
            start = stop.end()
    return [*found, Span(start, stretch.stop)] if len(stretch) else []


def quotations(text: str, span: Span) -> list[Span]:
    """Return the stretches between quotation marks, without the marks; of one within another, the outer.

    A quotation left open runs to the end of its paragraph when the next one opens with the same mark.
    """
    return [
        Span(*match.span("in"))
        for line in _PARAGRAPH.finditer(text, span.start, span.stop)
        for match in _QUOTATION.finditer(text, *line.span())
        if match["end"] or _goes_on(text, match[0][0], line.end())
    ]


def tokens(text: str, span: Span) -> list[Span]:
    """Return words, figures, dotted abbreviations, addresses and single marks, in order."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text, span.start, span.stop)]


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def _goes_on(text: str, mark: str, end: int) -> bool:
    return text.startswith(mark, end + len(_found(_SPACE, text, end, len(text))))


def _ends(text: str, start: int, stop: regex.Match[str], language: str) -> bool:
    """Whether a sentence that began at `start` ends at this stop."""
    after = _found(_AFTER, text, stop.end(), len(text))
    if stop["mark"] is None:
        return True
    if _RUNS_ON.match(after) or _bracketed(text, stop):
        return False
    if stop["mark"] != ".":
        return True
    before = _found(_BEFORE, text, max(start, stop.start() - _LONGEST), stop.start())
    if _FIGURE.fullmatch(before):
        return not forms.of(_lexicons(language)).ordinal_stop and stop.start() - len(before) > start
    return after.lower() in _words("sentence-starters", language) or not _abbreviation(before, after, language)


def _found(pattern: regex.Pattern[str], text: str, start: int, stop: int) -> str:
    match = pattern.search(text, start, stop)
    return match[0] if match else ""


def _bracketed(text: str, stop: regex.Match[str]) -> bool:
    return bool(_BRACKETED.match(text, max(stop.start() - 1, 0)))


def _abbreviation(before: str, after: str, language: str) -> bool:
    """Whether the stop after the word `before` belongs to it, seeing that `after` comes next."""
    if _DOTTED.fullmatch(before):
        return before not in _words("words-of-a-letter", language)
    known = _words("abbreviations", language)
    return before in known or (after[:1].isdigit() and f"{before} 1" in known)


@cache
def _words(name: str, language: str) -> frozenset[str]:
    return _lexicons(language).words(name)


@cache
def _lexicons(language: str) -> Lexicons:
    return Lexicons((rules_folder(),), language)
