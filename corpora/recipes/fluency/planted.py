"""Stops planted in clean news, the way machine translation plants them: what was there before is what is right.

The news is that which prepare.py held out, so that neither half of the model has seen it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import prepare
import regex
from breaks import Break, lexicons

from cleanup.stops.modifiers import word_class
from cleanup.story import Story
from cleanup.text import Document, Span

WORD = regex.compile(r"(?<![\p{L}\p{N}'’-])\p{Ll}[\p{Ll}'’-]*(?![\p{L}\p{N}])")
END = regex.compile(r"(?<=\p{Ll}{3})\.(?= \p{Lu}|$)")
START = regex.compile(r"(?<=\p{Ll}{3})\. (?=(?:It|He|She|They|We|There|This|The|But|In)\b)")
INSERTED = frozenset("of in for to by with from on at as and".split())
#: How often each class of word begins a tail that wants a plain join, in the labelled breaks.
JOINED = {"preposition": 0.46, "conjunction": 0.23, "other": 0.12, "relative": 0.05, "finite": 0.04, "participle": 0.03}
LANGUAGES = ("fr", "es", "de", "ru")  # of the original, as if there were one
BEHIND = ("fr", "es")  # those that have adjectives behind their nouns
SHORTEST, LONGEST = 8, 120  # words in a paragraph
LONGEST_TAIL = 12
VERBS_LEFT = 0.3
SHARES = {"comma": 0.5, "move": 0.6, "insert": 0.3, "double": 0.15, "capital": 0.25, "stray": 0.35, "shuffled": 0.35}

Planter = Callable[["Paragraph", random.Random], tuple[str, int, str] | None]


class Paragraph:
    """A paragraph, its words in lower case, and the pairs of them with nothing but a space (or a comma) between."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.story = Story(Document.plain(text), lexicons())
        self.words = [Span(*match.span()) for match in WORD.finditer(text)]
        neighbours = list(zip(self.words, self.words[1:], strict=False))
        self.pairs = [(a, b) for a, b in neighbours if text[a.stop : b.start] == " "]
        self.commas = [(a, b) for a, b in neighbours if text[a.stop : b.start] == ", "]

    def kind(self, span: Span) -> str:
        return word_class(span.of(self.text), self.story)


def _joined(p: Paragraph, rng: random.Random) -> tuple[str, int, str]:
    after_noun = [
        0.05 + (p.kind(a) in ("other", "ing", "participle", "adverb", "adjective", "reporting")) for a, _ in p.pairs
    ]
    weights = [JOINED.get(p.kind(b), 0.005) * noun for (_, b), noun in zip(p.pairs, after_noun, strict=True)]
    a, b = rng.choices(p.pairs, weights)[0]
    return f"{p.text[: a.stop]}. {p.text[b.start :]}", a.stop, "J"


def _comma(p: Paragraph, rng: random.Random) -> tuple[str, int, str] | None:
    if not p.commas:
        return None
    a, b = rng.choice(p.commas)
    return f"{p.text[: a.stop]}.{' ' * rng.choice((1, 1, 2))}{p.text[b.start :]}", a.stop, "C"


def _moved(p: Paragraph, rng: random.Random) -> tuple[str, int, str] | None:
    fit = [(a, b) for a, b in p.pairs if (p.kind(a), p.kind(b)) == ("adjective", "other") and _ends(p, b)]
    if not fit:
        return None
    a, b = rng.choice(fit)
    noun, adjective = b.of(p.text), a.of(p.text)
    return f"{p.text[: a.start]}{noun}. {adjective}{p.text[b.stop :]}", a.start + len(noun), "M:1<1"


def _ends(p: Paragraph, noun: Span) -> bool:
    """Whether the noun is the last of its phrase."""
    after = next((span for span in p.words if span.start > noun.stop), None)
    mark = p.text[noun.stop : noun.stop + 1] in ",.;"
    return mark or (after is not None and p.kind(after) in ("preposition", "conjunction", "finite", "relative"))


