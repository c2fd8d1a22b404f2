"""A translation model at work: what it makes of a sentence, and how likely it finds one that somebody else made."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from cleanup.errors import ModelError
from cleanup.reference import calibration, package
from cleanup.reference.calibration import Calibration
from cleanup.reference.pieces import Pieces, vocabularies

BATCH_PIECES = 1024  # in one batch: enough to keep a core busy, and several batches for several cores
LONGEST = 256  # pieces written for one sentence


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A translation; `score` is the mean natural log-probability of its pieces after the prefix, its end included."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A piece of a translation and its natural log-probability after those before it; its end is `</s>`."""

    piece: str
    nats: float


@dataclass(frozen=True)
class Translator:
    """The model in a package's folder; it loads when it is first asked, once, and may be asked from any thread.

    `source` and `target` may be left out where the package knows one pair only. Raises ModelError when the package
    is not whole or translates other languages.
    """

    folder: Path
    source: str = ""
    target: str = ""
    threads: int = 0  # 0: as many as there are cores

    def __post_init__(self) -> None:
        source, target = self.package.pair(self.source or None, self.target or None)
        object.__setattr__(self, "source", source)
        object.__setattr__(self, "target", target)

    @property
    def name(self) -> str:
        return self.package.name

    @cached_property
    def calibration(self) -> Calibration:
        """How far the model is to be believed. Raises ModelError where the file that says so is broken."""
        return calibration.load(self.folder)

    @cached_property
    def package(self) -> package.Package:
        return package.read(self.folder)

    def translate(
        self,
        sentences: Sequence[str],
        *,
        beams: int = 4,
        hypotheses: int = 1,
        prefixes: Sequence[str] | None = None,
    ) -> list[list[Hypothesis]]:
        """Return the likeliest translations of each sentence, best first; each begins with its prefix, if any."""
        begun = self._pieces.begun(prefixes or [""] * len(sentences))
        results = self._model.translate_batch(
            self._pieces.source(sentences),
            target_prefix=begun if any(begun) else None,
            beam_size=max(beams, hypotheses),
            num_hypotheses=hypotheses,
            length_penalty=self.package.length_penalty,
            max_batch_size=BATCH_PIECES,
            batch_type="tokens",
            max_decoding_length=LONGEST,
            return_scores=True,
            replace_unknowns=True,
        )
        return [
            [self._hypothesis(*one, len(begin)) for one in zip(r.hypotheses, r.scores, strict=True)]
            for r, begin in zip(results, begun, strict=True)
        ]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """Return the natural log-probability of each target as the translation of its source, its end included."""
        return [math.fsum(one.nats for one in scored) for scored in self.pieces(sources, targets)]

    def pieces(self, sources: Sequence[str], targets: Sequence[str]) -> list[list[Scored]]:
        """Return the pieces of each target with their probabilities as the translation of its source."""
        wanted = self._pieces.target(targets)
        results = self._model.score_batch(
            self._pieces.source(sources), wanted, max_batch_size=BATCH_PIECES, batch_type="tokens"
        )
        skipped = len(self._pieces.start)
        return [[Scored(*one) for one in zip(r.tokens[skipped:], r.log_probs[skipped:], strict=True)] for r in results]

    def _hypothesis(self, found: Sequence[str], score: float, begun: int) -> Hypothesis:
        length = len(found) + 1  # its end; CTranslate2 divides by the whole, though it counts what follows the prefix
        return Hypothesis(self._pieces.text(found), score * length**self.package.length_penalty / (length - begun))

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self.package, self.source, self.target)

    @cached_property
    def _model(self) -> Any:
        return _load(self.package, self.threads or os.cpu_count() or 1)


def check(said: package.Package) -> None:
    """Load all parts of a model once; raises ModelError, which names the file, when one cannot be read."""
    vocabularies(said)
    _load(said, 1)


def _load(said: package.Package, threads: int) -> Any:
    import ctranslate2  # noqa: PLC0415  takes a third of a second

    try:
        return ctranslate2.Translator(str(said.model), device="cpu", inter_threads=threads, intra_threads=1)
    except (RuntimeError, ValueError) as error:
        raise ModelError(f"{said.model}: CTranslate2 cannot read this model ({error}); add it anew") from error
