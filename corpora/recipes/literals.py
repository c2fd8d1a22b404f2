"""Writes cleanup/literals.json: the literals of all patterns of the rules, so that a start need not derive them.

    python corpora/recipes/literals.py

A rule that is not in the table is as good, and a millisecond slower. A test says when the table is wrong.
"""

from __future__ import annotations

import json

from cleanup.literals import TABLE, derived, key
from cleanup.paths import rules_folder
from cleanup.rulebook import load


def table() -> dict[str, list[str]]:
    """Return the literals by the key of their pattern."""
    patterns = [rule.file.detect.pattern for rule in load((rules_folder(),))]
    return {key(pattern): sorted(derived(pattern)) for pattern in sorted(filter(None, patterns))}


if __name__ == "__main__":
    TABLE.write_text(json.dumps(table(), ensure_ascii=False, sort_keys=True, indent=0) + "\n", encoding="utf-8")
