"""Somebody in the news, and one way to write the name that is not English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cleanup.names.folding import folded

PARTICLES = frozenset("al ben bin da das de del den der di dos du el fon la le van von".split())
MOHAMMED = frozenset({"Mohammed", "Mohamed", "Muhammad", "Mohammad"})


@dataclass(frozen=True, eq=False)
class Person:
    """Somebody in the news. `forms` are right in English, the usual one first; `gender` is "m" or "f".

    `family_first` says that the surname comes first in English too, `romanised` that the name is not in Latin letters
    at home, so that each language writes it by its own rules; `home` is the language of home, "" where none is told.
    """

    forms: tuple[str, ...]
    gender: str
    office: str
    family_first: bool = False
    romanised: bool = False
    home: str = ""

    @property
    def name(self) -> str:
        return self.forms[0]

    @cached_property
    def surnames(self) -> tuple[str, ...]:
        """The surname in each of the forms: that of the usual one where they have it, as in "Jimmy Lai Chee-ying"."""
        usual = surname(self.forms[0], family_first=self.family_first)
        return tuple(
            usual if f" {usual} " in f" {form} " else surname(form, family_first=self.family_first)
            for form in self.forms
        )

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The last word of each surname, folded."""
        return frozenset(folded(name).split()[-1] for name in self.surnames)

    def surname_in(self, form: str) -> str:
        """Return the surname in one of the forms."""
        return self.surnames[self.forms.index(form)]

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Every word of the forms but the surname, folded."""
        apart = zip(self.forms, self.surnames, strict=True)
        return frozenset(word for form, last in apart for word in folded(form.replace(last, " ")).split())


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write somebody's name that is not English, and in which languages.

    A star on a whole name says that a rule of romanisation made it; on a surname, that alone it tells too little.
    One that is `translated` has the surname taken for the word that it is: Mario Dragons.
    """

    person: Person
    languages: tuple[str, ...]
    starred: bool
    translated: bool = False


def surname(form: str, *, family_first: bool) -> str:
    """Return the surname of a full name with the particles before it: "Gaulle" is "de Gaulle"."""
    words = form.split()
    if family_first or len(words) == 1:
        return words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return " ".join(words[first:])


def mohammeds(name: str) -> Iterator[str]:
    """Yield the name with the other ways in which English newsrooms write Mohammed: each house has its own."""
    words = name.split()
    for other in sorted(MOHAMMED.difference(words)) if MOHAMMED.intersection(words) else ():
        yield " ".join(other if word in MOHAMMED else word for word in words)
