"""`cleanup hooks`: the deliveries of webhooks that the service keeps."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleanup.cli import output
from cleanup.cli.rules import or_help
from cleanup.errors import ConfigError
from cleanup.service.stages import Stage

if TYPE_CHECKING:
    from cleanup.service.outbox import Outbox

app = typer.Typer()

Service = Annotated[
    Path | None, typer.Option(metavar="FILE", envvar="CLEANUP_SERVICE", help="The service's file, as `serve` takes it.")
]


@app.callback(invoke_without_command=True)
def begin(context: typer.Context) -> None:
    """List the deliveries of webhooks, and send dead ones once more."""
    or_help(context)


@app.command("list")
def list_(
    service: Service = None,
    state: Annotated[Stage | None, typer.Option(help="Only those that have come so far.")] = None,
) -> None:
    """List deliveries, the oldest first: state, hook, id, attempts, when it came, what went wrong."""
    for each in _outbox(service).listed(state):
        came = datetime.fromtimestamp(each.received).astimezone().isoformat(timespec="seconds")
        output.write(f"{each.stage:9} {each.hook} {each.id} {each.attempts} {came} {each.error or ''}".rstrip() + "\n")


@app.command()
def redrive(
    service: Service = None,
    *,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Which; say --all for all.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All that are dead.")] = False,
) -> None:
    """Queue dead deliveries once more; a service that runs posts them at once."""
    if bool(ids) == every:
        raise ConfigError("say which deliveries, by their ids, or --all")
    count = _outbox(service).redrive(None if every else ids)
    output.write(f"{count} deliver{'y' if count == 1 else 'ies'} queued\n")
    if ids and count < len(set(ids)):
        raise ConfigError(f"only {count} of these are dead; `cleanup hooks list --state dead` has them all")


def _outbox(service: Path | None) -> Outbox:
    from cleanup.service import config  # noqa: PLC0415 - other commands do without
    from cleanup.service.outbox import Outbox  # noqa: PLC0415

    path = config.database(config.read(service))
    if not path.is_file():
        raise ConfigError(f"{path}: there are no deliveries yet; say --service FILE where the service has its own")
    return Outbox(path)
