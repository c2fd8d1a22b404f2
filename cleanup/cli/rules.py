"""`cleanup rules`: list, show, test and begin rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cleanup import rulebook, ruletests
from cleanup.cli.flags import with_settings
from cleanup.errors import ConfigError
from cleanup.paths import rules_folder
from cleanup.policy import Policy
from cleanup.rulebook import Rule
from cleanup.settings import Resolved

app = typer.Typer(no_args_is_help=True, help="List, show, test and begin rules.")

TEMPLATE = """\
why: "WHAT THE ORIGINAL SAID, AND WHAT THE ENGINE MADE OF IT"
category: wrong-sense
detect:
  phrases: ["THE PHRASE AS IT STANDS"]
candidates: ["WHAT IT SHOULD READ"]
safety: suggest
examples:
  repairs: {"A sentence with THE PHRASE AS IT STANDS in it.": "A sentence with WHAT IT SHOULD READ in it."}
  keeps: ["A sentence that looks like it and is right."]
"""


@app.command("list")
@with_settings
def list_(resolved: Resolved) -> None:
    """List the rules in force: name, safety, what they are for."""
    policy = resolved.settings.policy
    for rule in _rules(resolved):
        if policy.wants(rule.name):
            typer.echo(f"{rule.name:48} {rule.file.safety:8} {rule.file.why}")


@app.command()
@with_settings
def show(resolved: Resolved, name: Annotated[str, typer.Argument(help="The rule's name, or a glob.")]) -> None:
    """Print a rule's file."""
    found = _named(resolved, name)
    for rule in found:
        typer.echo(f"# {rule.path}\n{rule.path.read_text(encoding='utf-8')}")


@app.command()
@with_settings
def test(resolved: Resolved, name: Annotated[str, typer.Argument(help="A rule's name, or a glob.")] = "*") -> None:
    """Run the rules' own examples; exit 1 when one does not hold."""
    found = _named(resolved, name)
    failures = [failure for rule in found for failure in ruletests.failures(rule, _folders(resolved))]
    for failure in failures:
        typer.echo(failure)
    typer.echo(f"{len(found)} rules, {len(failures)} examples do not hold")
    raise typer.Exit(1 if failures else 0)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Where it goes: fr-en.senses.agreement")],
    folder: Annotated[Path, typer.Option("--rules", metavar="DIR", help="The folder of rules.")] = Path("rules"),
) -> None:
    """Begin a rule: write its file, to be filled in."""
    parts = name.split(".")
    if len(parts) != 3 or not all(part and Path(part).name == part for part in parts) or "-" not in parts[0]:  # noqa: PLR2004
        raise ConfigError(f"'{name}': a rule's name is <source>-<target>.<family>.<artefact>")
    path = folder.joinpath(*parts).with_suffix(".yaml")
    if path.exists():
        raise ConfigError(f"{path}: there is such a rule already")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEMPLATE, encoding="utf-8")
    typer.echo(path)


def _folders(resolved: Resolved) -> tuple[Path, ...]:
    return (rules_folder(), *(Path(folder) for folder in resolved.settings.rules))


def _rules(resolved: Resolved) -> tuple[Rule, ...]:
    return rulebook.load(_folders(resolved))


def _named(resolved: Resolved, name: str) -> list[Rule]:
    found = [rule for rule in _rules(resolved) if Policy(select=(name,)).wants(rule.name)]
    if not found:
        raise ConfigError(f"no rule named '{name}': `cleanup rules list` has them all")
    return found
