"""First step of the French-English model: pairs, a vocabulary, word alignments, and the pairs as numbers.

    python corpora/recipes/fr-en/prepare.py fr-en.tsv.xz dict.fr-en.txt news-en.txt.xz WORK

WORK receives `pieces.model` (SentencePiece, unigram, 8,000 pieces for both languages, bytes for what it does not know),
`pairs.tsv` (what is learnt from), `links.txt` (eflomal's word alignments of it, both directions agreeing) and
`held.npz` and `train.npz` (piece numbers; links between pieces). Half a per cent of the pairs is held out. Seeded.
"""

# ruff: noqa: T201  a script that tells what it made

from __future__ import annotations

import lzma
import os
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import sentencepiece
from eflomal import Aligner
from langdetect import DetectorFactory, LangDetectException, detect
from pairs import SEED, Pair, dictionary, plainest, read, shuffled

PIECES = 8_000
HELD = 200  # one pair in so many is held out
NEWS_LINES = 150_000  # paragraphs of English news that the vocabulary is made of, too
#: What one desk sets curly and another straight tells nothing about meaning.
FOLDS = {
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("–—", "-"),
    **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\t", " "),
    **dict.fromkeys("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}", ""),
    "…": "...",
}


def train_vocabulary(lines: Sequence[str], work: Path) -> sentencepiece.SentencePieceProcessor:
    """Piece 0 is unknown, 1 and 2 begin and end a line, 3 is put before a source that a machine made of its target."""
    os.chdir(work)  # the model keeps the names it was made with
    folds = Path("folds.tsv")
    folds.write_text("".join(f"{ord(old):X}\t{' '.join(f'{ord(c):X}' for c in new)}\n" for old, new in FOLDS.items()))
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix="pieces",
        vocab_size=PIECES,
        model_type="unigram",
        byte_fallback=True,
        character_coverage=0.9999,
        normalization_rule_tsv=str(folds),
        split_digits=True,
        max_sentence_length=1 << 12,
        control_symbols=["<made>"],
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


def words_of(pieces: Sequence[str]) -> list[int]:
    """Return the number of the word that each piece belongs to: words begin at ▁, and marks stand alone."""
    numbers, number, after_mark = [], -1, False
    for piece in pieces:
        mark = not any(map(str.isalnum, piece))
        if number < 0 or mark or after_mark or piece.startswith("▁"):
            number += 1
        after_mark = mark and piece != "▁"
        numbers.append(number)
    return numbers


def joined(pieces: Sequence[str]) -> list[str]:
    """Return the words of a line, in small letters and without ▁."""
    found: dict[int, str] = {}
    for piece, number in zip(pieces, words_of(pieces), strict=True):
        found[number] = found.get(number, "") + piece
    return [word.replace("▁", "").casefold() or "_" for word in found.values()]


def align(french: Sequence[Sequence[str]], english: Sequence[Sequence[str]], work: Path) -> list[list[tuple[int, int]]]:
    """Return the links of words (French, English) that eflomal finds in both directions."""
    forward, backward = str(work / "forward.txt"), str(work / "backward.txt")
    sides = ([" ".join(joined(line)) for line in side] for side in (french, english))
    Aligner(model=3, n_iterations=(2, 1, 2)).align(*sides, links_filename_fwd=forward, links_filename_rev=backward)
    with open(forward) as ahead, open(backward) as back:  # noqa: PTH123  two files, line by line
        both = [set(one.split()) & set(other.split()) for one, other in zip(ahead, back, strict=True)]
    for name in (forward, backward):
        Path(name).unlink()
    return [sorted(_link(link) for link in links) for links in both]


def _link(text: str) -> tuple[int, int]:
    one, _, other = text.partition("-")
    return int(one), int(other)


def piece_links(french: Sequence[str], english: Sequence[str], links: Sequence[tuple[int, int]]) -> list[int]:
    """Return, for each English piece, the first French piece of the word that it is linked to; -1 for none."""
    starts = {number: at for at, number in reversed(list(enumerate(words_of(french))))}
    partner = {e: f for f, e in links}
    return [starts.get(partner.get(number, -1), -1) for number in words_of(english)]


def numbered(
    vocabulary: sentencepiece.SentencePieceProcessor,
    sides: tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]],
    links: Sequence[Sequence[tuple[int, int]]],
) -> dict[str, np.ndarray]:
    """Return flat piece numbers of both sides, the places where lines end, and the links of English pieces."""
    arrays: dict[str, np.ndarray] = {}
    for name, side in zip(("source", "target"), sides, strict=True):
        arrays[name] = np.array([vocabulary.piece_to_id(piece) for line in side for piece in line], np.uint16)
        arrays[f"{name}_ends"] = np.cumsum([len(line) for line in side])
    flat = [at for f, e, some in zip(*sides, links, strict=True) for at in piece_links(f, e, some)]
    arrays["links"] = np.array(flat, np.int16)
    return arrays


def sampled_languages(pairs: Sequence[Pair]) -> str:
    """Return how many of 300 longer pairs langdetect takes for French and English."""
    DetectorFactory.seed = SEED
    long = [pair for pair in pairs if len(pair.french.split()) > 8][:300]
    right = 0
    for pair in long:
        try:
            right += detect(pair.french) == "fr" and detect(pair.english) == "en"
        except LangDetectException:
            continue
    return f"{right} of {len(long)}"


def main(source: Path, words: Path, news: Path, work: Path) -> None:
    source, words, news, work = (path.resolve() for path in (source, words, news, work))
    work.mkdir(parents=True, exist_ok=True)
    left: Counter[str] = Counter()
    pairs = shuffled(plainest(list(read(source, left))) + list(dictionary(words)))
    print(Counter(pair.origin for pair in pairs), left)
    print(f"langdetect agrees on {sampled_languages(pairs)}")
    with lzma.open(news, "rt", encoding="utf-8") as lines:
        sample = [line.strip() for line in islice(lines, 2 * NEWS_LINES) if line.strip()][:NEWS_LINES]
    texts = [text for pair in pairs for text in (pair.french, pair.english)]
    vocabulary = train_vocabulary(shuffled(texts[:600_000] + sample), work)
    french, english = (
        vocabulary.encode([getattr(p, side) for p in pairs], out_type=str) for side in ("french", "english")
    )
    links = align(french, english, work)
    (work / "pairs.tsv").write_text("".join(f"{p.origin}\t{p.french}\t{p.english}\n" for p in pairs), encoding="utf-8")
    (work / "links.txt").write_text("".join(" ".join(f"{f}-{e}" for f, e in some) + "\n" for some in links))
    cut = len(pairs) // HELD
    for name, part in (("held", slice(cut)), ("train", slice(cut, None))):
        arrays = numbered(vocabulary, (french[part], english[part]), links[part])
        arrays["law"] = np.array([pair.origin == "law" for pair in pairs[part]])
        np.savez(work / f"{name}.npz", **arrays)
        counts = [f"{len(arrays[key]):,}" for key in ("source_ends", "source", "target")]
        linked = f"{(arrays['links'] >= 0).mean():.0%} linked"
        print(f"{name}: {counts[0]} pairs, {counts[1]} and {counts[2]} pieces, {linked}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
