"""YAML that says what it means, or an error with file, line and mend."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.errors import RuleError
from cleanup.rulebook.strictyaml import MAX_BYTES, data_of, line_of, parse


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...] = ()
    pairs: dict[str, str] = {}


class Outer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    size: Size = Size.SMALL
    sizes: frozenset[Size] = frozenset()
    inner: Inner = Inner()
    share: float | None = None
    maybe: Size | None = None


REFUSED = [
    ("", "1: empty"),
    ("# only a comment\n", "1: empty"),
    ("name: a\nsize: medium\n", "2: size: 'medium' is none of small, large"),
    ("name: a\nsizes: [small, medium]\n", "2: sizes[1]: 'medium' is none of small, large"),
    ("name: a\nmaybe: medium\n", "2: maybe: 'medium' is none of small, large"),
    ("size: small\n", "1: 'name' is missing"),
    ("name: a\nnmae: b\n", "2: no key is called 'nmae'; there are name, size, sizes, inner, share, maybe"),
    ("name: a\ninner:\n  words: [b]\n  wrods: [c]\n", "4: no key is called 'wrods'; there are words, pairs"),
    ("name: yes\n", "1: name: wants text, got true or false; put it in quotes"),
    ("name: 3.10\n", "1: name: wants text, got a number; put it in quotes"),
    ("name: 12:30\n", "1: name: wants text, got a number; put it in quotes"),
    ("name: 2024-06-18\n", "1: name: wants text, got date; put it in quotes"),
    ("name: 2024-13-45\n", " month must be in 1..12; put it in quotes"),
    ("name:\n", "1: name: wants text, got null"),
    ("name: a\ninner: {words: b}\n", "2: inner.words: wants a list, got text"),
    ("name: a\ninner:\n  pairs:\n    b: [c]\n", "4: inner.pairs[...]: wants text, got a list"),
    ("name: a\nshare: much\n", "2: share: wants a number, got text"),
    ("- a\n", "1: wants a table, got a list"),
    ("name: a\nname: b\n", "2: 'name' stands here twice"),
    ("name: a\ninner:\n  pairs: {b: c, b: d}\n", "3: 'b' stands here twice"),
    ("name: &n a\nsize: *n\n", "1: anchors and aliases are not allowed; write it out"),
    ("name: a\n<<: {size: small}\n", "2: a key is a word here"),
    ("name: a\n? {b: c}\n: d\n", "2: a key is a word here"),
    ("name: a\nsize: !!python/object:os.system {}\n", "2: could not determine a constructor for the tag"),
    ("name: what: is it\n", "1: mapping values are not allowed in this context; put a text that holds ': ' in quotes"),
    ("name: `a`\n", "1: found character that cannot start any token; put the text in quotes"),
    ('name: "a\n', "2: found unexpected end of stream; a quotation mark is missing"),
    ("name: 'it's'\n", "1: did not find expected key; write a quotation mark within quotes twice"),
    ("name: a\n\tsize: small\n", "2: found "),
    ("name: a\n---\nname: b\n", "2: but found another document"),
    ("name: \x07\n", " unacceptable character #x0007"),
    ("a:\n " + "[" * 9 + "]" * 9, "2: nested deeper than 8"),
    ("[" * 100_000, "1: nested deeper than 8"),
    ("- " * 60_000, "1: nested deeper than 8"),
    ("name: " + "1" * 5_000, " Exceeds the limit"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_wrong_and_where(text: str, message: str) -> None:
    with pytest.raises(RuleError) as raised:
        parse(text.encode(), Outer, "rule.yaml")
    assert str(raised.value).startswith(f"rule.yaml:{message}")
    assert "\n" not in str(raised.value)


def test_what_is_right_is_read() -> None:
    text = "\ufeff# a comment\r\nname: 'it''s: *fine* & [so]'\r\nsizes: [large]\r\ninner: {words: [\"a\", b]}\r\n"
    read_ = parse(text.encode(), Outer, "rule.yaml")
    assert read_ == Outer("it's: *fine* & [so]", sizes=frozenset({Size.LARGE}), inner=Inner(("a", "b")))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    for data, message in [(b"x" * (MAX_BYTES + 1), "is larger than 256 KiB"), (b"name: \xff", "byte 6 is not UTF-8")]:
        path.write_bytes(data)
        with pytest.raises(RuleError, match=f"{path}: {message}"):
            parse(data_of(path), Outer, str(path))
    with pytest.raises(RuleError, match=r"nosuch\.yaml: cannot be read: no such file"):
        data_of(tmp_path / "nosuch.yaml")


def test_the_line_of_a_place(tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text("name: a\ninner:\n  words:\n  - b\n  - c\n")
    places = ["name", "inner.words", "inner.words[1]", "inner.nosuch", "nosuch", "inner.words[7]"]
    assert [line_of(path, place) for place in places] == [1, 4, 5, 3, 1, 4]


@given(st.text(st.sampled_from("ab:- \n\t[]{}'\"*&!|>?#%@`,\x00\ud800\u2028é0"), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse(text.encode("utf-8", "surrogatepass"), Outer, "rule.yaml")
    except RuleError as error:
        assert str(error).startswith("rule.yaml:")  # noqa: PT017 - either may be
