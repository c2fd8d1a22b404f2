"""The patterns that were compiled beforehand."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import regex

from cleanup import patterns, rulebook
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.patterns import Table, compiled, packed, unpacked
from cleanup.variants import variants

LISTED = r"(?<!\w)\L<words>(?!\w)"


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the table is read from, until the test is done."""
    path = tmp_path / "patterns.bin"
    monkeypatch.setattr(patterns, "TABLE", path)
    patterns._patterns.cache_clear()
    yield path
    patterns._patterns.cache_clear()


def test_rules_are_in_the_table() -> None:
    """Run corpora/recipes/precompiled.py when this fails. Some that the table has not yet are no failure."""
    if not (known := patterns._patterns()):
        pytest.skip("the table is for another version of regex")
    rules = rulebook.load([rules_folder()])
    wanted = [rule.file.detect.pattern for rule in rules if rule.file.detect.pattern]
    wanted += [pattern for rule in rules for pattern in rule.file.unless]
    found = [patterns._key(pattern, rulebook.FLAGS, ()) in known for pattern in wanted]
    assert sum(found) >= 0.95 * len(wanted)


def test_tables_are_in_the_table() -> None:
    if not (known := patterns._patterns()):
        pytest.skip("the table is for another version of regex")
    english = Lexicons((rules_folder(),), "en")
    names = [row["name"] for row in english.rows("patterns")]
    made = [english.pattern(name) for name in names] + [way.met for way in variants(english)["spelling"]]
    found = [patterns._key(pattern.pattern, 0, pattern.named_lists.get("words", ())) in known for pattern in made]
    assert sum(found) >= 0.95 * len(made)


def test_what_was_compiled_beforehand_is_what_would_be_compiled() -> None:
    for rule in rulebook.load([rules_folder()])[::10]:
        now = regex.compile(rule.pattern.pattern, rulebook.FLAGS)
        assert (now.flags, now.groupindex) == (rule.pattern.flags, rule.pattern.groupindex)
        for text in (*rule.file.examples.repairs, *rule.file.examples.finds, *rule.file.examples.keeps):
            matches = [[match.regs for match in pattern.finditer(text)] for pattern in (now, rule.pattern)]
            assert matches[0] == matches[1], rule.name


def test_patterns_come_back_as_they_went(at: Path) -> None:
    listed = regex.compile(LISTED, words=["red", "crimson"])
    plain = regex.compile(r"(?P<colour>red|blue)\b", regex.IGNORECASE)
    at.write_bytes(packed([(listed, 0), (plain, regex.IGNORECASE)]))
    assert len(unpacked(at.read_bytes())) == 2
    again = compiled(plain.pattern, regex.IGNORECASE)
    assert (again.pattern, again.flags, again.groupindex) == (plain.pattern, plain.flags, plain.groupindex)
    assert again.findall("RED and blue, bluer") == ["RED", "blue"]
    assert compiled(LISTED, words=["crimson", "red"]).findall("red redder crimson") == ["red", "crimson"]


def test_flags_and_words_make_another_pattern(at: Path) -> None:
    at.write_bytes(packed([(regex.compile("red"), 0), (regex.compile(LISTED, words=["red"]), 0)]))
    assert compiled("red", regex.IGNORECASE).findall("Red red") == ["Red", "red"]
    assert compiled(LISTED, words=["blue"]).findall("red blue") == ["blue"]


@pytest.mark.parametrize(
    "data", [b"no table", zlib.compress(b"\x92\xa1x\x01"), zlib.compress(b"\x93\xa1x\x80\x01"), b""]
)
def test_without_a_table_patterns_are_compiled(at: Path, data: bytes) -> None:
    at.write_bytes(data)
    assert compiled("re+d").findall("red reed") == ["red", "reed"]


def test_a_table_of_another_regex_is_none(at: Path) -> None:
    whole = msgspec.msgpack.decode(zlib.decompress(packed([(regex.compile("red"), 0)])), type=Table)
    at.write_bytes(zlib.compress(msgspec.msgpack.encode(Table("1999.1.1", whole.patterns))))
    assert unpacked(at.read_bytes()) == {}
    assert compiled("red").findall("red") == ["red"]


def test_what_is_no_pattern_is_refused() -> None:
    with pytest.raises(regex.error):
        compiled("(red")
