"""The command, run as a user does: in this process where that shows the same, as a process where it does not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cleanup.cli import main

STORY = "The minister said on Monday that the talks had cost the country 64,2 million euros.\n"
FIXED = STORY.replace("64,2", "64.2")
SOUND = "The minister said on Monday that the talks would go on until the end of the week.\n"
RULE = """\
why: "French 'arrosage' was rendered as sprinkling."
category: wrong-sense
detect: {phrases: [sprinkling of the press]}
candidates: [briefing of the press]
safety: safe
examples:
  repairs: {"The sprinkling of the press went on.": "The briefing of the press went on."}
  keeps: ["The sprinkling of the lawn went on."]
"""
CLEANUP = [sys.executable, "-m", "cleanup"]


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one line that a user is shown; fails where there is more, or less, or another exit code."""
        assert (self.code, self.out) == (2, "")
        assert self.err.startswith("cleanup: ")
        assert self.err.count("\n") == 1
        return self.err.removeprefix("cleanup: ").rstrip("\n")


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, out of reach of anybody's configuration."""
    for name in [name for name in os.environ if name.startswith("CLEANUP_")]:
        monkeypatch.delenv(name)
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / ".data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command in this process."""

    def command(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["cleanup", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfdbinary.readouterr()
        return Result(int(ended.value.code or 0), out.decode("utf-8", "surrogateescape"), err.decode())

    return command


def process(*arguments: str | Path, redirected: str = "", **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own, by a shell that redirects it."""
    line = f'set -o pipefail; "$@" {redirected}'
    command = ["bash", "-c", line, "bash", *CLEANUP, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    """Return the file of a rule of a desk's own, in the folder `mine`."""
    path = tmp_path / "mine" / "fr-en" / "senses" / "sprinkling.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE)
    return path
