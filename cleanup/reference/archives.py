"""Model packages out of archives, which are not trusted: every name is checked, count, size and ratio are bounded."""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath, PureWindowsPath

from cleanup.errors import ModelError

MOST_FILES = 500
MOST_BYTES = 8 * 1024**3
DEEPEST = 6
RATIO = 100  # times the size of the archive; weights shrink little, vocabularies tenfold
CHUNK = 1 << 20


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a zip archive (`.argosmodel`) into an empty folder; raises ModelError, naming archive and entry."""
    try:
        with zipfile.ZipFile(archive) as opened:
            for entry in _checked(opened, archive):
                _write(opened, entry, folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ModelError(f"{archive}: no archive, or not whole ({error}); fetch it anew") from error


def _checked(opened: zipfile.ZipFile, archive: Path) -> list[zipfile.ZipInfo]:
    entries = opened.infolist()
    most = min(MOST_BYTES, RATIO * max(CHUNK, archive.stat().st_size))
    if len(entries) > MOST_FILES:
        raise ModelError(f"{archive}: {len(entries):,} entries; a model has at most {MOST_FILES}")
    if sum(entry.file_size for entry in entries) > most:
        raise ModelError(f"{archive}: unpacks to more than {most:,} bytes; no model does")
    seen: set[str] = set()
    for entry in entries:
        if reason := _wrong(entry) or ("is there twice" if entry.filename.casefold() in seen else None):
            raise ModelError(f"{archive}: the entry {entry.filename!r} {reason}; do not use this archive")
        seen.add(entry.filename.casefold())
    return [entry for entry in entries if not entry.is_dir()]


def _wrong(entry: zipfile.ZipInfo) -> str | None:
    """Return what is wrong with an entry: where it would be written, or what it is."""
    name, path = entry.filename, PurePosixPath(entry.filename)
    windows = PureWindowsPath(name)
    if path.is_absolute() or windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        return "leaves its folder"
    if not path.parts or "\\" in name or ":" in name or not name.isprintable() or len(path.parts) > DEEPEST:
        return "has a name that no model uses"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device"
    return "is encrypted" if entry.flag_bits & 1 else None


def _write(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> None:
    """Write an entry, and no more of it than it says it has."""
    path = folder.joinpath(*PurePosixPath(entry.filename).parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with opened.open(entry) as packed, path.open("xb") as file:
        while chunk := packed.read(CHUNK):
            left -= len(chunk)
            if left < 0:
                raise zipfile.BadZipFile(f"{entry.filename!r} is longer than it says")
            file.write(chunk)
