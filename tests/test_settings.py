"""Which configuration is found, and what goes over what."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.errors import ConfigError
from cleanup.policy import Policy
from cleanup.settings import Settings, resolve


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in Settings.__struct_fields__:
        monkeypatch.delenv(f"CLEANUP_{name.upper()}", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    return tmp_path


def place(home: Path, path: str, text: str) -> Path:
    file = home / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_nothing_said_nothing_set(home: Path) -> None:
    resolved = resolve({}, start=home)
    assert resolved.settings == Settings()
    assert set(resolved.origins.values()) == {"default"}
    assert resolved.settings.policy == Policy()


def test_the_nearest_file_upward_counts_and_it_alone(home: Path) -> None:
    far = place(home, "cleanup.toml", 'language = "en"\nsource-language = "de"')
    near = place(home, "repo/pyproject.toml", '[tool.cleanup]\nsource-language = "fr"')
    place(home, "repo/deep/pyproject.toml", "[tool.other]")
    deep = home / "repo" / "deep"
    resolved = resolve({}, start=deep)
    assert (resolved.settings.source_language, resolved.settings.language) == ("fr", None)
    assert (resolved.file, resolved.origins["source_language"]) == (near, str(near))
    near.unlink()
    assert resolve({}, start=deep).file == far
    nearest = place(home, "repo/deep/cleanup.toml", "")
    assert resolve({}, start=deep).file == nearest


def test_it_is_not_looked_for_above_the_repository_then_the_users_own_counts(home: Path) -> None:
    place(home, "cleanup.toml", 'source-language = "de"')
    (home / "repo" / ".git").mkdir(parents=True)
    assert resolve({}, start=home / "repo").file is None
    own = place(home, ".config/cleanup/cleanup.toml", 'source-language = "ru"')
    assert resolve({}, start=home / "repo").file == own


def test_command_line_over_environment_over_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = place(home, "cleanup.toml", 'select = ["a"]\nignore = ["a"]\nmin-confidence = 0.1\nsuggestions = true')
    monkeypatch.setenv("CLEANUP_IGNORE", "b, c,")
    monkeypatch.setenv("CLEANUP_MIN_CONFIDENCE", "0.2")
    monkeypatch.setenv("CLEANUP_SELECT", " ")
    resolved = resolve({"min_confidence": 0.3, "suggestions": None}, start=home)
    assert resolved.settings == Settings(select=("a",), ignore=("b", "c"), min_confidence=0.3, suggestions=True)
    origins = [resolved.origins[name] for name in ("select", "ignore", "min_confidence", "suggestions", "rules")]
    assert origins == [str(file), "CLEANUP_IGNORE", "command line", str(file), "default"]


@pytest.mark.parametrize(("said", "meant"), [("yes", True), ("1", True), ("TRUE", True), ("no", False), ("0", False)])
def test_yes_and_no_in_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch, said: str, meant: bool) -> None:
    monkeypatch.setenv("CLEANUP_SUGGESTIONS", said)
    assert resolve({}, start=home).settings.suggestions is meant


def test_a_model_stands_beside_the_file_that_names_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "own").mkdir()
    place(home, "cleanup.toml", 'model = "own"')
    assert resolve({}, start=home).settings.model == str(home / "own")
    place(home, "cleanup.toml", 'model = "none"')
    assert resolve({}, start=home).settings.model == "none"


def test_folders_of_rules_stand_beside_the_file_that_names_them(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home / "me"))
    place(home, "cleanup.toml", f'rules = ["desk", "{home / "x"}", "~/own"]')
    resolved = resolve({}, start=home)
    assert resolved.settings.rules == (str(home / "desk"), str(home / "x"), str(home / "me" / "own"))


def test_a_byte_order_mark_is_no_key(home: Path) -> None:
    (home / "cleanup.toml").write_bytes(b'\xef\xbb\xbflanguage = "en"')
    assert resolve({}, start=home).settings.language == "en"


@pytest.mark.parametrize("code", ["fr", "FR", "pt-BR", "zh_Hans", "yue"])
def test_language_codes(code: str) -> None:
    assert Settings(source_language=code).cleaner().source_language == code.lower()[:3].rstrip("-_")


@pytest.mark.parametrize("code", ["French", "f", "12", "fr,de", "fr-"])
def test_what_is_no_language_code(code: str) -> None:
    with pytest.raises(ValueError, match="is no language code"):
        Settings(language=code)


def test_a_wrong_value_names_where_it_came_from(home: Path) -> None:
    file = place(home, "cleanup.toml", "min-confidence = true")
    with pytest.raises(ConfigError) as raised:
        resolve({}, start=home)
    assert str(raised.value) == f"{file}: min-confidence: wants a number, got true or false"
