"""Write cleanup/rules.bin: every rule that comes along, parsed and checked, for a quick start.

    python corpora/recipes/precompiled.py

A rule that is not in it is as good, and a millisecond slower to load. A test says when it is behind.
"""

from __future__ import annotations

from cleanup import strictyaml
from cleanup.paths import rules_folder
from cleanup.precompiled import TABLE, packed
from cleanup.rulefile import RuleFile


def table() -> bytes:
    """Return the table of the rules as their files stand."""
    paths = sorted(rules_folder().rglob("*.yaml"))
    files = [
        (data, strictyaml.parse(data, RuleFile, str(path))) for path in paths if (data := strictyaml.data_of(path))
    ]
    return packed(files)


if __name__ == "__main__":
    TABLE.write_bytes(table())
