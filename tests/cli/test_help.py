"""Every command says what it is for, and the README speaks of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from cleanup.cli import app

from .conftest import Run

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def commands(of: typer.Typer, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of each command."""
    for command in of.registered_commands:
        assert command.callback
        yield (*path, command.name or command.callback.__name__)
    for group in of.registered_groups:
        assert group.name
        assert group.typer_instance
        yield from commands(group.typer_instance, (*path, group.name))


@pytest.mark.parametrize("command", sorted(commands(app)), ids=" ".join)
def test_a_command_has_help_and_stands_in_the_readme(run: Run, command: tuple[str, ...]) -> None:
    shown = run(*command, "--help").out
    assert shown.startswith(f"Usage: cleanup {' '.join(command)} ")
    assert shown.split("\n\n")[1].strip()
    assert f"cleanup {' '.join(command)}" in README
