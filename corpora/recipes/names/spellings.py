# /// script
# requires-python = ">=3.11"
# dependencies = ["cleanup", "pypinyin>=0.55"]
# ///
"""Writes how other languages spell the people of people.tsv: rules/any-en/lexicons/people-spellings.tsv.

    nice python corpora/recipes/names/spellings.py NEWS

Spellings come from people.tsv, where a reader put them, and from Cyrillic names by the rules of romanisations.tsv. NEWS
is human English news, plain or .xz, in which each is counted: what stands there oftener than once for RARE times that
the English name does is English too and left out, as is what is somebody's English name or could be two people's.
A surname gets a star, and may not be told alone, when it is in use there or is somebody else's or a first name, and
unless the English one stands there KNOWN times (KNOWN_ABROAD where English romanises it and a reader put the spelling;
never asked of surnames that English romanises by rule, as from Russian, nor of who leads a country). Czech surnames of
women always get one: Czechs bear them too.
Prints what was left out.
"""

# ruff: noqa: T201  a script that prints what it leaves out

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from pathlib import Path

import far_east
from respelling import respelt
from romanising import from_cyrillic

from cleanup.language.lexicons import Lexicons, Row
from cleanup.language.spelling import distance, sound
from cleanup.names import cells, genders, people
from cleanup.names.folding import folded
from cleanup.names.mentions import RUN
from cleanup.names.person import Person
from cleanup.paths import rules_folder

OUT = Path("rules/any-en/lexicons/people-spellings.tsv")
RARE = 100
MOST_ALONE, KNOWN, KNOWN_ABROAD = 1, 300, 100  # in 31 million words; abroad: where names are romanised
FOREIGN = 40  # times as often the English surname stands there
BY_RULE = "bg ka kk ky mk mn ru tg uz".split()  # whoever bears such a surname, English writes it the same way
BY_TWO_RULES = ("be", "uk")  # as the people do, and as Russians of the name
HIGH = re.compile(r"(?:[A-Z]\w+ )?(?:president|prime minister|chancellor|king|supreme leader|European Commission pres)")
CZECH = {"cs", "sk"}
LONGEST = 5  # words of a name
SHORTEST = 4  # letters of a surname that alone tells whom it means
ALIKE = 0.6  # of the letters: a surname that differs more is some other word of the name
HEADER = """\
# How other languages, and engines, spell the people of people.tsv, folded: small letters, no accents or hyphens.
# Made by corpora/recipes/names/spellings.py: run that again rather than editing this.
# written: whole names, by language; a star says that a rule of romanisation made them. surnames: those of the whole
# names, where English has another; a star says that one alone tells too little of whom it means.
# sounds: all of them and the English names, by cleanup.names.people.sound_of.
name\twritten\tsurnames\tsounds
"""
Written = dict[str, tuple[set[str], bool]]  # languages, and whether a rule made it


def spellings(row: Row) -> Written:
    """Return the whole names of one person, folded, with the languages that write them."""
    found: Written = {}
    for item in filter(None, row["spellings"].split("; ")):
        language, _, name = item.partition("=")
        found.setdefault(folded(name), (set(), False))[0].add(language.strip())
    for language, name in turned(row):
        found.setdefault(folded(name), (set(), True))[0].add(language)
    for languages, name in (*from_cyrillic(row), *respelt(row), *far_east.romanised(row)):
        found.setdefault(name, (set(), True))[0].update(languages.split(","))
    return {written: how for written, how in found.items() if " " in written and written.isascii()}


