# /// script
# requires-python = ">=3.11"
# dependencies = ["cleanup"]
# ///
"""Writes how other languages spell the people of people.tsv: rules/any-en/lexicons/people-spellings.tsv.

    nice python corpora/recipes/names/spellings.py NEWS

Spellings come from people.tsv, where a reader put them, and from Cyrillic names by the rules of romanisations.tsv. NEWS
is human English news, plain or .xz, in which each is counted: what stands there oftener than once for RARE times that
the English name does is English too and left out, as is what is somebody's English name or could be two people's.
A surname gets a star, and may not be told alone, unless it stands there once at most and the English one KNOWN times,
or when it is a first name. Prints what was left out.
"""

# ruff: noqa: T201  a script that prints what it leaves out

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cleanup.lexicons import Lexicons, Row
from cleanup.names import genders, people
from cleanup.names.folding import folded
from cleanup.names.mentions import RUN
from cleanup.names.person import Person
from cleanup.paths import rules_folder
from cleanup.spelling import distance, sound

HERE = Path(__file__).parent
OUT = Path("rules/any-en/lexicons/people-spellings.tsv")
RARE = 100
MOST_ALONE, KNOWN = 1, 300  # in 31 million words
LONGEST = 5  # words of a name
SHORTEST = 4  # letters of a surname that alone tells whom it means
ALIKE = 0.6  # of the letters: a surname that differs more is some other word of the name
LANGUAGES_OF = {  # whose copy has names written by a scheme
    "fr": "fr", "de": "de", "es": "es", "es-y": "es,pt", "pl": "pl", "tr": "tr", "nl": "nl", "cs": "cs,sk",
    "bgn": "ru,uk", "wire": "ru,uk", "icao": "ru,uk", "iso": "ru,uk", "plain": "ru,uk", "official": "ru,uk",
}  # fmt: skip
ENGINES = ("bgn", "wire", "icao", "iso", "plain")
ENGLISH = dict(
    zip("абвгдезийклмнопрстуфыэьъґі", "a b v g d e z i i k l m n o p r s t u f y e   g i".split(" "), strict=True)
)
UKRAINIAN = (  # after the orthography of 2019, 126, 129, 144: и mostly becomes і, э becomes е, ы becomes и
    ("(ск|цк)ий$", r"\1ий"), ("ий$", "ій"), ("и", "і"), ("ы", "и"), ("э", "е"), ("ё(?=н|в)", "ьо"), ("ё", "йо"),
    ("іе|ье", "ьє"), ("(^|[аеиоуіюяьъ'])е", r"\1є"), ("ъ", "'"), ("скій$", "ський"), ("цкій$", "цький"),
    ("(^|[аеиоу])ї", r"\1ї"),
)  # fmt: skip
HEADER = """\
# How other languages, and engines, spell the people of people.tsv, folded: small letters, no accents or hyphens.
# Made by corpora/recipes/names/spellings.py: run that again rather than editing this.
# written: whole names, by language; a star says that a rule of romanisation made them. surnames: those of the whole
# names, where English has another; a star says that one alone tells too little of whom it means.
# sounds: all of them and the English names, by cleanup.names.people.sound_of.
name\twritten\tsurnames\tsounds
"""
Written = dict[str, tuple[set[str], bool]]  # languages, and whether a rule made it


