"""Names spelt two ways in one story, or stripped of letters: "Metzola" where it has introduced Roberta Metsola.

Nothing is touched where two people could be meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language import forms
from cleanup.language.spelling import distance, sound, stripped
from cleanup.names import mentions, present
from cleanup.names.folding import folded
from cleanup.names.mentions import Name, Names
from cleanup.names.surnames import Introduced
from cleanup.story import WORD, Story
from cleanup.taxonomy import Category
from cleanup.text import Span

CASE_ENDINGS = ("a", "u", "y", "om", "ym", "em", "e")
SLAVIC = ("ov", "ev", "in", "yn", "sky", "skyi", "ski", "enko", "uk", "chuk", "yk", "ko")
LONG = 6  # letters of a name that an English word may stand for
THE = (("The",), ("A",))  # what may stand before such a word
SURE = 0.97  # where the original has the name too
SHORT = 2  # letters that may be left of a word, where the next word tells which it was; two may be another
COMMAS_BELOW = str.maketrans("şţŞŢ", "șțȘȚ")  # Romanian; the cedilla stands in for it in old fonts


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each name that the rest of the story spells otherwise."""
    if forms.of(story.lexicons).noun_capitals:
        return  # nothing tells a name from a noun in the plural
    names = mentions.of(story)
    passes = (_surnames, _full_names, _remains, _letters, _words)
    found = chain.from_iterable(find(story, names) for find in passes)
    alike = (proposal for proposal in found if not _known(story, proposal.finding.span))
    yield from (told for proposal in alike if (told := _as_in_original(story, proposal)))


def _known(story: Story, span: Span) -> bool:
    """Whether it is the name of somebody in the tables, written as English writes it."""
    return any(place.right and place.span.overlaps(span) for place in present.of(story).places)


