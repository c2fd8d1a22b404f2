"""A host's "your": "Stephen Colbert welcomed her to your show", where no reader is spoken to."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleanup.findings import Edit, Evidence, Licence, Proposal, Safety, repair
from cleanup.language.segmentation import quotations
from cleanup.names import genders
from cleanup.names.genders import Being
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

HOSTED = regex.compile(
    r"(?<![\p{L}’'-])(?:greeted|hosted|interviewed|invited|received|welcomed)\b[^.!?;:\"“”]{1,80}?"
    r"\b(?:at|in|into|on|onto|to)[ \u00a0](?P<your>your)[ \u00a0](?!own\b)\p{Ll}"
)
YOU = ("you", "You", "Your", "yours", "yourself", "yourselves")
POSSESSIVE = {"m": "his", "f": "her"}


def detect(story: Story) -> Iterator[Proposal]:
    """Yield a proposal for each "your" that can only be the host's who receives somebody: the sentence's subject."""
    if not story.words.get("your") or any(story.words.get(word) for word in YOU) or not story.source_language:
        return
    for match in HOSTED.finditer(story.text):
        your, host = Span(*match.span("your")), _host(story, match.start())
        if host and not any(q.holds(your) for q in quotations(story.text, story.paragraph_of(your.start))):
            yield _proposal(your, host)


def _host(story: Story, verb: int) -> Being | None:
    """Return whose name ends right before the verb, if it is a full one that tells a gender."""
    sentence = story.sentence_of(verb)
    before = genders.of(story).between(sentence.start, verb)
    host = before[-1] if before else None
    return host if host and host.span.stop == verb - 1 and host.gender and len(host.who) > 1 else None


def _proposal(your: Span, host: Being) -> Proposal:
    name, word = " ".join(host.who), POSSESSIVE[host.gender or ""]
    return repair(
        "pronouns.your",
        Category.GENDER,
        your,
        f"Nobody is spoken to: what {name} receives guests in is {word} own",
        Edit(your, word),
        safety=Safety.SAFE,
        confidence=0.93,
        evidence=Evidence("story", f"{name} is the one it can mean"),
        licences=[Licence.NAMES],
    )
