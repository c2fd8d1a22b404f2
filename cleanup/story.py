"""A story as the detectors meet it: the document, its language, and the tables to look things up in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import regex

from cleanup.alignment import Alignment, align
from cleanup.language import segmentation
from cleanup.language.folding import encodable
from cleanup.language.lexicons import Lexicons
from cleanup.recognition import Kinds
from cleanup.text import Document, Span

JOINING = frozenset("’'-")
WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*")
_PART = regex.compile(rf"[\p{{L}}\p{{M}}\p{{N}}{regex.escape(''.join(sorted(JOINING)))}]")


@dataclass(frozen=True)
class Story:
    """One document with what every detector may ask of it; each answer is worked out once.

    `lexicons` are those of the copy's language; `source_language` is the original's, None unless somebody said so or
    its text is there; `style` the house style, which of its variants the desk wants on each axis; `original` the text
    that was translated, None where there is none that can be used, and `hints` what a model makes of its sentences.
    `kinds` tells people, places and bodies among the names, where a recogniser was asked.
    """

    document: Document
    lexicons: Lexicons
    source_language: str | None = None
    style: Mapping[str, str] = field(default_factory=dict)
    original: str | None = None
    hints: tuple[str, ...] = ()
    kinds: Kinds = field(default_factory=dict)
    _sentences: dict[Span, list[Span]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def text(self) -> str:
        return self.document.text

    @property
    def language(self) -> str:
        return self.lexicons.target

    @cached_property
    def protected(self) -> tuple[Span, ...]:
        """The stretches to leave alone: those that say so, and those that say they are in another language."""
        foreign = (span for span, code in self.document.declared if code != self.language)
        return (*self.document.protected, *foreign)

    @cached_property
    def encodable(self) -> str:
        """The text with U+FFFD for each lone surrogate, which no index takes: place for place the same."""
        return encodable(self.text)

    @cached_property
    def alignment(self) -> Alignment | None:
        """Which sentences translate which of the original; None where there is no original in a known language."""
        if self.original is None or self.source_language is None:
            return None
        return align(self.original, self.encodable, self.source_language, self.language, self.hints)

    @cached_property
    def original_words(self) -> frozenset[str]:
        """The original's words, empty where there is none."""
        return frozenset(WORD.findall(self.original or ""))

    @cached_property
    def paragraphs(self) -> list[Span]:
        return segmentation.paragraphs(self.text)

    @cached_property
    def sequence(self) -> list[str]:
        """The story's words, one after the other."""
        return WORD.findall(self.text)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the story, in the case it has there."""
        return Counter(self.sequence)

    @cached_property
    def beyond_ascii(self) -> list[str]:
        """The words that are not all in ASCII, in the order in which they first stand."""
        return [word for word in self.words if not word.isascii()]

    def standing(self, word: str) -> list[Span]:
        """Return the places where a word of `words` stands, no hyphen or apostrophe beside it."""
        if word not in self.words:
            return []
        found, at = [], self.text.find(word)
        while at >= 0:
            stop = at + len(word)
            if not _PART.match(self.text, stop, stop + 1) and not (at and _PART.match(self.text, at - 1, at)):
                found.append(Span(at, stop))
            at = self.text.find(word, at + 1)
        return found

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    def paragraph_of(self, offset: int) -> Span:
        """Return the paragraph that holds the character at `offset`."""
        if not self.paragraphs:
            return Span(0, len(self.text))
        return self.paragraphs[max(bisect_right(self._paragraph_starts, offset) - 1, 0)]

    def sentences_in(self, paragraph: Span) -> list[Span]:
        """Return the sentences of one of the paragraphs."""
        if paragraph not in self._sentences:
            self._sentences[paragraph] = segmentation.sentences(self.text, paragraph, self.language)
        return self._sentences[paragraph]

    def sentence_of(self, offset: int) -> Span:
        """Return the sentence that holds the character at `offset`."""
        paragraph = self.paragraph_of(offset)
        sentences = self.sentences_in(paragraph)
        at = bisect_right(sentences, offset, key=lambda span: span.start) - 1
        return sentences[at] if at >= 0 else paragraph
