"""Weighs the traces of rules/any-en/lexicons/traces.tsv anew, and tells how far the guess they give can be trusted.

    python corpora/recipes/traces.py DATA [TO]

DATA is a folder with gtnc.dev.jsonl.gz ("lang", and "google": a sentence of news in Google's English), wmt.{fr,es,de,
ru}-en.dev.jsonl.gz ("outputs": {"google": the like, the same news for each language}), clean-news.dev.jsonl.gz ("text":
a story written in English) and clean-sentences.dev.txt.gz. Twenty sentences in a row make a story.

The table says what to look for: to try another trace, add it there with any weight. With TO, the table is written there
with the weights that all stories give: a trace that tells nothing is left out, one in a language without data keeps the
weight it was given by hand. Without, the weights of every second story are tried on the others, both ways:

                          stories   given   right      0.5 to 0.7      0.7 to 0.9        0.9 to 1
    ten languages            1870   68.9%   97.8%      270 of 292      417 of 422      574 of 575
    four, the same news      2175   19.5%   45.2%       63 of 167       66 of 160        63 of 98
    English                   500    1.0%    0.0%          0 of 5          0 of 0          0 of 0
    English sentences         187    1.1%    0.0%          0 of 2          0 of 0          0 of 0

Given: stories that were given a language; right: how many of these the right one; then by how sure the guess was. In
the second row only the wording tells, not the content: a guess said to be 0.9 sure or more is right for 6 in 10.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import gzip
import html
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

from cleanup.language import origins
from cleanup.language.lexicons import Lexicons, Row
from cleanup.paths import rules_folder

PLACE = Path("any-en", "lexicons", "traces.tsv")
MEASURED = ("fr", "es", "de", "ru", "it", "pt", "ar", "zh", "tr", "uk")
SETS = {"gtnc": "ten languages", "wmt": "four, the same news", "news": "English", "heap": "English sentences"}
BANDS = (0.5, 0.7, 0.9, 1.01)
LEAST = 0.35  # nats: a trace that says less is not worth its line
STRANGE = 2  # stories in other languages that make a trace which its own never shows none of its own
UNHEARD = -2.0  # nats: a foreign acronym that no story written in English has
#: By kind: the weight of a trace that no story shows (0: left out), the most that a trace may weigh.
KINDS = {
    **dict.fromkeys(("quote", "function"), (0.5, 2.0)),
    "letter": (0.0, 1.5),
    "acronym": (1.2, 2.0),
    "agency": (1.1, 3.0),
    **dict.fromkeys(("outlet", "place"), (0.7, 2.0)),
    "institution": (0.9, 2.5),
    "money": (0.7, 2.5),
    "name": (0.5, 1.5),
    "style": (0.0, 1.8),
    "native": (0.0, 1.2),
}
SHARED = frozenset({"quote", "letter", "acronym", "function"})  # what several languages write alike


@dataclass(frozen=True)
class Sample:
    """A story whose original's language is known, and what of the table stands in it."""

    group: str
    language: str
    text: str
    written: frozenset[str]


@dataclass(frozen=True)
class Counts:
    """Stories by group and language, and those of them that hold a trace."""

    all: Counter[tuple[str, str]]
    holding: Counter[tuple[str, str, str]]

    def seen(self, written: str, code: str) -> int:
        """How many stories of a language hold a trace."""
        return sum(self.holding[group, code, written] for group in ("gtnc", "wmt", "news"))

    def share(self, written: str, code: str) -> float:
        """How large a part of them it is; the same news in four languages counts no more than other news does."""
        first = "news" if code == "en" else "gtnc"
        number, second = self.all[first, code], self.all["wmt", code]
        part = min(second, number) / second if second else 0
        found = self.holding[first, code, written] + part * self.holding["wmt", code, written]
        return (found + 0.4) / (number + part * second + 8)


def samples(data: Path) -> list[Sample]:
    """Return every story of the folder, group by group, in the order of the files."""
    sentences: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _json(data / "gtnc.dev.jsonl.gz"):
        sentences["gtnc", row["lang"]].append(row["google"])
    for code in ("fr", "es", "de", "ru"):
        rows = _json(data / f"wmt.{code}-en.dev.jsonl.gz")
        sentences["wmt", code] = [output for row in rows if (output := row["outputs"].get("google"))]
    stories = [(*key, html.unescape(text)) for key, found in sentences.items() for text in _joined(found)]
    stories += [("news", "en", row["text"]) for row in _json(data / "clean-news.dev.jsonl.gz")]
    with gzip.open(data / "clean-sentences.dev.txt.gz", "rt", encoding="utf-8") as lines:
        stories += [("heap", "en", text) for text in _joined(lines.read().splitlines())]
    return [Sample(*s, frozenset(row["written"] for row in origins._traces_in(s[2]))) for s in stories]


