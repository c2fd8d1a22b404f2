"""Optional step of the French-English model: real pairs of news, which law and Tatoeba have none of.

    python corpora/recipes/fr-en/news.py WORK wmt.fr-en.dev.jsonl.gz wmt.en-fr.dev.jsonl.gz

Lines of the sets in LEARNT alone; every figure is measured, and every margin set, on the others. The English is always
a person's. The French is a person's too, or what several engines made of that English: back-translations (Sennrich and
others 2016). Writes WORK/news.npz, for `train.py --also`; eflomal aligns it beside a part of what prepare.py left.
"""

# ruff: noqa: T201  a script that tells what it made

from __future__ import annotations

import gzip
import html
import json
import random
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
from pairs import SEED, Pair, why_not
from prepare import align, numbered

LEARNT = frozenset({"wmt08", "wmt10"})
BESIDE = 120_000  # of prepare.py's pairs, so that the aligner has something to count


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            if record["set"] in LEARNT:
                yield record


def pairs(into_english: Path, into_french: Path) -> list[Pair]:
    """Return pairs with a person's English, those twice the same once."""
    found = [Pair(str(r["source"]), str(r["reference"]), "news") for r in lines(into_english) if r["reference"]]
    for record in lines(into_french):
        outputs = record["outputs"]
        french = (record["reference"], *outputs.values())
        found += [Pair(str(text), str(record["source"]), "news") for text in french if text]
    clean = (Pair(_plain(pair.french), _plain(pair.english), pair.origin) for pair in found)
    return [pair for pair in dict.fromkeys(clean) if why_not(pair, longest=80) in (None, "other language")]


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())


def beside(work: Path) -> list[Pair]:
    with (work / "pairs.tsv").open(encoding="utf-8") as file:
        split = (line.rstrip("\n").split("\t") for line in islice(file, BESIDE))
        return [Pair(french, english, origin) for origin, french, english in split]


def main(work: Path, into_english: Path, into_french: Path) -> None:
    own = pairs(into_english, into_french)
    random.Random(SEED).shuffle(own)
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(work / "pieces.model"))
    every = own + beside(work)
    french, english = (
        vocabulary.encode([getattr(p, side) for p in every], out_type=str) for side in ("french", "english")
    )
    links = align(french, english, work)
    arrays = numbered(vocabulary, (french[: len(own)], english[: len(own)]), links[: len(own)])
    np.savez(work / "news.npz", **arrays, law=np.zeros(len(own), bool))
    print(f"{len(own):,} pairs, {len(arrays['target']):,} pieces, {(arrays['links'] >= 0).mean():.0%} linked")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
