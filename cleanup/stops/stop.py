"""Full stops that may be bogus: a stop in mid-sentence, and the tail it cuts off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from cleanup.findings import Candidate, Edit, Evidence, Finding, Licence, Proposal, Safety
from cleanup.language import forms
from cleanup.story import Story
from cleanup.taxonomy import Category
from cleanup.text import Span

# left word, closing marks, stop, closing marks, space, opening marks, first word of the tail
LOWER = regex.compile(
    r"(?<left>[\p{L}\p{N}%][\p{L}\p{M}\p{N}’'-]*+%?)(?<inner>[)\]”\"’»]*+)\.(?<outer>[)\]”\"’»]*+)"
    r"(?<gap>[ \u00a0]++|\n(?!\n))(?<open>[“\"‘«(]?)(?<right>\p{Ll}[\p{L}\p{M}\p{N}’'-]*+)(?!\.\p{L})"
)
HINT = regex.compile(r"\.[)\]”\"’»]*+[ \u00a0\n]++[“\"‘«(]?\p{Ll}")
WORD_BEFORE = regex.compile(r"(?:[\p{L}\p{N}%][\p{L}\p{M}\p{N}’'-]*+%?)[)\]”\"’»]*$")
TAIL_END = regex.compile(r"[.!?;:…](?!\d)|(?=[”»)\n])|(?=\"(?:[\s.,;:!?]|\Z))|\Z")
WORDS = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*|%")
NEXT_WORD = regex.compile(r"[ \u00a0]+([\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*)")

VOWELLESS = regex.compile(r"[b-df-hj-np-tv-xz]+")  # "bzw." is no word

LONGEST_ABBREVIATION = 6  # capitalised words this long that no list knows are not abbreviations
LONGEST_UNIT = 4  # what is shorter and follows a figure may be a unit: "8 in. of rain"
LONGEST_WORD = 60
MANY_LOWER = 3  # a story that starts this many sentences in lower case, and most of them, means to


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop followed by a word in lower case. Spans are into the story's text.

    `dot` is the stop alone; `gap` all between the left word and the tail; `tail` runs to the next mark
    that ends a clause, which `end` holds ("" at the end of a paragraph).
    """

    left: Span
    dot: Span
    gap: Span
    tail: Span
    end: str
    closing: str
    opening: str

    @property
    def cut(self) -> Span:
        """The stretch from the left word to the tail's end."""
        return Span(self.left.start, self.tail.stop)

    @property
    def debris(self) -> Span:
        """What goes when the tail goes: with the stop before it, unless that is the only one."""
        return Span(self.dot.start if self.end else self.dot.stop, self.tail.stop)


def find(story: Story) -> list[Stop]:
    """Return the stops before lower case which no abbreviation, initial or name with a small letter explains."""
    if "." not in story.text:
        return []
    found = [_stop(match) for match in _matches(story.text) if _odd(match, story)]
    if len(found) >= MANY_LOWER and len(found) * 2 > story.text.count(". "):
        return []
    return found


def _matches(text: str) -> Iterator[regex.Match[str]]:
    """Yield what LOWER matches; looking for the stop first is ten times as fast as looking for the word first."""
    for hint in HINT.finditer(text):
        before = WORD_BEFORE.search(text, max(hint.start() - LONGEST_WORD, 0), hint.start())
        match = LOWER.match(text, before.start()) if before else None
        if match:
            yield match


def _stop(match: regex.Match[str]) -> Stop:
    text = match.string
    start = match.start("right")
    end = TAIL_END.search(text, start)
    stop = start + len(text[start : end.start() if end else len(text)].rstrip())
    dot = match.end("inner")
    return Stop(
        left=Span(*match.span("left")),
        dot=Span(dot, dot + 1),
        gap=Span(match.end("left"), start),
        tail=Span(start, stop),
        end=text[stop : stop + 1].strip(),
        closing=match["inner"] + match["outer"],
        opening=match["open"],
    )


def _odd(match: regex.Match[str], story: Story) -> bool:
    left, right = match["left"], match["right"]
    return not (
        _abbreviates(match, left, story)
        or any(c.isupper() for c in right)
        or (right in story.lexicons.words("particles") and _capital_follows(match))
    )


