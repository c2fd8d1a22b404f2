"""What is written in a translation model's folder about it, checked as it is read."""

from __future__ import annotations

import json
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from cleanup.errors import ModelError
from cleanup.files import why

MANIFEST, METADATA = "model.toml", "metadata.json"

Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$")]
Name = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
File = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$")]


Said = TypeVar("Said", bound=msgspec.Struct)


class Family(StrEnum):
    """How a model is told the languages."""

    MARIAN = "marian"  # one pair (OPUS-MT, Argos), or a tag such as >>eng<< before the source
    NLLB = "nllb"  # a tag before the source, a tag before the target
    M2M = "m2m"  # the same, with tags such as __fr__
    MADLAD = "madlad"  # <2en> in the text


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What `model.toml` says.

    `tags` maps a language to the model's own name of it, where the family has no rule for that; `model` is the folder
    inside with `model.bin` ("." for the package's own); `source-end` says whether the source ends with `</s>` (when it
    is left out: yes, unless CTranslate2 is told by its `config.json` to put it there); `files` maps each file to its
    size in bytes.
    """

    format: int
    kind: str
    name: Name
    source: Annotated[list[Language], Meta(min_length=1)]
    target: Annotated[list[Language], Meta(min_length=1)]
    family: Family = Family.MARIAN
    model: File | Annotated[str, Meta(pattern=r"^\.$")] = "."
    source_pieces: File = "source.spm"
    target_pieces: File = "target.spm"
    tags: dict[Language, str] = {}
    length_penalty: Annotated[float, Meta(ge=0, le=5)] = 1.0
    source_end: bool | None = None
    licence: str = ""
    files: dict[str, int] = {}


class Metadata(msgspec.Struct, frozen=True):
    """What an Argos package's `metadata.json` says, as far as it matters here."""

    from_code: Language
    to_code: Language
    package_version: str = ""
    target_prefix: str = ""
    type: str = "translate"


class Config(msgspec.Struct, frozen=True):
    """What CTranslate2's `config.json` says, as far as it matters here."""

    add_source_eos: bool = False


def read(path: Path, kind: type[Said]) -> Said:
    """Return what a TOML or JSON file says; raises ModelError, naming the file, when it says something else."""
    parse = tomllib.loads if path.suffix == ".toml" else json.loads
    try:
        return msgspec.convert(parse(path.read_text(encoding="utf-8-sig")), kind)
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {why(error)}") from error
    except ValueError as error:
        raise ModelError(f"{path}: {error}") from error
