"""Tables of words: what they hold, where they are looked for, and what is refused with file and line."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from cleanup.errors import RuleError
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder


def place(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_rows_have_the_columns_that_the_first_line_names(tmp_path: Path) -> None:
    place(tmp_path, "any-en/lexicons/acronyms.tsv", "# a comment\nwritten\tenglish\n\nONU\tUN \nOTAN\t\n")
    rows = Lexicons((tmp_path,), "en").rows("acronyms")
    assert [dict(row) for row in rows] == [{"written": "ONU", "english": "UN"}, {"written": "OTAN", "english": ""}]


def test_tables_of_one_name_are_joined_over_packs_and_folders(tmp_path: Path) -> None:
    ours, desk = tmp_path / "ours", tmp_path / "desk"
    place(ours, "any-en/lexicons/t.tsv", "a\tb\n1\t2\n")
    place(ours, "fr-en/lexicons/t.tsv", "\ufeffb\ta\r\n4\t3\r\n")
    place(desk, "any-en/lexicons/t.tsv", "a\tb\n5\t6\n")
    place(desk, "any-fr/lexicons/t.tsv", "other\n7\n")
    place(ours, "any-en/lexicons/w.txt", "one\n# two\nthree \n")
    place(desk, "any-en/lexicons/w.txt", "one\nvis-à-vis\n")
    lexicons = Lexicons((ours, desk), "en")
    assert [(row["a"], row["b"]) for row in lexicons.rows("t")] == [("1", "2"), ("3", "4"), ("5", "6")]
    assert lexicons.words("w") == {"one", "three", "vis-à-vis"}


WRONG = [
    ("any-en/lexicons/t.tsv", "a\tb\n1\t2\n3\n", "t.tsv:3: 1 columns where the header names 2"),
    ("any-en/lexicons/t.tsv", "a\tb\n1\t2\t3\n", "t.tsv:2: 3 columns where the header names 2"),
    ("any-en/lexicons/t.tsv", b"a\tb\n1\t\xff\n", "t.tsv: byte 6 is not UTF-8"),
    ("fr-en/lexicons/t.tsv", "# mine\na\tc\n1\t2\n", "t.tsv:2: the columns are a, c; they must be a, b"),
    ("any-en/lexicons/w.txt", b"\xff", "w.txt: byte 0 is not UTF-8"),
]


@pytest.mark.parametrize(("name", "data", "message"), WRONG)
def test_what_is_wrong_and_where_it_is_seen_as_it_loads(
    tmp_path: Path, name: str, data: str | bytes, message: str
) -> None:
    place(tmp_path, "any-en/lexicons/t.tsv", "a\tb\n1\t2\n")
    place(tmp_path, name, data)
    with pytest.raises(RuleError) as raised:
        Lexicons((tmp_path,), "en").load()
    assert str(raised.value).endswith(message)


def test_a_table_that_is_not_there_is_empty(tmp_path: Path) -> None:
    none = Lexicons((tmp_path,), "fr")
    assert (none.rows("nosuch"), none.words("nosuch"), none.pattern("nosuch").search("nosuch")) == (
        (),
        frozenset(),
        None,
    )


def test_ours_are_sound() -> None:
    Lexicons((rules_folder(),), "en").load()


HOSTILE = {
    "letters": "a" * 20_000,
    "capitals": "A" * 20_000,
    "digits": "1" * 20_000,
    "spaces": " " * 20_000,
    "lines": "\n" * 20_000,
    "quotes": "” “" * 7_000,
    "commas": "a, " * 7_000,
    "names": "Aa Bb " * 3_500,
    "stops": "a. B " * 4_000,
    "prepositions": "of the " * 3_000,
    "figures": "1,5 million " * 1_500,
}


@pytest.mark.parametrize("target", ["de", "en", "es", "fr"])
def test_hostile_text_takes_no_time(target: str) -> None:
    """A table's pattern is looked for all over a story, however strange the story is."""
    tables = Lexicons((rules_folder(),), target)
    names = sorted({row["name"] for row in tables.rows("patterns")})
    assert names
    for name in names:
        for kind, text in HOSTILE.items():
            start = process_time()
            tables.pattern(name).findall(text, timeout=5)
            assert process_time() - start < 0.5, (name, kind)
