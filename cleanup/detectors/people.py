"""People in the news whose names are spelt as other languages spell them: Poutine, Makron, Vladimira Putina."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.codes import spoken
from cleanup.names import endings, mentions, people, present
from cleanup.names.folding import folded
from cleanup.names.mentions import Mention, Name, Names
from cleanup.names.people import People
from cleanup.names.person import Person, Spelling
from cleanup.names.present import How, Place, Present
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

GRAMMATICAL = ("prepositions", "conjunctions", "function", "sentence-starters")
BEYOND_LATIN = re.compile("[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff]")
SCRIPT = regex.compile(r"(?:(?!\p{Latin})\p{L}[\p{M}]*)+(?:[ \u00a0·-](?:(?!\p{Latin})\p{L}[\p{M}]*)+)*")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each name of a known person that is not written as English writes it."""
    known = people.of(story.lexicons)
    if known.people:
        there = present.of(story)
        for place in there.places:
            if not place.right or _accented(place):
                yield _whole(story, place, there)
        yield from _surnames(story, known, there)
        yield from _in_script(story, known, there)


def _accented(place: Place) -> bool:
    """Whether a name that English romanises has accents of another language: "Vladímir Putin"."""
    letters = "".join(place.words).replace("’", "'")
    return place.person.romanised and not letters.isascii() and all(map(str.isascii, place.person.forms))


def _whole(story: Story, place: Place, there: Present) -> Proposal:
    form = there.form(place.person, len(place.key.split()))
    bare = place.person.romanised and form.isascii()
    edits, written = _word_by_word(place.span, place.words, form, bare=bare), place.span.of(story.text)
    if place.how is How.SOUNDING:
        respelt = place.person.romanised or story.source_language in story.lexicons.words(
            "languages-that-respell-names"
        )
        safety = Safety.SAFE if story.source_language and respelt else Safety.SUGGEST  # else it is a reporter's slip
        return _proposal("slip", place.span, f"{written} sounds as {form}", edits, place.person, safety, 0.93)
    if place.how is How.ENDED:
        why = f"{written} is {form} with the endings of another case"
        safety = Safety.SUGGEST if endings.of_a_woman(place.words, place.person) else Safety.SAFE
        return _proposal("case", place.span, why, edits, place.person, safety, 0.95)
    where = _where(place.spelling) if place.spelling else "another language's spelling"
    why = f"{written} is {where} of {form}"
    return _proposal("spelling", place.span, why, edits, place.person, confidence=0.98)


