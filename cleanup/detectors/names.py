"""Names that a bogus stop splits, and those that are hyphenated two ways in one story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.spelling import distance
from cleanup.names import genders, mentions, people, titles
from cleanup.names.folding import folded
from cleanup.names.mentions import Name, Names
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

# "according to Vladimir. Putin, the talks"
SPLIT_PLAIN = regex.compile(r"(?<head>\p{Lu}\p{L}{2,})\. (?<rest>\p{Lu}\p{L}{2,})(?![\p{L}’'-])(?<goes_on> \p{Ll})?")
ORDERED = ("hu", "ja")  # languages whose names English turns round


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each name that the rest of the story, or the people in the news, write as one."""
    names = mentions.of(story)
    yield from _split(story, names)
    yield from _hyphenated(names)
    yield from _turned(story, names)


def _split(story: Story, names: Names) -> Iterator[Proposal]:
    for match in story.lexicons.pattern("genitive-split").finditer(story.text):  # "Kim's father. Jung Un, Kim Jong-il"
        whole = _complete(match["head"], match["rest"], names)
        if whole:
            text = f"{' '.join(whole)}{match['s']} {match['kin']}"
            why = f"A stop splits the name {' '.join(whole)}"
            yield _name("split", Span(*match.span()), why, text, names.counted(whole))
    for match in SPLIT_PLAIN.finditer(story.text):
        whole = (match["head"], match["rest"])
        titled = titles.stands_before(story, match.start())
        alone = 1 if titled else len(names.standing.get(whole[:1], ()))
        told = _told(whole, names, story)
        if told and alone == 1 and match["head"] not in story.lexicons.words("places"):
            goes_on = match["goes_on"] and not titled  # "went to Anna. Kovalyova wept"
            safety = Safety.SUGGEST if goes_on else Safety.SAFE
            why, span = f"A stop splits the name {' '.join(whole)}", Span(match.start(), match.end("rest"))
            yield _name("split", span, why, " ".join(whole), told, safety)


def _told(whole: Name, names: Names, story: Story) -> Evidence | None:
    """Return who says that these words are one name: the rest of the story, or the people in the news."""
    if names.full[whole]:
        return names.counted(whole)
    person = people.of(story.lexicons).who(folded(" ".join(whole)))
    return Evidence("lexicon", f"people: {person.name}, {person.office}") if person else None


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
            yield _name("hyphenation", mention.span, why, text, names.counted(like[0]))


def _turned(story: Story, names: Names) -> Iterator[Proposal]:
    """ "Suzuki Ichiro" beside "Ichiro Suzuki": one order in a story, English for Japanese and Hungarian names."""
    given = genders.first_names(story.lexicons)
    for name in names.full if story.source_language in ORDERED else ():
        if len(name) != 2 or name[::-1] not in names.full:  # noqa: PLR2004 - a surname and a first name
            continue
        first, last = (folded(word) in given for word in name)
        if last and not first:  # the first name is behind
            text = " ".join(name[::-1])
            for mention in names.standing[name]:
                why = "The story also has the first name before the surname"
                yield _name("order", mention.span, why, text, names.counted(name[::-1]))


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
