"""`cleanup fix`, `diff` and `check`: one story or a few, for a person to read."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleanup import files, formats, plugs, renderers, terminal
from cleanup.cli.flags import with_settings
from cleanup.errors import ConfigError
from cleanup.files import Source
from cleanup.findings import Verdict
from cleanup.pipeline import Cleaner
from cleanup.report import Report
from cleanup.settings import Resolved, Settings

if TYPE_CHECKING:
    from rich.console import Console

STDIN = Path("-")

Files = Annotated[list[Path], typer.Argument(metavar="FILE…", help="Stories; - is standard input.")]
Original = Annotated[Path | None, typer.Option("--source", metavar="FILE", help="The original text, if you have it.")]
StdinName = Annotated[str, typer.Option("--stdin-filename", metavar="NAME", help="What to call standard input.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on stderr but errors.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Findings by rule, on stderr.")]
Format = Annotated[str, typer.Option("--format", metavar="NAME", help="How to print the result.")]


@with_settings
def fix(
    resolved: Resolved,
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
    if (in_place or output) and (STDIN in paths and in_place or output and len(paths) > 1 or output and in_place):
        raise ConfigError("--output takes one story, --in-place takes files; give one of the two")
    if in_place and form != "text":
        raise ConfigError("--in-place writes text; leave out --format")
    for read, report in _reports(resolved.settings, paths, source, stdin_filename):
        rendered = plugs.load(renderers, form).render(report, read.name)
        target = Path(read.name) if in_place else output
        if target is None:
            _print(rendered)
        elif not in_place or report.edits:
            files.write(read, rendered, target)
        if not quiet:
            terminal.show(report, read.name, _console())
        if statistics:
            _statistics(report)


@with_settings
def diff(
    resolved: Resolved,
    paths: Files,
    word: Annotated[bool, typer.Option("--word", help="Word by word instead of line by line.")] = False,
    source: Original = None,
    stdin_filename: StdinName = "stdin",
    statistics: Statistics = False,
) -> None:
    """Show what fix would change, as a diff; exit 1 when it would change anything."""
    renderer = plugs.load(renderers, "words" if word else "diff")
    changed = False
    for read, report in _reports(resolved.settings, paths, source, stdin_filename):
        _print(renderer.render(report, read.name))
        changed |= bool(report.edits)
        if statistics:
            _statistics(report)
    raise typer.Exit(1 if changed else 0)


@with_settings
def check(
    resolved: Resolved,
    paths: Files,
    form: Format = "line",
    source: Original = None,
    stdin_filename: StdinName = "stdin",
    quiet: Quiet = False,
    statistics: Statistics = False,
) -> None:
    """List what is wrong and change nothing; exit 1 when there is anything."""
    renderer = plugs.load(renderers, form)
    found = False
    for read, report in _reports(resolved.settings, paths, source, stdin_filename):
        if not quiet:
            _print(renderer.render(report, read.name))
        found |= any(d.verdict is not Verdict.REFUSED for d in report.decisions)
        if statistics:
            _statistics(report)
    raise typer.Exit(1 if found else 0)


def _reports(
    settings: Settings, paths: list[Path], source: Path | None, stdin_name: str
) -> list[tuple[Source, Report]]:
    """Return every story with its report; all are read before any is written."""
    cleaner = make_cleaner(settings)
    original = files.read(source, settings.encoding).text if source else None
    reads = [_read(path, settings.encoding, stdin_name) for path in paths]
    return [
        (read, cleaner.clean(formats.pick(read.name, read.text).read(read.text), original, id=read.name))
        for read in reads
    ]


def make_cleaner(settings: Settings) -> Cleaner:
    """Return the cleaner that the settings ask for."""
    folders = [Path(folder) for folder in settings.rules]
    return Cleaner(settings.source_language, settings.language, rules=folders, policy=settings.policy)


def _read(path: Path, encoding: str | None, stdin_name: str) -> Source:
    if path == STDIN:
        return files.read_bytes(sys.stdin.buffer.read(), stdin_name, encoding)
    return files.read(path, encoding)


def _print(text: str) -> None:
    """Write to stdout as UTF-8 with line ends as they are; a lone surrogate comes out as it would go in."""
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415 - dear to load, and --quiet never needs it

    return Console(stderr=True, highlight=False, markup=False)


def _statistics(report: Report) -> None:
    counts = Counter((d.finding.rule, d.verdict.value) for d in report.decisions)
    for (rule, verdict), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        sys.stderr.write(f"{count:6}  {verdict:9}  {rule}\n")
