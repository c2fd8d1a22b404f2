"""How a language writes quotations, figures and clock times, and where it sets spaces: a table in its pack.

A language without the table has none of its own forms, so that nothing written in another language's is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from cleanup.errors import RuleError
from cleanup.language.lexicons import Lexicons

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_KNOWN = frozenset(
    "quotes other-quotes quote-space stops-inside decimal groups figures scales spaced-marks percent-space compounds "
    "ordinal-stop noun-capitals lost-letter hour hour-and-minute".split()
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one language, "" and empty where it has none.

    `quotes` are its pairs of double marks, the usual one first, with `quote_space` inside that one;
    `other_quotes` are right where a story has no usual ones. `groups` are the marks that may part thousands, the usual
    one first; `figures` says which copy writes figures in no other way: all ("strict"), what was translated
    ("translated"), or none ("loose"). `compounds` are written with a hyphen behind a name, an `ordinal_stop` behind the
    figure of a day, `noun_capitals` on every noun; `spaced_marks` have a space before them. `hour` and
    `hour_and_minute` are templates.
    """

    quotes: tuple[tuple[str, str], ...] = ()
    other_quotes: tuple[tuple[str, str], ...] = ()
    quote_space: str = ""
    stops_inside: bool = False
    decimal: str = ""
    groups: tuple[str, ...] = ()
    figures: str = "loose"
    scales: dict[str, int] = field(default_factory=dict)
    spaced_marks: str = ""
    percent_space: bool = True
    compounds: bool = False
    ordinal_stop: bool = False
    noun_capitals: bool = False
    lost_letter: str = ""
    hour: str = ""
    hour_and_minute: str = ""

    def strict(self, source_language: str | None) -> bool:
        """Whether copy from this original's language, None when it is not known, writes figures in no other way."""
        return self.figures == "strict" or (self.figures == "translated" and source_language is not None)

    @property
    def foreign_decimal(self) -> str:
        """The mark that languages with the other habit have for a decimal."""
        return "," if self.decimal == "." else "."

    @property
    def foreign_group(self) -> str:
        """The mark that those languages have for thousands."""
        return "," if self.decimal == "," else "."

    @property
    def spaces_group(self) -> bool:
        """Whether thousands may be parted with a space."""
        return any(mark.isspace() for mark in self.groups)


@cache
def of(lexicons: Lexicons) -> Forms:
    """Return the forms of the language; raises RuleError for a form that nobody asks for."""
    said = {row["form"]: _ESCAPE.sub(_character, row["value"]) for row in lexicons.rows("forms")}
    if unknown := said.keys() - _KNOWN:
        raise RuleError(f"forms.tsv for copy in '{lexicons.target}': there is no form '{min(unknown)}'")
    scales = said.get("scales", "").split()
    return Forms(
        quotes=_pairs(said.get("quotes", "")),
        other_quotes=_pairs(said.get("other-quotes", "")),
        quote_space=said.get("quote-space", ""),
        stops_inside=said.get("stops-inside") == "yes",
        decimal=said.get("decimal", ""),
        groups=tuple(said.get("groups", "")),
        figures=said.get("figures", "loose"),
        scales={word: int(power) for word, power in zip(scales[::2], scales[1::2], strict=True)},
        spaced_marks=said.get("spaced-marks", ""),
        percent_space=said.get("percent-space") != "no",
        compounds=said.get("compounds") == "yes",
        ordinal_stop=said.get("ordinal-stop") == "yes",
        noun_capitals=said.get("noun-capitals") == "yes",
        lost_letter=said.get("lost-letter", ""),
        hour=said.get("hour", ""),
        hour_and_minute=said.get("hour-and-minute", ""),
    )


def _pairs(said: str) -> tuple[tuple[str, str], ...]:
    marks = said.split()
    return tuple(zip(marks[::2], marks[1::2], strict=True))


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
