"""Seventh step of the fluency model: what the deep pass flags, and how often rightly.

    python corpora/recipes/fluency/unlikely.py PASSAGES CLEAN MODEL

PASSAGES is passages.dev.jsonl (machine translation, its artefacts labelled), CLEAN is clean-news.dev.jsonl.gz, of which
the first 60 stories are read. The limits are those of cleanup/fluency/deep.py: change them there, and look again.
"""

# ruff: noqa: T201  a script that prints two lines

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from breaks import lexicons

from cleanup.fluency import deep
from cleanup.fluency.model import Model
from cleanup.story import Story
from cleanup.text import Document, Span

STORIES = 60


def flags(text: str, model: Model) -> list[Span]:
    story = Story(Document.plain(text), lexicons())
    return [proposal.finding.span for proposal in deep.unlikely(story, model)]


def main(passages: Path, clean: Path, model: Model) -> None:
    marked = hits = words = 0
    met = set()
    for line in passages.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        words += len(passage["text"].split())
        for flag in flags(passage["text"], model):
            labels = [n for n, a in enumerate(passage["artefacts"]) if Span(a["start"], a["end"]).overlaps(flag)]
            marked, hits = marked + 1, hits + bool(labels)
            met |= {(passage["id"], n) for n in labels}
    print(f"passages: {1000 * marked / words:.1f} in 1,000 words; {hits} of {marked} on a label, {len(met)} labels")
    with gzip.open(clean, "rt", encoding="utf-8") as lines:
        stories = [json.loads(line)["text"] for line, _ in zip(lines, range(STORIES), strict=False)]
    marked, words = sum(len(flags(s, model)) for s in stories), sum(len(s.split()) for s in stories)
    print(f"clean news: {1000 * marked / words:.1f} in 1,000 words")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Model(Path(sys.argv[3])))
