"""A name that the original does not have, where the original has one that the copy lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from cleanup.alignment.latin import alike, kin, sounds_alike
from cleanup.alignment.tokens import function_words, stem
from cleanup.alignment.words import translations
from cleanup.bilingual import names
from cleanup.bilingual.names import Named, Side
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, flag, repair
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

ONE_OF_TWO = {(2, 1), (1, 2)}  # names that only the original has, and only the copy: one of the two belongs to neither
WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}]+")
RUN = regex.compile(r"[ \u00a0-](?:(?:of|de|du|la|le|von|van|al)[ \u00a0])?")


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a suggestion where one name stands against one, a flag where nobody knows how the copy writes it."""
    for pair in pairs:
        if translations(pair.source, pair.target) and function_words(pair.target):
            yield from _swapped(pair)


def _swapped(pair: Pair) -> Iterator[Proposal]:
    here, there = names.side(pair.copy, pair.target, pair.source), names.side(pair.original, pair.source, pair.target)
    new = names.unmatched(here, there, pair.target, pair.source)
    new = [each for each in new if not _may_be_acronym(each, here, there)]
    if not new:
        return
    ours, theirs = _runs(_lost(pair, here, there), pair.original), _runs(new, pair.copy)
    ours, theirs = _unlike(pair, ours, theirs)
    if len(ours) == len(theirs) == 1:
        yield _finding(pair, theirs[0], ours[0])
    elif (len(ours), len(theirs)) in ONE_OF_TWO:
        theirs = [min(theirs, key=lambda run: _off(pair, run, ours[0]))]
        said = " or ".join(run.of(pair.original) for run in ours)
        yield flag("bilingual.name", Category.NAME, pair.at(theirs[0]), f"The original names {said}", 0.65)


def _off(pair: Pair, run: Span, lost: Span) -> float:
    """Return how far a run of the copy stands from where the lost one does in the original, in parts of either."""
    return abs(run.start / len(pair.copy) - lost.start / len(pair.original))


def _lost(pair: Pair, here: Side, there: Side) -> list[Named]:
    """Return the names of the original that the copy lacks; one at the head of a sentence if there is no other."""
    began = Side(there.words, there.begun)
    for side, ask in ((there, names.unmatched), (there, names.oftener), (began, names.unmatched)):
        found = names.surely(ask(side, here, pair.source, pair.target), pair.source, pair.target)
        if found:
            return found
    return []


def _unlike(pair: Pair, ours: Sequence[Span], theirs: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Return the runs without those that may be one name respelt."""
    respelt = [(our, their) for our in ours for their in theirs if _respelt(pair, our, their)]
    return (
        [our for our in ours if our not in {one for one, _ in respelt}],
        [their for their in theirs if their not in {other for _, other in respelt}],
    )


def _respelt(pair: Pair, ours: Span, theirs: Span) -> bool:
    there, here = WORD.findall(ours.of(pair.original)), WORD.findall(theirs.of(pair.copy))
    if not there or not here:
        return False
    return alike(there[-1], here[-1]) or any(sounds_alike(one, other) for one in there for other in here)  # surnames


def _may_be_acronym(name: Named, here: Side, there: Side) -> bool:
    """Whether the original may have letters for it: UE for European Union."""
    return any(name.word[0] in letters for letters in names.acronyms(there, here))


def _runs(found: Sequence[Named], text: str) -> list[Span]:
    """Return the stretches of names that stand side by side."""
    runs: list[Span] = []
    for each in found:
        if runs and RUN.fullmatch(Span(runs[-1].stop, each.span.start).of(text)):
            runs[-1] = runs[-1].cover(each.span)
        else:
            runs.append(each.span)
    return runs


def _finding(pair: Pair, run: Span, ours: Span) -> Proposal:
    said = ours.of(pair.original)
    why, place = f"The original names {said}", pair.at(run)
    if not said.isascii() or not _same_in_english(said, pair):
        return flag("bilingual.name", Category.NAME, place, why, 0.75)
    return repair(
        "bilingual.name",
        Category.NAME,
        place,
        why,
        Edit(place, said),
        safety=Safety.SUGGEST,
        confidence=0.7,
        evidence=Evidence("original", pair.original),
        licences=[Licence.NAMES],
    )


def _same_in_english(said: str, pair: Pair) -> bool:
    """Whether no table knows the name under another one in the copy's language: Maguncia is Mainz."""
    known = translations(pair.source, pair.target)
    elsewhere = {row["written"] for row in names.lexicons(pair.target).rows("exonyms")}
    words = said.replace("-", " ").split()
    return said not in elsewhere and all(any(kin(w, t) for t in known.get(stem(w.lower()), (w,))) for w in words)
