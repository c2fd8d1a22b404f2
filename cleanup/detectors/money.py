"""Large sums of money as English writes them, the sign before the figure: $5 million, in copy that puts it behind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from cleanup.findings import Edit, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.language.lexicons import Lexicons
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

FIGURE = r"(?P<figure>\d{1,3}(?:[.,]\d{1,3})?)"
LICENCES = (Licence.NAMES, Licence.NUMBERS)  # in German the currency is a word with a capital
LARGE = (6, 9)  # powers of ten; a billion is one thing in English and another elsewhere


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each sum that the language writes the other way round."""
    behind = _behind(story.lexicons)
    if not behind or not any(sign in story.text for sign in behind):
        return
    for match in _sums(story.lexicons).finditer(story.text):
        text = f"{match['figure']}{match['gap']}{match['scale']}{match['stop'] or ''} {behind[match['sign']]}"
        span, why = Span(*match.span()), "The sign of the currency stands before the figure, as in English"
        safety = Safety.SAFE if forms.of(story.lexicons).strict(story.source_language) else Safety.SUGGEST
        edit = Edit(span, text)
        yield repair("money.sign-before", Category.NUMBER, span, why, edit, safety=safety, licences=LICENCES)


@cache
def _behind(lexicons: Lexicons) -> dict[str, str]:
    return {row["sign"]: row["behind"] for row in lexicons.rows("currencies")}


@cache
def _sums(lexicons: Lexicons) -> regex.Pattern[str]:
    signs = "|".join(map(regex.escape, sorted(_behind(lexicons), key=len, reverse=True)))
    scales = forms.of(lexicons).scales
    large = "|".join(sorted((word for word, power in scales.items() if power in LARGE), key=len, reverse=True))
    money = "dollar|dólar|euro|livre|libra|pfund|yen|peso"
    return regex.compile(
        rf"(?i)(?<![\p{{L}}\p{{N}}])(?P<sign>{signs})[ \u00a0]?{FIGURE}(?P<gap>[ \u00a0\u202f])(?P<scale>{large})\b"
        rf"(?P<stop>\.(?=[ \u00a0]\p{{Ll}}|\)))?"
        rf"(?! ?(?:(?:de |d[’'])?(?:{money})|[$€£-]))"
    )
