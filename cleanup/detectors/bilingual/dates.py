"""A weekday or a month that the original does not have, where the original has another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import regex

from cleanup.bilingual.lexicon import quantities
from cleanup.bilingual.pairs import Pair
from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, flag, repair
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

WORD = regex.compile(r"[\p{L}\p{M}]+(?:[’']\p{L}+)*(?:-(?!là\b|ci\b)\p{L}+)*")
TITLES = frozenset({"Black", "Good", "Easter", "Palm", "Bloody", "Ash", "Super"})
AMBIGUOUS = frozenset({"May", "March", "Mar", "mars", "mai", "Sun", "Sat", "Wed", "Mon", "Jan"})
DATED = regex.compile(r"\d[ \u00a0.]?(?:st |nd |rd |th |er |de |of )?$|\b(?:[Ii]n|[Ee]n|[Ll]ast|[Dd]e|[Ll]e) $")


def check(story: Story, pairs: Sequence[Pair]) -> Iterator[Proposal]:  # noqa: ARG001 - the contract of a check
    """Yield a suggestion where one day or month stands against another one."""
    for pair in pairs:
        ours, theirs = quantities(pair.source), quantities(pair.target)
        yield from _differ(pair, ours.days, theirs.days, "weekday")
        yield from _differ(pair, ours.months, theirs.months, "month")


def _differ(pair: Pair, ours: Mapping[str, int], theirs: Mapping[str, int], kind: str) -> Iterator[Proposal]:
    said, here = _found(pair.original, ours), _found(pair.copy, theirs)
    lost = set(Counter(value for _, value in said) - Counter(value for _, value in here))
    new = [(span, value) for span, value in here if value not in {value for _, value in said}]
    if not lost or not new or (kind == "month" and _in_figures(pair, new)):
        return
    for span, _ in new:
        yield _changed(pair, span, lost, theirs, kind, alone=len(lost) == len(new) == 1)


def _changed(  # noqa: PLR0913 - a finding is all this
    pair: Pair, span: Span, lost: set[int], theirs: Mapping[str, int], kind: str, *, alone: bool
) -> Proposal:
    names = [next(name for name, value in theirs.items() if value == each) for each in sorted(lost)]
    rule, why, place = f"bilingual.{kind}", f"The original says {' and '.join(names)}", pair.at(span)
    written = span.of(pair.copy)
    full = next((name for name in theirs if written.startswith(name) and theirs[name] == theirs.get(written)), written)
    if not alone or written not in theirs or len(full) < 3 or full not in _first_names(theirs):  # noqa: PLR2004
        return flag(rule, Category.MEANING, place, why, 0.85)
    edit = Edit(place, names[0] + written[len(full) :])
    return repair(
        rule,
        Category.MEANING,
        place,
        why,
        edit,
        safety=Safety.SUGGEST,
        confidence=0.9,
        evidence=Evidence("original", pair.original),
        licences=[Licence.NAMES],
    )


def _first_names(words: Mapping[str, int]) -> set[str]:
    """The names in full, which come first in the table."""
    found: dict[int, str] = {}
    for name, value in words.items():
        found.setdefault(value, name)
    return set(found.values())


def _found(text: str, words: Mapping[str, int]) -> list[tuple[Span, int]]:
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        sure = word not in AMBIGUOUS or DATED.search(text, 0, match.start()) or text[match.end() :][1:2].isdigit()
        after_title = text[: match.start()].rstrip().rpartition(" ")[2] in TITLES
        known = word if word in words else word.lower() if word[:1].isupper() and word.lower() in words else None
        if known and sure and not after_title:
            found.append((Span(*match.span()), words[known]))
    return found


def _in_figures(pair: Pair, new: Sequence[tuple[Span, int]]) -> bool:
    """Whether the original may write the month as a figure: 12.05."""
    figures = {int(figure) for figure in regex.findall(r"(?<!\d)\d{1,2}(?!\d)", pair.original)}
    return any(value in figures for _, value in new)
