"""Learns which words translate which from pairs of sentences: cleanup/models/words/<source>-en.tsv.

    python corpora/recipes/translations.py fr cleanup/models/words/fr-en.tsv PAIRS...

PAIRS are `*.tsv.xz` (domain, source, English) or `*.jsonl.gz` with "source", "reference" and "outputs" of engines, or
"source" and "google" and "lang". Of files that have "set" and "line", only the half that `learns_from` names is read:
the other half is for measuring. The model is IBM's first (Brown et al. 1993, "The Mathematics of Statistical Machine
Translation"), on stems of content words, with a word for nothing.
"""

from __future__ import annotations

import gzip
import html
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from zlib import crc32

import numpy as np

from cleanup.alignment.tokens import stems

ROUNDS = 6
LEAST = 0.08  # t(English | source)
LEAST_BACK = 0.02  # and the share of the English word's links that come from this source word
SEEN = 1.5  # expected times
MOST = 6  # translations of a word
LONGEST = 40  # stems of a sentence
MOST_OF_LAW = 70_000  # sentences of law: news has other words
BLOCK = 50  # lines
ENGINES = ("google", "microsoft", "bergamot-base-memory")  # literal, they tie rare words to their translations


def learns_from(row: dict[str, object]) -> bool:
    """Whether this line of a test set is learned from; blocks of lines, so that no article is on both sides."""
    return crc32(f"{row['set']}:{int(str(row['line'])) // BLOCK}".encode()) % 2 == 0


def pairs(path: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield source and English."""
    if path.name.endswith(".tsv.xz"):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            cells = [line.rstrip("\n").split("\t") for line in lines]
        for domain in sorted({cell[0] for cell in cells}):
            of_domain = [cell for cell in cells if cell[0] == domain]
            step = max(len(of_domain) // MOST_OF_LAW, 1) if "tatoeba" not in domain.lower() else 1
            yield from ((source, english) for _, source, english in islice(of_domain, 0, None, step))
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row.get("lang", language) == language and ("set" not in row or learns_from(row)):
                yield row["source"], row.get("reference") or row.get("google") or ""
                for system in ENGINES:
                    yield row["source"], html.unescape(row.get("outputs", {}).get(system) or "")


def numbered(sentences: list[list[str]]) -> tuple[list[list[int]], list[str]]:
    """Return the sentences as numbers, 0 for nothing, and what the numbers mean."""
    names = ["", *sorted({word for words in sentences for word in words})]
    index = {name: number for number, name in enumerate(names)}
    return [[index[word] for word in words] for words in sentences], names


def learn(sources: list[list[int]], targets: list[list[int]], width: int) -> tuple[np.ndarray, ...]:
    """Return the cells that occur, as source * width + target, with t(target | source) and expected counts."""
    keys, places, at = [], [], 0
    for source, target in zip(sources, targets, strict=True):
        grid = np.array([0, *source])[:, None] * width + np.array(target)[None, :]
        keys.append(grid.ravel())
        places.append(np.broadcast_to(np.arange(at, at + len(target)), grid.shape).ravel())
        at += len(target)
    cells, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    place = np.concatenate(places)
    of_source = cells // width
    chance = np.ones(len(cells))
    for _ in range(ROUNDS):
        here = chance[inverse]
        here /= np.bincount(place, here)[place]
        counts = np.bincount(inverse, here, len(cells))
        chance = counts / np.bincount(of_source, counts)[of_source]
    return cells, chance, counts


def main(language: str, output: Path, paths: list[Path]) -> None:
    """Write the table."""
    read = [(stems(a, language), stems(b, "en")) for path in paths for a, b in dict.fromkeys(pairs(path, language))]
    read = [(a[:LONGEST], b[:LONGEST]) for a, b in read if a and b]
    sources, source_names = numbered([a for a, _ in read])
    targets, target_names = numbered([b for _, b in read])
    width = len(target_names)
    cells, chance, counts = learn(sources, targets, width)
    back = counts / np.bincount(cells % width, counts)[cells % width]
    kept = (chance >= LEAST) & (back >= LEAST_BACK) & (counts >= SEEN) & (cells >= width)
    found: dict[str, Counter[str]] = {}
    for cell, share in zip(cells[kept], chance[kept], strict=True):
        found.setdefault(source_names[cell // width], Counter())[target_names[cell % width]] = share
    with output.open("w", encoding="utf-8") as table:
        for word in sorted(found):
            table.write(f"{word}\t{' '.join(target for target, _ in found[word].most_common(MOST))}\n")
    sys.stderr.write(f"{len(read)} pairs, {len(found)} words\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
