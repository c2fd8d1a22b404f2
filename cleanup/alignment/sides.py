"""One side of an alignment: the sentences of a text and how they are laid out."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from cleanup.language.segmentation import paragraphs, sentences
from cleanup.text import Span

ENDS = regex.compile(r"[.!?…:;,。！？]['\"”’»)\]]*$")
NONE = regex.compile(r"\P{L}*(?:\p{Latin}{1,2}\P{L}*)?")


@dataclass(frozen=True)
class Side:
    """The sentences of a text, in order; `begins` and `headline` have one member for each."""

    text: str
    sentences: list[Span]
    begins: list[bool]  # a paragraph begins with this sentence
    headline: list[bool]  # it is all of its paragraph, and has no stop

    def lengths(self) -> list[int]:
        """Return how many characters each sentence has."""
        return [len(span) for span in self.sentences]

    def of(self, at: int, count: int) -> tuple[Span, ...]:
        """Return the spans of `count` sentences from number `at` on."""
        return tuple(self.sentences[at : at + count])


def side(text: str, language: str) -> Side:
    """Return the sentences of a text, paragraph by paragraph."""
    found: list[Span] = []
    begins: list[bool] = []
    headline: list[bool] = []
    for paragraph in paragraphs(text):
        inside = _whole(text, sentences(text, paragraph, language))
        found += inside
        begins += [at == 0 for at in range(len(inside))]
        headline += [len(inside) == 1 and not ENDS.search(span.of(text)) for span in inside]
    return Side(text, found, begins, headline)


def _whole(text: str, found: list[Span]) -> list[Span]:
    """Return the sentences with what is none, such as the "B." of a list, as part of the one behind it."""
    whole: list[Span] = []
    for span in reversed(found):
        if NONE.fullmatch(span.of(text)):
            whole[-1:] = [span.cover(whole[-1])] if whole else []
        else:
            whole.append(span)
    return whole[::-1]
