"""English verbs and nouns brought into the form of the word they replace: say, like "assured", is "said".

Spelling rules give the regular forms; the others are rows of the lexicon `inflections`, written by
corpora/recipes/inflections.py from lemminflect (MIT), which itself would take 0.4 seconds to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import regex

VOWELS = "aeiou"
HELPERS = regex.compile(
    r"(?i)(?:\b(?:ha(?:s|ve|d|ving)|am|is|are|was|were|be|been|being|gets?|got|getting)|['’](?:s|ve|d|re|m))"
    r"(?:\s+(?:\w+ly|not|also|never|always|already|since|just|long|so|then|now|often|still|yet))*\s+$"
)
ONE_SYLLABLE = regex.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
SIBILANT = ("s", "x", "z", "ch", "sh")
NOUN = "noun"


@dataclass(frozen=True)
class Forms:
    """The forms that spelling rules do not give: by lemma and tag (VB VBZ VBG VBD VBN NNS), and the other way round."""

    of: Mapping[tuple[str, str], str]
    tags: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls, rows: Iterable[Mapping[str, str]]) -> Forms:
        """Return the forms in the rows of a lexicon with the columns lemma, tag and form."""
        known = {(row["lemma"], row["tag"]): row["form"] for row in rows}
        found: dict[str, set[str]] = {}
        for (lemma, tag), form in known.items():
            if form != lemma or tag == "VB":
                found.setdefault(form, set()).add(tag)
            elif tag in ("VBD", "VBN"):
                found.setdefault(form, set()).update((tag, "VB"))  # "put", "cut": more often than not the plain form
        return cls(known, {form: frozenset(tags) for form, tags in found.items()})

    def inflected(self, lemma: str, like: str, before: str = "") -> str:
        """Return `lemma` in the form in which `like` stands; `before` is the text that leads up to it.

        A lemma is a verb ("say", "take part": the first word is inflected), or a noun if it ends in "/noun" ("polling
        station/noun": the last one is).
        """
        words, _, kind = lemma.partition("/")
        noun = kind == NOUN
        tag = self._tag(like.lower(), before, noun=noun)
        first, gap, rest = words.rpartition(" ") if noun else words.partition(" ")
        return f"{first}{gap}{self._form(rest, tag)}" if noun else f"{self._form(first, tag)}{gap}{rest}"

    def _tag(self, like: str, before: str, *, noun: bool) -> str:
        tags = self.tags.get(like, frozenset())
        if noun:
            return "NNS" if "NNS" in tags or (like.endswith("s") and not like.endswith("ss")) else "NN"
        helped = HELPERS.search(before) is not None
        if verbal := tags & {"VB", "VBD", "VBN", "VBG", "VBZ"}:
            return _choice(verbal, helped=helped)
        if like.endswith("ing"):
            return "VBG"
        if like.endswith("ed"):
            return "VBN" if helped else "VBD"
        return "VBZ" if like.endswith("s") and not like.endswith("ss") else "VB"

    def _form(self, lemma: str, tag: str) -> str:
        return self.of.get((lemma, tag)) or regular(lemma, tag)


def _choice(tags: frozenset[str], *, helped: bool) -> str:
    if helped and "VBN" in tags:
        return "VBN"
    return next(tag for tag in ("VB", "VBD", "VBN", "VBZ", "VBG") if tag in tags)


def regular(lemma: str, tag: str) -> str:
    """Return the form that spelling rules give."""
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in VOWELS
    if tag in ("VBZ", "NNS"):
        return lemma[:-1] + "ies" if consonant_y else lemma + ("es" if lemma.endswith(SIBILANT) else "s")
    if tag == "VBG":
        silent = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
        return (lemma[:-2] + "y" if lemma.endswith("ie") else lemma[:-1] if silent else _doubled(lemma)) + "ing"
    if tag in ("VBD", "VBN"):
        return lemma + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if consonant_y else _doubled(lemma) + "ed"
    return lemma


def _doubled(lemma: str) -> str:
    return lemma + lemma[-1] if ONE_SYLLABLE.fullmatch(lemma) else lemma
