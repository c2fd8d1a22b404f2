"""How fast a model translates here and in Argos Translate: `python tests/bench/translation.py PACKAGE TEXT`.

PACKAGE is an `.argosmodel`, TEXT has one sentence a line. Install the other first (it brings torch, stanza and spaCy):
`pip install argostranslate`. Both are given the sentences ten to a paragraph, already parted, and the same cores; both
search with four beams for one translation, and both have the model loaded. They take turns; the figures are words of
the source a second, median of the rounds and from the slowest to the fastest.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import median

import ctranslate2

from cleanup.reference.store import Store
from cleanup.reference.translator import Translator

PARAGRAPH = 10
ROUNDS = 5
SENTENCES = 200  # a round


class Parted:
    """A sentence splitter for a text that has one a line."""

    def split_sentences(self, text: str) -> list[str]:
        return text.split("\n")


def ours(folder: Path) -> Callable[[list[str]], list[str]]:
    translator = Translator(folder)
    return lambda sentences: [found[0].text for found in translator.translate(sentences)]


def theirs(folder: Path) -> Callable[[list[str]], list[str]]:
    argos = import_module("argostranslate.translate")
    package = argos.Package(folder)
    engine = ctranslate2.Translator(str(folder / "model"), inter_threads=1, intra_threads=os.cpu_count() or 1)

    def translate(sentences: list[str]) -> list[str]:
        paragraphs = ["\n".join(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH)]
        return [argos.apply_packaged_translation(package, p, engine, Parted(), 1)[0].value for p in paragraphs]

    return translate


def main(package: Path, text: Path) -> None:
    lines = [line.strip() for line in text.read_text(encoding="utf-8").splitlines() if line.strip()]
    rounds = [lines[at : at + SENTENCES] for at in range(0, ROUNDS * SENTENCES, SENTENCES)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        model = store.folder / store.add_file(package)
        tools = {
            f"cleanup {version('cleanup')}": ours(model),
            f"argostranslate {version('argostranslate')}": theirs(model),
        }
        speeds: dict[str, list[float]] = {name: [] for name in tools}
        for translate in tools.values():
            translate(lines[:PARAGRAPH])  # everything is loaded
        for sentences in rounds:
            for name, translate in tools.items():
                began = time.perf_counter()
                translate(sentences)
                speeds[name].append(sum(len(s.split()) for s in sentences) / (time.perf_counter() - began))
    first = median(next(iter(speeds.values())))
    print(f"{len(rounds)} rounds of {len(rounds[0])} sentences      words/s            range  cleanup is")
    for name, some in speeds.items():
        print(f"{name:30} {median(some):14,.0f} {min(some):8,.0f} to {max(some):,.0f} {first / median(some):8.1f}×")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
