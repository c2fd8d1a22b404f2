"""Tables of words beside the rules: one entry a line, columns parted by tabs, `#` starts a comment.

The first line names the columns. A table of one column may do without it and end in `.txt`. Two tables hold much of
what is particular to a language: `classes.tsv`, short lists of words by name, and `patterns.tsv`, regular expressions
by name, in which `<<name>>` stands for a list. A table that a language has not got is empty: what asks for it has
nothing to say of copy in that language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

import regex

from cleanup import patterns
from cleanup.errors import RuleError
from cleanup.files import why
from cleanup.paths import rules_folder

Row = MappingProxyType[str, str]
_NEVER = regex.compile(r"\A(?!)")  # "(?!)" alone is tried at every place
_PATTERNS = "patterns"
_LIST = regex.compile(r"<<([\w-]+)>>")


@dataclass(frozen=True)
class Lexicons:
    """The tables of all packs into one language: `folders` are rule folders, `any-en` before `fr-en`."""

    folders: tuple[Path, ...]
    target: str
    _known: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def load(self, *, ours: bool = True) -> None:
        """Read every table; raises RuleError when one is malformed.

        Without `ours` only those of which a desk has a part: the others are read when wanted, and all by the tests.
        """
        for (name, suffix), paths in _listing(self).items():
            if not ours and all(map(_is_ours, paths)):
                continue
            if suffix == ".tsv":
                self.rows(name)
            else:
                self.words(name)
        for path in self._paths(_PATTERNS, ".tsv"):
            if not _is_ours(path):  # ours are compiled when needed, and all of them by the tests
                self.check(path)

    def check(self, path: Path) -> None:
        """Raise RuleError when a pattern in the table of patterns is no regular expression."""
        for row in _table(path, _columns(path)):
            try:
                regex.compile(row["pattern"])
            except regex.error as error:
                raise RuleError(f"{path}: {row['name']}: no regular expression: {error}") from error

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return every row of the tables called `name`; raises RuleError when one is malformed."""
        return _rows(self, name)

    def words(self, name: str) -> frozenset[str]:
        """Return the entries of the one-column lists called `name`, and of that class."""
        known = self._known.get(name)  # asked for many times in a story
        if known is None:
            known = self._known[name] = _words(self, name)
        return known

    def pattern(self, name: str) -> regex.Pattern[str]:
        """Return the pattern called `name`, the last there is; one that never matches where there is none."""
        return _pattern(self, name)

    def _paths(self, name: str, suffix: str) -> Sequence[Path]:
        return _listing(self).get((name, suffix), ())


def _is_ours(path: Path) -> bool:
    return path.is_relative_to(rules_folder())


@cache
def _listing(lexicons: Lexicons) -> dict[tuple[str, str], list[Path]]:
    """Return the files of all tables by name and suffix, those of later folders behind."""
    found: dict[tuple[str, str], list[Path]] = {}
    for folder in lexicons.folders:
        for path in sorted(folder.glob(f"*-{lexicons.target}/lexicons/*")):
            if path.suffix in (".tsv", ".txt"):
                found.setdefault((path.stem, path.suffix), []).append(path)
    return found


@cache
def _rows(lexicons: Lexicons, name: str) -> tuple[Row, ...]:
    paths = lexicons._paths(name, ".tsv")
    columns = _columns(paths[0]) if paths else []
    return tuple(row for path in paths for row in _table(path, columns))


@cache
def _words(lexicons: Lexicons, name: str) -> frozenset[str]:
    listed = (line for path in lexicons._paths(name, ".txt") for _, line in _lines(path))
    return frozenset(listed) | _classes(lexicons).get(name, frozenset())


@cache
def _classes(lexicons: Lexicons) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in lexicons.rows("classes"):
        found[row["class"]] = found.get(row["class"], frozenset()) | frozenset(row["words"].split())
    return found


@cache
def _pattern(lexicons: Lexicons, name: str) -> regex.Pattern[str]:
    found = [row["pattern"] for row in lexicons.rows(_PATTERNS) if row["name"] == name]
    if not found:
        return _NEVER
    return patterns.compiled(_LIST.sub(lambda match: "|".join(sorted(lexicons.words(match[1]))), found[-1]))


def _columns(path: Path) -> list[str]:
    return next(_lines(path), (1, ""))[1].split("\t")


def _table(path: Path, columns: list[str]) -> Iterator[Row]:
    """Yield the rows of a table that has these columns, as all tables of its name have, in any order."""
    lines = _lines(path)
    first, header = next(lines, (1, ""))
    own = header.split("\t")
    if sorted(own) != sorted(columns):
        raise RuleError(f"{path}:{first}: the columns are {', '.join(own)}; they must be {', '.join(columns)}")
    for number, line in lines:
        cells = line.split("\t")
        if len(cells) != len(own):
            raise RuleError(f"{path}:{number}: {len(cells)} columns where the header names {len(own)}")
        yield MappingProxyType(dict(zip(own, cells, strict=True)))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {why(error)}") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: byte {error.start} is not UTF-8") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip(" \r")
