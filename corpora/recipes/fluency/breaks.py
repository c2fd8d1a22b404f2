"""The labelled breaks of corpora/breaks.jsonl, with the sentences that they stand in."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cleanup.detectors import breaks
from cleanup.edits import apply
from cleanup.findings import Candidate, Proposal, Safety
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.stops.readings import readings
from cleanup.stops.stop import find
from cleanup.story import Story
from cleanup.text import Document

LABELS = Path(__file__).parents[2] / "breaks.jsonl"
LETTERS = {"join": "J", "comma": "C", "capital": "K", "insert": "I", "drop": "D", "move": "M"}
LEAVE, ONLY_ORIGINAL, ADDRESS = ["L"], ["X"], ["S"]


@dataclass(frozen=True)
class Break:
    """A stop at `dot` (code points), the readings that are right, and those that one of two readers called right.

    `set`: what it was taken from, "planted" for one that we made; `language`: the original's.
    """

    set: str
    system: str
    language: str
    text: str
    dot: int
    gold: list[str]
    arguable: list[str]

    @property
    def bogus(self) -> bool:
        return self.gold != LEAVE

    @property
    def repairable(self) -> bool:
        return self.bogus and self.gold != ONLY_ORIGINAL


def code(kind: str) -> str:
    """Return a reading's code in the labels: "J", "I:of", "D", "D1", "M:2<1"."""
    family, _, detail = kind.partition(":")
    return LETTERS[family] + (":" if detail and family in ("insert", "move") else "") + detail


def labelled(data: Path) -> Iterator[Break]:
    """Yield the labelled breaks with their text; `data` holds wmt.*.dev.jsonl.gz and gtnc.dev.jsonl.gz."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        record = _records(data / f"{label['set']}.dev.jsonl.gz")[label["line"]]
        text = record["google"] if label["set"] == "gtnc" else record["outputs"][label["system"]]
        language = record["lang"] if label["set"] == "gtnc" else label["set"].split(".")[1].split("-")[0]
        where = label["set"], label["system"], language
        yield Break(*where, html.unescape(text), label["dot"], label["gold"], label["arguable"])


@cache
def _records(path: Path) -> list[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@cache
def lexicons() -> Lexicons:
    tables = Lexicons((rules_folder(),), "en")
    tables.load()
    return tables


def story_of(one: Break) -> Story:
    return Story(Document.plain(one.text), lexicons(), one.language)


def proposal_at(one: Break, story: Story) -> Proposal | None:
    """Return what the detector says of the break."""
    return next((p for p in breaks.detect(story) if p.finding.span.start <= one.dot < p.finding.span.stop), None)


def readings_of(one: Break) -> tuple[Candidate, ...]:
    """Return all that the stop may read, whatever the detector makes of it."""
    story = story_of(one)
    return next((readings(stop, story) for stop in find(story) if stop.dot.start == one.dot), ())


def verdict(one: Break, repair: Candidate) -> str:
    """Return "right", "arguable", "short" or "wrong".

    Short: the stop goes and every word stays where it was, but the tail is one that only the original can mend.
    """
    kind = code(repair.kind) if repair.kind else ""
    if kind in one.gold or kind in one.arguable:
        return "right" if kind in one.gold else "arguable"
    return "short" if kind in ("J", "C") and one.gold == ONLY_ORIGINAL else "wrong"


def repaired(one: Break, repair: Candidate) -> str:
    return " ".join(apply(one.text, sorted(repair.edits)).split())


def is_sure(repair: Candidate) -> bool:
    """Whether a rule is sure of it by itself."""
    return repair.safety is Safety.SAFE


def own_verdict(one: Break, repair: Candidate) -> str:
    """Return what becomes of a rule's repair, by the reading that comes to the same text."""
    if one.gold == ADDRESS:
        return "right"
    text = repaired(one, repair)
    return next((verdict(one, r) for r in readings_of(one) if repaired(one, r) == text), "wrong")