def _surnames(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Metzola" where the story has introduced Roberta Metsola."""
    introduced = Introduced(names)
    slips = {word: right for word in names.last if (right := introduced.elect(word, story))}
    apart = {word: not _side_by_side(word, right, story) for word, right in slips.items()}
    ordinary = story.lexicons.words("vocabulary")
    for mention in names.mentions if slips else ():
        word, before = mention.words[-1], mention.before(ordinary)
        right = slips.get(word)
        if right and _one_person(word, right, {before, mention.words[:-1]}, names):
            span = Span(mention.span.stop - len(word), mention.span.stop)
            certain = (sound(word) == sound(right) or stripped(word, right)) and apart[word]
            yield _variant(story, span, right, names.counted(names.usual[right]), certain)


def _one_person(word: str, right: str, before: set[Name], names: Names) -> bool:
    """Whether nothing in the story says that these are two people; `before` is what stands before the word here."""
    firsts = names.bearers(right)
    own = min(before, key=len)
    return len(firsts) <= 1 and (not own or own in firsts) and not names.bearers(word) - {*firsts, *before, ()}


def _side_by_side(one: str, other: str, story: Story) -> bool:
    """Whether one sentence has both spellings: "Mr Gonzalez met Mr Gonzales"."""
    sentences = {story.sentence_of(match.start()) for match in regex.finditer(rf"\b{regex.escape(one)}\b", story.text)}
    return any(regex.search(rf"\b{regex.escape(other)}\b", sentence.of(story.text)) for sentence in sentences)


def _full_names(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Han Jin Wu" beside "Han Jin Woo", "Igor Panova" beside "Igor Panov": one word of a full name is off."""
    for name, others in names.but_for_one_word().items():
        rivals = [other for other in others if _slip(name, other, names, story)]
        if len(rivals) == 1:
            text, told = " ".join(rivals[0]), names.counted(rivals[0])
            certain = not _side_by_side(" ".join(name), text, story)
            for mention in names.standing[name]:
                yield _variant(story, mention.span, text, told, certain)


def _slip(name: Name, other: Name, names: Names, story: Story) -> bool:
    """Whether `name` is `other` with one word in another romanisation, or with a Slavic case ending on it."""
    word, right = next((a, b) for a, b in zip(name, other, strict=True) if a != b)
    if stripped(word, right):
        return True
    if names.words[right] <= names.words[word] or word.isupper() or right.isupper():
        return False  # "World War III" is no slip for "World War II"
    if word.lower() == right.lower() or story.lexicons.pattern("spelling-variant").search(word):
        return False
    ending = word.removeprefix(right) if word == name[-1] and right.endswith(SLAVIC) else ""
    return sound(word) == sound(right) or ending in CASE_ENDINGS


def _remains(story: Story, _: Names) -> Iterator[Proposal]:
    """ "T sport" beside "ČT sport"."""
    rests = {word: "".join(filter(str.isascii, word)) for word in story.beyond_ascii if word[0].isupper()}
    short = {word: rest for word, rest in rests.items() if 0 < len(rest) <= SHORT and rest.isupper()}
    for word, after in pairwise(story.sequence) if short else ():
        if rest := short.get(word):
            for match in regex.finditer(rf"(?<![\w’'-]){rest} {regex.escape(after)}\b", story.text):
                span = Span(match.start(), match.start() + len(rest))
                yield _variant(story, span, word, Evidence("story", f"{word} {after} stands here too"), len(rest) == 1)


def _letters(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Moon Jae In" beside "Moon Jae-in", "Feijoo" beside "Alberto Feijóo": one name but for accents and hyphens."""
    ways = defaultdict[str, Counter[Name]](Counter)
    for name, there in names.standing.items():
        whole = " ".join(name)
        if (len(name) > 1 or "-" in whole) and not whole.isupper():
            ways[folded(whole)][name] = len(there)
    for key, written in ways.items():
        if len(written) > 1 and " " in key:
            right = max(written, key=names.rank)
            for other in written.keys() - {right}:
                if _same(other) == _same(right):
                    continue  # Navy Seals, Navy SEALs
                kept = _beyond_ascii(other) <= _beyond_ascii(right)  # accents are lost on the way, and seldom found
                certain = kept and names.rank(other) < names.rank(right)
                for mention in names.standing[other]:
                    yield _variant(story, mention.span, " ".join(right), names.counted(right), certain)


def _beyond_ascii(name: Name) -> int:
    return sum(not letter.isascii() for word in name for letter in word)


def _words(story: Story, names: Names) -> Iterator[Proposal]:
    """ "The Spectre" in a story about Spectee: a name that became an English word, one letter off."""
    ordinary = story.lexicons.words("vocabulary")
    single = [m for m in names.mentions if len(m.words) == 1 or m.words[:-1] in THE]
    long = {m.words[-1] for m in single if len(m.words[-1]) >= LONG and not m.words[-1].isupper()}
    strange = [word for word in long if word.isalpha() and word.lower() not in ordinary]
    for mention in single if strange and story.source_language else ():
        word = mention.words[-1]
        once = word in long and names.words[word] == 1 and word.lower() not in story.words
        near = [name for name in strange if _one_off(word, name)] if once and word.lower() in ordinary else []
        if len(near) == 1:
            span = mention.part(len(mention.words) - 1, len(mention.words))
            yield _variant(story, span, near[0], Evidence("story", f"{near[0]} stands here too"), certain=False)


def _one_off(word: str, name: str) -> bool:
    """Whether one letter makes another sound of a name: no plural, no other romanisation."""
    plural = word.removesuffix("s") == name.removesuffix("s")
    return name[:3] == word[:3] and distance(word, name, 1) == 1 and not plural and sound(name) != sound(word)


def _as_in_original(story: Story, proposal: Proposal) -> Proposal | None:
    """Return the proposal surer where the original has the name so, and None where it has only what the copy has."""
    [candidate] = proposal.candidates
    old, new = (set(WORD.findall(text)) for text in (proposal.finding.span.of(story.text), candidate.edits[0].text))
    if _same(tuple(sorted(old))) == _same(tuple(sorted(new))):
        return None  # a cedilla for a comma below
    there = {word.translate(COMMAS_BELOW) for word in story.original_words}
    if old - new <= there and not new - old <= there:
        return None
    if old - new <= there or not new - old <= there:
        return proposal
    evidence = (Evidence("original", f"the original has {' '.join(sorted(new - old))}"), *candidate.evidence)
    surer = replace(candidate, safety=Safety.SAFE, confidence=SURE, evidence=evidence)
    return replace(proposal, candidates=(surer,), confidence=SURE)


def _same(name: Name) -> str:
    return " ".join(name).lower().translate(COMMAS_BELOW)


def _variant(story: Story, span: Span, text: str, evidence: Evidence, certain: bool) -> Proposal:
    """Reporters too spell a name two ways, and Gonzalez is not Gonzales: certain only where an engine romanised."""
    safe = certain and story.source_language
    safety, confidence = (Safety.SAFE, 0.93) if safe else (Safety.SUGGEST, 0.7 if certain else 0.6)
    why = f"The story also writes {text}"
    text = text.translate(COMMAS_BELOW) if story.source_language == "ro" else text
    edit = Edit(span, text)
    return repair(
        "names.variant",
        Category.NAME,
        span,
        why,
        edit,
        safety=safety,
        confidence=confidence,
        evidence=evidence,
        licences=[Licence.NAMES],
    )
