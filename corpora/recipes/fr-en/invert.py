"""Optional step of the French-English model: English news with a rough French made for it, word by word.

    python corpora/recipes/fr-en/invert.py WORK news-en.txt.xz --lines 250000

News is where the pairs are thin. Back-translation by a trained model (`back.py`) is better and takes hours; this takes
minutes: the phrases of one to three words that eflomal's links give, in English order, the likeliest or one of those
that come near it, and words that no pair has as they are (most are names). The target is what a person wrote; the
source begins with `<made>` (Caswell and others 2019). Writes WORK/made.npz, for `train.py --also`. Seeded.
"""

# ruff: noqa: T201  a script that tells what it made

from __future__ import annotations

import argparse
import lzma
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import sentencepiece
from prepare import joined, words_of

SEED = 20
MADE = "<made>"
LONGEST = 3  # words of a phrase
NEAR = 0.5  # a phrase is as good as the likeliest from this share of its count
UNKNOWN = 0.12  # share of words in small letters that may have no translation
BREAK = re.compile(r"(?<=[.!?])[”\"’]? +(?=[“\"‘]?[A-Z])")

Key = tuple[str, ...]
Phrase = tuple[str, ...]  # French pieces


def sentences(news: Path, wanted: int) -> list[str]:
    """Return sentences of 6 to 36 words, two of every paragraph at most, spread over the file."""
    found = []
    with lzma.open(news, "rt", encoding="utf-8") as lines:
        for line in lines:
            fit = [part for part in BREAK.split(line.strip()) if 6 <= len(part.split()) <= 36]
            found += fit[:2]
    random.Random(SEED).shuffle(found)
    return found[:wanted]


def grams(words: Sequence[str]) -> Iterator[Key]:
    for length in range(1, LONGEST + 1):
        for at in range(len(words) - length + 1):
            yield tuple(words[at : at + length])


def spans(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the pieces of each word begin and end."""
    numbers = words_of(pieces)
    starts = [at for at, number in enumerate(numbers) if not at or number != numbers[at - 1]]
    return list(zip(starts, [*starts[1:], len(pieces)], strict=True))


def phrases(
    french: Sequence[str], english: Sequence[str], links: Sequence[tuple[int, int]], initial: bool
) -> Iterator[tuple[Key, Phrase]]:
    """Yield phrases that no link leaves; of French that begins a sentence only if `initial`."""
    words, places = joined(english), spans(french)
    partners: dict[int, list[int]] = defaultdict(list)
    back: dict[int, list[int]] = defaultdict(list)
    for f, e in links:
        partners[e].append(f)
        back[f].append(e)
    for start in range(len(words)):
        for stop in range(start + 1, min(start + LONGEST, len(words)) + 1):
            inside = [f for e in range(start, stop) for f in partners[e]]
            if not inside or not partners[start] or not partners[stop - 1]:
                continue
            low, high = min(inside), max(inside)
            if high - low > LONGEST or (low == 0 and not initial):
                continue
            if all(start <= e < stop for f in range(low, high + 1) for e in back[f]):
                yield tuple(words[start:stop]), tuple(french[places[low][0] : places[high][1]])


def table(work: Path, pieces: sentencepiece.SentencePieceProcessor, known: set[Key]) -> dict[Key, list[Phrase]]:
    """Return the likeliest French of each English phrase that the news has."""
    counts: dict[Key, Counter[Phrase]] = defaultdict(Counter)
    with (work / "pairs.tsv").open(encoding="utf-8") as pairs, (work / "links.txt").open() as links:
        for pair, linked in zip(pairs, links, strict=True):
            origin, french, english = pair.rstrip("\n").split("\t")
            both = [(int(f), int(e)) for f, e in (link.split("-") for link in linked.split())]
            sides = pieces.encode([french, english], out_type=str)
            for key, phrase in phrases(sides[0], sides[1], both, origin == "dictionary"):
                if key in known:
                    counts[key][phrase] += 1
    found = {}
    for key, some in counts.items():
        most = some.most_common(4)
        if len(key) == 1 or most[0][1] > 1:
            found[key] = [phrase for phrase, count in most if count >= NEAR * most[0][1]]
    return found


def is_name(piece: str) -> bool:
    return piece.lstrip("▁")[:1].isupper()


def inverted(
    english: Sequence[str], known: dict[Key, list[Phrase]], lots: random.Random
) -> tuple[list[str], list[int]] | None:
    """Return French pieces, and for each English piece the French one it came from (-1 in longer phrases)."""
    words, places = joined(english), spans(english)
    french: list[str] = []
    links: list[int] = []
    at = missing = 0
    while at < len(words):
        longest = min(LONGEST, len(words) - at)
        length = next((n for n in range(longest, 0, -1) if tuple(words[at : at + n]) in known), 0)
        fitting = known.get(tuple(words[at : at + length]), [])
        if length == 1 and at and is_name(english[places[at][0]]):  # Trump is no mistress
            fitting = [phrase for phrase in fitting if is_name(phrase[0])]
        start, stop = places[at][0], places[at + max(1, length) - 1][1]
        links += [len(french) if length <= 1 else -1] * (stop - start)
        if fitting:
            french += lots.choice(fitting)
        else:
            own = english[start:stop]
            missing += own[0].lstrip("▁")[:1].islower()
            french += own
        at += max(1, length)
    return (french, links) if missing <= UNKNOWN * len(words) else None


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("work", type=Path)
    asked.add_argument("news", type=Path)
    asked.add_argument("--lines", type=int, default=250_000)
    given = asked.parse_args()
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(given.work / "pieces.model"))
    texts = pieces.encode(sentences(given.news, given.lines), out_type=str)
    seen = Counter(gram for text in texts for gram in grams(joined(text)))
    known = table(given.work, pieces, {gram for gram, count in seen.items() if len(gram) == 1 or count > 1})
    print(f"{len(known):,} phrases", flush=True)
    lots = random.Random(SEED)
    source, target, links = [], [], []
    for text in texts:
        if made := inverted(text, known, lots):
            source.append([pieces.piece_to_id(p) for p in (MADE, *made[0])])
            target.append([pieces.piece_to_id(p) for p in text])
            links.append([at + 1 if at >= 0 else -1 for at in made[1]])
            if len(source) <= 10:
                print(pieces.decode(made[0]), "|", pieces.decode(text), flush=True)
    arrays = {
        "source": np.array([n for line in source for n in line], np.uint16),
        "source_ends": np.cumsum([len(line) for line in source]),
        "target": np.array([n for line in target for n in line], np.uint16),
        "target_ends": np.cumsum([len(line) for line in target]),
        "links": np.array([n for line in links for n in line], np.int16),
        "law": np.zeros(len(source), bool),
    }
    np.savez(given.work / "made.npz", **arrays)
    print(f"{len(source):,} of {len(texts):,} sentences, {len(arrays['target']):,} pieces")


if __name__ == "__main__":
    main()
