"""What alignment and checks ask of a model that translates originals; any object with this method will do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Hypothesis(Protocol):
    """One translation of a sentence."""

    @property
    def text(self) -> str:
        """The translation."""


class Translator(Protocol):
    """A model from the original's language into the copy's."""

    def translate(self, sentences: Sequence[str]) -> Sequence[Sequence[Hypothesis]]:
        """Return for each sentence its translations, the best first."""


def best_of(translator: Translator, sentences: Sequence[str]) -> tuple[str, ...]:
    """Return the best translation of each sentence, "" where the model has none."""
    return tuple(found[0].text if found else "" for found in translator.translate(sentences))
