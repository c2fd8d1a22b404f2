"""Counts which words are written with a small letter: cleanup/models/words/ordinary-<language>.txt.

    python corpora/recipes/ordinary.py fr cleanup/models/words/ordinary-fr.txt FILES...

FILES are those of corpora/recipes/translations.py (the side in the language is read), or text, plain or .xz. A word
is ordinary when it stands in small letters at least half of the time, first words of sentences left aside. What is
written is shortened as `cleanup.alignment.words` does.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translations import pairs

from cleanup.alignment.words import shortened

INSIDE = re.compile(r"(?<=[^\W\d_,;] )[^\W\d_]{2,}")
SHARE = 0.5
LEAST = {"en": 3}  # times; who is not on the long list of English may be taken for a word of another language


def sentences(path: Path, language: str) -> Iterator[str]:
    """Yield lines in the language."""
    if ".tsv" in path.name or ".jsonl" in path.name:
        for source, english in pairs(path, language if language != "en" else "fr"):
            yield english if language == "en" else source
        return
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        yield from lines


def main(language: str, output: Path, paths: list[Path]) -> None:
    """Write the list."""
    small, all_ = Counter[str](), Counter[str]()
    for path in paths:
        for line in sentences(path, language):
            for word in INSIDE.findall(line):
                key = shortened(word.lower())
                all_[key] += 1
                small[key] += word.islower()
    least = LEAST.get(language, 4)
    known = sorted(key for key, count in all_.items() if small[key] >= max(least, SHARE * count))
    output.write_text("".join(f"{key}\n" for key in known), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
