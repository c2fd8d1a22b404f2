"""People in the news: how English writes them, and how the press of other languages does.

`people.tsv` says who they are; `people-spellings.tsv`, made from it by corpora/recipes/names/spellings.py, how their
names come out of other languages. Both are keyed by the name as English wires write it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, cached_property

import regex

from cleanup.errors import RuleError
from cleanup.language.lexicons import Lexicons, Row
from cleanup.language.spelling import sound
from cleanup.names.cells import LATIN, in_scripts, listed, told_in, whole_row
from cleanup.names.folding import folded
from cleanup.names.person import Person, Spelling, mohammeds

FAMILY_FIRST = ("km", "ko", "vi", "zh")  # languages whose names English leaves in their own order
SHORTEST = 10  # letters of a name that sounds like another
UNSOUND = regex.compile(r"^\S*$|\.|\b(?:\w{1,2}|iii|vii+|xi+|xvi*)$|\d")  # a word alone, initials, "II"
STAR, TRANSLATED = "*", "="  # how a spelling came about, behind its languages


class People:
    """The tables, to be asked by folded names; what few stories ask for is made when one does."""

    def __init__(  # noqa: PLR0913 - one for each table
        self,
        rows: Sequence[Row],
        spelt: Sequence[Row],
        *,
        same: Sequence[Row] = (),
        translated: Sequence[Row] = (),
        titles: Set[str] = frozenset(),
        given: Set[str] = frozenset(),
    ) -> None:
        """Read the tables; `given` are first names, folded, that stand first whatever the person's language."""
        self._rows = rows
        self._titles = titles
        self._same = {sound(name): sound(row["name"]) for row in same for name in row["others"].split()}
        self._spelt = {row["name"]: row for row in spelt}
        self.people = {row["name"]: _person(row, given) for row in rows}
        if unknown := self._spelt.keys() - self.people.keys():
            raise RuleError(f"people-spellings.tsv: {min(unknown)} is not in people.tsv")
        self.by_form: dict[str, Person] = {}
        for person in self.people.values():
            for form in person.forms:
                self.by_form[folded(form)] = person
        every = ((row["name"], how, name) for row in spelt for how, name in listed(row["written"]))
        self._written = {written: (name, how) for name, how, written in every if written not in self.by_form}
        self._desk: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._by_hand():
            for form in self.people[row["name"]].forms:
                self._written.pop(folded(form), None)  # right, because the desk says so
            for how, name in told_in(row["spellings"]):
                self._written[name] = (row["name"], how)
                self._desk[row["name"]].append(name)
        for row in translated:
            self._written[folded(row["translated"])] = (row["name"], f"{row['from'].replace(' ', ',')}{TRANSLATED}")
        self._translated = [folded(row["translated"]) for row in translated]

    def _by_hand(self) -> Iterator[Row]:
        """Yield the rows of a desk's own table, whose spellings nobody has worked out: new people, ours once more."""
        seen = set[str]()
        for row in self._rows:
            if row["name"] not in self._spelt or row["name"] in seen:
                yield row
            seen.add(row["name"])

    def spelling(self, key: str) -> Spelling | None:
        """Return whose name, not in English, has this key."""
        if key not in self._written:
            return None
        name, how = self._written[key]
        return _spelling(self.people[name], how)

    @cached_property
    def titled(self) -> Mapping[str, frozenset[str]]:
        """For the rest of each name that begins with a title, what those titles are: "papa" before "francisco"."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in self._written:
            title, _, rest = name.partition(" ")
            if title in self._titles:
                found[rest].add(title)
        return {rest: frozenset(titles) for rest, titles in found.items()}

    @cached_property
    def titled_words(self) -> frozenset[str]:
        """The first words of the names that a title may stand before."""
        return frozenset(rest.partition(" ")[0] for rest in self.titled)

    @cached_property
    def alone(self) -> Mapping[str, Sequence[Spelling]]:
        """The surnames, not English, that tell by themselves whom they mean."""
        found: defaultdict[str, list[Spelling]] = defaultdict(list)
        for row in self._spelt.values():
            for how, name in listed(row["surnames"]):
                if not how.endswith(STAR):
                    found[name].append(_spelling(self.people[row["name"]], how))
        return found

    def foreign(self, person: Person) -> set[str]:
        """Return the person's surname as other languages write it, folded."""
        row = self._spelt.get(person.name)
        ours = {name for _, name in listed(row["surnames"])} if row else set()
        return ours | {written.split()[-1] for written in self._desk.get(person.name, ())} - person.last_words

    def firsts(self, person: Person) -> frozenset[str]:
        """Return every word that may stand before the person's surname, in any language, folded."""
        row = self._spelt.get(person.name)
        written = [name for _, name in listed(row["written"])] if row else []
        return person.firsts.union(*(name.split() for name in (*written, *self._desk.get(person.name, ()))))

    @cached_property
    def last_words(self) -> Mapping[str, frozenset[str]]:
        """For each last word of a name in the tables the names, folded, that end with it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for key in (*self.by_form, *self._written):
            found[key.rpartition(" ")[2]].add(key)
        return {word: frozenset(keys) for word, keys in found.items()}

    def sounding(self, key: str) -> Person | None:
        """Return the one person whose name, however spelt, sounds as this one: of two words or more, long enough."""
        if len(key) < SHORTEST or UNSOUND.search(key):
            return None
        who = self._by_sound.get(self.sound_of(key), set())
        return next(iter(who)) if len(who) == 1 else None

    def sound_of(self, key: str) -> str:
        """Return a folded name as any romanisation of it would be written, with one way of each first name."""
        same = self._same
        return " ".join([same.get(heard, heard) for heard in map(sound, key.split())])

    def ends(self, word: str) -> bool:
        """Whether the last part of a folded word ends a name in the tables, or sounds as if it did."""
        return self.sound_of(word.rpartition(" ")[2]) in self._last_sounds

    @cached_property
    def _last_sounds(self) -> frozenset[str]:
        told = map(self.sound_of, (*self._translated, *(name for names in self._desk.values() for name in names)))
        return frozenset(heard.rpartition(" ")[2] for heard in (*self._by_sound, *told))

    @cached_property
    def _by_sound(self) -> Mapping[str, set[Person]]:
        found: defaultdict[str, set[Person]] = defaultdict(set)
        for person in self.people.values():
            row = self._spelt.get(person.name)
            for heard in row["sounds"].split("|") if row else map(self.sound_of, map(folded, person.forms)):
                found[heard].add(person)
        return found

    @cached_property
    def native(self) -> Mapping[str, Person]:
        """The people by their whole names in other scripts."""
        return {name: self.people[row["name"]] for row in self._rows for name in in_scripts(row)}

    def who(self, key: str) -> Person | None:
        """Return whose name, in English or not, has this key."""
        spelling = self.spelling(key)
        return spelling.person if spelling else self.by_form.get(key)


@cache
def of(lexicons: Lexicons) -> People:
    """Return the people whom the tables of a language know; asked twice, the same object comes."""
    rows = lexicons.rows("people")
    ours = {row["name"]: row for row in rows}
    return People(
        (*rows, *(whole_row(row, ours.get(row["name"])) for row in lexicons.rows("names"))),
        lexicons.rows("people-spellings"),
        same=lexicons.rows("same-names"),
        translated=lexicons.rows("translated-people"),
        titles=lexicons.words("foreign-titles"),
        given=frozenset(folded(row["name"]) for row in lexicons.rows("first-names")),
    )


def _person(row: Row, given: Set[str]) -> Person:
    forms = (row["name"], *filter(None, row["also"].split("; ")), *mohammeds(row["name"]))
    native = row["native"]
    romanised = bool(native) and not LATIN.search(native.partition(":")[2])
    family_first = native.startswith(FAMILY_FIRST) and folded(row["name"]).split()[0] not in given
    return Person(forms, row["gender"], row["office"], family_first, romanised, native.partition(":")[0])


def _spelling(person: Person, how: str) -> Spelling:
    languages = tuple(how.rstrip(STAR + TRANSLATED).split(","))
    return Spelling(person, languages, how.endswith(STAR), how.endswith(TRANSLATED))
