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
from cleanup.files import why

Row = MappingProxyType[str, str]


@dataclass(frozen=True)
class Lexicons:
    """The tables of all packs into one language: `folders` are rule folders, `any-en` before `fr-en`."""

    folders: tuple[Path, ...]
    target: str = "en"

    def load(self) -> None:
        """Read every table there is, so that none is left to read later; raises RuleError when one is malformed."""
        for path in self._paths("*", ".tsv"):
            self.rows(path.stem)
        for path in self._paths("*", ".txt"):
            self.words(path.stem)

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
    columns = _columns(paths[0])
    return tuple(row for path in paths for row in _table(path, columns))


@cache
def _words(lexicons: Lexicons, name: str) -> frozenset[str]:
    paths = list(lexicons._paths(name, ".txt"))
    if not paths:
        raise RuleError(f"no lexicon {name}.txt for copy in '{lexicons.target}'")
    return frozenset(line for path in paths for _, line in _lines(path))


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
