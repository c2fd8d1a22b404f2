"""What a folder with a translation model says of itself: an Argos package as it is, or a `model.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cleanup.errors import ModelError
from cleanup.reference import manifest
from cleanup.reference.manifest import MANIFEST, METADATA, Config, Family, Manifest, Metadata

FORMAT = 1
ARGOS_LENGTH_PENALTY = 0.2


@dataclass(frozen=True)
class Package:
    """A folder with a CTranslate2 model and its SentencePiece vocabularies, and how the model wants to be asked.

    `tags` are the model's own names of languages; `source_end`: whether the source is to be given an end;
    `length_penalty` is what a hypothesis' length is raised to.
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
    source_end: bool = False
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
    said = manifest.read(path, Manifest)
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
        source_end=said.source_end if said.source_end is not None else not _ends_sources(folder / said.model),
        length_penalty=said.length_penalty,
        licence=said.licence,
    )


def _from_metadata(folder: Path) -> Package:
    path = folder / METADATA
    said = manifest.read(path, Metadata)
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


def _ends_sources(model: Path) -> bool:
    """Return whether CTranslate2 itself ends a source, as converters of Marian and fairseq models tell it to."""
    path = model / "config.json"
    return path.is_file() and manifest.read(path, Config).add_source_eos


def _check(package: Package) -> None:
    for path in (package.model / "model.bin", package.source_pieces, package.target_pieces):
        if not path.is_file():
            raise ModelError(f"{path}: missing, so the model is not whole; add it anew")
