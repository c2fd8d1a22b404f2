"""Weighs the traces of rules/any-en/lexicons/traces.tsv anew, and tells how far the guess they give can be trusted.

    python corpora/recipes/traces.py DATA [TO]

DATA is a folder with `gtnc.dev.jsonl.gz` ("lang", and "google": a sentence of news in Google's English),
`wmt.{fr,es,de,ru}-en.dev.jsonl.gz` ("outputs": {"google": the like, of the same news whatever the language}),
`clean-news.dev.jsonl.gz` ("text": a story written in English) and `clean-sentences.dev.txt.gz` (sentences of such
stories). Twenty sentences in a row make a story. Nothing of the data gets into the table but how often a trace stands
in it.

The table says what to look for: to try another trace, add it there with any weight. With TO, the table is written there
with the weights that all stories give: a trace that tells nothing is left out, one in a language without data keeps the
weight it was given by hand. Without, the weights of every second story are tried on the others, both ways, and printed:
how many stories were given a language, how many of these the right one, and the same by how sure the guess was.

    DOCSTRING_TABLE

In the second row the content says nothing, only the wording does: a guess said to be 0.9 sure is right for 6 in 10.
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import gzip
import html
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

from cleanup import language
from cleanup.lexicons import Lexicons, Row
from cleanup.paths import rules_folder

PLACE = Path("any-en", "lexicons", "traces.tsv")
COLUMNS = ("language", "weight", "kind", "written")
MEASURED = ("fr", "es", "de", "ru", "it", "pt", "ar", "zh", "tr", "uk")
SETS = {"gtnc": "ten languages", "wmt": "four, the same news", "news": "English", "heap": "English sentences"}
BANDS = (0.5, 0.7, 0.9, 1.01)
LEAST = 0.35  # nats: a trace that says less is not worth its line
STRANGE = 2  # stories in other languages that make a trace which its own never shows none of its own
UNHEARD = -2.0  # nats: a foreign acronym that no story written in English has
#: For each kind: the weight of a trace that no story shows, and the most that a trace may weigh.
KINDS = {
    "quote": (0.5, 2.0),
    "letter": (0.3, 1.5),
    "acronym": (1.2, 2.0),
    "function": (0.5, 2.0),
    "agency": (1.1, 3.0),
    "outlet": (0.7, 2.0),
    "institution": (0.9, 2.5),
    "money": (0.7, 2.5),
    "name": (0.5, 1.5),
    "place": (0.7, 2.0),
    "style": (0.3, 1.8),
    "native": (0.3, 1.2),
}
SHARED = frozenset({"quote", "letter", "acronym", "function"})  # what several languages write alike

Share = Callable[[str, str], float]


@dataclass(frozen=True)
class Sample:
    """A story whose original's language is known, and what of the table stands in it."""

    group: str
    language: str
    text: str
    written: frozenset[str]


def samples(data: Path) -> list[Sample]:
    """Return every story of the folder, group by group, in the order of the files."""
    sentences: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _json(data / "gtnc.dev.jsonl.gz"):
        sentences["gtnc", row["lang"]].append(row["google"])
    for code in ("fr", "es", "de", "ru"):
        outputs = (row["outputs"].get("google") for row in _json(data / f"wmt.{code}-en.dev.jsonl.gz"))
        sentences["wmt", code] = [output for output in outputs if output]
    stories = [(*key, html.unescape(text)) for key, found in sentences.items() for text in _joined(found)]
    stories += [("news", "en", row["text"]) for row in _json(data / "clean-news.dev.jsonl.gz")]
    with gzip.open(data / "clean-sentences.dev.txt.gz", "rt", encoding="utf-8") as lines:
        stories += [("heap", "en", text) for text in _joined(lines.read().splitlines())]
    return [Sample(*s, frozenset(row["written"] for row in language._traces_in(s[2]))) for s in stories]