def _json(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _joined(sentences: Sequence[str], size: int = 20) -> Iterator[str]:
    for at in range(0, len(sentences) - size + 1, size):
        yield "\n\n".join(sentences[at : at + size])


def weigh(table: Sequence[Row], stories: Sequence[Sample]) -> Iterator[tuple[Row, float]]:
    """Yield each trace that tells something, with its log-odds."""
    counts = Counts(
        Counter((story.group, story.language) for story in stories),
        Counter((story.group, story.language, written) for story in stories for written in story.written),
    )
    alike = defaultdict(set)
    for row in table:
        if row["kind"] in SHARED:
            alike[row["written"]].add(row["language"])
    for row in table:
        if row["kind"] == "prior" or row["language"] not in (*MEASURED, "en"):
            yield row, float(row["weight"])
        elif weight := _weight(row, counts, alike[row["written"]] if row["kind"] in SHARED else set()):
            yield row, weight


def _weight(row: Row, counts: Counts, alike: set[str]) -> float:
    """The log-odds that a story is of the trace's language; 0 when it tells nothing."""
    code, kind, written = row["language"], row["kind"], row["written"]
    others = {*MEASURED, "en"} - {code} - alike
    odds = log(counts.share(written, code) / mean(counts.share(written, other) for other in others))
    if kind == "alien":
        unheard = not counts.seen(written, "en") and written.isalpha() and written.isupper()
        return UNHEARD if unheard else round(max(odds, UNHEARD), 1) if odds < -LEAST else 0
    unseen, most = KINDS[kind]
    if not counts.seen(written, code):
        return unseen if sum(counts.seen(written, other) for other in (*MEASURED, "en")) <= STRANGE else 0
    return round(min(odds, most), 1) if odds >= LEAST else 0


def write(table: Iterable[tuple[Row, float]], comments: str, path: Path) -> None:
    """Write the table as the program reads it."""
    rows = ["\t".join((row["language"], f"{weight:g}", row["kind"], row["written"])) for row, weight in table]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([comments + "language\tweight\tkind\twritten", *rows, ""]), encoding="utf-8")


def tried(table: Iterable[tuple[Row, float]], stories: Sequence[Sample]) -> Iterator[tuple[str, float, bool]]:
    """Yield, for each story that is given a language, its group, how sure the guess is, whether it is right."""
    with TemporaryDirectory() as folder:
        write(table, "", Path(folder) / PLACE)
        origins._FOLDERS = (Path(folder),)
        origins._index.cache_clear()
        origins._prior.cache_clear()
        for story in stories:
            if (guess := origins.guess_source(origins.traces(story.text, "en"), "en")).code:
                yield story.group, guess.confidence, guess.code == story.language


def print_trust(stories: Sequence[Sample], guesses: Sequence[tuple[str, float, bool]]) -> None:
    """Print how often a language was given, and rightly, by group and by confidence."""
    heads = "".join(f"{f'{low} to {min(high, 1)}':>16}" for low, high in pairwise(BANDS))
    print(f"{'':20}{'stories':>9}{'given':>8}{'right':>8}{heads}")
    for group, name in SETS.items():
        number = sum(story.group == group for story in stories)
        given = [(sure, right) for which, sure, right in guesses if which == group]
        parts = [[right for sure, right in given if low <= sure < high] for low, high in pairwise(BANDS)]
        cells = "".join(f"{f'{sum(part)} of {len(part)}':>16}" for part in parts)
        right = f"{sum(right for _, right in given) / len(given):.1%}" if given else "-"
        print(f"{name:20}{number:9}{len(given) / number:8.1%}{right:>8}{cells}")


def main(data: str, to: str = "") -> None:
    """Write the table anew, or measure it."""
    table = Lexicons((rules_folder(),), "en").rows("traces")
    stories = samples(Path(data))
    if to:
        lines = (rules_folder() / PLACE).read_text("utf-8").splitlines(keepends=True)
        write(weigh(table, stories), "".join(line for line in lines if line.startswith("#")), Path(to))
        return
    halves = (stories[::2], stories[1::2])
    print_trust(stories, [g for a, b in (halves, halves[::-1]) for g in tried(weigh(table, a), b)])


if __name__ == "__main__":
    main(*sys.argv[1:])
