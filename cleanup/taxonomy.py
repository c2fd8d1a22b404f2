"""What can be wrong: the categories of artefact, and their names in other people's typologies.

MQM names follow the MQM-Core typology (themqm.org); issue types are those of LanguageTool's API,
kept to the five that Superdesk shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """The kind of damage, as `../rules` and the report name it."""

    BOGUS_STOP = "bogus-stop"
    MEANING = "meaning"
    QUOTES = "quotes"
    NAME = "name"
    ACRONYM = "acronym"
    LEFTOVER = "leftover"
    SCRIPT = "leftover-script"
    ENCODING = "encoding"
    REPETITION = "repetition"
    NUMBER = "number-format"
    TIME = "time-format"
    SPACING = "spacing"
    GLUE = "tag-glue"
    WRONG_SENSE = "wrong-sense"
    CALQUE = "calque"
    REPORTING = "reporting-verb"
    GRAMMAR = "grammar"
    GENDER = "gender"
    BOILERPLATE = "boilerplate"
    STYLE = "house-style"


class Severity(StrEnum):
    """How much it matters to a reader, in MQM's words."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class Kind:
    """What goes with a category: its title, MQM type, LanguageTool issue type and usual severity."""

    title: str
    mqm: str
    issue_type: str
    severity: Severity


_MINOR, _MAJOR, _CRITICAL = Severity.MINOR, Severity.MAJOR, Severity.CRITICAL

KINDS: dict[Category, Kind] = {
    Category.BOGUS_STOP: Kind("Bogus full stop", "linguistic-conventions/punctuation", "grammar", _MAJOR),
    Category.MEANING: Kind("Meaning in doubt", "accuracy/mistranslation", "grammar", _CRITICAL),
    Category.QUOTES: Kind("Quotation marks", "linguistic-conventions/punctuation", "typographical", _MINOR),
    Category.NAME: Kind("Name", "terminology/inconsistent-with-terminology-resource", "misspelling", _MAJOR),
    Category.ACRONYM: Kind("Untranslated acronym", "accuracy/untranslated", "misspelling", _MAJOR),
    Category.LEFTOVER: Kind("Untranslated word", "accuracy/untranslated", "misspelling", _MAJOR),
    Category.SCRIPT: Kind("Foreign script", "accuracy/untranslated", "misspelling", _MAJOR),
    Category.ENCODING: Kind("Damaged characters", "linguistic-conventions/character-encoding", "typographical", _MAJOR),
    Category.REPETITION: Kind("Repetition", "accuracy/addition", "grammar", _MINOR),
    Category.NUMBER: Kind("Number format", "locale-conventions/number-format", "locale-violation", _MINOR),
    Category.TIME: Kind("Time and date format", "locale-conventions/date-format", "locale-violation", _MINOR),
    Category.SPACING: Kind("Spacing", "linguistic-conventions/punctuation", "whitespace", _MINOR),
    Category.GLUE: Kind("Words run together", "linguistic-conventions/punctuation", "whitespace", _MINOR),
    Category.WRONG_SENSE: Kind("Wrong sense", "accuracy/mistranslation", "misspelling", _MAJOR),
    Category.CALQUE: Kind("Calque", "style/unidiomatic-style", "grammar", _MINOR),
    Category.REPORTING: Kind("Reporting verb", "style/unidiomatic-style", "grammar", _MINOR),
    Category.GRAMMAR: Kind("Grammar", "linguistic-conventions/grammar", "grammar", _MINOR),
    Category.GENDER: Kind("Wrong gender", "linguistic-conventions/grammar", "grammar", _MAJOR),
    Category.BOILERPLATE: Kind("Boilerplate", "accuracy/addition", "typographical", _MINOR),
    Category.STYLE: Kind("House style", "style/organizational-style", "locale-violation", _MINOR),
}
