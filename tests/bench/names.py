"""What the passes over names do: `python tests/bench/names.py FOLDER`, where wmt.*-en.dev.jsonl.gz and clean-*.gz lie.

With a spaCy pipeline behind FOLDER that is asked too, and only what edits there are is printed, not what they cost.

For each pair of languages: how many edits of names were made to an engine's output, how many of the names put in stand
in the reference, letter by letter, and how many others where the reference has the same person in other letters (which
in old WMT references are often a translator's own slips); each that does not agree in letters is printed. For the clean
news: every edit, each of which is wrong unless the reporter was. Last, the time of all passes over names for a story of
about 600 words (best of five rounds, process time).
"""

# ruff: noqa: T201  a script that prints a table

from __future__ import annotations

import gzip
import html
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from cleanup import Cleaner
from cleanup.detectors import (
    capitals,
    czech_women,
    glue,
    hosts,
    marriages,
    name_variants,
    names,
    people,
    pronouns,
    things,
)
from cleanup.findings import Decision, Verdict
from cleanup.language.lexicons import Lexicons
from cleanup.names import mentions, present
from cleanup.paths import rules_folder
from cleanup.policy import Policy
from cleanup.story import Story
from cleanup.text import Document

POLICY = Policy(select=("names.*", "people.*", "capitals.*", "pronouns.*", "any-en.names.*"))
PASSES = (names, name_variants, people, capitals, czech_women, pronouns, hosts, marriages, things, glue)
SOURCES, SYSTEM = ("fr", "es", "de", "ru"), "google"
WORDS = range(500, 700)


def lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file


def made(cleaner: Cleaner, text: str, source: str | None = None) -> list[Decision]:
    return [d for d in cleaner.clean(text, source, language="en").decisions if d.verdict is Verdict.APPLIED]


def told(decision: Decision, text: str) -> str:
    put_in = [edit.text for edit in decision.candidate.edits] if decision.candidate else []
    return f"{decision.finding.rule}: {decision.span.of(text)} -> {' '.join(put_in)}"


def agreement(folder: Path, source: str, ner: str | None, *, with_source: bool) -> None:
    """Print how many edits agree with the reference, and those that do not."""
    cleaner, agree, same, other = Cleaner(source, model=None, policy=POLICY, ner=ner), 0, 0, []
    for line in lines(folder / f"wmt.{source}-en.dev.jsonl.gz"):
        record = json.loads(line)
        text, reference = html.unescape(record["outputs"].get(SYSTEM) or ""), record["reference"] or ""
        for decision in made(cleaner, text, record["source"] if with_source else None):
            put_in = [edit.text for edit in decision.candidate.edits] if decision.candidate else []
            if all(word in reference for word in put_in):
                agree += 1
            else:
                same += meant(decision) in persons(reference)
                other.append(f"    {told(decision, text)} | {reference[:160]}")
    given = "with" if with_source else "without"
    print(
        f"{source}-en, {given} the original: {agree + len(other)} edits, {agree} agree, {same} but for letters",
        *other,
        sep="\n",
    )


def meant(decision: Decision) -> str:
    """Return whom an edit by the table of people means."""
    evidence = decision.candidate.evidence[0] if decision.candidate else None
    return evidence.detail.removeprefix("people: ").partition(", ")[0] if evidence else ""


def persons(text: str) -> set[str]:
    """Return the people of the table whom a text names, however it spells them."""
    story = Story(Document.plain(text), Lexicons((rules_folder(),), "en"))
    return {place.person.name for place in present.of(story).places}


def clean(folder: Path, source: str | None, ner: str | None = None) -> list[str]:
    """Print the edits made to human news; return the stories of about 600 words."""
    cleaner, count, edits = Cleaner(source, model=None, policy=POLICY, ner=ner), 0, 0
    news = [json.loads(line)["text"] for line in lines(folder / "clean-news.dev.jsonl.gz")]
    for text in (*news, *(line.rstrip("\n") for line in lines(folder / "clean-sentences.dev.txt.gz"))):
        count += len(text.split())
        for decision in made(cleaner, text):
            edits += 1
            print(f"    {told(decision, text)}")
    print(f"clean, told {source}: {edits} edits in {count:,} words, {edits / count * 10_000:.2f} per 10,000")
    return [text for text in news if len(text.split()) in WORDS]


def cost(stories: list[str]) -> None:
    lexicons, best = Lexicons((rules_folder(),), "en"), float("inf")
    for _ in range(5):
        told = [Story(Document.plain(text), lexicons, "ru") for text in stories]
        for story in told:
            story.words, story.sequence  # noqa: B018 - other detectors want these too
        mentions.in_text.cache_clear()
        present.in_text.cache_clear()
        began = process_time()
        for story in told:
            for module in PASSES:
                list(module.detect(story))
        best = min(best, process_time() - began)
    print(f"all passes over names: {best / len(stories) * 1000:.2f} ms a story of about 600 words")


def main() -> None:
    folder, ner = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None
    for source in SOURCES:
        for with_source in (False, True):
            agreement(folder, source, ner, with_source=with_source)
    for told_source in (None, *SOURCES):
        stories = clean(folder, told_source, ner)
    if not ner:
        cost(stories)


if __name__ == "__main__":
    main()
