"""Whether a sentence that the original denies is told as true: evidence weighed together, for no clue is enough.

Translators deny in many ways ("few", "fail to", "unlikely"), so that a "not" which is not there says little by itself.
It says more the more literal the translation is, and the less there is in it that could carry the no.
"""

from __future__ import annotations

from functools import cache

import regex

from cleanup.alignment.latin import kin
from cleanup.alignment.tokens import function_words, stem, stems
from cleanup.alignment.words import translations
from cleanup.language.lexicons import Lexicons, Row
from cleanup.paths import rules_folder
from cleanup.text import Span

WORD = regex.compile(r"[\p{L}\p{M}]+(?:[’'][\p{L}]+)?(?:-\p{L}+)*")
BEFORE, AFTER = 4, 2  # words around a denied one
HEADS = 2
USUAL = 0.75  # nats
FEWEST_MEANT, LITERAL = 3, 0.5  # words of the original with known translations; the share of them that the copy has
ASKED = regex.compile(r"\?[\"”’»)\s]*$")  # "isn't it?" asks what "is it?" does
NEVER = regex.compile(r"(?!)")

#: What each clue of `clues` weighs, in nats, fitted by corpora/recipes/negation.py.
WEIGHTS = (-0.512, 0.529, -0.35, -1.078, -0.178, -0.422, 0.721, 0.45, 1.288, 3.979, -1.048, 1.029)


def pattern(language: str, kind: str) -> regex.Pattern[str]:
    """Return how the language says no ("negation", "plain"), nearly so ("like"), or has lost it ("orphan")."""
    return _patterns().get((language, kind), NEVER)


def enough(source: str) -> float:
    """Return how many nats of evidence are enough to speak of, for originals in this language."""
    return float(
        next((row["pattern"] for row in _rows() if (row["language"], row["kind"]) == (source, "enough")), USUAL)
    )


@cache
def _patterns() -> dict[tuple[str, str], regex.Pattern[str]]:
    said = ((row["language"], row["kind"], row["pattern"]) for row in _rows() if row["kind"] != "enough")
    return {(language, kind): regex.compile(f"(?i){written}") for language, kind, written in said}


def _rows() -> tuple[Row, ...]:
    return Lexicons((rules_folder(),), "any").rows("negations")


def lost(original: str, copy: str, source: str, target: str) -> float | None:
    """Return the log-odds that the copy has lost a no of the original; None where there is nothing to lose."""
    found = clues(original, copy, source, target)
    return None if found is None else sum(weight * clue for weight, clue in zip(WEIGHTS, found, strict=True))


def added(original: str, copy: str, source: str, target: str) -> Span | None:
    """Return where the copy says no though nothing in the original may be one; None where that is not plain.

    The copy must be so literal that the no cannot stand for other words.
    """
    any_no = pattern(source, "any")
    match = pattern(target, "added").search(copy)
    if match is None or any_no is NEVER or any_no.search(original) or "?" in copy:
        return None
    known, said = translations(source, target), set(stems(copy, target))
    meant = [known[each] for each in stems(original, source) if each in known]
    covered = sum(not said.isdisjoint(group) for group in meant)
    enough = len(meant) >= FEWEST_MEANT and covered >= LITERAL * len(meant)
    return Span(*match.span()) if enough else None


def clues(original: str, copy: str, source: str, target: str) -> tuple[float, ...] | None:
    """Return what speaks for a lost no: 1; the original denies plainly; share of its words that the copy translates;
    the copy has a word that may carry the no and translates nothing, or two; one stands by a denied word; how many
    of the denied words are translated; length of the copy by the original's; share of the copy's words that translate
    something; the copy has a word that wants a no before it ("did reveal it", "either"); one that surely carries the
    no; the original denies twice.

    None where the original does not deny, or the copy does, or it asks.
    """
    denied = pattern(source, "negation").search(original)
    if denied is None or pattern(target, "negation").search(copy) or ASKED.search(copy):
        return None
    known = translations(source, target)
    meant = [known[each] for each in stems(original, source) if each in known]
    words = [match.group().lower() for match in WORD.finditer(copy)]
    ours = [stem(regex.split("[’']", word)[0]) for word in words]
    explained = {each for group in meant for each in group}
    content = stems(copy, target)
    theirs = [match.group().lower() for match in WORD.finditer(original)]
    like = [_carries(word, each, explained, theirs, target) for word, each in zip(words, ours, strict=True)]
    places = [_places(head, ours) for head in _heads(original, denied.start(), source, target)]
    beside = any(any(like[max(at - BEFORE, 0) : at + AFTER + 1]) for group in places for at in group)
    covered = sum(not explained.isdisjoint(group) and bool(set(group) & set(ours)) for group in meant)
    return (
        1.0,
        float(pattern(source, "plain").search(original) is not None),
        covered / max(len(meant), 1),
        float(any(like)),
        float(sum(like) > 1),
        float(beside),
        float(sum(map(bool, places))),
        len(copy) / max(len(original), 1),
        sum(key in explained for key in content) / max(len(content), 1),
        float(pattern(target, "orphan").search(copy) is not None),
        float(any(each and pattern(target, "like-surely").match(word) for word, each in zip(words, like, strict=True))),
        float(len(pattern(source, "negation").findall(original)) > 1),
    )


def _carries(word: str, key: str, explained: set[str], original: list[str], target: str) -> bool:
    """Whether a word may carry the no, and does not merely translate another of the original's words."""
    if not pattern(target, "like").match(word):
        return False
    if pattern(target, "like-by-form").match(word):  # "unlikely" carries it, but where the original has "improbable"
        return not any(kin(word, each) for each in original)
    return key not in explained


def _heads(original: str, start: int, source: str, target: str) -> list[tuple[str, ...]]:
    """Return the translations of the first words behind the no."""
    known, skipped = translations(source, target), function_words(source)
    words = (match.group().lower() for match in WORD.finditer(original, start))
    found = (known.get(stem(word)) for word in words if word not in skipped)
    return [group for group in found if group][:HEADS]


def _places(head: tuple[str, ...], words: list[str]) -> list[int]:
    return [at for at, word in enumerate(words) if word in head]
