"""Where models are kept: a folder for each, with the checksum of every file; nothing half done is ever seen there."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
from platformdirs import user_data_path

from cleanup.errors import ModelError
from cleanup.files import why
from cleanup.reference import archives, package
from cleanup.reference.manifest import MANIFEST, METADATA
from cleanup.reference.package import Package
from cleanup.reference.sums import check_sum, digest
from cleanup.reference.translator import check

if TYPE_CHECKING:
    from cleanup.reference.downloads import Download, Progress

RECORD = "record.json"
STALE = 24 * 3600  # seconds after which nobody is still unpacking
PATIENCE = 600  # seconds that a command waits for another one that adds


class Record(msgspec.Struct, frozen=True):
    """Where a model came from (`archive`: the SHA-256 of what came), when, and the SHA-256 of each of its files."""

    origin: str
    added: str
    files: dict[str, str]
    archive: str = ""


@dataclass(frozen=True)
class Store:
    """A folder of models. Any number of processes may use one at once."""

    folder: Path

    def names(self) -> list[str]:
        """Return the names of the models that are here, in order."""
        return sorted(path.parent.name for path in self.folder.glob(f"[!.]*/{RECORD}"))

    def open(self, name: str) -> Package:
        """Return a model's package; raises ModelError when there is no such model here, or it is broken."""
        return package.read(self._there(name))

    def record(self, name: str) -> Record:
        """Return what was noted when a model was added; raises ModelError as `open` does."""
        path = self._there(name) / RECORD
        try:
            return msgspec.json.decode(path.read_bytes(), type=Record)
        except OSError as error:
            raise ModelError(f"{path}: cannot be read: {why(error)}") from error
        except ValueError as error:
            raise ModelError(f"{path}: {error}; remove the model and add it anew") from error

    def add_file(self, archive: Path, replace: bool = False, sha256: str | None = None) -> str:
        """Add the model in an archive; return its name. Raises ModelError, and the store is as it was."""
        if not archive.is_file():
            raise ModelError(f"{archive}: no such file")
        check_sum(archive, sha256, str(archive))
        return self._add_archive(archive, str(archive.resolve()), replace)

    def add_folder(self, folder: Path, replace: bool = False) -> str:
        """Add a copy of the model in a folder; return its name. Raises ModelError, and the store is as it was."""
        package.read(folder)
        with self._beside() as new:
            for path in _files(folder):
                copy = new / path.relative_to(folder)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
            return self._take_in(new, str(folder.resolve()), "", replace)

    def add_address(self, address: str, progress: Progress, sha256: str | None = None, replace: bool = False) -> str:
        """Fetch an archive and add its model; return its name. What broke off is resumed by the same call."""
        from cleanup.reference.downloads import Download  # noqa: PLC0415 - slow to load, and most models come otherwise

        download = Download(address, self.folder / ".fetched", sha256)
        with self._lock(download.path.name):
            return self._add_fetched(download, progress, replace)

    def remove(self, name: str) -> None:
        """Remove a model; raises ModelError when there is no such model here."""
        with self._lock("models"):
            self._away(self._there(name))

    def faults(self, name: str) -> list[str]:
        """Return what is not as it was when a model was added, a line for each file."""
        folder, known = self.folder / name, self.record(name).files
        there = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
        there.pop(RECORD, None)
        missing = [f"{folder / file}: missing" for file in known if file not in there]
        new = [f"{path}: was not there when the model was added" for file, path in there.items() if file not in known]
        other = [f"{there[f]}: changed since" for f, s in known.items() if f in there and digest(there[f]) != s]
        return missing + other + new

    def _there(self, name: str) -> Path:
        if name not in self.names():
            raise ModelError(f"no model '{name}' in {self.folder}; `cleanup models list` has them all")
        return self.folder / name

    def _add_fetched(self, download: Download, progress: Progress, replace: bool) -> str:
        archive = download.fetch(progress)
        try:
            return self._add_archive(archive, download.address, replace)
        except ModelError as error:
            raise ModelError(str(error).replace(str(archive), download.address)) from error
        finally:
            download.discard()

    def _add_archive(self, archive: Path, origin: str, replace: bool) -> str:
        with self._beside() as new:
            archives.unpack(archive, new)
            return self._take_in(_root(new, origin), origin, digest(archive), replace)

    def _take_in(self, new: Path, origin: str, archive: str, replace: bool) -> str:
        """Put a folder in its place in one step."""
        try:
            found = package.read(new)
            check(found)
        except ModelError as error:
            raise ModelError(str(error).replace(str(new), origin)) from error
        (new / RECORD).unlink(missing_ok=True)  # ours alone says what was added
        sums = {path.relative_to(new).as_posix(): digest(path) for path in _files(new)}
        record = Record(origin, datetime.now(UTC).isoformat(timespec="seconds"), sums, archive)
        (new / RECORD).write_text(json.dumps(msgspec.to_builtins(record), indent=1), encoding="utf-8")
        with self._lock("models"):
            place = self.folder / found.name
            if place.exists() and not replace:
                raise ModelError(f"{origin}: there is a model '{found.name}' already; add it with --replace")
            if place.exists():
                self._away(place)
            new.rename(place)
        return found.name

    def _away(self, place: Path) -> None:
        """Remove a folder: out of sight in one step, then file by file."""
        out = self.folder / f".old-{uuid4().hex}"
        place.rename(out)
        shutil.rmtree(out, ignore_errors=True)

    @contextmanager
    def _beside(self) -> Iterator[Path]:
        """Make a folder that nobody looks into, on the same disk, and remove it at the end."""
        for left in (*self.folder.glob(".new-*"), *self.folder.glob(".old-*")):
            with suppress(FileNotFoundError):  # whoever made it has just removed it
                if time.time() - left.stat().st_mtime > STALE:  # whoever made it was killed
                    shutil.rmtree(left, ignore_errors=True)
        new = self.folder / f".new-{uuid4().hex}"
        new.mkdir(parents=True)
        try:
            yield new
        finally:
            shutil.rmtree(new, ignore_errors=True)

    @contextmanager
    def _lock(self, name: str) -> Iterator[None]:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to load, and only what changes a store wants it

        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / f".{name}.lock", timeout=PATIENCE):
                yield
        except Timeout as error:
            raise ModelError(f"{self.folder}: another command is adding a model; wait until it is done") from error


def models_folder() -> Path:
    """Return the folder of the models that were added; it may be missing."""
    return user_data_path("cleanup", appauthor=False) / "models"


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder, at any depth; raises ModelError where there are more than a model has."""
    found = [Path(base, name) for base, _, names in os.walk(folder) for name in names]
    if len(found) > archives.MOST_FILES:
        raise ModelError(f"{folder}: {len(found):,} files; a model has at most {archives.MOST_FILES}")
    return sorted(found)


def _root(new: Path, origin: str) -> Path:
    """Return the folder of the model in what was unpacked: itself, or the only folder in it."""
    inside = [path for path in new.iterdir() if path.is_dir()]
    for folder in (new, *(inside if len(inside) == 1 else [])):
        if (folder / MANIFEST).is_file() or (folder / METADATA).is_file():
            return folder
    raise ModelError(f"{origin}: no {MANIFEST} and no {METADATA} in it, so this is no translation model")
