"""Names: split by a bogus stop, spelt or hyphenated two ways in one story, stripped of letters.

Nothing is touched where two people could be meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import regex

from cleanup import forms, mentions
from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.mentions import Name, Names
from cleanup.spelling import distance, sound, stripped
from cleanup.story import Story
from cleanup.surnames import Introduced
from cleanup.taxonomy import Category
from cleanup.text import Span

# "according to Vladimir. Putin, the talks"
SPLIT_PLAIN = regex.compile(r"(?<head>\p{Lu}\p{L}{2,})\. (?<rest>\p{Lu}\p{L}{2,})(?![\p{L}’'-])(?<goes_on> \p{Ll})?")
CASE_ENDINGS = ("a", "u", "y", "om", "ym", "em", "e")
SLAVIC = ("ov", "ev", "in", "yn", "sky", "skyi", "ski", "enko", "uk", "chuk", "yk", "ko")


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each name that the rest of the story spells otherwise."""
    names = mentions.of(story)
    yield from _split(story, names)
    yield from _hyphenated(names)
    if forms.of(story.lexicons).noun_capitals:
        return  # nothing tells a name from a noun in the plural
    yield from _surnames(story, names)
    yield from _full_names(story, names)


def _split(story: Story, names: Names) -> Iterator[Proposal]:
    for match in story.lexicons.pattern("genitive-split").finditer(story.text):  # "Kim's father. Jung Un, Kim Jong-il"
        whole = _complete(match["head"], match["rest"], names)
        if whole:
            text = f"{' '.join(whole)}{match['s']} {match['kin']}"
            why = f"A stop splits the name {' '.join(whole)}"
            yield _name("split", Span(*match.span()), why, text, _counted(names, whole))
    for match in SPLIT_PLAIN.finditer(story.text):
        whole = (match["head"], match["rest"])
        alone = len(names.standing.get(whole[:1], ()))
        if names.full[whole] and alone == 1 and match["head"] not in story.lexicons.words("places"):
            safety = Safety.SUGGEST if match["goes_on"] else Safety.SAFE  # "went to Anna. Kovalyova wept"
            why, span = f"A stop splits the name {' '.join(whole)}", Span(match.start(), match.end("rest"))
            yield _name("split", span, why, " ".join(whole), _counted(names, whole), safety)


def _complete(head: str, rest: str, names: Names) -> Name | None:
    """Return the full name in the story that `head` and `rest` make, one letter of `rest` forgiven."""
    wanted = (head, *rest.replace("-", " ").split())
    known = names.by_first.get(head, ())
    fits = [name for name in known if len(name) == len(wanted) and _near(name[1:], wanted[1:])]
    return max(fits, key=lambda name: names.full[name], default=None)


def _near(one: Name, other: Name) -> bool:
    off = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return not off or (len(off) == 1 and len(off[0][0]) == len(off[0][1]) and distance(*off[0], 1) <= 1)


def _hyphenated(names: Names) -> Iterator[Proposal]:
    """ "Kim Jong-il" beside "Kim Jong Un": one romanisation in a story."""
    hyphenated, apart = Counter[str](), defaultdict[Name, list[Name]](list)
    for name, count in names.full.items():
        hyphenated[name[0]] += count * ("-" in name[-1])
        apart[name[:2]] += [name] * (len(name) == 3 and "-" not in name[2])  # noqa: PLR2004
    for mention in names.mentions:
        if len(mention.words) != 2 or mention.words[1].count("-") != 1:  # noqa: PLR2004
            continue
        surname, given = mention.words
        first, _, second = given.partition("-")
        like = apart[surname, first]
        if sum(names.full[name] for name in like) > hyphenated[surname]:
            text = " ".join((surname, first, second.capitalize()))
            why = "The story writes such names without a hyphen"
            yield _name("hyphenation", mention.span, why, text, _counted(names, like[0]))


def _surnames(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Metzola" where the story has introduced Roberta Metsola."""
    introduced = Introduced(names)
    slips = {word: right for word in names.last if (right := introduced.elect(word, story))}
    apart = {word: not _side_by_side(word, right, story) for word, right in slips.items()}
    for mention in names.mentions if slips else ():
        word, before = mention.words[-1], mention.words[:-1]
        right = slips.get(word)
        if right and _one_person(word, right, before, names):
            span = Span(mention.span.stop - len(word), mention.span.stop)
            certain = (sound(word) == sound(right) or stripped(word, right)) and apart[word]
            yield _variant(story, span, right, _counted(names, names.usual[right]), certain)


def _one_person(word: str, right: str, before: Name, names: Names) -> bool:
    """Whether nothing in the story says that these are two people."""
    firsts = names.bearers(right)
    return len(firsts) <= 1 and (not before or before in firsts) and not names.bearers(word) - {*firsts, before, ()}


def _side_by_side(one: str, other: str, story: Story) -> bool:
    """Whether one sentence has both spellings: "Mr Gonzalez met Mr Gonzales"."""
    sentences = {story.sentence_of(match.start()) for match in regex.finditer(rf"\b{regex.escape(one)}\b", story.text)}
    return any(regex.search(rf"\b{regex.escape(other)}\b", sentence.of(story.text)) for sentence in sentences)


def _full_names(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Han Jin Wu" beside "Han Jin Woo", "Igor Panova" beside "Igor Panov": one word of a full name is off."""
    for name, others in names.but_for_one_word().items():
        rivals = [other for other in others if _slip(name, other, names, story)]
        if len(rivals) == 1:
            text, told = " ".join(rivals[0]), _counted(names, rivals[0])
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


def _variant(story: Story, span: Span, text: str, evidence: Evidence, certain: bool) -> Proposal:
    """Reporters too spell a name two ways, and Gonzalez is not Gonzales: certain only where an engine romanised."""
    safe = certain and story.source_language
    safety, confidence = (Safety.SAFE, 0.93) if safe else (Safety.SUGGEST, 0.7 if certain else 0.6)
    why = f"The story also writes {text}"
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


def _name(  # noqa: PLR0913, PLR0917 - a repair is all this
    shape: str, span: Span, why: str, text: str, evidence: Evidence, safety: Safety = Safety.SAFE
) -> Proposal:
    return repair(
        f"names.{shape}",
        Category.NAME,
        span,
        why,
        Edit(span, text),
        safety=safety,
        confidence=0.94,
        evidence=evidence,
        licences=[Licence.NAMES],
    )


def _counted(names: Names, name: Name) -> Evidence:
    count = names.full[name]
    return Evidence("story", f"{' '.join(name)} stands here {'once' if count == 1 else f'{count} times'}")
