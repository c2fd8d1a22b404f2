"""People in the news whose names are spelt as other languages spell them: Poutine, Makron, Vladimira Putina."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.codes import spoken
from cleanup.names import endings, genders, meaning, mentions, people, present, titles
from cleanup.names.cells import ANY
from cleanup.names.folding import folded
from cleanup.names.meaning import Meant
from cleanup.names.mentions import Mention, Name
from cleanup.names.people import People
from cleanup.names.person import PARTICLES, Person, Spelling
from cleanup.names.present import How, Place, Present
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

LOOK_BACK = 12  # characters of particles
WORD_AFTER = regex.compile(r" (?:also |has |had )?(?P<word>\p{Ll}+)")
OF_SYLLABLES, OF_GIVEN_NAMES = ("ja", "ko", "vi", "zh"), ("", "ar", "fa", "ku", "ps", "so", "ur")  # homes
SERVANT = re.compile(r"\babd(?:[eu]l)? (?:al |el )?\w+")  # Abdul Salam is one first name
BEYOND_LATIN = re.compile("[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff]")
SCRIPT = regex.compile(r"(?:(?!\p{Latin})\p{L}[\p{M}]*)+(?:[ \u00a0·-](?:(?!\p{Latin})\p{L}[\p{M}]*)+)*")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each name of a known person that is not written as English writes it."""
    known = people.of(story.lexicons)
    if known.people:
        there = present.of(story)
        for place in there.places:
            if not place.right:
                yield _whole(story, place, there)
        yield from _surnames(story, known, there)
        yield from _in_script(story, known, there)


def _whole(story: Story, place: Place, there: Present) -> Proposal:
    form = there.form(place.person, len(place.key.split()))
    bare = place.person.romanised and form.isascii()
    edits, written = _word_by_word(place.span, place.words, form, bare=bare), place.span.of(story.text)
    if place.how is How.SOUNDING:
        languages = story.lexicons.words("languages-that-respell-names")
        respelt = place.person.romanised or story.source_language in languages  # else it is a reporter's slip
        sure = story.source_language and respelt and not _of_many(story, place)
        safety = Safety.SAFE if sure else Safety.SUGGEST
        return _proposal("slip", place.span, f"{written} sounds as {form}", edits, place.person, safety, 0.93)
    if place.how is How.ENDED:
        why = f"{written} is {form} with the endings of another case"
        safety = Safety.SUGGEST if endings.of_a_woman(place.words, place.person) else Safety.SAFE
        return _proposal("case", place.span, why, edits, place.person, safety, 0.95)
    where = _where(place.spelling) if place.spelling else "another language's spelling"
    why = f"{written} is {where} of {form}"
    safety = Safety.SUGGEST if place.spelling and _doubtful(story, place, place.spelling) else Safety.SAFE
    return _proposal("spelling", place.span, why, edits, place.person, safety, 0.98)


def _doubtful(story: Story, place: Place, spelling: Spelling) -> bool:
    """Whether others may have this name: it is made of words or short syllables, and in another language, or common."""
    if spelling.translated or (spelling.starred and place.person.home in OF_SYLLABLES):
        return story.source_language not in spelling.languages
    told = story.source_language in spelling.languages and not spelling.starred
    return not told and spelling.languages != (ANY,) and _of_many(story, place)


def _of_many(story: Story, place: Place) -> bool:
    """Whether a name has nothing but first names, as many Arabic ones: Mohammed Ali, Mohamed Abdel Salam."""
    given = genders.first_names(story.lexicons)
    words = [word for word in SERVANT.sub("", folded(place.person.name)).split() if word not in PARTICLES]
    common = place.person.home in OF_GIVEN_NAMES and all(word in given for word in words)
    return common and not titles.stands_before(story, place.span.start)


def _where(spelling: Spelling) -> str:
    if spelling.languages == (ANY,):
        return "another spelling"
    language = spoken(spelling.languages)
    if spelling.translated:
        return f"a translation, from the {language},"
    return f"a romanisation from the {language}" if spelling.starred else f"the {language} spelling"


def _surnames(story: Story, known: People, there: Present) -> Iterator[Proposal]:
    names = mentions.of(story)
    whole = {place.span.stop for place in there.places}
    for mention in names.mentions:
        if mention.span.stop in whole:
            continue
        meant = meaning.of(story, mention.words[-1], known, there)
        if meant and meaning.nobody_else(mention, meant, known, story):
            yield from _surname(story, mention, meant, there)


def _surname(story: Story, mention: Mention, meant: Meant, there: Present) -> Iterator[Proposal]:
    """Yield the proposal to write the surname as English does, where all whom it may mean share one."""
    surnames = {person.surname_in(there.form(person)) for person in meant.people}
    if len({folded(name) for name in surnames}) != 1:
        return
    person, right = min(meant.people, key=lambda person: person.name), min(surnames)
    words, right = _tail(mention, there, person) or (mention.words[-1:], right)
    span = _from_particles(story, mention.part(len(mention.words) - len(words), len(mention.words)), right)
    word, edits = span.of(story.text), _word_by_word(span, tuple(span.of(story.text).split()), right)
    if meant.ended:
        wife = word.endswith("a") and right.endswith(endings.GENDERED)  # Putina, not Trumpa
        safety = Safety.SUGGEST if wife else Safety.SAFE
        yield _proposal("case", span, f"{word} is {right} with the ending of another case", edits, person, safety)
    else:
        safety = Safety.SAFE if meaning.is_certain(meant, word, story) or _somebody(story, span) else Safety.SUGGEST
        detail = f"English writes {right} where other languages write {word}"
        yield _proposal("spelling", span, detail, edits, person, safety, 0.97 if meant.told else 0.95)


def _somebody(story: Story, span: Span) -> bool:
    """Whether a word can only be a person's name: behind a title, or before a verb of saying."""
    after = WORD_AFTER.match(story.text, span.stop)
    speaks = after is not None and after["word"] in story.lexicons.words("reporting-verbs")
    speaks = speaks and story.source_language not in meaning.OF_THE_SAME_STOCK
    return speaks or titles.stands_before(story, span.start)


def _tail(mention: Mention, there: Present, person: Person) -> tuple[Name, str] | None:
    """Return the last words of a whole name in the story, and of the right one: "Su Chzhi" of "Aun San Su Chzhi"."""
    wrong, form = folded(" ".join(mention.words)), there.form(person).split()
    count = len(wrong.split())
    whole = [place.key for place in there.places if place.person is person and place.key.endswith(f" {wrong}")]
    if count < 2 or not any(len(key.split()) == len(form) for key in whole):  # noqa: PLR2004 - a word is a surname
        return None
    return mention.words, " ".join(form[-count:])


def _from_particles(story: Story, span: Span, right: str) -> Span:
    """Return the span with the particles before it, where the right name has some: "fon der Lyayen"."""
    before = mentions.PARTICLES_BEFORE.search(story.text, max(span.start - LOOK_BACK, 0), span.start)
    return Span(before.start(), span.stop) if before and folded(right.split(maxsplit=1)[0]) in PARTICLES else span


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
