"""The SHA-256 of files, by which a model is known to be whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cleanup.errors import ModelError


def check_sum(path: Path, sha256: str | None, name: str) -> None:
    """Raise ModelError, naming `name`, when a file has another SHA-256 than is known."""
    if sha256 and (found := digest(path)) != sha256.casefold():
        raise ModelError(f"{name}: its SHA-256 is {found}, not {sha256}; nothing was added")


def digest(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