@cache
def schemes() -> dict[tuple[str, str], list[tuple[re.Pattern[str], str]]]:
    """Return the rules of each scheme, by its name and the language it reads."""
    found = defaultdict(list)
    lines = [line for line in (HERE / "romanisations.tsv").read_text().splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        scheme, language, pattern, text = line.split("\t")
        found[scheme, language].append((re.compile(pattern), text))
    return dict(found)


def romanised(name: str, scheme: str, language: str) -> str:
    """Return a Cyrillic name as the scheme writes it, folded."""
    return folded(" ".join(_word(word, scheme, language) for word in name.lower().replace("-", " ").split()))


def _word(word: str, scheme: str, language: str) -> str:
    out, at = "", 0
    letters = ENGLISH | ({"г": "h", "и": "y"} if language == "uk" else {})
    while at < len(word):
        for pattern, text in schemes()[scheme, language]:
            if met := pattern.match(word, at):
                out, at = out + text, met.end()
                break
        else:
            out, at = out + letters.get(word[at], word[at]), at + 1
    return out


def spellings(row: Row) -> Written:
    """Return the whole names of one person, folded, with the languages that write them."""
    found: Written = {}
    for item in filter(None, row["spellings"].split("; ")):
        language, _, name = item.partition("=")
        found.setdefault(folded(name), (set(), False))[0].add(language.strip())
    for language, name in turned(row):
        found.setdefault(folded(name), (set(), True))[0].add(language)
    for language, name in cyrillic(row):
        for scheme, read in schemes():
            if read == language and (scheme in (*ENGINES, "official") or row["native"].startswith(("ru:", "uk:"))):
                written = romanised(name, scheme, read)
                found.setdefault(written, (set(), True))[0].update(LANGUAGES_OF[scheme].split(","))
    return {written: how for written, how in found.items() if " " in written and written.isascii()}


def turned(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the name with the surname at the other end, where English and the person's language differ in that."""
    language = row["native"].partition(":")[0]
    words = row["name"].split()
    if language in ("ja", "hu"):
        yield language, " ".join((words[-1], *words[:-1]))
    elif language in ("ko", "zh") and "-" not in row["name"]:
        yield language, " ".join((*words[1:], words[0]))


def cyrillic(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the languages and Cyrillic names of a row."""
    language, _, native = row["native"].partition(":")
    if language in ("ru", "uk"):
        yield language, native
    if row["ru"]:
        yield "ru", row["ru"]
    if language != "uk" and (russian := native if language == "ru" else row["ru"]):
        yield "uk", ukrainian(russian)


def ukrainian(name: str) -> str:
    """Return a name as Ukrainian writes what Russian writes so: Володимир Путін for Владимир Путин."""
    return " ".join(first_names_in_ukrainian().get(word) or _ukrainian(word) for word in name.lower().split())


@cache
def first_names_in_ukrainian() -> dict[str, str]:
    """Return the first names of ukrainian.tsv, by the Russian ones."""
    lines = (HERE / "ukrainian.tsv").read_text().splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def _ukrainian(word: str) -> str:
    for russian, other in UKRAINIAN:
        word = re.sub(russian, other, word)
    return word


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
    english = [folded(name).split()[-1] for name in person.surnames]
    near = [distance(sound(last), sound(name), 9) <= ALIKE * len(name) for name in english]
    own = {word for form in person.forms for word in folded(form).split()}
    as_long = any(len(words) == len(folded(form).split()) for form in person.forms)
    return last if last not in own and (any(near) or as_long) and len(last) > 1 else None


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
    known = people.People(rows, ()).by_form
    persons = {row["name"]: known[folded(row["name"])] for row in rows}
    written = {w: row["name"] for row in rows for w in spellings(row)}
    surnames = {s for w, name in written.items() if (s := surname(w, persons[name]))}
    last = {folded(name).split()[-1] for person in persons.values() for name in person.surnames}
    counts = counted(Path(news), {*written, *known, *surnames, *last})
    first = genders.first_names(lexicons)
    english = {word for key in known for word in key.split()}
    lines = []
    for row, kept in clear(rows, known, counts):
        person = persons[row["name"]]
        famous = max(counts[folded(name).split()[-1]] for name in person.surnames) >= KNOWN
        surnames_of: Written = {}
        for name, (languages, _) in kept.items():
            if alone := surname(name, person):
                known_else = alone in english or alone in first or len(alone) < SHORTEST
                star = not famous or counts[alone] > MOST_ALONE or known_else
                surnames_of.setdefault(alone, (set(), star))[0].update(languages)
        heard = sorted({people.sound_of(name) for name in (*map(folded, person.forms), *kept)})
        lines.append("\t".join((row["name"], cell(kept), cell(surnames_of), "|".join(heard))))
    OUT.write_text(HEADER + "".join(f"{line}\n" for line in lines))


def cell(found: Written) -> str:
    """Return what is listed of one person: "fr,nl=vladimir poutine; ru*=...", by languages."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for written, (languages, star) in found.items():
        groups[f"{','.join(sorted(languages))}{'*' * star}"].append(written)
    return "; ".join(f"{langs}={'|'.join(sorted(names))}" for langs, names in sorted(groups.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
