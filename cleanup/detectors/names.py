"""Names: split by a bogus stop, spelt two ways in one story, hyphenated two ways, stripped of letters.

Nothing is touched where two people could be meant.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import regex

from cleanup import mentions
from cleanup.findings import Candidate, Edit, Evidence, Finding, Licence, Proposal, Safety
from cleanup.mentions import Names
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

# "to meet with Kim's father. Jung Un, Kim Jong-il"
SPLIT_GENITIVE = regex.compile(
    r"(?<head>\p{Lu}\p{L}+)[’']s (?<kin>\p{Ll}+)\. (?<rest>\p{Lu}\p{L}+(?:[ -]\p{L}+)?)(?=,? \p{Lu}|,|\.| \p{Ll})"
)
# "of Vladimir. Putin said"
SPLIT_PLAIN = regex.compile(r"(?<head>\p{Lu}\p{L}{2,})\. (?<rest>\p{Lu}\p{L}{2,})(?![\p{L}’'-])")
CASE_ENDINGS = ("a", "u", "y", "om", "ym", "em", "e")
ENGLISH_SPELLINGS = regex.compile(r"i[sz](?:ation|ed|ing|e)s?$")
SLAVIC = ("ov", "ev", "in", "yn", "sky", "skyi", "ski", "enko", "uk", "chuk", "yk", "ko")
SHORTEST = 6
SAME_SOUND = (("yo", "e"), ("ye", "e"), ("oo", "u"), ("yy", "y"), ("iy", "y"), ("yi", "y"), ("ii", "y"), ("ij", "y"), ("ya", "ia"), ("i", "y"), ("z", "s"), ("w", "v"), ("u", "v"), ("k", "c"), ("ph", "f"), ("sch", "sh"), ("tch", "ch"))
LICENCES = frozenset({Licence.NAMES})


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each name that the rest of the story spells otherwise."""
    names = mentions.of(story)
    yield from _split(story, names)
    yield from _hyphenated(story, names)
    yield from _variants(story, names)
    yield from _one_off(story, names)


def _split(story: Story, names: Names) -> Iterator[Proposal]:
    for match in SPLIT_GENITIVE.finditer(story.text):
        whole = _complete(match["head"], match["rest"], names)
        if whole:
            possessive = match.group()[len(match["head"]) : len(match["head"]) + 2]
            text = f"{' '.join(whole)}{possessive} {match['kin']}"
            yield _propose("split", Span(*match.span()), f"A stop splits the name {' '.join(whole)}", text, _counted(names, whole), 0.95)


def _complete(head: str, rest: str, names: Names) -> tuple[str, ...] | None:
    """Return the full name in the story that `head` and `rest` make, one letter of `rest` forgiven."""
    wanted = (head, *rest.replace("-", " ").split())
    fits = [name for name in names.full if len(name) == len(wanted) and name[0] == head and _near(name[1:], wanted[1:])]
    return max(fits, key=lambda name: names.full[name]) if fits else None


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    off = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return not off or (len(off) == 1 and len(off[0][0]) == len(off[0][1]) and distance(*off[0], 1) <= 1)


