import os
import subprocess
from pathlib import Path

import pytest
from handmade import PROSE
from hypothesis import given, settings

from cleanup.report.diffs import Change, unified, words

SHAPES = {
    "plain": ("story.txt", "one\ntwo ONU\nthree\n", "one\ntwo UN\nthree\n"),
    "no final newline": ("story.txt", "one\ntwo ONU", "one\ntwo UN"),
    "final newline added": ("story.txt", "one ONU", "one UN\n"),
    "carriage returns": ("story.txt", "one\r\ntwo ONU\r\nthree\r\n", "one\r\ntwo UN\r\nthree\r\n"),
    "a lone carriage return": ("story.txt", "one\rtwo ONU\n", "one\rtwo UN\n"),
    "unicode line ends": ("story.txt", "one\u2028ONU\x85\x0ctwo\n", "one\u2028UN\x85\x0ctwo\n"),
    "space": ("the story of today.txt", "ONU\n", "UN\n"),
    "space, then what looks like a date": ("story 2024-03-14 10:00:00.txt", "ONU\n", "UN\n"),
    "non-ascii": ("actualité/récit.txt", "ONU\n", "UN\n"),
    "quotes and backslash": ('a "story" \\ here.txt', "ONU\n", "UN\n"),
    "tab and newline": ("a\tstory\nhere.txt", "ONU\n", "UN\n"),
    "from here": ("./desk/./story.txt", "ONU\n", "UN\n"),
    "far apart": ("story.txt", "ONU\n" + "same\n" * 20 + "ONU\n", "UN\n" + "same\n" * 20 + "UN\n"),
}


def applied(folder: Path, path: str, before: str, after: str) -> str:
    """Return what `git apply` makes of `before` with the diff to `after`."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(before.encode())
    diff = unified(before, after, path).encode()
    clean = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True, env=clean)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=folder, check=True, env=clean, input=diff)
    return file.read_bytes().decode()


@pytest.mark.parametrize(("path", "before", "after"), SHAPES.values(), ids=SHAPES)
def test_git_applies_the_diff(tmp_path: Path, path: str, before: str, after: str) -> None:
    assert applied(tmp_path, path, before, after) == after


@settings(max_examples=25, deadline=None)
@given(PROSE, PROSE)
def test_git_applies_any_diff(tmp_path_factory: pytest.TempPathFactory, before: str, after: str) -> None:
    if before != after:
        assert applied(tmp_path_factory.mktemp("repo"), "story.txt", before, after) == after


@given(PROSE)
def test_no_change_is_no_diff(text: str) -> None:
    assert unified(text, text, "story.txt") == ""


def test_an_absolute_path_is_told_from_the_root() -> None:
    assert unified("a\n", "b\n", "/desk/story.txt").startswith("--- a/desk/story.txt\n+++ b/desk/story.txt\n")


@given(PROSE, PROSE)
def test_words_lose_nothing(before: str, after: str) -> None:
    changes = words(before, after)
    assert "".join(change.before for change in changes) == before
    assert "".join(change.after for change in changes) == after


WORDS = [
    ("said the ONU.", "said the UN.", [("said the ", "said the "), ("ONU", "UN"), (".", ".")]),
    ("the big house", "the small home", [("the ", "the "), ("big house", "small home")]),
    ("don't go", "don’t go", [("don't", "don’t"), (" go", " go")]),
    ("", "new", [("", "new")]),
    ("same", "same", [("same", "same")]),
]


@pytest.mark.parametrize(("before", "after", "changes"), WORDS)
def test_words(before: str, after: str, changes: list[tuple[str, str]]) -> None:
    assert words(before, after) == tuple(Change(*change) for change in changes)
