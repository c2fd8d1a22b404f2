"""`cleanup batch`: JSON lines in, reports out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
import typer

from cleanup.batch import feeds
from cleanup.batch.feeds import STDIN, Line
from cleanup.cli import output as out
from cleanup.cli.flags import with_settings
from cleanup.errors import ConfigError, OutputError
from cleanup.files import why
from cleanup.settings import Resolved


@with_settings
def batch(  # noqa: PLR0913 - a command's flags are its arguments
    resolved: Resolved,
    *,
    paths: Annotated[
        list[Path], typer.Argument(metavar="IN", help="JSONL files, or folders of stories; - is standard input.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="Where the reports go; - is stdout.")],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes at once.")] = (
        os.cpu_count() or 1
    ),
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run was cut short.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no summary.")] = False,
) -> None:
    """Clean many stories: JSON lines in, one report a line out, in the order they came.

    Until all is done the reports stand in OUT.part; --resume goes on from there.
    """
    from cleanup.batch import spread  # noqa: PLC0415 - it loads what starts processes

    feeds.check(paths)
    if any(path != STDIN and output.exists() and path.samefile(output) for path in paths):
        raise ConfigError(f"{output}: is an input too; name another file")
    with _sink(output, resume) as (sink, before):
        done, failed = before
        stdin = None if sys.stdin is None else sys.stdin.buffer
        lines: Iterator[Line] = islice(feeds.stories(paths, stdin), done, None)
        if not quiet and sys.stderr is not None and sys.stderr.isatty():
            lines = _with_bar(lines, feeds.size(paths))
        for outcome in spread(lines, resolved.settings, jobs):
            sink.write(outcome.line)
            done, failed = done + 1, failed + outcome.failed
    if not quiet:
        out.say(f"{done} stor{'y' if done == 1 else 'ies'}, {failed} could not be processed")
    raise typer.Exit(2 if failed else 0)


Sink = tuple[BinaryIO, tuple[int, int]]


@contextmanager
def _sink(output: Path, resume: bool) -> Iterator[Sink]:
    """Open where the reports go; beside it stand how many an earlier run has left there, and how many had failed."""
    name = "standard output" if output == STDIN else str(output)
    try:
        if output == STDIN or (output.exists() and not output.is_file()):
            if resume:
                raise ConfigError("--resume wants a file as --output")
            with _stream(output) as stream:
                yield stream, (0, 0)
        else:
            with _partial(output, resume) as sink:
                yield sink
    except BrokenPipeError as error:  # the reader has left (`| head`)
        out.discard(sys.stdout)
        raise typer.Exit(0) from error
    except OSError as error:
        if output == STDIN:
            out.discard(sys.stdout)
        raise OutputError(f"{name}: cannot be written: {why(error)}") from error


@contextmanager
def _stream(output: Path) -> Iterator[BinaryIO]:
    if output != STDIN:
        with output.open("wb") as stream:
            yield stream
    elif sys.stdout is None:
        raise OutputError("standard output: is closed")
    else:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()


@contextmanager
def _partial(output: Path, resume: bool) -> Iterator[Sink]:
    """Write to OUT.part, which takes the place of OUT when all is done, and stays for --resume when it is not."""
    part = output.with_name(f"{output.name}.part")
    if part.exists() and part.stat().st_size and not resume:
        raise ConfigError(f"{part}: is left of a run that was cut short; add --resume to go on, or delete it")
    try:
        with part.open("r+b" if part.exists() else "w+b") as file:
            before = _count(file, part)
            file.truncate()
            yield file, before
            file.flush()
            os.fsync(file.fileno())
        if output.exists():
            part.chmod(output.stat().st_mode)
        part.replace(output)
    finally:
        if part.exists() and not part.stat().st_size:
            part.unlink()


class _Told(msgspec.Struct):
    error: str | None = None


def _count(file: BinaryIO, part: Path) -> tuple[int, int]:
    """Return how many whole lines there are and how many of them tell of an error; stand behind the last."""
    done = failed = stop = 0
    for line in file:
        if not line.endswith(b"\n"):
            break
        try:
            failed += msgspec.json.decode(line, type=_Told).error is not None
        except msgspec.MsgspecError as error:
            raise ConfigError(f"{part}:{done + 1}: is no report; delete the file and begin again") from error
        done, stop = done + 1, stop + len(line)
    file.seek(stop)
    return done, failed


def _with_bar(lines: Iterable[Line], size: int | None) -> Iterator[Line]:
    from rich.console import Console  # noqa: PLC0415 - only where a bar is shown
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task("Cleaning", total=size)
        for line in lines:
            yield line
            bar.advance(task, len(line.data))
