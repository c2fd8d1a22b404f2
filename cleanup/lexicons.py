"""Tables of words beside the rules: one entry a line, columns parted by tabs, `#` starts a comment.

The first line names the columns. A table of one column may do without it and end in `.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from cleanup.errors import RuleError

Row = MappingProxyType[str, str]


@dataclass(frozen=True)
class Lexicons:
    """The tables of all packs into one language: `folders` are rule folders, `any-en` before `fr-en`."""

    folders: tuple[Path, ...]
    target: str = "en"

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return every row of the tables called `name`; raises RuleError when none exists or one is malformed."""
        return _rows(self, name)

    def words(self, name: str) -> frozenset[str]:
        """Return the entries of the one-column lists called `name`."""
        return _words(self, name)

    def _paths(self, name: str, suffix: str) -> Iterator[Path]:
        for folder in self.folders:
            yield from sorted(folder.glob(f"*-{self.target}/lexicons/{name}{suffix}"))


@cache
def _rows(lexicons: Lexicons, name: str) -> tuple[Row, ...]:
    paths = list(lexicons._paths(name, ".tsv"))
    if not paths:
        raise RuleError(f"no lexicon {name}.tsv for copy in '{lexicons.target}'")
    return tuple(row for path in paths for row in _table(path))


@cache
def _words(lexicons: Lexicons, name: str) -> frozenset[str]:
    paths = list(lexicons._paths(name, ".txt"))
    if not paths:
        raise RuleError(f"no lexicon {name}.txt for copy in '{lexicons.target}'")
    return frozenset(line for path in paths for _, line in _lines(path))


def _table(path: Path) -> Iterator[Row]:
    lines = _lines(path)
    _, header = next(lines, (0, ""))
    columns = header.split("\t")
    for number, line in lines:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise RuleError(f"{path}:{number}: {len(cells)} columns where the header names {len(columns)}")
        yield MappingProxyType(dict(zip(columns, (cell.strip() for cell in cells), strict=True)))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip(" ")
