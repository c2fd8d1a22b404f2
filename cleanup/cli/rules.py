"""`cleanup rules`: list, show, test and begin rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from cleanup import detectors, plugs, rulebook
from cleanup.cli import output
from cleanup.cli.flags import with_settings
from cleanup.errors import ConfigError, OutputError
from cleanup.files import why
from cleanup.findings import Safety
from cleanup.paths import rules_folder
from cleanup.policy import Policy
from cleanup.rulebook import Rule, ruletests
from cleanup.settings import Resolved
from cleanup.taxonomy import Category

app = typer.Typer()

NAME = re.compile(r"(?:any|[a-z]{2,3})-[a-z]{2,3}\.[\w-]+\.[\w-]+")
TEMPLATE = f"""\
why: "WHAT THE ORIGINAL SAID, AND WHAT THE ENGINE MADE OF IT"
category: wrong-sense  # {", ".join(Category)}
detect:
  phrases: ["THE PHRASE AS IT STANDS"]  # or pattern: 'A REGULAR EXPRESSION'
candidates: ["WHAT IT SHOULD READ"]
safety: suggest  # {", ".join(Safety)}
examples:
  repairs: {{"A sentence with THE PHRASE AS IT STANDS in it.": "A sentence with WHAT IT SHOULD READ in it."}}
  keeps: ["A sentence that looks like it and is right."]
"""


@app.callback(invoke_without_command=True)
def or_help(context: typer.Context) -> None:
    """List, show, test and begin rules."""
    if context.invoked_subcommand is None:
        output.say(context.get_help())
        raise typer.Exit(2)


@app.command("list")
@with_settings
def list_(resolved: Resolved) -> None:
    """List the rules and detectors in force: name, safety, what they are for."""
    policy = resolved.settings.policy
    for rule in _rules(resolved):
        if policy.wants(rule.name):
            output.write(f"{rule.name:40} {rule.file.safety:8} {rule.file.why}\n")
    for name in plugs.names(detectors):
        output.write(f"{name + '.*':40} detector {_summary(name)}\n")


@app.command()
@with_settings
def show(resolved: Resolved, name: Annotated[str, typer.Argument(help="The rule's name, or a glob.")]) -> None:
    """Print a rule's file, or what a detector looks for."""
    detector = name.partition(".")[0]
    if detector in plugs.names(detectors):
        output.write(f"# {plugs.load(detectors, detector).__file__}\n{_summary(detector)}\n")
        return
    for rule in _named(resolved, name):
        output.write(f"# {rule.path}\n{rule.path.read_text(encoding='utf-8-sig')}\n")


@app.command("test")
@with_settings
def try_(resolved: Resolved, name: Annotated[str, typer.Argument(help="A rule's name, or a glob.")] = "*") -> None:
    """Run the rules' own examples; exit 1 when one does not hold."""
    found = _named(resolved, name)
    for rule in found:
        rule.check()
    failures = [failure for rule in found for failure in ruletests.failures(rule, _folders(resolved))]
    for failure in failures:
        output.write(f"{failure}\n")
    output.write(f"{_counted(len(found), 'rule')}, {_counted(len(failures), 'example')} that did not hold\n")
    raise typer.Exit(1 if failures else 0)


@app.command()
@with_settings
def new(resolved: Resolved, name: Annotated[str, typer.Argument(help="Where it goes: fr-en.senses.agreement")]) -> None:
    """Begin a rule in your own folder of rules (./rules when none is set): write its file, to be filled in."""
    if not NAME.fullmatch(name):
        raise ConfigError(
            f"'{name}': a rule's name is <source>-<target>.<family>.<artefact>, as fr-en.senses.agreement"
        )
    folder = Path((*resolved.settings.rules, "rules")[0])
    path = folder.joinpath(*name.split(".")).with_suffix(".yaml")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError as error:
        raise ConfigError(f"{path}: there is such a rule already; edit it") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {why(error)}") from error
    output.write(f"{path}\n")
    output.say(f"Fill it in, then run: cleanup rules test {name} --rules {folder}")


def _summary(detector: str) -> str:
    return (plugs.load(detectors, detector).__doc__ or "").partition("\n")[0]


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _folders(resolved: Resolved) -> tuple[Path, ...]:
    return (rules_folder(), *(Path(folder) for folder in resolved.settings.rules))


def _rules(resolved: Resolved) -> tuple[Rule, ...]:
    return rulebook.load(_folders(resolved))


def _named(resolved: Resolved, name: str) -> list[Rule]:
    found = [rule for rule in _rules(resolved) if Policy(select=(name,)).wants(rule.name)]
    if not found:
        raise ConfigError(f"no rule is named '{name}'; `cleanup rules list` has them all")
    return found
