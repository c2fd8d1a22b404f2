"""The same package in Argos Translate's own code: the same translation.

Skipped where that is not installed, and it is in no group: it brings torch, stanza and spaCy. To run it:
`pip install argostranslate`, in an environment of its own with this package and pytest.
"""

from __future__ import annotations

from pathlib import Path

import ctranslate2
import pytest

from cleanup.reference.store import Store
from cleanup.reference.translator import Translator

STORY = [
    "Les deux équipes joueront dimanche à Lyon.",
    "Le ministre a signé un accord avec les États-Unis, et le prix du blé a baissé de 4 % en mars.",
    "La ville a rouvert trois écoles après les pluies.",
    "Lyon",
]


class Whole:
    """A sentence splitter for a text that is one sentence."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


@pytest.mark.filterwarnings("ignore")
def test_as_argos_translate_itself_translates(archive: Path, tmp_path: Path) -> None:
    argos = pytest.importorskip("argostranslate.translate", reason="argostranslate is not installed")
    store = Store(tmp_path / "models")
    store.add_file(archive)
    folder = store.folder / "fr-en"
    package = argos.Package(folder)
    engine = ctranslate2.Translator(str(folder / "model"), intra_threads=1)
    ours = Translator(folder, threads=1).translate(STORY, hypotheses=2)
    for sentence, found in zip(STORY, ours, strict=True):
        theirs = argos.apply_packaged_translation(package, sentence, engine, Whole(), num_hypotheses=2)
        assert [one.text for one in found] == [one.value.strip() for one in theirs]
