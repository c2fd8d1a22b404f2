"""Write cleanup/rulebook/rules.bin and cleanup/patterns.bin, for a quick start: the rules that come along parsed, their
patterns and those of the tables compiled.

    python corpora/recipes/precompiled.py

A rule that is not in them is as good, and two milliseconds slower to load. A test says when they are behind. What was
compiled before is taken over; delete patterns.bin to have all compiled anew, as for another version of `regex`.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup import patterns, rulebook
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.rulebook import precompiled, strictyaml
from cleanup.rulebook.rulefile import RuleFile
from cleanup.variants import variants


def rules() -> bytes:
    """Return the table of the rules as their files stand."""
    paths = sorted(rules_folder().rglob("*.yaml"))
    files = [
        (data, strictyaml.parse(data, RuleFile, str(path))) for path in paths if (data := strictyaml.data_of(path))
    ]
    return precompiled.packed(files)


def compiled() -> Iterator[tuple[regex.Pattern[str], int]]:
    """Yield the patterns of all rules and tables, each with the flags that it is compiled with."""
    folders = (rules_folder(),)
    for rule in rulebook.load(folders):
        yield from ((pattern, rulebook.FLAGS) for pattern in (rule.pattern, *rule.exceptions))
    for lexicons in (Lexicons(folders, target) for target in sorted(rulebook.targets(folders))):
        yield from ((lexicons.pattern(row["name"]), 0) for row in lexicons.rows("patterns"))
        yield from ((way.met, 0) for ways in variants(lexicons).values() for way in ways)


if __name__ == "__main__":
    precompiled.TABLE.write_bytes(rules())
    patterns.TABLE.write_bytes(patterns.packed(compiled()))
