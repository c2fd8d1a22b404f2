"""Whom a surname means that is not written as in English: Poutine, Makron, Putina."""

from __future__ import annotations

from dataclasses import dataclass

from cleanup.names import endings, mentions
from cleanup.names.folding import folded
from cleanup.names.mentions import Mention, Name
from cleanup.names.people import People
from cleanup.names.person import Person
from cleanup.names.present import Present
from cleanup.story import Story

ROMANISED_BY_RULE = frozenset("be bg bs hr ka kk ky mk mn ru sl sr tg uk uz".split())  # whoever bears the name
OF_THE_SAME_STOCK = frozenset("bs cs hr pl sk sl sr".split())  # languages of whose surnames Russia has many
LONG = 6  # letters
GRAMMATICAL = ("prepositions", "conjunctions", "function", "sentence-starters")


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a surname that is not English means; `told` says that the story has one of the whole names too."""

    people: frozenset[Person]
    told: bool
    ended: bool = False


def is_certain(meant: Meant, word: str, story: Story) -> bool:
    """Whether whoever bears the surname is written so in English: Komi is Comey and a republic, Jaros may be Czech."""
    ruled = all(person.home in ROMANISED_BY_RULE for person in meant.people)
    return meant.told or (ruled and len(word) >= LONG and story.source_language not in OF_THE_SAME_STOCK)


def of(story: Story, word: str, known: People, there: Present) -> Meant | None:
    """Return whom a surname that is not English means, None where it is English or nobody can be told."""
    key = folded(word).split()[-1]
    common = key in story.lexicons.words("vocabulary") or word in story.lexicons.words("places")
    if who := there.bearers.get(key):
        if any(key in story.lexicons.words(name) for name in GRAMMATICAL):
            return None
        english = {last for person in who for last in person.last_words}
        right = {key, key.removesuffix("s")} & english and not _article_of_a_sun_letter(word)
        return None if right else Meant(who, told=True)  # "the two Kims"
    if there.bearers and not common and story.source_language in endings.LANGUAGES:
        found = [who for subject in endings.subjects(key) if (who := there.bearers.get(subject))]
        if found and all(who == found[0] for who in found):
            return Meant(found[0], told=True, ended=True)
    alone = [spelling for spelling in known.alone.get(key, ()) if story.source_language in spelling.languages]
    if not alone or common or word.lower() in story.words:
        return None  # poutine is a dish too
    return Meant(frozenset(spelling.person for spelling in alone), told=False)


def _article_of_a_sun_letter(word: str) -> bool:
    """Whether an Arabic article has the sound of the letter after it, which English does not write: "es-Sisi"."""
    article, _, name = folded(word).partition(" ")
    sun = len(article) > 1 and article[0] in "ae" and article[1:] != "l"
    return sun and name.startswith(article[1:])


def nobody_else(mention: Mention, meant: Meant, known: People, story: Story) -> bool:
    """Whether nothing in the story gives this surname to another: "Igor Poutine", "the widow Anna Poutine"."""
    words = story.lexicons.words
    firsts = {word for person in meant.people for word in known.firsts(person)}

    def theirs(before: Name) -> bool:
        if before and before[0].lower() in words("sentence-starters"):
            before = before[1:]
        before = tuple(word for word in before if word not in words("weekdays") and word not in words("months"))
        given = [word for word in before if word not in words("titles") and word not in words("places")]
        return {folded(word) for word in given} <= firsts and (
            bool(given) or not before or before[-1] in words("titles")
        )

    return theirs(mention.before(words("vocabulary"))) and all(
        theirs(before) for before in mentions.of(story).bearers(mention.words[-1])
    )
