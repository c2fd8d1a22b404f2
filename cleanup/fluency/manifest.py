"""What a model's folder says of itself, and whether all of it is there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from cleanup.errors import ModelError

MANIFEST = "model.toml"
FORMAT = 1


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What `model.toml` says. `files` maps each file to its size in bytes; `ngram-share` is the n-gram's weight."""

    format: int
    kind: str
    name: str
    language: str
    ngram_share: float
    files: dict[str, int]


def read(folder: Path) -> Manifest:
    """Return what a model's folder says of itself; raises ModelError when it is no fluency model, or not whole."""
    path = folder / MANIFEST
    try:
        said = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Manifest)
    except FileNotFoundError as error:
        raise ModelError(f"{folder}: no {MANIFEST}, so this is no model; give the folder that holds it") from error
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: {error}") from error
    if (said.format, said.kind) != (FORMAT, "fluency"):
        raise ModelError(f"{path}: not a fluency model of format {FORMAT}; this cleanup reads no other")
    for name, size in said.files.items():
        there = (folder / name).stat().st_size if (folder / name).is_file() else -1
        if Path(name).name != name or there != size:
            raise ModelError(f"{folder / name}: missing or not {size:,} bytes long; install the model anew")
    return said
