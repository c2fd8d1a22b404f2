"""`config`: what is in force and where it came from, in a form that can be saved as a configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import FIXED, STORY, Run


def test_each_value_says_where_it_came_from(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cleanup.toml").write_text('source-language = "fr"\nmin-confidence = 0.5\nsuggestions = true')
    monkeypatch.setenv("CLEANUP_MIN_CONFIDENCE", "0.7")
    shown = run("config", "--ignore", "fr-en.*", "--ignore", "x").out
    assert shown.splitlines()[0] == f"# {tmp_path / 'cleanup.toml'}"
    assert f'source-language = "fr"  # {tmp_path / "cleanup.toml"}' in shown
    assert "min-confidence = 0.7  # CLEANUP_MIN_CONFIDENCE" in shown
    assert 'ignore = ["fr-en.*", "x"]  # command line' in shown
    assert 'select = ["*"]  # default' in shown


def test_what_it_prints_can_be_saved_and_says_the_same(run: Run, tmp_path: Path) -> None:
    shown = run("config", "--from", "fr", "--select", 'a"\\é', "--no-suggestions").out
    (tmp_path / "cleanup.toml").write_text(shown)
    again = run("config").out
    values = [[line.partition("  #")[0] for line in text.splitlines()[1:]] for text in (shown, again)]
    assert values[0] == values[1]


def test_the_configuration_counts(run: Run, tmp_path: Path, story: Path) -> None:
    assert run("fix", "-q", story).out == FIXED
    (tmp_path / "cleanup.toml").write_text('ignore = ["numbers.*"]')
    assert run("fix", "-q", story).out == STORY
    (tmp_path / "other.toml").write_text("")
    assert run("fix", "-q", story, "--config", "other.toml").out == FIXED


REFUSED = [
    ("selct = []", "cleanup.toml: no key is called 'selct'; there are source-language, language, select"),
    ('select = "x"', "cleanup.toml: select: wants a list, got text"),
    ("rules = [3]", "cleanup.toml: rules[0]: wants text, got a number; put it in quotes"),
    ("min-confidence = 2", "cleanup.toml: min-confidence is 2.0; it goes from 0 to 1"),
    ('language = "English"', "cleanup.toml: 'English' is no language code; say fr, de, pt-BR or the like"),
    ("suggestions = true\nselect = [", "cleanup.toml:2: Invalid value"),
    ("a = 1\na = 2", "cleanup.toml:2: Cannot overwrite a value"),
    ("a = '", "cleanup.toml"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_configuration_that_is_none(run: Run, tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "cleanup.toml").write_text(text)
    assert run("config").refusal.removeprefix(f"{tmp_path}/").startswith(message)


def test_a_configuration_that_is_not_there_or_not_ours(run: Run, tmp_path: Path) -> None:
    assert run("config", "--config", "nosuch.toml").refusal == "nosuch.toml: cannot be read: no such file or directory"
    (tmp_path / "pyproject.toml").write_text("[tool.other]")
    assert run("config", "--config", "pyproject.toml").refusal == "pyproject.toml: has no [tool.cleanup]"
    assert run("config").out.startswith("# no configuration file\n")
    (tmp_path / "pyproject.toml").write_text("tool.cleanup = 3")
    assert run("config").refusal.endswith("pyproject.toml: [tool.cleanup] is no table")
    (tmp_path / "pyproject.toml").write_bytes(b"\xff")
    assert run("config").refusal.endswith("pyproject.toml: byte 0 is not UTF-8")


VARIABLES = [
    ("CLEANUP_MIN_CONFIDENCE", "much", "CLEANUP_MIN_CONFIDENCE: 'much' is no number"),
    ("CLEANUP_MIN_CONFIDENCE", "7", "CLEANUP_MIN_CONFIDENCE: min-confidence is 7.0; it goes from 0 to 1"),
    ("CLEANUP_SUGGESTIONS", "maybe", "CLEANUP_SUGGESTIONS: 'maybe' is neither true nor false"),
    ("CLEANUP_SOURCE_LANGUAGE", "French", "CLEANUP_SOURCE_LANGUAGE: 'French' is no language code"),
]


@pytest.mark.parametrize(("variable", "value", "message"), VARIABLES)
def test_a_variable_that_means_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, message: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert run("config").refusal.startswith(message)
