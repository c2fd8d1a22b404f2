"""What a folder with a translation model says of itself: an Argos package as it is, or a `model.toml`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from cleanup.errors import ModelError
from cleanup.files import why

MANIFEST, METADATA = "model.toml", "metadata.json"
FORMAT = 1
ARGOS_LENGTH_PENALTY = 0.2

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
    inside with `model.bin` ("." for the package's own); `files` maps each file to its size in bytes.
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
    licence: str = ""
    files: dict[str, int] = {}


class Metadata(msgspec.Struct, frozen=True):
    """What an Argos package's `metadata.json` says, as far as it matters here."""

    from_code: Language
    to_code: Language
    package_version: str = ""
    target_prefix: str = ""
    type: str = "translate"


@dataclass(frozen=True)
class Package:
    """A folder with a CTranslate2 model and its SentencePiece vocabularies, and how the model wants to be asked.

    `tags` are the model's own names of languages; `length_penalty` is what a hypothesis' length is raised to.
    """

    folder: Path
    name: str
    version: str
    family: Family
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    model: Path
    source_pieces: Path
    target_pieces: Path
    tags: tuple[tuple[str, str], ...] = ()
    target_prefix: str = ""
    length_penalty: float = 1.0
    licence: str = ""

    def pair(self, source: str | None, target: str | None) -> tuple[str, str]:
        """Return the pair asked for, or the only one; raises ModelError when the model does not translate it."""
        pairs = [(one, other) for one in self.sources for other in self.targets if one != other]
        fitting = [pair for pair in pairs if source in (None, pair[0]) and target in (None, pair[1])]
        if len(fitting) == 1:
            return fitting[0]
        known = ", ".join(f"{one}-{other}" for one, other in pairs[:8]) + (", …" if len(pairs) > 8 else "")  # noqa: PLR2004
        if not fitting:
            raise ModelError(
                f"{self.folder}: translates {known}, not {source or '?'}-{target or '?'}; add another model"
            )
        raise ModelError(f"{self.folder}: translates {known}; say which pair")

    def tag(self, language: str) -> str:
        """Return the model's own name of a language; raises ModelError where nothing says it."""
        rules = {Family.M2M: f"__{language}__", Family.MADLAD: f"<2{language}>", Family.MARIAN: ""}
        found = dict(self.tags).get(language, rules.get(self.family))
        if found is None:
            raise ModelError(f'{self.folder / MANIFEST}: no tag for "{language}"; add it under [tags]')
        return found


def read(folder: Path) -> Package:
    """Return what a folder says of itself; raises ModelError, naming the file, when a part is missing or broken."""
    if (folder / MANIFEST).is_file():
        package = _from_manifest(folder)
    elif (folder / METADATA).is_file():
        package = _from_metadata(folder)
    else:
        raise ModelError(f"{folder}: no {MANIFEST} and no {METADATA}, so this is no translation model")
    _check(package)
    return package


def _from_manifest(folder: Path) -> Package:
    path = folder / MANIFEST
    said = _said(path, tomllib.loads, Manifest)
    if (said.format, said.kind) != (FORMAT, "translation"):
        raise ModelError(f"{path}: not a translation model of format {FORMAT}; this cleanup reads no other")
    for name, size in said.files.items():
        there = (folder / name).stat().st_size if (folder / name).is_file() else -1
        if there != size:
            raise ModelError(f"{folder / name}: missing or not {size:,} bytes long; add the model anew")
    return Package(
        folder,
        said.name,
        "",
        said.family,
        tuple(said.source),
        tuple(said.target),
        folder / said.model,
        folder / said.source_pieces,
        folder / said.target_pieces,
        tuple(said.tags.items()),
        length_penalty=said.length_penalty,
        licence=said.licence,
    )


def _from_metadata(folder: Path) -> Package:
    path = folder / METADATA
    said = _said(path, json.loads, Metadata)
    if said.type != "translate":
        raise ModelError(f'{path}: an Argos package of type "{said.type}"; only those that translate can be used')
    if (folder / "bpe.model").is_file() and not (folder / "sentencepiece.model").is_file():
        raise ModelError(
            f"{folder / 'bpe.model'}: a BPE vocabulary; only packages with a sentencepiece.model can be used"
        )
    pieces = folder / "sentencepiece.model"
    return Package(
        folder,
        f"{said.from_code}-{said.to_code}",
        said.package_version,
        Family.MARIAN,
        (said.from_code,),
        (said.to_code,),
        folder / "model",
        pieces,
        pieces,
        target_prefix=said.target_prefix,
        length_penalty=ARGOS_LENGTH_PENALTY,
    )


def _said(path: Path, parse: Callable[[str], Any], kind: type[Said]) -> Said:
    try:
        return msgspec.convert(parse(path.read_text(encoding="utf-8-sig")), kind)
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {why(error)}") from error
    except ValueError as error:
        raise ModelError(f"{path}: {error}") from error


def _check(package: Package) -> None:
    for path in (package.model / "model.bin", package.source_pieces, package.target_pieces):
        if not path.is_file():
            raise ModelError(f"{path}: missing, so the model is not whole; add it anew")
