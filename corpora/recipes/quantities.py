# /// script
# requires-python = ">=3.11"
# dependencies = ["Babel>=2.18", "num2words>=0.5.14"]
# ///
"""Writes what languages call numbers, weekdays and months: rules/any-any/lexicons/quantities.tsv.

    uv run corpora/recipes/quantities.py rules/any-any/lexicons/quantities.tsv

Weekdays and months come from Unicode CLDR through Babel, numbers from num2words. What they have not got (inflected
forms, abbreviations of news agencies, negations) stands in `quantities-more.tsv`, written by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from num2words import num2words  # type: ignore[import-untyped]

LANGUAGES = "en fr es de ru it pt nl pl sv tr uk".split()
HEADER = """\
# What languages call numbers, weekdays (1 = Monday) and months. Made by corpora/recipes/quantities.py: run that again
# rather than editing this. Facts only, from Unicode CLDR through Babel (Unicode License v3) and from num2words.
language\tkind\tvalue\twords
"""
SMALL, HUNDREDS = range(2, 100), range(200, 1000, 100)


def rows() -> Iterator[tuple[str, str, int, set[str]]]:
    """Yield language, kind, value and all ways to say it."""
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for at in range(7):
            days = {locale.days[context]["wide"][at] for context in ("format", "stand-alone")}
            yield language, "weekday", at + 1, days
        for at in range(1, 13):
            yield language, "month", at, {locale.months[context]["wide"][at] for context in ("format", "stand-alone")}
        for value in [*SMALL, *HUNDREDS]:
            said = num2words(value, lang=language)
            if value in SMALL or " " not in said:
                yield language, "number", value, {said, said.replace("-", " ")}


if __name__ == "__main__":
    lines = (f"{a}\t{kind}\t{value}\t{'|'.join(sorted(words))}\n" for a, kind, value, words in rows())
    Path(sys.argv[1]).write_text(HEADER + "".join(lines), encoding="utf-8")
