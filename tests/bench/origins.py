"""What the packs do to clean news, told each language of an original in turn: `python tests/bench/origins.py FILE...`.

Each FILE is JSON lines with a story under "text", or text with one a line; both may be gzipped. The copy is a person's,
in English: told wrongly that it was translated, cleanup should leave it as it is. For each language that a pack comes
from, and first with none told, a row says how many edits are applied and how many are suggested or flagged, in 10,000
words of each file. `--show` prints each edit under its row; a language named with `--from` is the only one tried.

    edits made, then remarks, per 10,000 words of each file
    none    0.12   3.28   0.37   7.85
    fr      0.33   3.28   0.75   7.97
    cs      0.37   3.07   0.75   8.84
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cleanup import Cleaner
from cleanup.findings import Verdict
from cleanup.paths import rules_folder
from cleanup.report import Report

TEN_THOUSAND = 10_000
MANY_ASIDE = 30  # characters shown on either side of an edit


def origins() -> list[str]:
    """Return the languages that have a pack of their own into English."""
    packs = (path.name.partition("-") for path in rules_folder().glob("*-en"))
    return sorted(source for source, _, _ in packs if source != "any")


def texts(path: Path) -> list[str]:
    """Return the stories of a file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] if line.startswith("{") else line.rstrip("\n") for line in lines]


def edits(text: str, report: Report) -> Iterator[str]:
    """Yield a line for each edit."""
    for decision in report.decisions:
        if decision.verdict is Verdict.APPLIED and decision.candidate:
            start, stop = decision.span.start, decision.span.stop
            around = f"{text[max(start - MANY_ASIDE, 0) : start]}[{text[start:stop]}]{text[stop : stop + MANY_ASIDE]}"
            yield f"        {decision.finding.rule}: {around!r} {[edit.text for edit in decision.candidate.edits]}"


def row(source: str | None, files: list[list[str]], *, show: bool) -> None:
    """Print what comes of the files when told that they come from this language."""
    cleaner, figures = Cleaner(source, "en"), list[str]()
    shown = list[str]()
    for stories in files:
        verdicts, words = Counter[Verdict](), sum(len(text.split()) for text in stories)
        for text in stories:
            report = cleaner.clean(text)
            verdicts.update(decision.verdict for decision in report.decisions)
            shown += edits(text, report) if show else ()
        remarks = verdicts[Verdict.SUGGESTED] + verdicts[Verdict.FLAGGED]
        figures += [f"{count * TEN_THOUSAND / words:6.2f}" for count in (verdicts[Verdict.APPLIED], remarks)]
    print(source or "none", *figures, sep="\t", flush=True)
    for line in shown:
        print(line)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--from", dest="source", metavar="LANG")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    files = [texts(path) for path in given.files]
    print("edits made, then remarks, per 10,000 words of each file")
    for source in [given.source] if given.source else [None, *origins()]:
        row(source, files, show=given.show)


if __name__ == "__main__":
    main()
