"""How a language writes quotations, figures and clock times, and where it sets spaces: a table in its pack.

A language without the table has none of its own forms, so that nothing written in another language's is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from cleanup.errors import RuleError
from cleanup.lexicons import Lexicons

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_KNOWN = frozenset(
    "quotes quote-space stops-inside decimal groups figures scales spaced-marks percent-space lost-letter "
    "hour hour-and-minute".split()
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one language, "" and empty where it has none.

    `quotes` are its pairs of double marks, the usual one first, with `quote_space` inside that one. `groups` are the
    marks that may part thousands, the usual one first; `strict` says that no copy in the language writes figures
    otherwise. `spaced_marks` have a space before them. `hour` and `hour_and_minute` are templates.
    """

    quotes: tuple[tuple[str, str], ...] = ()
    quote_space: str = ""
    stops_inside: bool = False
    decimal: str = ""
    groups: tuple[str, ...] = ()
    strict: bool = False
    scales: dict[str, int] = field(default_factory=dict)
    spaced_marks: str = ""
    percent_space: bool = True
    lost_letter: str = ""
    hour: str = ""
    hour_and_minute: str = ""

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
    quotes, scales = said.get("quotes", "").split(" "), said.get("scales", "").split()
    return Forms(
        quotes=tuple(zip(quotes[::2], quotes[1::2], strict=False)),
        quote_space=said.get("quote-space", ""),
        stops_inside=said.get("stops-inside") == "yes",
        decimal=said.get("decimal", ""),
        groups=tuple(said.get("groups", "")),
        strict=said.get("figures") == "strict",
        scales={word: int(power) for word, power in zip(scales[::2], scales[1::2], strict=True)},
        spaced_marks=said.get("spaced-marks", ""),
        percent_space=said.get("percent-space") != "no",
        lost_letter=said.get("lost-letter", ""),
        hour=said.get("hour", ""),
        hour_and_minute=said.get("hour-and-minute", ""),
    )


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
