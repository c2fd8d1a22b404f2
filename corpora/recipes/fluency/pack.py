"""Fourth step of the fluency model: how much the n-grams are to say, and the manifest.

    python corpora/recipes/fluency/pack.py WORK MODEL [--lines 1500]

MODEL is the folder in which convert.py and ngram.py left their files. The share of the n-gram model in the mixture is
the one that makes the text held out by prepare.py likeliest. Printed: nats a piece and perplexity a word, of each and
of both.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import sentencepiece

from cleanup.fluency.manifest import FORMAT, MANIFEST
from cleanup.fluency.neural import Neural
from cleanup.fluency.ngram import Ngram

BOS = 1
LONGEST = 128  # pieces of a paragraph that count: what the neural model saw at once
SHARES = (0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
NAME, LANGUAGE = "fluency-en", "en"
FILES = ("model.bin", "config.json", "vocabulary.json", "pieces.model", "ngram.bin")


def paragraphs(stream: np.ndarray) -> list[list[int]]:
    starts = np.flatnonzero(stream == BOS)
    return [
        stream[a:b][:LONGEST].tolist() for a, b in zip(starts, [*starts[1:], len(stream)], strict=True) if b - a > 1
    ]


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("work", type=Path)
    asked.add_argument("model", type=Path)
    asked.add_argument("--lines", type=int, default=1500)
    given = asked.parse_args()
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(given.model / "pieces.model"))
    names = [pieces.id_to_piece(number) for number in range(pieces.vocab_size())]
    lines = paragraphs(np.fromfile(given.work / "held.bin", np.uint16))[: given.lines]
    words = sum(len(pieces.decode(line[1:]).split()) for line in lines)
    neural = np.concatenate(Neural(given.model, names).scores(lines))
    ngram = np.concatenate(Ngram(given.model / "ngram.bin").scores(lines))
    mixtures = {s: np.logaddexp(neural + np.log1p(-s), ngram + np.log(s)) for s in SHARES}
    best = max(mixtures, key=lambda share: mixtures[share].sum())
    for name, scores in (("neural", neural), ("n-grams", ngram), (f"both, n-grams {best:.0%}", mixtures[best])):
        print(f"{name:20} {-scores.mean():.4f} nats a piece, perplexity {np.exp(-scores.sum() / words):.1f} a word")
    said = [f"format = {FORMAT}", 'kind = "fluency"', f'name = "{NAME}"', f'language = "{LANGUAGE}"']
    said += [f"ngram-share = {best}", "", "[files]  # bytes"]
    said += [f'"{name}" = {(given.model / name).stat().st_size}' for name in FILES]
    (given.model / MANIFEST).write_text("\n".join(said) + "\n")


if __name__ == "__main__":
    main()
