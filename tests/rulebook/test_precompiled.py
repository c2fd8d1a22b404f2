"""The rules as they were parsed beforehand."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from cleanup import rulebook
from cleanup.paths import rules_folder
from cleanup.rulebook import precompiled, strictyaml
from cleanup.rulebook.literals import Literals
from cleanup.rulebook.precompiled import packed, unpacked
from cleanup.rulebook.rulefile import RuleFile

PATHS = sorted(rules_folder().rglob("*.yaml"))
RULE = """\
why: "because"
category: calque
detect: {pattern: 'sprink(?:ling|led) press'}
candidates: [briefing]
safety: safe
examples: {repairs: {"The sprinkling press": "The briefing"}, keeps: ["A sprinkling"]}
"""


def test_what_was_made_beforehand_is_what_would_be_made() -> None:
    """Run corpora/recipes/precompiled.py when this fails. Some rules that the table has not yet are no failure."""
    files = [(data, strictyaml.parse(data, RuleFile, path.name)) for path in PATHS if (data := path.read_bytes())]
    beforehand, now = unpacked(precompiled.TABLE.read_bytes()), unpacked(packed(files))
    assert {key: made for key, made in beforehand.items() if made != now.get(key)} == {}
    assert len(beforehand) >= 0.95 * len(now)


def test_a_table_of_another_version_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"no table", zlib.compress(b"\x81\xa1x\x01")):
        monkeypatch.setattr(precompiled, "TABLE", tmp_path / "rules.bin")
        (tmp_path / "rules.bin").write_bytes(data)
        assert precompiled._table.__wrapped__() == {}


def test_a_rule_that_was_not_there_beforehand_is_as_good(tmp_path: Path) -> None:
    path = tmp_path / "fr-en" / "senses" / "sprinkling.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE)
    assert precompiled.find(RULE.encode()) is None
    rule = rulebook.read(path, tmp_path)
    assert rule.literals == (Literals(("sprinkled press", "sprinkling press"), cased=True),)
    assert unpacked(packed([(RULE.encode(), rule.file)])).popitem()[1].file == rule.file


def test_a_rule_that_comes_along_is_the_same_either_way() -> None:
    path = PATHS[0]
    known = precompiled.find(path.read_bytes())
    assert known is not None
    assert known.file == strictyaml.parse(path.read_bytes(), RuleFile, path.name)
    assert known.literals[0] in known.file.detect.literals()
