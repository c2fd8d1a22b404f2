"""Writes the words that English news has in small letters: rules/any-en/lexicons/vocabulary.txt.

    python corpora/recipes/vocabulary.py NEWS rules/any-en/lexicons/vocabulary.txt

NEWS is English news, plain or .xz. A word counts where no capital, figure, mark or hyphen touches it, so that
addresses, handles and halves of compounds stay out; it is kept when it stands there LEAST times. What is not in the
list and has a capital elsewhere in a story is a name.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from pathlib import Path

LEAST = 5  # in 31 million words
WORD = re.compile(r"(?<![\w’'@#./-])[^\W\d_]+(?![\w@/]|-\w|\.\w)")
HEADER = """\
# Words that stand at least {least} times in small letters in 31 million words of human English news. Made by
# corpora/recipes/vocabulary.py: run that again rather than editing this. Facts; Apache-2.0.
"""


def main(news: str, out: str) -> None:
    """Write the list."""
    counts = Counter[str]()
    with lzma.open(news, "rt") if news.endswith(".xz") else Path(news).open() as lines:
        for line in lines:
            counts.update(word for word in WORD.findall(line) if word.islower())
    words = sorted(word for word, count in counts.items() if count >= LEAST)
    Path(out).write_text(HEADER.format(least=LEAST) + "".join(f"{word}\n" for word in words))


if __name__ == "__main__":
    main(*sys.argv[1:])
