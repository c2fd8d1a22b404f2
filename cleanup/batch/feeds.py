"""Where a batch's stories come from: JSON lines in files or a stream, or a folder of stories."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from cleanup import files
from cleanup.errors import InputError
from cleanup.files import why

LONGEST_LINE = 16 * 1024 * 1024
STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Line:
    """A story as it came, in JSON, and its place; `error` when it could not even be read.

    `id` is for stories that name none: the number of the line, or the file's path in its folder.
    """

    place: str
    id: int | str
    data: bytes
    error: str | None = None


def check(paths: Iterable[Path]) -> None:
    """Raise InputError when one of the inputs is not there or may not be read."""
    for path in paths:
        if path != STDIN and not path.exists():
            raise InputError(f"{path}: no such file")
        if path != STDIN and not os.access(path, os.R_OK):
            raise InputError(f"{path}: cannot be read: permission denied")


def size(paths: Sequence[Path]) -> int | None:
    """Return how many bytes there are to read, None when nobody can know."""
    known = [path.stat().st_size for path in paths if path.is_file()]
    return sum(known) if len(known) == len(paths) else None


def stories(paths: Iterable[Path], stdin: BinaryIO | None) -> Iterator[Line]:
    """Yield every line that is not blank, and every file of a folder, in order; one at a time is in memory."""
    for path in paths:
        if path == STDIN:
            if stdin is None:
                raise InputError("standard input: is closed")
            yield from _lines(stdin, "stdin")
        elif path.is_dir():
            yield from _folder(path)
        else:
            try:
                with path.open("rb") as file:
                    yield from _lines(file, str(path))
            except OSError as error:
                raise InputError(f"{path}: cannot be read: {why(error)}") from error


def _lines(file: BinaryIO, name: str) -> Iterator[Line]:
    for number, data in enumerate(_bounded(file), 1):
        line = data.removeprefix(codecs.BOM_UTF8) if number == 1 else data
        if len(line) > LONGEST_LINE:
            yield Line(f"{name}:{number}", number, b"", f"is longer than {LONGEST_LINE // 1024**2} MiB")
        elif line.strip():
            yield Line(f"{name}:{number}", number, line)


def _bounded(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; of one that is too long its beginning, the rest being read and let go."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)


def _folder(folder: Path) -> Iterator[Line]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if not any(part.startswith(".") for part in name.split("/")):
            try:
                yield Line(str(path), name, msgspec.json.encode({"text": files.read(path).text}))
            except InputError as error:
                yield Line(str(path), name, b"", str(error).removeprefix(f"{path}: "))
