"""The command line: parse, call the pipeline, print."""

from __future__ import annotations

import sys

import typer

from cleanup.cli import batch, config, rules, stories
from cleanup.errors import CleanupError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Find and repair what machine translation did to news copy, with a reason for every change.",
)
app.command()(stories.fix)
app.command()(stories.diff)
app.command()(stories.check)
app.command()(batch.batch)
app.command()(config.config)
app.add_typer(rules.app, name="rules")


def main() -> None:
    """Run the command; what a user did wrong is one line on stderr and exit code 2, never a traceback."""
    try:
        app()
    except CleanupError as error:
        sys.stderr.write(f"cleanup: {error}\n")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
