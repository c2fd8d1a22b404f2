"""What each rule comes to on real copy: how often it hits, whether references agree, whether it wounds clean text."""

from __future__ import annotations

import gzip
import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec

from cleanup.errors import InputError
from cleanup.files import why
from cleanup.findings import Proposal
from cleanup.language.lexicons import Lexicons
from cleanup.rulebook import Rule
from cleanup.rulebook.matching import Matcher, propose
from cleanup.rulebook.measured import Tally
from cleanup.story import Story
from cleanup.text import Document

_PAIR = re.compile(r"(?<![a-z])(?P<source>[a-z]{2,3})-(?P<target>[a-z]{2,3})(?![a-z])")
_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Sample:
    """A text in `language`, translated by a machine from `source`, or written by people where that is None."""

    text: str
    language: str
    source: str | None = None
    reference: str | None = None


def translations(paths: Iterable[Path], systems: Collection[str], source: str | None) -> Iterator[Sample]:
    """Yield what JSON lines hold: translations, and their originals as clean text in the other language.

    A line has "text", or under "outputs" (or at the top) a text for each system, of which `systems` are read, all when
    none is named; "reference" and "source" if known. Languages: "lang" in the line, else `fr-en` in the file's name.
    """
    for path in paths:
        pair = _PAIR.search(path.name)
        target = pair["target"] if pair else "en"
        for line in _objects(path):
            original = line.get("lang") or source or (pair["source"] if pair else None)
            for text in _texts(line, systems):
                yield Sample(html.unescape(text), target, original or "any", line.get("reference"))
            if pair and isinstance(line.get("source"), str):
                yield Sample(line["source"], pair["source"])


def clean(paths: Iterable[Path], language: str) -> Iterator[Sample]:
    """Yield what people wrote: JSON lines with "text", or plain text, one sample a line."""
    for path in paths:
        if ".jsonl" in path.name:
            yield from (Sample(line["text"], language) for line in _objects(path))
        else:
            yield from (Sample(line.rstrip("\n"), language) for line in _lines(path))


def tally(rules: Sequence[Rule], folders: Sequence[Path], samples: Iterable[Sample]) -> dict[str, Tally]:
    """Return what each rule comes to on the samples in its target's language."""
    tallies = {rule.name: Tally() for rule in rules}
    matchers = {t: Matcher([r for r in rules if r.target == t]) for t in {rule.target for rule in rules}}
    lexicons = {target: Lexicons(tuple(folders), target) for target in matchers}
    for sample in samples:
        if sample.language in matchers:
            story = Story(Document.plain(sample.text), lexicons[sample.language])
            for rule, paragraphs in matchers[sample.language].places(story):
                if sample.source is None or not rule.sources or sample.source in rule.sources:
                    began = perf_counter()
                    found = list(propose(rule, story, paragraphs))
                    tallies[rule.name].seconds += perf_counter() - began
                    _count(tallies[rule.name], found, sample)
    return tallies


def _count(tally: Tally, found: Sequence[Proposal], sample: Sample) -> None:
    if sample.source is None:
        tally.clean += len(found)
        return
    tally.hits += len(found)
    for proposal in found if sample.reference else ():
        judged = _verdict(sample.text, sample.reference or "", proposal)
        tally.agree += judged > 0
        tally.disagree += judged < 0


def _verdict(text: str, reference: str, proposal: Proposal) -> int:
    """Return how many more of the words put in than of those taken out the reference has; 0 for a flag."""
    if not proposal.candidates:
        return 0
    edits = proposal.candidates[0].edits
    before = _words(" ".join(edit.span.of(text) for edit in edits))
    after = _words(" ".join(edit.text for edit in edits))
    put_in, taken_out = after - before, before - after
    wanted, kept = _words(reference), _words(text) - taken_out
    lost = ((kept + taken_out) & wanted).total() - (kept & wanted).total()
    won = ((kept + put_in) & wanted).total() - (kept & wanted).total()
    return won - lost if put_in or lost else taken_out.total()


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _texts(line: Mapping[str, Any], systems: Collection[str]) -> list[str]:
    outputs = line.get("outputs") or {name: line[name] for name in ("text", *systems) if name in line}
    return [
        t for name, t in outputs.items() if isinstance(t, str) and (not systems or name in systems or name == "text")
    ]


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_lines(path), 1):
        try:
            yield msgspec.json.decode(line, type=dict[str, Any])
        except msgspec.DecodeError as error:
            raise InputError(f"{path}:{number}: no JSON object: {error}") from error


def _lines(path: Path) -> Iterator[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from lines
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {why(error)}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8: {error.reason}") from error