def _abbreviates(match: regex.Match[str], left: str, story: Story) -> bool:
    """Whether the stop may belong to the word before it."""
    before = match.string[match.start() - 1 : match.start()]
    if before in (".", "@", "/", "&", ":") or match["open"] == "(" or len(left) == 1 or set(match["outer"]) & set(")]"):
        return True
    lead = match.string[max(match.start() - LONGEST_WORD, 0) : match.start()]
    if len(left) < LONGEST_UNIT and lead.rstrip(" \u00a0").endswith(tuple("0123456789")):
        return True
    if VOWELLESS.fullmatch(left):
        return True
    if left.isdigit() and not match["outer"] and not match["inner"]:
        return (
            forms.of(story.lexicons).ordinal_stop
            or before in ("", "\n", "(", ".", ",")
            or lead.rstrip().endswith(("No.", "no."))
        )
    known = story.lexicons.words("abbreviations")
    if left in known or left.lower() in known or f"{left}." in known or f"{left.lower()}." in known:
        return True
    return left[:1].isupper() and not _full_word(left, story)


def _full_word(word: str, story: Story) -> bool:
    """Whether a capitalised word is known to be no abbreviation: a place, or seen here without a stop."""
    if word in story.lexicons.words("places") or (len(word) >= LONGEST_ABBREVIATION and word.isalpha()):
        return True
    if word.isalnum():
        return word in _unstopped(story.text)
    return bool(regex.search(rf"(?<!\w){regex.escape(word)}(?![\w.])", story.text))


@lru_cache(maxsize=4)
def _unstopped(text: str) -> frozenset[str]:
    """Return the words that stand somewhere without a stop."""
    return frozenset(regex.findall(r"\b\w++(?!\.)", text))


def _capital_follows(match: regex.Match[str]) -> bool:
    following = NEXT_WORD.match(match.string, match.end())
    return "-" in match["right"] or bool(following and following[1][:1].isupper())


def words(text: str) -> list[str]:
    """Return the words of a stretch, in lower case."""
    return [word.lower() for word in WORDS.findall(text)]


def split_words(text: str, span: Span) -> Iterator[Span]:
    """Yield the span of each word in a stretch."""
    for match in WORDS.finditer(text, span.start, span.stop):
        yield Span(*match.span())


def first_words(stop: Stop, story: Story) -> tuple[str, str]:
    """Return the first two words of the tail, "" for one that is not there."""
    first, second = [*words(stop.tail.of(story.text)), "", ""][:2]
    return first, second


def closes(stop: Stop, story: Story) -> bool:
    """Whether the tail is the last of its sentence."""
    end = story.paragraph_of(stop.tail.start).stop
    rest = story.text[stop.tail.stop : min(end, stop.tail.stop + LONGEST_WORD)].lstrip('.!?…”"»’) \u00a0')
    return not rest or rest[0].isupper() or not rest[0].isalnum()


def join(stop: Stop, story: Story, text: str = "") -> Edit:
    """Return the edit that puts `text` for the stop, and leaves one space of several."""
    between = story.text[stop.dot.stop : stop.tail.start - len(stop.opening)]
    extra = len(between) - 1 if between.isspace() else 0
    return Edit(Span(stop.dot.start, stop.dot.stop + extra), text)


def candidate(
    safety: Safety,
    confidence: float,
    *edits: Edit,
    detail: str = "",
    licences: frozenset[Licence] = frozenset(),
    kind: str = "",
) -> Candidate:
    """Return a candidate that may change a quotation: its stops, or a word that stands there twice."""
    evidence = (Evidence("pattern", detail),) if detail else ()
    return Candidate(edits, safety, confidence, evidence, licences | {Licence.QUOTED}, kind)


def propose(shape: str, stop: Stop, why: str, *candidates: Candidate) -> Proposal:
    """Return the proposal of a shape of bogus stop."""
    return Proposal(Finding(f"breaks.{shape}", Category.BOGUS_STOP, stop.cut, why), candidates)
