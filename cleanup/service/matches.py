"""A report as LanguageTool's API tells it: places in UTF-16 code units, every member always there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from cleanup import __version__
from cleanup.findings import Verdict
from cleanup.language import segmentation
from cleanup.language.codes import NAMES
from cleanup.report import Language, Located, Report
from cleanup.service.annotated import Units, Whole
from cleanup.taxonomy import KINDS, Category

AROUND = 40  # characters of context on either side
SOFTWARE: dict[str, Any] = {
    "name": "cleanup",
    "version": __version__,
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "premiumHint": "",
    "status": "",
}


def _regions() -> dict[str, dict[str, str]]:
    """Return the regions of each language that LanguageTool's clients may name, with what they are called."""
    table: dict[str, dict[str, str]] = {}
    for line in files(__package__).joinpath("regions.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        language, region, called = line.split("\t")
        table.setdefault(language, {})[region] = called
    return table


REGIONS = _regions()
UNKNOWN = next(iter(REGIONS))  # said of a text whose language nobody can tell: the API wants one


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings a client wants to see; `only` those enabled, where it says so."""

    picky: bool = False
    only: bool = False
    enabled_rules: frozenset[str] = frozenset()
    disabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()

    def wants(self, found: Located) -> bool:
        """Whether the client is to see this; suggestions are for the picky, or for whom asks for them by name."""
        category = category_id(found.category)
        named = found.rule in self.enabled_rules or category in self.enabled_categories
        if found.verdict is Verdict.REFUSED or (self.only and not named):
            return False
        if found.rule in self.disabled_rules or (category in self.disabled_categories and not named):
            return False
        return found.verdict is not Verdict.SUGGESTED or self.picky or named


def category_id(category: str) -> str:
    """Return a category's id, such as BOGUS_STOP."""
    return category.upper().replace("-", "_")


def name_of(code: str) -> str:
    """Return "English (US)" for "en-US"."""
    language, _, region = code.partition("-")
    name = NAMES.get(language, language)
    return f"{name} ({REGIONS.get(language, {}).get(region, region)})" if region else name


def usual(language: str, preferred: Iterable[str] = ()) -> str:
    """Return a language with its region: the one that the client prefers, else the first there is."""
    for code in preferred:
        if code.partition("-")[0] == language:
            return code
    region = next(iter(REGIONS.get(language, {})), "")
    return f"{language}-{region}" if region else language


def answer(report: Report, whole: Whole, wanted: Wanted, said: str, preferred: tuple[str, ...]) -> dict[str, Any]:
    """Return the answer to `/v2/check`. `said` is the client's language, such as en-US, or "auto"."""
    text = whole.outside(whole.document.original)
    units = Units.of(text)
    sentences = list(_sentences(report, whole))
    detected = _detected(report.language, preferred)
    code = detected["code"] if said == "auto" else said
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {"name": name_of(code), "code": code, "detectedLanguage": detected},
        "matches": [_match(found, whole, text, units, sentences) for found in report.findings if wanted.wants(found)],
        "sentenceRanges": [[units.at(start), units.at(stop)] for start, stop in sentences],
    }


def _detected(language: Language, preferred: tuple[str, ...]) -> dict[str, Any]:
    code = usual(language.code or UNKNOWN, preferred)
    return {"name": name_of(code), "code": code, "confidence": round(language.confidence, 3)}


def _sentences(report: Report, whole: Whole) -> Iterator[tuple[int, int]]:
    document, language = whole.document, report.language.code or UNKNOWN
    for paragraph in segmentation.paragraphs(document.text):
        for sentence in segmentation.sentences(document.text, paragraph, language):
            span = document.in_original(sentence)
            yield whole.offset(span.start), whole.offset(span.stop)


def _match(found: Located, whole: Whole, text: str, units: Units, sentences: list[tuple[int, int]]) -> dict[str, Any]:
    start, stop = whole.offset(found.start), whole.offset(found.end)
    kind = KINDS[Category(found.category)]
    first, last = max(start - AROUND, 0), min(stop + AROUND, len(text))
    lead, tail = "..." if first else "", "..." if last < len(text) else ""
    context = f"{lead}{text[first:last]}{tail}"
    within = Units.of(context)
    at = len(lead) + start - first
    sentence = next(((a, b) for a, b in sentences if a <= start < b), (start, stop))
    offset, length = units.at(start), units.at(stop) - units.at(start)
    return {
        "message": found.why,
        "shortMessage": kind.title,
        "replacements": [] if found.after is None else [{"value": whole.outside(found.after)}],
        "offset": offset,
        "length": length,
        "context": {"text": context.replace("\n", " "), "offset": within.at(at), "length": length},
        "sentence": text[sentence[0] : sentence[1]],
        "type": {"typeName": "Other"},
        "rule": rule(found.rule, found.why, found.category),
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def rule(name: str, why: str, category: str) -> dict[str, Any]:
    """Return a rule as a match names it."""
    kind = KINDS[Category(category)]
    return {
        "id": name,
        "description": why,
        "issueType": kind.issue_type,
        "urls": [],
        "tags": [],
        "category": {"id": category_id(category), "name": kind.title},
    }
