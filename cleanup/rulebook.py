"""rules/**/*.yaml -> Rules, checked once, here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import Formatter

import msgspec
import regex

from cleanup import strictyaml
from cleanup.errors import RuleError
from cleanup.findings import Licence, Safety
from cleanup.paths import rules_folder
from cleanup.taxonomy import Category, Severity

_LANGUAGE = re.compile("[a-z]{2,3}")
_PACK = re.compile("(?P<source>any|[a-z]{2,3})-(?P<target>[a-z]{2,3})")
PLACE = "<source>-<target>/<family>/<artefact>.yaml, such as fr-en/senses/agreement.yaml"

CONFIDENCE = {Safety.SAFE: 0.97, Safety.FLUENCY: 0.7, Safety.SUGGEST: 0.6, Safety.FLAG: 0.5}


class Detect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule looks: a pattern, or phrases; `near` and `story` ask for company in the paragraph, the story."""

    pattern: str | None = None
    phrases: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    story: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.pattern) == bool(self.phrases):
            raise ValueError("wants either a pattern or phrases")
        if not all(phrase.strip() for phrase in (*self.phrases, *self.near, *self.story)):
            raise ValueError("an empty phrase stands everywhere; leave it out")


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule does: `repairs` from before to after, `finds` for a flag, and `keeps`, which it leaves alone."""

    keeps: tuple[str, ...]
    repairs: dict[str, str] = {}
    finds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.keeps or not (self.repairs or self.finds):
            raise ValueError("want both: repairs (or finds) and keeps")


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it is written; `seen` says in what copy the artefact was met."""

    why: str
    category: Category
    detect: Detect
    safety: Safety
    examples: Examples
    candidates: tuple[str, ...] = ()
    source: tuple[str, ...] | None = None
    unless: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: float | None = None
    licences: frozenset[Licence] = frozenset()
    keep_case: bool = True
    seen: str = ""

    def __post_init__(self) -> None:
        if not self.why.strip():
            raise ValueError("'why' is empty; say what the original said and what the engine made of it")
        if bool(self.candidates) == (self.safety is Safety.FLAG):
            raise ValueError("a flag has no candidates, every other rule has some")
        if bool(self.candidates) != bool(self.examples.repairs):
            raise ValueError("a rule with candidates shows repairs, a flag shows finds")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence is {self.confidence}; it goes from 0 to 1")
        if wrong := [code for code in self.source or () if not _LANGUAGE.fullmatch(code)]:
            raise ValueError(f"source: '{wrong[0]}' is no language code, such as fr or de")


@dataclass(frozen=True)
class Rule:
    """A rule and its name, which is its path: `fr-en.senses.agreement`."""

    name: str
    path: Path
    target: str
    sources: tuple[str, ...]
    file: RuleFile

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The compiled pattern; phrases ignore case and stand between word boundaries."""
        if self.file.detect.pattern is not None:
            return self._compile(self.file.detect.pattern, "detect.pattern")
        phrases = sorted(self.file.detect.phrases, key=len, reverse=True)
        return self._compile(rf"(?i)(?<!\w)(?:{'|'.join(map(regex.escape, phrases))})(?!\w)", "detect.phrases")

    @cached_property
    def exceptions(self) -> tuple[regex.Pattern[str], ...]:
        """Patterns that keep the rule silent where they match over the same stretch."""
        return tuple(self._compile(pattern, f"unless[{i}]") for i, pattern in enumerate(self.file.unless))

    def check(self) -> None:
        """Raise RuleError, with file and line, when a pattern is none or a candidate names a group it has not."""
        groups = {"", *self.pattern.groupindex, *map(str, range(self.pattern.groups + 1))}
        for i, candidate in enumerate(self.file.candidates):
            if missing := _groups_in(candidate, self._at(f"candidates[{i}]")) - groups:
                raise RuleError(f"{self._at(f'candidates[{i}]')}: the pattern has no group '{missing.pop()}'")
        _ = self.exceptions

    @property
    def confidence(self) -> float:
        given = self.file.confidence
        return CONFIDENCE[self.file.safety] if given is None else given

    def _compile(self, pattern: str, place: str) -> regex.Pattern[str]:
        try:
            return regex.compile(pattern)
        except regex.error as error:
            raise RuleError(f"{self._at(place)}: no regular expression: {error}: {pattern}") from error

    def _at(self, place: str) -> str:
        return f"{self.path}:{strictyaml.line_of(self.path, place)}"


def _groups_in(candidate: str, place: str) -> set[str]:
    """Return the groups of the pattern that a candidate names in braces."""
    if "{" not in candidate:
        return set()
    try:
        return {field for _, field, _, _ in Formatter().parse(candidate) if field is not None}
    except ValueError as error:
        raise RuleError(f"{place}: {error}; write {{{{ for a brace") from error


def read(path: Path, root: Path) -> Rule:
    """Return the rule in the file. Raises RuleError, with file and line, when it breaks the format."""
    parts = path.relative_to(root).with_suffix("").parts
    pack = _PACK.fullmatch(parts[0])
    if pack is None or len(parts) != 3 or any("." in part for part in parts) or path.suffix != ".yaml":  # noqa: PLR2004 - pack, family, artefact
        raise RuleError(f"{path}: in {root} a rule's place is {PLACE}")
    file = strictyaml.read(path, RuleFile)
    given = file.source if file.source is not None else (() if pack["source"] == "any" else (pack["source"],))
    return Rule(".".join(parts), path, pack["target"], tuple(given), file)


def load(folders: Iterable[Path], target: str | None = None) -> tuple[Rule, ...]:
    """Return every rule in the folders (those into `target` only, if given), sorted by name.

    A later folder's rule replaces an earlier one of the same name: a desk can overrule ours.
    """
    rules = {rule.name: rule for folder in folders for rule in _walk(folder, target)}
    return tuple(rules[name] for name in sorted(rules))


def targets(folders: Iterable[Path]) -> frozenset[str]:
    """Return the languages into which there is a pack, a folder `<source>-<target>`, in the folders."""
    packs = (_PACK.fullmatch(path.name) for folder in folders if folder.is_dir() for path in folder.iterdir())
    return frozenset(pack["target"] for pack in packs if pack) - {"any"}


def _walk(folder: Path, target: str | None) -> Iterator[Rule]:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such folder of rules")
    for path in sorted(folder.rglob("*.y*ml")):
        inner = path.relative_to(folder).parts
        if any(part.startswith(".") for part in inner):
            continue
        rule = read(path, folder)
        if folder != rules_folder():  # ours are compiled when they are needed, and all of them by the tests
            rule.check()
        if target in (None, rule.target):
            yield rule
