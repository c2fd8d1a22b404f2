"""Which language a story was translated from, by what the original left behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from math import exp

from ahocorasick_rs import AhoCorasick

from cleanup.language.lexicons import Lexicons, Row
from cleanup.paths import rules_folder
from cleanup.report import Language

_FOLDERS = (rules_folder(),)
_LIKELY = 0.5
_REST = 0.5  # how much of its own a second clue of one kind says
_SUBJECT = frozenset({"institution", "money", "name", "place"})  # what a story is about, not how it is written
_MOST_OF_SUBJECT = 2.5  # nats
_NOBODY_KNOWS = Language(None, 0.0, guessed=True)


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