def _where(spelling: Spelling) -> str:
    language = spoken(spelling.languages)
    return f"a romanisation from the {language}" if spelling.starred else f"the {language} spelling"


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a surname that is not English means; `told` says that the story has one of the whole names too."""

    people: frozenset[Person]
    told: bool
    ended: bool = False


def _surnames(story: Story, known: People, there: Present) -> Iterator[Proposal]:
    names = mentions.of(story)
    whole = {place.span.stop for place in there.places}
    for mention in names.mentions:
        if mention.span.stop in whole:
            continue
        meant = _meant(story, mention.words[-1], known, there)
        if meant and _nobody_else(mention, meant, known, names, story):
            yield from _surname(mention, meant, there)


def _meant(story: Story, word: str, known: People, there: Present) -> Meant | None:
    key = folded(word).split()[-1]
    common = key in story.lexicons.words("vocabulary") or word in story.lexicons.words("places")
    if who := there.bearers.get(key):
        if any(key in story.lexicons.words(name) for name in GRAMMATICAL):
            return None
        english = {last for person in who for last in person.last_words}
        return None if {key, key.removesuffix("s")} & english else Meant(who, told=True)  # "the two Kims"
    if there.bearers and not common and story.source_language in endings.LANGUAGES:
        found = [who for subject in endings.subjects(key) if (who := there.bearers.get(subject))]
        if found and all(who == found[0] for who in found):
            return Meant(found[0], told=True, ended=True)
    alone = [spelling for spelling in known.alone.get(key, ()) if story.source_language in spelling.languages]
    if not alone or common or word.lower() in story.words:
        return None  # poutine is a dish too
    return Meant(frozenset(spelling.person for spelling in alone), told=False)


def _nobody_else(mention: Mention, meant: Meant, known: People, names: Names, story: Story) -> bool:
    """Whether nothing in the story gives this surname to another: "Igor Poutine", "the widow Anna Poutine"."""
    words = story.lexicons.words
    firsts = {word for person in meant.people for word in known.firsts(person)}

    def theirs(before: Name) -> bool:
        if before and before[0].lower() in words("sentence-starters"):
            before = before[1:]
        given = [word for word in before if word not in words("titles") and word not in words("places")]
        return {folded(word) for word in given} <= firsts and (
            bool(given) or not before or before[-1] in words("titles")
        )

    return theirs(mention.before(words("vocabulary"))) and all(
        theirs(before) for before in names.bearers(mention.words[-1])
    )


def _surname(mention: Mention, meant: Meant, there: Present) -> Iterator[Proposal]:
    """Yield the proposal to write the surname as English does, where all whom it may mean share one."""
    right = {person.surname_in(there.form(person)) for person in meant.people}
    if len({folded(name) for name in right}) != 1:
        return
    word, span = mention.words[-1], mention.part(len(mention.words) - 1, len(mention.words))
    person = min(meant.people, key=lambda person: person.name)
    edits = _word_by_word(span, (word,), min(right))
    if meant.ended:
        wife = word.endswith("a") and min(right).endswith(endings.GENDERED)  # Putina, not Trumpa
        safety = Safety.SUGGEST if wife else Safety.SAFE
        yield _proposal("case", span, f"{word} is {min(right)} with the ending of another case", edits, person, safety)
    else:
        detail = f"English writes {min(right)} where other languages write {word}"
        yield _proposal("spelling", span, detail, edits, person, confidence=0.97 if meant.told else 0.95)


def _in_script(story: Story, known: People, there: Present) -> Iterator[Proposal]:
    """ "met 习近平 in Beijing"; a name in brackets may be a gloss."""
    for match in SCRIPT.finditer(story.text) if BEYOND_LATIN.search(story.text) else ():
        person = known.native.get(match[0].replace("\u00a0", " "))
        if person and story.text[max(match.start() - 1, 0) : match.start()] not in {"(", "["}:
            span, form = Span(*match.span()), there.form(person)
            why = f"{match[0]} is {form} in another script"
            yield _proposal("script", span, why, (Edit(span, form),), person, confidence=0.97)


def _word_by_word(span: Span, words: Name, form: str, *, bare: bool = False) -> tuple[Edit, ...]:
    """Return the edits that make the words at `span` the name `form`: of the words that differ, if as many.

    `bare` takes accents off, too, which English leaves on the names of those who have them at home.
    """
    right = _cased(words, form.split())
    if len(words) != len(right):
        return (Edit(span, " ".join(right)),)
    edits, at = [], span.start
    for word, other in zip(words, right, strict=True):
        if folded(word) != folded(other) or (bare and not word.isascii()):
            edits.append(Edit(Span(at, at + len(word)), other))
        at += len(word) + 1
    return tuple(edits)


def _cased(words: Name, right: Sequence[str]) -> Sequence[str]:
    return [word.upper() for word in right] if all(word.isupper() for word in words) else right


def _proposal(  # noqa: PLR0913, PLR0917 - a repair is all this
    shape: str,
    span: Span,
    why: str,
    edits: tuple[Edit, ...],
    person: Person,
    safety: Safety = Safety.SAFE,
    confidence: float = 0.95,
) -> Proposal:
    return repair(
        f"people.{shape}",
        Category.NAME,
        span,
        why,
        *edits,
        safety=safety,
        confidence=confidence,
        evidence=Evidence("lexicon", f"people: {person.name}, {person.office}"),
        licences=[Licence.NAMES, Licence.QUOTED],
    )
