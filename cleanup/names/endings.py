"""Case endings that engines leave on Slavic names: "met Vladimira Putina" for Vladimir Putin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cleanup.language.spelling import sound
from cleanup.names.folding import folded
from cleanup.names.people import People
from cleanup.names.person import Person

LANGUAGES = frozenset("be bg bs cs hr mk pl ru sk sl sr uk".split())
SHORTEST = 3  # letters of what is left
# What a name may end in when it is not the subject, and what it then ends in when it is.
_ENDINGS = (
    ("skogo|skoho|skomu|skim|skym|skom|skemu|skiego|skiemu|skeho|skyho", "sky|skyy|skiy|skyi|ski|skyj|skij"),
    ("skoy|skoi|skuyu|skuiu|skou|ske|skiej|skej", "skaya|skaia|ska|skaja"),
    ("ogo|omu|oho|ego|emu|eho|ym", "y|yy|yi|yj|iy|ny"),
    ("ove|ovou|ovoy|ovoi|ovoyu", "ova"),
    ("ya|yu|yem|ye|ia|iu|iem|ie|ja|ju|jem|je|jovi|jowi", "|i|y|iy|ii|yi|j|ij"),
    ("a|u|om|ym|em|iem|im|e|i|ovi|owi|evi|ho|mu|m", ""),
    ("a|e|u|em|om|ovi|owi|onem|ona|onie|onowi", "o"),
    ("iego|iemu|iho|imu|im", "i"),
    ("yho|ymu|ym", "y"),
    ("y|i|e|u|oy|oi|oyu|oiu|ou", "a"),
    ("i|yu|ei|ey|iu", "ya|ia|ja"),
)
GENDERED = ("ev", "in", "ov", "yn")  # surnames that have an a when a woman bears them
_WOMEN = ("andra", "andriya", "eniya", "enia", "eria", "eriya", "ilisa")  # Aleksandra, Yevgeniya, Valeria
_TABLE = defaultdict[str, list[tuple[str, list[str]]]](list)  # by the last letter
for _many, _subject in _ENDINGS:
    for _oblique in _many.split("|"):
        _TABLE[_oblique[-1]].append((_oblique, _subject.split("|")))


def without(words: Sequence[str], known: People) -> str | None:
    """Return the key of the one name in the tables of which `words`, folded, are another case.

    None when it could be two people.
    """
    if len(words) < 2:  # noqa: PLR2004 - a surname alone may be anybody's
        return None
    found = {key for key in _candidates(words, known) if known.who(key)}
    who = {known.who(key) for key in found}
    return min(found) if len(who) == 1 else None


def _candidates(words: Sequence[str], known: People) -> Iterator[str]:
    found = [known.last_words[last] for last in (words[-1], *subjects(words[-1])) if last in known.last_words]
    if found:
        others = [(word, frozenset(map(sound, subjects(word)))) for word in words[:-1]]
        for key in frozenset().union(*found):
            *names, _ = key.split()
            if len(names) == len(others) and all(map(_may_be, names, others)):
                yield key


def _may_be(name: str, of: tuple[str, frozenset[str]]) -> bool:
    """Whether a name is a word, or sounds like what that may be where it is the subject: Jaroslaw, of Jaroslava."""
    word, sounds = of
    return name == word or sound(name) in sounds


def subjects(word: str) -> Iterator[str]:
    """Yield what a name may be where it is the subject."""
    for oblique, subject in _TABLE.get(word[-1:], ()):
        if word.endswith(oblique) and len(word) - len(oblique) >= SHORTEST:
            stem = word.removesuffix(oblique)
            yield from (stem + ending for ending in subject)


def of_a_woman(words: Sequence[str], person: Person) -> bool:
    """Whether a man's name with these endings is a woman's in the subject: Alexandra Bortnikova, Yevgenia Milo."""
    bare = any(folded(words[-1]) == folded(name).split()[-1] for name in person.surnames)
    return person.gender == "m" and folded(words[0]).endswith(_WOMEN) and (bare or folded(words[-1]).endswith("a"))
