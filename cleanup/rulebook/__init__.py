"""rules/**/*.yaml -> Rules, checked once, here."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from string import Formatter

import regex

from cleanup import patterns
from cleanup.errors import RuleError
from cleanup.findings import Safety
from cleanup.paths import rules_folder
from cleanup.rulebook import precompiled, strictyaml
from cleanup.rulebook.literals import Literals
from cleanup.rulebook.rulefile import RuleFile

_PACK = re.compile("(?P<source>any|[a-z]{2,3})-(?P<target>[a-z]{2,3})")
PLACE = "<source>-<target>/<family>/<artefact>.yaml, such as fr-en/senses/agreement.yaml"

FLAGS = regex.MULTILINE  # a paragraph begins where `^` is, not the story alone
CONFIDENCE = {Safety.SAFE: 0.97, Safety.FLUENCY: 0.7, Safety.SUGGEST: 0.6, Safety.FLAG: 0.5}


@dataclass(frozen=True)
class Rule:
    """A rule and its name, which is its path: `fr-en.senses.agreement`.

    `literals` say what a paragraph must hold for the rule to match: one string of each, the first being the rarest.
    """

    name: str
    path: Path
    target: str
    sources: tuple[str, ...]
    file: RuleFile
    literals: tuple[Literals, ...]

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
            return patterns.compiled(pattern, FLAGS)
        except regex.error as error:
            raise RuleError(f"{self._at(place)}: no regular expression: {error}: {pattern}") from error

    def _at(self, place: str) -> str:
        return f"{self.path}:{strictyaml.line_of(self.path, place)}"


def blanks(candidate: str) -> list[tuple[str, str]]:
    """Return the blanks of a candidate, each a group of the pattern and the lemma to be put in the group's form, or "".

    "{day}" is the group's text; "{bad:say}" is "said" where the group `bad` is "assured".
    """
    return [(field, lemma or "") for _, field, lemma, _ in Formatter().parse(candidate) if field is not None]


def _groups_in(candidate: str, place: str) -> set[str]:
    """Return the groups of the pattern that a candidate names in braces."""
    if "{" not in candidate:
        return set()
    try:
        return {field for field, _ in blanks(candidate)}
    except ValueError as error:
        raise RuleError(f"{place}: {error}; write {{{{ for a brace") from error


def read(path: Path, root: Path) -> Rule:
    """Return the rule in the file. Raises RuleError, with file and line, when it breaks the format."""
    return _read(path, path.relative_to(root).parts)


def _read(path: Path, place: tuple[str, ...]) -> Rule:
    """Return the rule in the file, which stands at this place in its folder of rules."""
    pack = _PACK.fullmatch(place[0])
    artefact, suffix = os.path.splitext(place[-1])  # noqa: PTH122 - a path's own take a third of the time to load
    parts = (*place[:-1], artefact)
    if pack is None or len(parts) != 3 or any("." in part for part in parts) or suffix != ".yaml":  # noqa: PLR2004 - pack, family, artefact
        root = path.parents[len(place) - 1]
        raise RuleError(f"{path}: in {root} a rule's place is {PLACE}")
    data = strictyaml.data_of(path)
    known = precompiled.find(data)
    file = known.file if known else strictyaml.parse(data, RuleFile, str(path))
    given = file.source if file.source is not None else (() if pack["source"] == "any" else (pack["source"],))
    literals = known.literals if known else file.detect.literals()
    return Rule(".".join(parts), path, pack["target"], tuple(given), file, literals)


def load(folders: Iterable[Path], target: str | None = None) -> tuple[Rule, ...]:
    """Return every rule in the folders (those into `target` only, if given), sorted by name.

    A later folder's rule replaces an earlier one of the same name: a desk can overrule ours.
    """
    rules = {rule.name: rule for folder in folders for rule in _walk(folder, target)}
    return tuple(rules[name] for name in sorted(rules))


def targets(folders: Iterable[Path], source: str | None = None) -> frozenset[str]:
    """Return the languages into which there is a pack, a folder `<source>-<target>`, in the folders.

    With a `source` only those into which a pack leads from it; all where there is none.
    """
    found = [_PACK.fullmatch(path.name) for folder in folders if folder.is_dir() for path in folder.iterdir()]
    packs = [pack for pack in found if pack and pack["target"] != "any"]
    own = [pack for pack in packs if pack["source"] == source]
    return frozenset(pack["target"] for pack in own or packs)


def _walk(folder: Path, target: str | None) -> Iterator[Rule]:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such folder of rules")
    ours = folder == rules_folder()
    for place in _places(folder):
        rule = _read(folder.joinpath(*place), place)
        if not ours:  # ours are compiled when they are needed, and all of them by the tests
            rule.check()
        if target in (None, rule.target):
            yield rule


def _places(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the place of each YAML file within the folder, but for hidden ones."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        within = Path(at).relative_to(folder).parts
        for name in sorted(names):
            if fnmatchcase(name, "*.y*ml") and not name.startswith("."):
                yield (*within, name)
