"""The files for running it: what they say is what the command takes."""

from __future__ import annotations

import re
import shlex
from configparser import RawConfigParser
from importlib.resources import files
from pathlib import Path

import msgspec

from cleanup.service import config

from .running import command

DEPLOY = Path(str(files("cleanup.service").joinpath("deploy")))
EXAMPLE = (DEPLOY / "service.toml").read_text("utf-8")


def test_the_example_says_what_holds_without_it(tmp_path: Path) -> None:
    path = tmp_path / "service.toml"
    path.write_text(EXAMPLE, "utf-8")
    assert config.read(path) == config.ServiceConfig()
    for struct in (config.ServiceConfig, config.Limits, config.Hook):
        for field in msgspec.structs.fields(struct):
            assert re.search(rf"\b{field.encode_name}\b", EXAMPLE), field.encode_name


def test_the_examples_comments_hold_too(tmp_path: Path) -> None:
    secret = "whsec_" + "A" * 32
    lines = [re.sub(r"^# (?=[a-z\[].*( = |\]))", "", line) for line in EXAMPLE.splitlines()]
    path = tmp_path / "service.toml"
    path.write_text("\n".join(lines).replace("whsec_…", secret).replace('"…"', '"0123456789abcdef"'), "utf-8")
    told = config.read(path)
    assert told.hooks["wire"] == config.Hook((secret,), "https://cms.example/reports", "fr")
    assert set(told.keys) == {"desk"}
    assert config.database(told) == tmp_path / "hooks.sqlite3"


def _flags(line: str) -> list[str]:
    words = shlex.split(line)
    assert words[1] == "serve"
    return [word for word in words if word.startswith("--")]


def test_the_unit_and_the_container_start_what_there_is() -> None:
    unit = RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string((DEPLOY / "cleanup.service").read_text("utf-8"))
    container = (DEPLOY / "Containerfile").read_text("utf-8")
    entry = re.search(r"^ENTRYPOINT (\[.*\])$", container, re.MULTILINE)
    assert entry
    known = command("serve", "--help").stdout
    for flag in (*_flags(unit["Service"]["ExecStart"]), *_flags(" ".join(msgspec.json.decode(entry[1])))):
        assert flag in known
    assert "USER 10001" in container
