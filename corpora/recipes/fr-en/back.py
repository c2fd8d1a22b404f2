"""Optional step of the French-English model: English news with a French that a trained model makes of it.

    python corpora/recipes/fr-en/train.py BACK --data WORK --reverse --minutes 120
    python corpora/recipes/fr-en/convert.py BACK/averaged.pt WORK/pieces.model BACK/model
    python corpora/recipes/fr-en/back.py WORK BACK/model news-en.txt.xz --lines 1000000

Back-translation (Sennrich and others 2016): the target is what a person wrote, the source is a translation, drawn by
lot among the likely ones (Edunov and others 2018) and marked by `<made>` (Caswell and others 2019). Writes
WORK/back.npz, for `train.py --also`; goes on where it broke off. Worth it once the reverse model is: a poor one teaches
its mistakes, and `invert.py` is cheaper.
"""

# ruff: noqa: T201  a script that tells how it goes

from __future__ import annotations

import argparse
import os
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
from invert import MADE, sentences

AT_ONCE = 2_000  # sentences
BATCH = 8_192  # pieces


def translate(engine: ctranslate2.Translator, english: list[list[str]]) -> list[list[str]]:
    found = engine.translate_batch(
        english, beam_size=1, sampling_topk=10, max_batch_size=BATCH, batch_type="tokens", max_decoding_length=96
    )
    return [one.hypotheses[0] for one in found]


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("work", type=Path)
    asked.add_argument("model", type=Path)
    asked.add_argument("news", type=Path)
    asked.add_argument("--lines", type=int, default=1_000_000)
    asked.add_argument("--device", default="cpu")
    given = asked.parse_args()
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(given.work / "pieces.model"))
    engine = ctranslate2.Translator(str(given.model), device=given.device, intra_threads=os.cpu_count() or 1)
    texts = pieces.encode(sentences(given.news, given.lines), out_type=str)
    kept = given.work / "back.txt"  # a line of French pieces for each line of English that is done
    done = len(kept.read_text(encoding="utf-8").splitlines()) if kept.exists() else 0
    for start in range(done, len(texts), AT_ONCE):
        made = translate(engine, texts[start : start + AT_ONCE])
        with kept.open("a", encoding="utf-8") as file:
            file.writelines(" ".join(line) + "\n" for line in made)
        print(f"{start + len(made):,}", flush=True)
    source = [[MADE, *line.split()] for line in kept.read_text(encoding="utf-8").splitlines()]
    flat = [np.array([pieces.piece_to_id(p) for line in side for p in line], np.uint16) for side in (source, texts)]
    ends = [np.cumsum([len(line) for line in side]) for side in (source, texts)]
    links, law = np.full(len(flat[1]), -1, np.int16), np.zeros(len(texts), bool)
    np.savez(
        given.work / "back.npz",
        source=flat[0],
        source_ends=ends[0],
        target=flat[1],
        target_ends=ends[1],
        links=links,
        law=law,
    )


if __name__ == "__main__":
    main()
