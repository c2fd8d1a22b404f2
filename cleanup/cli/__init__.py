"""The command line: parse, call the pipeline, print."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from cleanup import __version__
from cleanup.cli import align, batch, config, evaluate, hooks, models, output, rules, serve, stories
from cleanup.errors import CleanupError
from cleanup.report.excerpts import visible

# Loading makes many objects and hardly a cycle; looking for cycles as often as Python does takes a sixth of the start.
OBJECTS_BETWEEN_COLLECTIONS = 100_000

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(stories.fix)
app.command()(stories.diff)
app.command()(stories.check)
app.command("align")(align.align_)
app.command()(batch.batch)
app.command()(serve.serve)
app.command()(config.config)
app.add_typer(rules.app, name="rules")
app.add_typer(models.app, name="models")
app.add_typer(evaluate.app, name="eval")
app.add_typer(hooks.app, name="hooks")


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Find and repair what machine translation did to news copy, with a reason for every change."""
    if version:
        output.write(f"cleanup {__version__}\n")
        raise typer.Exit
    rules.or_help(context)


def main() -> None:
    """Run the command; what a user did wrong is one line on stderr and exit code 2, never a traceback."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # else the model's threads spin where they have nothing to do
    try:
        code = app(prog_name="cleanup", standalone_mode=False)
    except CleanupError as error:
        code = _refuse(str(error))
    except typer.TyperException as error:
        code = _refuse(f"{' '.join(error.format_message().split())} {_where_to_look(error)}")
    except OSError as error:  # refused by the system where no command expects it: the working folder is gone, say
        if error.errno is None:
            raise
        code = _refuse(f"{error.filename or 'the system'}: {error.strerror}")
    sys.exit(code)


def _refuse(message: str) -> int:
    output.say(f"cleanup: {visible(message)}")
    return 2


def _where_to_look(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"(see: {context.command_path if context else 'cleanup'} --help)"