def turned(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the name with the surname at the other end, where English and the person's language differ in that."""
    language = row["native"].partition(":")[0]
    words = row["name"].split()
    if language in ("ja", "hu"):
        yield language, " ".join((words[-1], *words[:-1]))
    elif language in ("ko", "zh") and "-" not in row["name"]:
        yield language, " ".join((*words[1:], words[0]))


def clear(rows: tuple[Row, ...], known: dict[str, Person], counts: Counter[str]) -> Iterator[tuple[Row, Written]]:
    """Yield the spellings of each person without those that are English, another's or in use in English news."""
    all_written = [(row, spellings(row)) for row in rows]
    shared = Counter(written for _, found in all_written for written in found)
    for row, found in all_written:
        english = sum(counts[folded(form)] for form in known[folded(row["name"])].forms)
        good = [w for w in found if w not in known and shared[w] == 1 and RARE * counts[w] <= english]
        kept = {written: found[written] for written in good}
        for gone in found.keys() - kept.keys() - known.keys():
            print(f"left out: {gone} for {row['name']}: {counts[gone]} in news, {shared[gone]} people")
        yield row, kept


def surname(written: str, person: Person) -> str | None:
    """Return the surname of a spelling, where it is one that English does not have."""
    words = written.split()
    last = words[0] if person.family_first else words[-1]
    usual = folded(person.surnames[0]).split()[-1]
    near = distance(sound(last), sound(usual), 9) <= ALIKE * len(usual)
    own = {word for form in person.forms for word in folded(form).split()}
    one = all(distance(sound(usual), sound(word), 9) <= ALIKE * len(usual) for word in person.last_words)
    as_long = one and any(len(words) == len(folded(form).split()) for form in person.forms)
    return last if last not in own and (near or as_long) and len(last) > 1 else None


def counted(news: Path, wanted: set[str]) -> Counter[str]:
    """Count the names and surnames wanted among the capitalised runs of the news."""
    found = Counter[str]()
    with lzma.open(news, "rt") if news.suffix == ".xz" else news.open() as lines:
        for line in lines:
            for run in RUN.findall(line):
                words = folded(run).split()
                grams = (
                    " ".join(words[i:j])
                    for i in range(len(words))
                    for j in range(i + 1, min(i + LONGEST, len(words)) + 1)
                )
                found.update(gram for gram in grams if gram in wanted)
    return found


def main(news: str) -> None:
    """Write the table."""
    lexicons = Lexicons((rules_folder(),), "en")
    rows = lexicons.rows("people")
    first = genders.first_names(lexicons)
    known_people = people.People(rows, (), same=lexicons.rows("same-names"), given=first.keys())
    known = known_people.by_form
    persons = {row["name"]: known[folded(row["name"])] for row in rows}
    written = {w: row["name"] for row in rows for w in spellings(row)}
    surnames = {s for w, name in written.items() if (s := surname(w, persons[name]))}
    last = {folded(name).split()[-1] for person in persons.values() for name in person.surnames}
    counts = counted(Path(news), {*written, *known, *surnames, *last})
    english = {word for key in known for word in key.split()}
    lines = []
    for row, kept in clear(rows, known, counts):
        person = persons[row["name"]]
        surnames_of = alone(row, person, kept, counts, english | first.keys())
        heard = sorted({known_people.sound_of(name) for name in (*map(folded, person.forms), *kept)})
        lines.append("\t".join((row["name"], cell(kept), cell(surnames_of), "|".join(heard))))
    OUT.write_text(HEADER + "".join(f"{line}\n" for line in lines))


def alone(row: Row, person: Person, kept: Written, counts: Counter[str], other: Set[str]) -> Written:
    """Return the surnames of the spellings, starred where one tells too little; `other` are others' names."""
    found: Written = {}
    known = max(counts[folded(name).split()[-1]] for name in person.surnames)
    for name, (languages, by_rule) in kept.items():
        if written := surname(name, person):
            usual = counts[written] > max(MOST_ALONE, known / FOREIGN)
            husband = person.gender == "f" and f"{sound(written)}a" == sound(folded(person.surnames[0]))
            czech = bool(languages & CZECH) and written.endswith("ova")
            common = usual or written in other or len(written) < SHORTEST or husband or czech
            star = found.get(written, (set(), True))[1] and (common or known < wanted(row, by_rule=by_rule))
            found.setdefault(written, (set(), star))[0].update(languages)
            found[written] = (found[written][0], star)
    return found


def wanted(row: Row, *, by_rule: bool) -> int:
    """Return how often the news must have a surname for another spelling of it to tell whom it means."""
    home, _, native = row["native"].partition(":")
    leads = HIGH.match(row["office"]) is not None and not (by_rule and home in people.FAMILY_FIRST)
    if home in BY_RULE or leads or (home in BY_TWO_RULES and not by_rule):
        return 0
    abroad = bool(native) and not cells.LATIN.search(native)
    return KNOWN_ABROAD if abroad and not by_rule else KNOWN


def cell(found: Written) -> str:
    """Return what is listed of one person: "fr,nl=vladimir poutine; ru*=...", by languages."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for written, (languages, star) in found.items():
        groups[f"{','.join(sorted(languages))}{'*' * star}"].append(written)
    return "; ".join(f"{langs}={'|'.join(sorted(names))}" for langs, names in sorted(groups.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
