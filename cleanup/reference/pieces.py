"""Sentences to the pieces a model reads, with its tags, and back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cleanup.errors import ModelError
from cleanup.reference.manifest import Family
from cleanup.reference.package import Package

END = "</s>"


class Pieces:
    """The two vocabularies of a model and the tags it wants for a pair. Raises ModelError where one cannot be read."""

    def __init__(self, package: Package, source: str, target: str) -> None:
        self._source, self._target = vocabularies(package)
        tagged = package.family in (Family.NLLB, Family.M2M)
        own = package.tag(target)
        self._before = [package.tag(source)] if tagged else [own] if package.family is Family.MARIAN and own else []
        self._after = [END] if package.source_end else []
        self._said = f"{own} " if package.family is Family.MADLAD else ""
        self.start = [own] if tagged else [package.target_prefix] if package.target_prefix else []

    def source(self, sentences: Sequence[str]) -> list[list[str]]:
        """Return what the model reads."""
        encoded = self._source.encode([self._said + sentence for sentence in sentences], out_type=str)
        return [[*self._before, *pieces, *self._after] for pieces in encoded]

    def target(self, sentences: Sequence[str]) -> list[list[str]]:
        """Return what the model should have written, without its end."""
        return [[*self.start, *pieces] for pieces in self._target.encode(list(sentences), out_type=str)]

    def begun(self, prefixes: Sequence[str]) -> list[list[str]]:
        """Return what the model is to begin with."""
        return self.target([prefix.rstrip() for prefix in prefixes])

    def text(self, pieces: Sequence[str]) -> str:
        """Return what the model wrote as text, without its tags."""
        own = pieces[len(self.start) :] if list(pieces[: len(self.start)]) == self.start else pieces
        return str(self._target.decode(list(own))).strip()


def vocabularies(package: Package) -> tuple[Any, Any]:
    """Return the vocabularies of source and target. Raises ModelError where one cannot be read."""
    source = _vocabulary(package.source_pieces)
    same = package.source_pieces == package.target_pieces
    return source, source if same else _vocabulary(package.target_pieces)


def _vocabulary(path: Path) -> Any:
    import sentencepiece  # noqa: PLC0415  loads when a model does

    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (RuntimeError, OSError) as error:
        raise ModelError(f"{path}: no SentencePiece vocabulary; add the model anew") from error
