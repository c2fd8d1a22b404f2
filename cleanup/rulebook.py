"""rules/**/*.yaml -> Rules, checked once, here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec
import regex

from cleanup import strictyaml
from cleanup.errors import RuleError
from cleanup.findings import Licence, Safety
from cleanup.taxonomy import Category, Severity

CONFIDENCE = {Safety.SAFE: 0.97, Safety.FLUENCY: 0.7, Safety.SUGGEST: 0.6, Safety.FLAG: 0.5}


class Detect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule looks: a pattern, or phrases; `near` and `story` ask for company in the paragraph, the story."""

    pattern: str | None = None
    phrases: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    story: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.pattern) == bool(self.phrases):
            raise ValueError("detect wants either a pattern or phrases")


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule does: `repairs` from before to after, `finds` for a flag, and `keeps`, which it leaves alone."""

    keeps: tuple[str, ...]
    repairs: dict[str, str] = {}
    finds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.keeps or not (self.repairs or self.finds):
            raise ValueError("a rule shows both: repairs (or finds) and keeps")


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it is written."""

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

    def __post_init__(self) -> None:
        if bool(self.candidates) == (self.safety is Safety.FLAG):
            raise ValueError("a flag has no candidates, every other rule has some")
        if self.candidates and not self.examples.repairs:
            raise ValueError("a rule with candidates shows repairs")


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
            return self._compile(self.file.detect.pattern)
        phrases = sorted(self.file.detect.phrases, key=len, reverse=True)
        return self._compile(rf"(?i)(?<!\w)(?:{'|'.join(map(regex.escape, phrases))})(?!\w)")

    @cached_property
    def exceptions(self) -> tuple[regex.Pattern[str], ...]:
        """Patterns that keep the rule silent where they match over the same stretch."""
        return tuple(self._compile(pattern) for pattern in self.file.unless)

    @property
    def confidence(self) -> float:
        given = self.file.confidence
        return CONFIDENCE[self.file.safety] if given is None else given

    def _compile(self, pattern: str) -> regex.Pattern[str]:
        try:
            return regex.compile(pattern)
        except regex.error as error:
            raise RuleError(f"{self.path}: pattern: {error}: {pattern}") from error


def read(path: Path, root: Path) -> Rule:
    """Return the rule in the file. Raises RuleError, with file and line, when it breaks the format."""
    parts = path.relative_to(root).with_suffix("").parts
    source, _, target = parts[0].partition("-")
    if not target or len(parts) != 3:  # noqa: PLR2004 - pack, family, artefact
        raise RuleError(f"{path}: a rule's place is <source>-<target>/<family>/<artefact>.yaml")
    file = strictyaml.read(path, RuleFile)
    given = file.source if file.source is not None else (() if source == "any" else (source,))
    return Rule(".".join(parts), path, target, tuple(given), file)


def load(folders: Iterable[Path], target: str | None = None) -> tuple[Rule, ...]:
    """Return every rule in the folders (those into `target` only, if given), sorted by name.

    A later folder's rule replaces an earlier one of the same name: a desk can overrule ours.
    """
    rules = {rule.name: rule for folder in folders for rule in _walk(folder, target)}
    return tuple(rules[name] for name in sorted(rules))


def _walk(folder: Path, target: str | None) -> Iterator[Rule]:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such folder of rules")
    for path in sorted(folder.glob(f"*-{target}/*/*.yaml" if target else "**/*.yaml")):
        yield read(path, folder)