def _inserted(p: Paragraph, rng: random.Random) -> tuple[str, int, str] | None:
    chains = [(a, b, d) for (a, b), (c, d) in zip(p.pairs, p.pairs[1:], strict=False) if b == c]
    fit = [
        (a, b, c)
        for a, b, c in chains
        if b.of(p.text) in INSERTED and p.kind(a) == "other" and p.kind(c) in ("other", "adjective", "determiner")
    ]
    if not fit:
        return None
    a, b, c = rng.choice(fit)
    return f"{p.text[: a.stop]}. {p.text[c.start :]}", a.stop, f"I:{b.of(p.text)}"


def _doubled(p: Paragraph, rng: random.Random) -> tuple[str, int, str] | None:
    a, _ = rng.choice(p.pairs)
    if p.kind(a) != "other":
        return None
    return f"{p.text[: a.stop]}. {a.of(p.text)}{p.text[a.stop :]}", a.stop, "D1"


def _uncapitalised(p: Paragraph, rng: random.Random) -> tuple[str, int, str] | None:
    starts = list(START.finditer(p.text))
    if not starts:
        return None
    at = rng.choice(starts)
    return p.text[: at.end()] + p.text[at.end()].lower() + p.text[at.end() + 1 :], at.start(), "K"


def _stray(p: Paragraph, rng: random.Random) -> tuple[str, int, str] | None:
    """A word, or the verbs of a German clause, behind the sentence; that dropping them is right nobody could know."""
    ends, strays = (
        list(END.finditer(p.text)),
        [w for w in p.words if p.kind(w) in ("other", "adjective", "ing", "adverb")],
    )
    if not ends or not strays:
        return None
    at, word = rng.choice(ends), rng.choice(strays).of(p.text)
    if rng.random() < VERBS_LEFT:
        word = rng.choice(("had been", "could have", "were", "to report", "to have", "has", "to be able to", "is"))
    return f"{p.text[: at.end()]} {word}.{p.text[at.end() :]}", at.start(), "X"


def _shuffled(p: Paragraph, rng: random.Random) -> tuple[str, int, str] | None:
    """A tail out of order, as where the original's verb stood last."""
    a, b = rng.choice(p.pairs)
    end = regex.search(r"[.,;:]|$", p.text, pos=b.start)
    tail = p.text[b.start : end.start()].split() if end else []
    mixed = rng.sample(tail, len(tail))
    if not 1 < len(tail) <= LONGEST_TAIL or mixed == tail or not mixed[0][:1].islower() or end is None:
        return None
    return f"{p.text[: a.stop]}. {' '.join(mixed)}{p.text[end.start() :]}", a.stop, "X"


PLANTERS: dict[str, Planter] = {
    "join": _joined,
    "comma": _comma,
    "move": _moved,
    "insert": _inserted,
    "double": _doubled,
    "capital": _uncapitalised,
    "stray": _stray,
    "shuffled": _shuffled,
}


def planted(news: Path, seed: int = 7) -> Iterator[Break]:
    """Yield breaks of all kinds, one of each at most in a paragraph of the held-out news."""
    rng, lots = random.Random(seed), random.Random(seed)
    for text in held_out(news):
        if '"' in text or not SHORTEST < len(text.split()) < LONGEST:
            continue
        paragraph = Paragraph(text)
        for name, plant in PLANTERS.items():
            if paragraph.pairs and rng.random() < SHARES.get(name, 1.0) and (made := plant(paragraph, rng)):
                language = lots.choice(BEHIND if name == "move" else LANGUAGES)
                yield Break("planted", name, language, made[0], made[1], [made[2]], [])


def held_out(news: Path) -> Iterator[str]:
    """Yield the paragraphs that prepare.py kept from training."""
    stories = list(prepare.articles(news))
    random.Random(prepare.SEED).shuffle(stories)
    for story in stories[: len(stories) // prepare.HELD]:
        yield from story
