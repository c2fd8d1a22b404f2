"""`eval rules`: each rule over translations and clean text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

TEXT = "The sprinkling of the press began."


@pytest.fixture
def files(tmp_path: Path, rule: Path) -> list[str]:
    line = {"outputs": {"one": TEXT, "two": TEXT}, "reference": "The briefing of the press began."}
    (tmp_path / "news.fr-en.jsonl").write_text(json.dumps(line) + "\n")
    (tmp_path / "clean.txt").write_text("The briefing went on.\n")
    return ["news.fr-en.jsonl", "--rules", "mine", "--select", "*sprinkling", "--clean", "clean.txt"]


def test_a_rule_has_its_figures_told_and_written(run: Run, files: list[str], tmp_path: Path) -> None:
    done = run("eval", "rules", *files, "-o", "table.tsv")
    assert done.out.splitlines()[1].split()[:7] == ["fr-en.senses.sprinkling", "safe", "2", "2", "0", "100%", "0"]
    assert (done.code, done.err) == (0, "rules: 1; hits: 2; safe that ought not to be: 0\n")
    assert (tmp_path / "table.tsv").read_text().splitlines()[1].split("\t")[2:] == ["2", "2", "0", "0"]
    one = run("eval", "rules", *files, "--system", "one")
    assert one.err.startswith("rules: 1; hits: 1;")


def test_a_safe_rule_that_touches_clean_text_is_told(run: Run, files: list[str], tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text(TEXT)
    done = run("eval", "rules", *files)
    assert (done.code, done.err) == (1, "rules: 1; hits: 2; safe that ought not to be: 1\n")


def test_a_file_that_is_not_there(run: Run) -> None:
    assert run("eval", "rules", "missing.jsonl").refusal == "missing.jsonl: no such file"
