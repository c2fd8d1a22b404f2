"""What several names in one cell of the tables of people say."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.language.lexicons import Row
from cleanup.names.folding import folded

ANY = "any"  # for a language, where a desk only says that a name is wrong
UNPARTED = ("ja", "ko", "zh")  # languages whose names stand without a space
LATIN = regex.compile(r"\p{Latin}")


def in_scripts(row: Row) -> Iterator[str]:
    """Yield the whole names of a row that are not in Latin letters."""
    native = row["native"].partition(":")[2]
    for name in (native, row["ru"], row["zh"], row["ar"]):
        if name and not LATIN.search(name) and (" " in name or "·" in name or row["native"].startswith(UNPARTED)):
            yield name


def listed(cell: str) -> Iterator[tuple[str, str]]:
    """Yield what a cell such as "fr,nl=putin|poutine; ru*=..." lists: languages, perhaps with a star, and a name."""
    for item in cell.split("; ") if cell else ():
        how, _, names = item.partition("=")
        for name in names.split("|"):
            yield how, name


def told_in(cell: str) -> Iterator[tuple[str, str]]:
    """Yield what a cell of people.tsv such as "fr=Vladimir Poutine; nl=..." lists: language, and the name folded."""
    for item in filter(None, cell.split("; ")):
        language, _, name = item.partition("=")
        yield language, folded(name)


def whole_row(row: Row, ours: Row | None) -> Row:
    """Return a row of a desk's names.tsv with the columns of people.tsv: what we know of a person stays known."""
    others = "; ".join(f"{ANY}={name.strip()}" for name in row["others"].split(";") if name.strip())
    blank = dict.fromkeys(("also", "gender", "native", "ru", "zh", "ar"), "")
    known = ours or {"name": row["name"], **blank, "office": "in the desk's own table"}
    return Row({**known, "spellings": others})
