"""Differences between two texts: by lines, as `git apply` takes them, and by words, as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff
from pathlib import PurePath

NO_NEWLINE = "\\ No newline at end of file\n"

_TOKEN = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
_UNPRINTABLE_IN_A_NAME = re.compile(r"[\"\\\x00-\x1f\x7f]")


def unified(before: str, after: str, path: str, context: int = 3) -> str:
    """Return a unified diff from `before` to `after`; empty when they are the same.

    Lines end at a line feed only, as git sees them: a carriage return is part of its line.
    """
    left, right = _lines(before), _lines(after)
    rows = unified_diff(left, right, _name("a", path), _name("b", path), n=context)
    return "".join(row if row.endswith("\n") else f"{row}\n{NO_NEWLINE}" for row in rows)


def _lines(text: str) -> list[str]:
    parts = text.split("\n")
    lines = [f"{part}\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines


def _name(side: str, path: str) -> str:
    """Return `path` as git writes it: no "./", no leading "/", quoted if it must be, a tab to end one with spaces."""
    name = f"{side}/{PurePath(path).as_posix().lstrip('/')}"
    if _UNPRINTABLE_IN_A_NAME.search(name):
        name = '"' + _UNPRINTABLE_IN_A_NAME.sub(lambda match: f"\\{ord(match[0]):03o}", name) + '"'
    return f"{name}\t" if " " in name else name


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch before and after; the two are the same where nothing changed."""

    before: str
    after: str

    @property
    def kept(self) -> bool:
        return self.before == self.after


def words(before: str, after: str) -> tuple[Change, ...]:
    """Return the two texts as stretches kept and stretches changed, cut at the edges of words.

    Changes with only a space between them are one.
    """
    left, right = _TOKEN.findall(before), _TOKEN.findall(after)
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return _joined(Change("".join(left[a:b]), "".join(right[c:d])) for _, a, b, c, d in blocks)


def _joined(changes: Iterable[Change]) -> tuple[Change, ...]:
    done: list[Change] = []
    for change in changes:
        done.append(change)
        match done[-3:]:
            case [first, gap, last] if not last.kept and gap.kept and gap.before.isspace():
                done[-3:] = [Change(first.before + gap.before + last.before, first.after + gap.after + last.after)]
    return tuple(done)
