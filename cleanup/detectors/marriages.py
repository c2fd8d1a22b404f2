"""Marriages of the wrong spouse: "The son Benjamin emerged from his marriage to the writer Marcus Goodrich"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.names import genders
from cleanup.names.genders import OTHER, Being
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

MARRIAGE = regex.compile(
    r"(?<![\p{L}’'-])(?P<whose>[Hh]is|[Hh]er) (?:\p{Ll}+ ){0,2}?marriage (?:to|with) "
    r"(?P<whom>(?:\p{Ll}+ ){0,4})(?=\p{Lu})"
)
CHILD = regex.compile(
    r"(?<![\p{L}’'-])(?:child|children|daughters?|sons?|twins)\b[^.!?]{0,60}?"
    r"\b(?:born|came|comes?|emerged?s?|issued|resulted|results?|sprang|stems?|stemmed)\b[^.!?]{0,20}\b(?:from|of)\s$"
)
GENDER = {"his": "m", "her": "f"}
TURNED = {"his": "her", "her": "his", "His": "Her", "Her": "His"}
CALLED = {"m": "a man", "f": "a woman"}
LOOK_BACK = 120  # characters


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each marriage of two men or two women: certain where children come of it."""
    found = list(MARRIAGE.finditer(story.text))
    beings = genders.of(story) if found and story.source_language else None
    for match in found if beings else ():
        near = beings.between(match.start("whom"), match.end() + 1) if beings else ()
        gender = GENDER[match["whose"].lower()]
        if any(being.gender == gender for being in near) and not any(b.gender == OTHER[gender] for b in near):
            told = beings.between(0, match.start()) if beings else ()
            others = {being.gender for being in told if len(being.who) > 1 and being.who != near[-1].who}
            yield _proposal(story, Span(*match.span("whose")), near[-1], gender, alone=others == {OTHER[gender]})


def _proposal(story: Story, whose: Span, spouse: Being, gender: str, *, alone: bool) -> Proposal:
    """Return the proposal, certain where children come of it and, `alone`, the story has had nobody else's "his"."""
    word, who = whose.of(story.text), " ".join(spouse.who)
    certain = alone and CHILD.search(story.text, max(whose.start - LOOK_BACK, 0), whose.start) is not None
    return repair(
        "pronouns.marriage",
        Category.GENDER,
        whose,
        f"{who} is {CALLED[gender]}, so the marriage is hardly '{word}'",
        Edit(whose, TURNED[word]),
        safety=Safety.SAFE if certain else Safety.SUGGEST,
        confidence=0.93 if certain else 0.6,
        evidence=Evidence("story", f"{who} is {CALLED[gender]}"),
        licences=[Licence.NAMES],
    )
