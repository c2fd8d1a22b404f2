"""The numbers of a sentence in any of the languages with a table, and which of them another sentence has not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

import regex

from cleanup.bilingual.lexicon import Quantities, quantities
from cleanup.language.spelling import small
from cleanup.text import Span

MARKS = regex.compile(r"[.,’'\u00a0\u202f ]")
GROUP, SURELY_SCALE = 3, 3  # digits; letters of a scale that means nothing else
HUNDRED = 2  # its power: of figures no language says so many hundreds
ROMAN = regex.compile(r"\b(?=[IVXL]{2}|[IVX]\p{Ll})(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=\P{L}|$|(?:er|e|ème|th|o)\b)")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
AND = r"(?:[ \u00a0-]|[ ](?:and|et|y|und|e|и|і)[ ])"
HOUR_AFTER = regex.compile(
    r"(?i)[ \u00a0]?(?:h\b|h\d|heures?\b|uhr\b|horas?\b|o[’']clock|[ap]\.?m\b|:\d|\.\d\d uhr|час|год)"
    r"|:\d\d[ ]?[ap]\.?m"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a sentence: what it may amount to ("3.250" in two ways), and in which currency or percent.

    `figure` says that it is written in digits and `scaled` that a scale such as "million" stands behind it or may not;
    `parts` are those of a date or a time, `hour` that it may be one.
    """

    span: Span
    readings: frozenset[Fraction]
    figure: bool
    scaled: bool = True
    currency: str = ""
    parts: tuple[int, ...] = ()
    hour: bool = False

    @property
    def least(self) -> Fraction:
        """The least that it may amount to."""
        return min(self.readings)


@lru_cache(maxsize=256)
def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """Return the numbers of a sentence in text order; spans are into `text`."""
    words = quantities(language)
    found: list[Amount] = []
    for match in _pattern(language).finditer(text):
        if match["run"] and not _counts(match["run"], words):
            continue  # "hundreds of thousands" is no number
        values = _figure(match, words) if match["figure"] else [(_run(match["run"], words), ())]
        for readings, parts in values:
            span = Span(*match.span())
            hour = bool(HOUR_AFTER.match(text, match.end("figure") if match["figure"] else match.end()))
            currency = _currency(text, span, language)
            scaled = not match["figure"] or bool(match["scale"])
            found.append(Amount(span, readings, bool(match["figure"]), scaled, currency, parts, hour))
    return tuple(found)


@lru_cache(maxsize=256)
def implied(text: str, language: str) -> frozenset[Fraction]:
    """Return what may be told without a number: halves, dozens, months, centuries in Roman figures."""
    words, found = quantities(language), set[Fraction]()
    for match in regex.finditer(r"[\p{L}’'-]+", text):
        for word in {match.group(), small(match.group()), *small(match.group()).split("-")}:
            found |= words.also.get(word, frozenset())
            if word in words.months:
                found.add(Fraction(words.months[word]))
            if word in words.numbers:
                found.add(Fraction(words.numbers[word]))
    for match in filter(lambda match: match["run"], _pattern(language).finditer(text)):
        found |= _run(match["run"], words)
    for match in filter(lambda match: match.group(), ROMAN.finditer(text)):
        found.add(Fraction(_roman(match.group())))
    return frozenset(found)


def _figure(match: regex.Match[str], words: Quantities) -> Iterator[tuple[frozenset[Fraction], tuple[int, ...]]]:
    """Yield what a figure with its scales may amount to; several where it is a date or a phone number."""
    names = [small(each).strip(".") for each in match.captures("scale")]
    scales = [(name, words.scales[name]) for name in names]
    readings, parts = read(match["figure"])
    if not readings:
        yield from ((frozenset({Fraction(part)}), ()) for part in parts)
        return
    power = sum(value for _, value in scales)
    scaled = {reading * 10**power for reading in readings}
    if any(len(name) < SURELY_SCALE for name, _ in scales):
        scaled |= readings
    yield frozenset(scaled), parts


def read(figure: str) -> tuple[set[Fraction], tuple[int, ...]]:
    """Return what the figure may amount to, and its parts; nothing where it is a list of numbers, as a date is."""
    groups = MARKS.split(figure)
    marks = MARKS.findall(figure)
    parts = tuple(map(int, groups)) if marks else ()
    if not marks:
        return {Fraction(int(figure))}, ()
    found: set[Fraction] = set()
    if all(len(group) == GROUP for group in groups[1:]) and len(groups[0]) <= GROUP:
        found.add(Fraction(int("".join(groups))))
    if len(marks) == 1 and marks[0] in ".,":
        found.add(Fraction(Decimal(".".join(groups))))
    elif marks[-1] in ".," and len(set(marks)) > 1 and all(len(group) == GROUP for group in groups[1:-1]):
        found.add(Fraction(Decimal("".join(groups[:-1]) + "." + groups[-1])))
    return found, parts


def _counts(run: str, words: Quantities) -> bool:
    return any(small(match.group()) in words.numbers for match in _word(words).finditer(run))


def _run(run: str, words: Quantities) -> frozenset[Fraction]:
    """Return what a run of words amounts to: "two hundred and fifty thousand"."""
    total = current = 0
    for match in _word(words).finditer(run):
        word = small(match.group())
        if word in words.numbers:
            current += words.numbers[word]
        elif words.scales[word] == HUNDRED:
            current = max(current, 1) * 100
        elif total and not current:  # "a thousand million"
            total *= int(10 ** words.scales[word])
        else:
            total, current = total + max(current, 1) * int(10 ** words.scales[word]), 0
    return frozenset({Fraction(total + current)})


def _roman(figure: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in figure]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _currency(text: str, span: Span, language: str) -> str:
    words, (after, before) = quantities(language).currencies, _around(language)
    match = after.match(text, span.stop) or before.search(text, max(span.start - 6, 0), span.start)
    return words[small(match["unit"])] if match else ""


@cache
def _around(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    units = _any(list(quantities(language).currencies))
    signs = _any([each for each in quantities(language).currencies if not each[0].isalpha() or "$" in each])
    return regex.compile(rf"(?i)\.?[ \u00a0-]?(?:de |d’|d'|of )?(?P<unit>{units})(?!\p{{L}})"), regex.compile(
        rf"(?P<unit>{signs})[ \u00a0]?$"
    )


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    words = quantities(language)
    scales = _any([name for name, power in words.scales.items() if power != HUNDRED])
    spaced = r"\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?!\d)(?:,\d+)?|"
    run = rf"(?:{_word(words).pattern})"
    return regex.compile(
        rf"(?i)(?P<figure>{spaced}\d+(?:[.,]\d+)*)(?:-\p{{L}}{{1,3}}(?!\p{{L}}))?"
        rf"(?:[ \u00a0-]?(?P<scale>{scales})\b(?![’']))*"
        rf"|(?<![\p{{L}}\p{{N}}])(?P<run>{run}(?:{AND}{run})*)"
    )


def _word(words: Quantities) -> regex.Pattern[str]:
    known = [*words.numbers, *(each for each in words.scales if len(each) >= SURELY_SCALE)]
    return _known_word(tuple(sorted(known, key=len, reverse=True)))


@cache
def _known_word(known: tuple[str, ...]) -> regex.Pattern[str]:
    return regex.compile(rf"(?i)(?<!\p{{L}})(?:{_any(list(known))})(?!\p{{L}})")


def _any(words: list[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
