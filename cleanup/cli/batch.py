"""`cleanup batch`: JSON lines in, reports out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from cleanup import files
from cleanup.batch import process
from cleanup.cli.flags import with_settings
from cleanup.cli.stories import STDIN, make_cleaner
from cleanup.errors import ConfigError, InputError, OutputError
from cleanup.settings import Resolved


@with_settings
def batch(
    resolved: Resolved,
    paths: Annotated[list[Path], typer.Argument(metavar="IN…", help="JSONL files; - is standard input.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="Where the reports go; - is stdout.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no summary.")] = False,
) -> None:
    """Clean many stories: JSON lines in, one report a line out, in the order they came."""
    missing = [path for path in paths if path != STDIN and not path.is_file()]
    if missing:
        raise InputError(f"{missing[0]}: no such file")
    if output != STDIN and any(path != STDIN and output.exists() and path.samefile(output) for path in paths):
        raise ConfigError(f"{output}: is an input too; name another file")
    cleaner = make_cleaner(resolved.settings)
    done = failed = 0
    with _sink(output) as sink:
        for outcome in process(_lines(paths, quiet), cleaner):
            sink.write(outcome.line)
            done, failed = done + 1, failed + outcome.failed
    if not quiet:
        sys.stderr.write(f"{done} stories, {failed} could not be processed\n")
    raise typer.Exit(2 if failed else 0)


@contextmanager
def _sink(output: Path) -> Iterator[BinaryIO]:
    if output == STDIN:
        yield sys.stdout.buffer
        return
    try:
        with files.replacing(output) as sink:
            yield sink
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror}") from error


def _lines(paths: list[Path], quiet: bool) -> Iterator[bytes]:
    for path in paths:
        if path == STDIN:
            yield from sys.stdin.buffer
        elif quiet or not sys.stderr.isatty():
            with path.open("rb") as file:
                yield from file
        else:
            from rich.progress import open as open_with_bar  # noqa: PLC0415 - only where a bar is shown

            with open_with_bar(path, "rb", description=path.name, console=_console()) as file:
                yield from file


def _console() -> object:
    from rich.console import Console  # noqa: PLC0415 - only where a bar is shown

    return Console(stderr=True)
