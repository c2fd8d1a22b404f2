"""`cleanup align`: which sentences of the original and of the copy belong together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from cleanup import files, formats, originals
from cleanup.alignment import Alignment, align
from cleanup.cli import output as out
from cleanup.cli.flags import with_settings
from cleanup.errors import ConfigError, InputError
from cleanup.language import identification
from cleanup.report.excerpts import visible
from cleanup.settings import Resolved
from cleanup.text import Span

FORMATS = ("text", "json")
COLUMN = 58  # characters of a sentence in the table


@with_settings
def align_(
    resolved: Resolved,
    *,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The translation.")],
    source: Annotated[Path, typer.Option("--source", metavar="FILE", help="The original text.")],
    form: Annotated[str, typer.Option("--format", metavar="NAME", help="How to print it: text or json.")] = "text",
) -> None:
    """Show which sentences of a story translate which of its original; exit 1 when the two tell different stories.

    Each line begins with how many sentences go with how many, and how surely (the log-odds; below 0, hardly).
    """
    if form not in FORMATS:
        raise ConfigError(f"--format {form}: choose from {', '.join(FORMATS)}")
    settings = resolved.settings
    original, copy = (_prose(each, settings.encoding) for each in (source, path))
    given = settings.source_language or _language(original, source, "--from")
    target = settings.language or _language(copy, path, "--to")
    why = originals.unfit(original, given, target)
    if why:
        raise InputError(f"{source}: {why.removeprefix('reference: ').removesuffix(', and was not used')}")
    found = align(original, copy, given, target)
    out.write(_table(found) if form == "text" else _json(found))
    if form == "text":
        out.say(visible(f"{path}: {_summary(found)}"))
    if not found.related:
        out.say(visible(f"{path}: {source}: the two tell different stories"))
    raise typer.Exit(0 if found.related else 1)


def _prose(path: Path, encoding: str | None) -> str:
    read = files.read(path, encoding)
    text: str = formats.pick(read.name, read.text).read(read.text).text
    if not text.strip():
        raise InputError(f"{path}: holds no text to align")
    return text


def _language(text: str, path: Path, flag: str) -> str:
    code = identification.identify(text).code
    if code is None:
        raise InputError(f"{path}: its language could not be told; say {flag}")
    return code


def _table(found: Alignment) -> str:
    """Return a line for each sentence: the kind and score of its link, the original's sentence, the copy's."""
    lines = []
    for link in found.links:
        for row in range(max(len(link.original), len(link.copy))):
            left, right = (_cell(text, spans, row) for text, spans in _sides(found, link.original, link.copy))
            head = f"{link.kind} {link.score:7.1f}" if row == 0 else ""
            lines.append(f"{head:11}  {left:{COLUMN}}  {right}".rstrip())
    return "\n".join(lines) + "\n"


def _summary(found: Alignment) -> str:
    """Return in a few words how many sentences have their counterpart."""
    linked = sum(len(link.copy) for link in found.links if link.original)
    lost = sum(len(link.original) for link in found.links if not link.copy)
    new = sum(len(link.copy) for link in found.links if not link.original)
    return f"{linked} sentences linked, {lost} only in the original, {new} only in the copy"


def _sides(
    found: Alignment, original: tuple[Span, ...], copy: tuple[Span, ...]
) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    return (found.original, original), (found.copy, copy)


def _cell(text: str, spans: tuple[Span, ...], row: int) -> str:
    said = " ".join(visible(spans[row].of(text)).split()) if row < len(spans) else "—" if row == 0 else ""
    return said if len(said) <= COLUMN else f"{said[: COLUMN - 1]}…"


def _json(found: Alignment) -> str:
    links = [
        {
            "original": [_told(found.original, span) for span in link.original],
            "copy": [_told(found.copy, span) for span in link.copy],
            "score": link.score,
        }
        for link in found.links
    ]
    data = msgspec.json.encode({"related": found.related, "links": links})
    return msgspec.json.format(data, indent=1).decode("utf-8") + "\n"


def _told(text: str, span: Span) -> dict[str, int | str]:
    return {"start": span.start, "end": span.stop, "text": span.of(text)}
