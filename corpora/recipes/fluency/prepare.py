"""First step of the fluency model: a vocabulary, and the news as numbers.

    python corpora/recipes/fluency/prepare.py news-en.txt.xz WORK

The text has one paragraph a line and a blank line between articles. WORK receives `pieces.model` (SentencePiece,
unigram, 16,000 pieces; its normaliser folds the marks that desks set in different ways), `train.bin` and `held.bin`
(pieces as uint16, each paragraph behind a BOS) and nothing else. One article in two hundred is held out. Seeded: the
same text gives the same files. About three minutes on two cores.
"""

# ruff: noqa: T201  a script that tells what it made

from __future__ import annotations

import lzma
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import sentencepiece

SEED = 20
PIECES = 16_000
HELD = 200  # one article in so many is held out
#: What one desk sets curly and another straight tells nothing about fluency.
FOLDS = {
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("–—", "-"),
    **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\t", " "),
    **dict.fromkeys("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}", ""),
    "…": "...",
}


def articles(source: Path) -> Iterator[list[str]]:
    """Each article's paragraphs."""
    paragraphs: list[str] = []
    with lzma.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                paragraphs.append(line.strip())
            elif paragraphs:
                yield paragraphs
                paragraphs = []
    if paragraphs:
        yield paragraphs


def train_vocabulary(lines: list[str], work: Path) -> sentencepiece.SentencePieceProcessor:
    os.chdir(work)  # the model keeps the names it was made with
    folds = Path("folds.tsv")
    folds.write_text("".join(f"{ord(old):X}\t{' '.join(f'{ord(c):X}' for c in new)}\n" for old, new in FOLDS.items()))
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix="pieces",
        vocab_size=PIECES,
        model_type="unigram",
        byte_fallback=True,
        character_coverage=0.99998,
        normalization_rule_tsv=str(folds),
        split_digits=True,
        max_sentence_length=1 << 14,
        pad_id=-1,
        unk_id=0,
        bos_id=1,
        eos_id=2,
        num_threads=2,
        minloglevel=1,
    )
    folds.unlink()
    Path("pieces.vocab").unlink()
    return sentencepiece.SentencePieceProcessor(model_file="pieces.model")


def numbers(pieces: sentencepiece.SentencePieceProcessor, stories: list[list[str]]) -> np.ndarray:
    lines = [paragraph for story in stories for paragraph in story]
    encoded = pieces.encode(lines, add_bos=True, num_threads=2)
    return np.fromiter((number for line in encoded for number in line), np.uint16)


def main(source: Path, work: Path) -> None:
    work = work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    stories = list(articles(source))
    random.Random(SEED).shuffle(stories)
    held, kept = stories[: len(stories) // HELD], stories[len(stories) // HELD :]
    sample = [paragraph for story in kept[: len(kept) // 2] for paragraph in story]
    pieces = train_vocabulary(sample, work)
    for name, some in (("held", held), ("train", kept)):
        (stream := numbers(pieces, some)).tofile(work / f"{name}.bin")
        words = sum(len(paragraph.split()) for story in some for paragraph in story)
        print(f"{name}: {len(some):,} articles, {words:,} words, {len(stream):,} pieces")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
