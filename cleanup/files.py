"""The edge to the disk: bytes to a text and back, with nothing lost between."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE
from typing import BinaryIO
from uuid import uuid4

from cleanup.errors import InputError, OutputError

LIMIT = 64 * 1024 * 1024

_MARKS = (  # the longer first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PLAIN = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}  # as they are called they add a mark
_WIDE = ("utf-16", "utf-32")
_AS_IN_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
_DECLARED = re.compile(
    rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)|<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_HEAD = 1024  # bytes in which a page must have said its character set


@dataclass(frozen=True, slots=True)
class Source:
    """A story as it came: `bom` and the text in `encoding` are its bytes again."""

    name: str
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""


def read(path: Path, encoding: str | None = None) -> Source:
    """Return the story in a file. Raises InputError when it cannot be read as text."""
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder; name the files in it") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {why(error)}") from error
    return read_bytes(data, str(path), encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Return the story in some bytes. Raises InputError when they are no text, or none in the encoding said."""
    if len(data) > LIMIT:
        raise InputError(f"{name}: is larger than {LIMIT // 1024**2} MiB; split it")
    bom, marked = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", ""))
    said = _known(encoding) if encoding else ""
    if said is None:
        raise InputError(f"{name}: no encoding is called '{encoding}'; say utf-8, cp1252 or the like")
    if marked and marked.startswith(said.removesuffix("-sig")):
        return _decode(data, name, marked, bom)
    return _decode(data, name, _PLAIN.get(said, said)) if said else _guess(data, name)


def encoded(source: Source, text: str, name: str) -> bytes:
    """Return `text` as the bytes that `source` would have had; OutputError, naming `name`, when it has no such."""
    try:
        return source.bom + text.encode(source.encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        mend = "" if source.encoding.startswith("utf") else f"; convert {source.name} to UTF-8 first"
        where = f"{name}: U+{ord(character):04X} {character!r}"
        raise OutputError(f"{where} does not exist in {source.encoding}{mend}") from error


def write(source: Source, text: str, path: Path) -> None:
    """Put `text` where `path` points, in the encoding of `source`: wholly, or OutputError and the old file stands."""
    data = encoded(source, text, str(path))
    try:
        if path.exists() and not path.is_file():  # a pipe, a terminal: or a folder, which refuses
            path.write_bytes(data)
        else:
            with replacing(path) as file:
                file.write(data)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself
        raise OutputError(f"{path}: cannot be written: {why(error)}") from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` when the block ends well: nobody ever sees half of it.

    Raises OSError; what stood there before then still stands.
    """
    path = path.resolve()
    mode = S_IMODE(path.stat().st_mode) if path.exists() else None
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError(0, "it is read-only")
    beside = path.with_name(f".cleanup-{uuid4().hex}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(beside, flags, 0o666 if mode is None else mode), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _guess(data: bytes, name: str) -> Source:
    """Decode by what the story declares, else as UTF-8."""
    declared = _DECLARED.search(data[:_HEAD])
    codec = _known((declared[1] or declared[2]).decode()) if declared else None
    if codec and declared and declared[2]:
        codec = _AS_IN_BROWSERS.get(codec, codec)
    if codec and codec != "utf-8":
        with suppress(InputError):  # many a page was converted and still says what it was
            return _decode(data, name, codec)
    return _decode(data, name, "utf-8", mend="; say --encoding cp1252 if that is what it is")


def _decode(data: bytes, name: str, codec: str, bom: bytes = b"", mend: str = "; say another --encoding") -> Source:
    no_text = f"{name}: has NUL bytes, so it is no text; say --encoding utf-16-le if it is that"
    rest = data.removeprefix(bom)
    try:
        text = rest.decode(codec)
        faithful = codec == "utf-8" or text.encode(codec) == rest
    except UnicodeDecodeError as error:
        if b"\0" in data and not codec.startswith(_WIDE):
            raise InputError(no_text) from error
        raise InputError(f"{name}: byte {len(bom) + error.start} is not {codec.upper()}{mend}") from error
    except (LookupError, UnicodeError) as error:
        raise InputError(f"{name}: cannot be read as {codec}{mend}") from error
    if "\0" in text:
        raise InputError(no_text)
    if not faithful:
        raise InputError(f"{name}: would not come back from {codec} as it was; convert it to UTF-8 first")
    return Source(name, text, codec, bom)


def _known(encoding: str) -> str | None:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return None


def why(error: Exception) -> str:
    """Return the system's reason, as the end of a sentence."""
    reason = getattr(error, "strerror", None) or str(error)
    return reason[:1].lower() + reason[1:]
