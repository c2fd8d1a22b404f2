"""`cleanup fix`, `diff` and `check`: one story or a few, for a person to read."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from cleanup import files, formats, plugs, renderers
from cleanup.cli import output as out
from cleanup.cli.flags import with_settings
from cleanup.errors import ConfigError, InputError
from cleanup.files import Source
from cleanup.findings import Verdict
from cleanup.report import Report, terminal
from cleanup.report.excerpts import visible
from cleanup.settings import Resolved, Settings

STDIN = Path("-")

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Stories; - is standard input.")]
Original = Annotated[Path | None, typer.Option("--source", metavar="FILE", help="The original text, if you have it.")]
StdinName = Annotated[str, typer.Option("--stdin-filename", metavar="NAME", help="What to call standard input.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Findings by rule, on stderr.")]
Format = Annotated[
    str, typer.Option("--format", metavar="NAME", help=f"How to print it: {', '.join(plugs.names(renderers))}.")
]


@with_settings
def fix(  # noqa: PLR0913 - a command's flags are its arguments
    resolved: Resolved,
    *,
    paths: Files,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    in_place: Annotated[bool, typer.Option("--in-place", "-i", help="Write each story back to its file.")] = False,
    form: Format = "text",
    source: Original = None,
    stdin_filename: StdinName = "stdin",
    quiet: Quiet = False,
    statistics: Statistics = False,
) -> None:
    """Repair stories: corrected text on stdout, what was changed and why on stderr."""
    renderer = plugs.load(renderers, form)
    _one_way_out(paths, output, in_place, form, source)
    done = _reports(resolved.settings, paths, source, stdin_filename)
    for (read, report), path in zip(done, paths, strict=True):
        rendered = renderer.render(report, read.name)
        target = path if in_place else output
        written = _written(read, form)
        if target is None:
            _print(rendered, written)
        elif not in_place or report.edits:
            files.write(written, rendered, target)
        if not quiet:
            _show(report, read.name)
    if statistics:
        _statistics(report for _, report in done)


@with_settings
def diff(  # noqa: PLR0913 - a command's flags are its arguments
    resolved: Resolved,
    *,
    paths: Files,
    word: Annotated[bool, typer.Option("--word", help="Word by word instead of line by line.")] = False,
    source: Original = None,
    stdin_filename: StdinName = "stdin",
    quiet: Quiet = False,
    statistics: Statistics = False,
) -> None:
    """Show what fix would change, as a diff; exit 1 when it would change anything."""
    renderer = plugs.load(renderers, "words" if word else "diff")
    done = _reports(resolved.settings, paths, source, stdin_filename)
    for read, report in done:
        if not quiet:
            _warn(read, report, source)
            _print(renderer.render(report, read.name), _written(read, "words" if word else "diff"))
    if statistics:
        _statistics(report for _, report in done)
    raise typer.Exit(1 if any(report.edits for _, report in done) else 0)


@with_settings
def check(  # noqa: PLR0913 - a command's flags are its arguments
    resolved: Resolved,
    *,
    paths: Files,
    form: Format = "line",
    source: Original = None,
    stdin_filename: StdinName = "stdin",
    quiet: Quiet = False,
    statistics: Statistics = False,
) -> None:
    """List what is wrong and change nothing; exit 1 when there is anything."""
    renderer = plugs.load(renderers, form)
    done = _reports(resolved.settings, paths, source, stdin_filename)
    for read, report in done:
        if not quiet:
            _warn(read, report, source)
            _print(renderer.render(report, read.name), _written(read, form))
    if statistics:
        _statistics(report for _, report in done)
    found = any(d.verdict is not Verdict.REFUSED for _, report in done for d in report.decisions)
    raise typer.Exit(1 if found else 0)


def _one_way_out(paths: list[Path], output: Path | None, in_place: bool, form: str, source: Path | None) -> None:
    """Refuse what would write over a story, or several things to one place."""
    if output and in_place:
        raise ConfigError("--output and --in-place: give one of the two")
    if output and len(paths) > 1:
        raise ConfigError("--output takes one story; use --in-place for several")
    if in_place and STDIN in paths:
        raise ConfigError("--in-place: standard input has no file to write back to")
    if in_place and form != "text":
        raise ConfigError("--in-place writes text; leave out --format")
    if output and output.is_file() and any(p.exists() and p.samefile(output) for p in (*paths, source) if p):
        raise ConfigError(f"{output}: is what is read; name another file, or use --in-place")


def _reports(
    settings: Settings, paths: list[Path], source: Path | None, stdin_name: str
) -> list[tuple[Source, Report]]:
    """Return every story with its report; all are read before any is written."""
    if [*paths, source].count(STDIN) > 1:
        raise ConfigError("- stands for standard input, which can be read once")
    cleaner = settings.cleaner()
    original = _prose(_read(source, settings.encoding, stdin_name)) if source else None
    reads = [_read(path, settings.encoding, stdin_name) for path in paths]
    return [
        (read, cleaner.clean(formats.pick(read.name, read.text).read(read.text), original, id=read.name))
        for read in reads
    ]


def _prose(source: Source) -> str:
    text: str = formats.pick(source.name, source.text).read(source.text).text
    return text


def _read(path: Path, encoding: str | None, stdin_name: str) -> Source:
    if path != STDIN:
        return files.read(path, encoding)
    if sys.stdin is None:
        raise InputError("standard input: is closed")
    return files.read_bytes(sys.stdin.buffer.read(files.LIMIT + 1), stdin_name, encoding)


def _written(read: Source, form: str) -> Source:
    """Return how a format is written: what takes the story's place, or patches it, has its character set."""
    if form == "text":
        return read
    return Source(read.name, "", read.encoding) if form == "diff" else Source(read.name, "")


def _print(text: str, written: Source) -> None:
    """Write to stdout in that character set, but for a person's eyes in the terminal's."""
    if sys.stdout is None or sys.stdout.isatty() or (written.encoding, written.bom) == ("utf-8", b""):
        out.write(text)
    else:
        out.write_bytes(files.encoded(written, text, "standard output"))


def _show(report: Report, name: str) -> None:
    if not (sys.stderr and sys.stderr.isatty()) and "FORCE_COLOR" not in os.environ:
        out.say(terminal.plain(report, name))
        return
    from rich.console import Console  # noqa: PLC0415 - dear to load, and only colour needs it

    try:
        terminal.show(report, name, Console(stderr=True, highlight=False, markup=False))
    except OSError:  # nobody is there to read it; the story is what counts
        out.discard(sys.stderr)


def _warn(read: Source, report: Report, source: Path | None) -> None:
    """Say on stderr when the original that was given could not be used."""
    for reason in report.not_consulted if source else ():
        if reason.startswith("reference: "):
            out.say(visible(f"{read.name}: {source}: {reason.removeprefix('reference: ')}"))


def _statistics(reports: Iterable[Report]) -> None:
    counts = Counter((d.finding.rule, d.verdict.value) for report in reports for d in report.decisions)
    for (rule, verdict), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        out.say(f"{count:6}  {verdict:9}  {rule}")