def _json(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _joined(sentences: Sequence[str], size: int = 20) -> Iterator[str]:
    for at in range(0, len(sentences) - size + 1, size):
        yield "\n\n".join(sentences[at : at + size])


def weigh(table: Sequence[Row], stories: Iterable[Sample]) -> Iterator[tuple[Row, float]]:
    """Yield each trace that tells something with its log-odds, seeing it in a story of its language or of another."""
    share, seen = _counted(stories)
    alike = defaultdict(set)
    for row in table:
        if row["kind"] in SHARED:
            alike[row["written"]].add(row["language"])
    for row in table:
        code, kind, written = row["language"], row["kind"], row["written"]
        if kind == "prior" or code not in (*MEASURED, "en"):
            yield row, float(row["weight"])
            continue
        others = {*MEASURED, *(() if kind in ("native", "alien") else ("en",))} - {code}
        if kind in SHARED:
            others -= alike[written]
        weight = log(share(written, code) / mean(share(written, other) for other in others))
        if kind == "alien":
            foreign_acronym = not seen[written, "en"] and written.isalpha() and written.isupper()
            weight = UNHEARD if foreign_acronym else max(weight, UNHEARD)
        elif seen[written, code]:
            weight = min(weight, KINDS[kind][1])
        else:
            unknown = sum(seen[written, other] for other in (*MEASURED, "en")) <= STRANGE
            weight = KINDS[kind][0] if unknown else 0
        if abs(weight) >= LEAST and (weight < 0) == (kind == "alien"):
            yield row, round(weight, 1)


def _counted(stories: Iterable[Sample]) -> tuple[Share, Counter[tuple[str, str]]]:
    """What share of a language's stories holds what is written; and how many stories do."""
    total: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for story in stories:
        if story.group != "heap":
            total[story.group, story.language] += 1
            found.update((story.group, story.language, written) for written in story.written)
            seen.update((written, story.language) for written in story.written)

    def share(written: str, code: str) -> float:
        """Of both groups, the one with fewer subjects counting no more than the other; never nothing."""
        first = "news" if code == "en" else "gtnc"
        stories, more = total[first, code], total["wmt", code]
        part = min(more, stories) / more if more else 0
        return (found[first, code, written] + part * found["wmt", code, written] + 0.4) / (stories + part * more + 8)

    return share, seen


def write(table: Iterable[tuple[Row, float]], comments: str, path: Path) -> None:
    """Write the table as the program reads it."""
    rows = ["\t".join((row["language"], f"{weight:g}", row["kind"], row["written"])) for row, weight in table]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([comments + "\t".join(COLUMNS), *rows, ""]), encoding="utf-8")


def tried(table: Iterable[tuple[Row, float]], stories: Sequence[Sample]) -> Iterator[tuple[str, float, bool]]:
    """Yield, for each story that is given a language, its group, how sure the guess is, whether it is right."""
    with TemporaryDirectory() as folder:
        write(table, "", Path(folder) / PLACE)
        language._TABLES = Lexicons((Path(folder),))
        language._index.cache_clear()
        language._prior.cache_clear()
        for story in stories:
            guess = language.guess_source(language.traces(story.text))
            if guess.code:
                yield story.group, guess.confidence, guess.code == story.language


def print_trust(stories: Sequence[Sample], guesses: Sequence[tuple[str, float, bool]]) -> None:
    """Print how often a language was given, and rightly, by group and by confidence."""
    bands = list(zip(BANDS, BANDS[1:], strict=False))
    heads = "".join(f"{f'{low} to {min(high, 1)}':>16}" for low, high in bands)
    print(f"{'':20}{'stories':>9}{'given':>8}{'right':>8}{heads}")
    for group, name in SETS.items():
        number = sum(story.group == group for story in stories)
        given = [(sure, right) for which, sure, right in guesses if which == group]
        parts = [[right for sure, right in given if low <= sure < high] for low, high in bands]
        cells = "".join(f"{f'{sum(part)} of {len(part)}':>16}" for part in parts)
        right = f"{sum(right for _, right in given) / len(given):.1%}" if given else "-"
        print(f"{name:20}{number:9}{len(given) / number:8.1%}{right:>8}{cells}")


def main(data: str, to: str = "") -> None:
    """Write the table anew, or measure it."""
    table = Lexicons((rules_folder(),)).rows("traces")
    stories = samples(Path(data))
    if to:
        lines = (rules_folder() / PLACE).read_text("utf-8").splitlines(keepends=True)
        write(weigh(table, stories), "".join(line for line in lines if line.startswith("#")), Path(to))
        return
    halves = (stories[::2], stories[1::2])
    print_trust(stories, [g for a, b in (halves, halves[::-1]) for g in tried(weigh(table, a), b)])


if __name__ == "__main__":
    main(*sys.argv[1:])
