"""How fast a model translates here and in Argos Translate: `python tests/bench/translation.py PACKAGE TEXT`.

PACKAGE is an `.argosmodel`, TEXT has one sentence a line. Install the other first (it brings torch, stanza and spaCy):
`pip install argostranslate`. Both are given the sentences ten to a paragraph, already parted, and the same cores; both
search with four beams for one translation, and both have the model loaded. They take turns. The figures are words of
the source a second: median of the rounds, from the slowest to the fastest, and by processor time, which other jobs on
the machine disturb less. On two cores with other jobs on them, with a model of the recipe's small size that had hardly
begun to learn, so that many of its sentences ran on to 256 pieces:

    5 rounds of 40 sentences  words/s         range  cleanup is  words/s of processor  cleanup is
    cleanup 0.1.0                   178     82 to    236      1.0×                  183          1.0×
    argostranslate 1.11.0            51     33 to     78      3.5×                   86          2.1×
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
    size = min(SENTENCES, len(lines) // ROUNDS)
    rounds = [lines[at : at + size] for at in range(0, ROUNDS * size, size)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        model = store.folder / store.add_file(package)
        tools = {
            f"cleanup {version('cleanup')}": ours(model),
            f"argostranslate {version('argostranslate')}": theirs(model),
        }
        speeds: dict[str, list[float]] = {name: [] for name in tools}
        efforts: dict[str, list[float]] = {name: [] for name in tools}
        for translate in tools.values():
            translate(lines[:PARAGRAPH])  # everything is loaded
        for sentences in rounds:
            for name, translate in tools.items():
                began, busy = time.perf_counter(), time.process_time()
                translate(sentences)
                words = sum(len(s.split()) for s in sentences)
                speeds[name].append(words / (time.perf_counter() - began))
                efforts[name].append(words / (time.process_time() - busy))
    first = [median(next(iter(some.values()))) for some in (speeds, efforts)]
    print(
        f"{len(rounds)} rounds of {size} sentences  words/s         range  cleanup is  words/s of processor  cleanup is"
    )
    for name, some in speeds.items():
        wall, effort = median(some), median(efforts[name])
        print(f"{name:24} {wall:10,.0f} {min(some):6,.0f} to {max(some):6,.0f} {first[0] / wall:8.1f}×", end="")
        print(f" {effort:20,.0f} {first[1] / effort:12.1f}×")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