def _hyphenated(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Kim Jong-il" beside "Kim Jong Un": one romanisation in a story."""
    for mention in names.mentions:
        if len(mention.words) != 2 or mention.words[1].count("-") != 1:  # noqa: PLR2004
            continue
        surname, given = mention.words
        first, second = given.split("-")
        open_form = (surname, first, second.capitalize())
        like = [n for n in names.full if len(n) == 3 and n[:2] == open_form[:2] and "-" not in n[2]]  # noqa: PLR2004
        hyphenated = [n for n in names.full if len(n) == 2 and n[0] == surname and "-" in n[1]]  # noqa: PLR2004
        if like and sum(names.full[n] for n in like) > sum(names.full[n] for n in hyphenated):
            yield _propose("hyphenation", mention.span, "The story writes such names without a hyphen", " ".join(open_form), _counted(names, like[0]), 0.93)


def _variants(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Metzola" where the story has introduced Roberta Metsola."""
    surnames = _Index(names)
    slips = {word: right for word in names.last if (right := surnames.elect(word, story))}
    for mention in names.mentions if slips else ():
        word = mention.words[-1]
        right = slips.get(word)
        if right and _one_person(word, right, mention.words[:-1], names):
            span = Span(mention.span.stop - len(word), mention.span.stop)
            full = max((n for n in names.full if n[-1] == right), key=lambda n: names.full[n])
            safety, confidence = _surety(story) if _certain(word, right) else (Safety.SUGGEST, 0.6)
            why = f"The story also writes {right}"
            yield _propose("variant", span, why, right, _counted(names, full), confidence, safety)


def _surety(story: Story) -> tuple[Safety, float]:
    """Reporters too spell a name two ways, and Gonzalez is not Gonzales: certain only where an engine romanised."""
    return (Safety.SAFE, 0.93) if story.source_language else (Safety.SUGGEST, 0.7)


class _Index:
    """The surnames that the story introduces with a first name, by sound and by first letter."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.by_sound: defaultdict[str, set[str]] = defaultdict(set)
        self.by_letter: defaultdict[str, set[str]] = defaultdict(set)
        for surname in {name[-1] for name in names.full}:
            if len(surname) >= SHORTEST - 2 and not surname.isupper():
                self.by_sound[sound(surname)].add(surname)
                self.by_letter[surname[0]].add(surname)

    def elect(self, word: str, story: Story) -> str | None:
        """Return the one surname that `word` can be a slip for."""
        if len(word) < SHORTEST - 2 or word.isupper():
            return None
        fits = self.by_sound[sound(word)] | {name for name in self.by_letter[word[0]] if _like(word, name)}
        fits = {name for name in fits if name.lower() != word.lower()}
        if len(fits) != 1 or _english(word, story):
            return None
        right = fits.pop()
        return right if self.names.prefers(right, word) else None


def _like(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) > 1:
        return _stripped(word, name)
    return _stripped(word, name) or (len(word) >= SHORTEST and distance(word, name, 1) <= 1)


def _one_person(word: str, right: str, before: tuple[str, ...], names: Names) -> bool:
    """Whether nothing in the story says that these are two people."""
    firsts = names.bearers(right)
    return len(firsts) <= 1 and (not before or before in firsts) and not names.bearers(word) - {before, ()}


def _one_off(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Han Jin Wu" beside "Han Jin Woo", "Igor Panova" beside "Igor Panov": one word of a full name is off."""
    for name, others in _but_for_one_word(names).items():
        rivals = [other for other in others if _slip(name, other, names)]
        if len(rivals) != 1:
            continue
        right = rivals[0]
        for mention in names.mentions:
            if mention.words == name:
                why = f"The story also writes {' '.join(right)}"
                safety, confidence = _surety(story)
                evidence = _counted(names, right)
                yield _propose("variant", mention.span, why, " ".join(right), evidence, confidence, safety)


def _but_for_one_word(names: Names) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """Return the full names that differ from another in one word only, each with those others."""
    groups: defaultdict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for name in names.full:
        for index in range(len(name)):
            groups[index, name[:index] + name[index + 1 :]].append(name)
    found: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for group in groups.values():
        for name in group if len(group) > 1 else ():
            found[name].update(other for other in group if other != name)
    return found


def _slip(name: tuple[str, ...], other: tuple[str, ...], names: Names) -> bool:
    """Whether `name` is `other` with one word in another romanisation, or with a Slavic case ending on it."""
    off = [(a, b) for a, b in zip(name, other, strict=True) if a != b]
    if len(off) != 1 or not names.prefers(off[0][1], off[0][0]):
        return False
    word, right = off[0]
    if word.lower() == right.lower() or ENGLISH_SPELLINGS.search(word):
        return False
    declined = word == name[-1] and word.startswith(right) and word[len(right) :] in CASE_ENDINGS and right.endswith(SLAVIC)
    return sound(word) == sound(right) or declined


def _certain(word: str, name: str) -> bool:
    """Whether the two differ only as two romanisations do, or by accents and lost letters."""
    return sound(word) == sound(name) or _stripped(word, name)


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """Return a word as any romanisation of it would be written."""
    key = (word if word.isascii() else plain(word)).lower()
    for written, simple in SAME_SOUND:
        key = key.replace(written, simple)
    return "".join(letter for letter, _ in groupby(key))


def plain(word: str) -> str:
    """Return a word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _stripped(word: str, name: str) -> bool:
    """Whether `word` is `name` with letters outside ASCII lost: Cîu for Cîțu."""
    if word.isascii() and name.isascii() or len(word) >= len(name):
        return False
    rest = iter(name)
    lost = []
    for letter in word:
        for other in rest:
            if other == letter:
                break
            lost.append(other)
        else:
            return False
    lost += rest
    return bool(lost) and all(not c.isascii() for c in lost)


def distance(one: str, other: str, most: int) -> int:
    """Return the edit distance of two words, or `most` + 1 as soon as it is more (Levenshtein 1966)."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > most:
            return most + 1
    return row[-1]


def _english(word: str, story: Story) -> bool:
    """Whether the word is a place, or stands in lower case too: no slip for a name."""
    known = word in story.lexicons.words("places") or word.lower() in story.words
    return known or ENGLISH_SPELLINGS.search(word) is not None


def _counted(names: Names, name: tuple[str, ...]) -> Evidence:
    count = names.full[name]
    return Evidence("story", f"{' '.join(name)} stands here {count} time{'s' if count > 1 else ''}")


def _propose(shape: str, span: Span, why: str, text: str, evidence: Evidence, confidence: float, safety: Safety = Safety.SAFE) -> Proposal:
    candidate = Candidate((Edit(span, text),), safety, confidence, (evidence,), LICENCES)
    return Proposal(Finding(f"names.{shape}", Category.NAME, span, why), (candidate,), confidence)
