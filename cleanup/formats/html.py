"""HTML: pages, fragments and WordPress blocks, however broken. Prose is marked where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape

from cleanup.markup import VOID, Token, pairs, referred, tags, tokens
from cleanup.markup.marking import Marker
from cleanup.text import Document

SUFFIXES = (".html", ".htm", ".xhtml")

_BLOCKS = tags(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav"
    " noframes ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul xmp"
)
_UNSEEN = tags("datalist noembed noframes noscript pre script style svg template xmp")
_PLACES = tags(
    "audio button canvas code embed iframe img input kbd math meter object picture progress samp select textarea"
    " var video"
)
_ROOTS = tags("html body")  # what they say is about the site, or keeps browsers from translating it
_SPACES = frozenset(" \t\n\f\r")
_MAPPED = re.compile(
    r"[ \t\n\f\r]{2,}+|[\t\n\f\r]|<(?:[ \t\n\f\r]*+[^ \t\n\f\r&<])?"
    r"|&(?:#\d++;?|#x[\da-f]++;?|[a-z][a-z\d]{1,31}+;?)",
    re.IGNORECASE | re.ASCII,
)
_TELLING = re.compile(r"lang|translate|contenteditable", re.IGNORECASE)
_MARKUP = re.compile(
    r"</(?:p|a|b|i|em|strong|span|div|h[1-6]|li|ul|ol|td|blockquote|title|body|html)>|<(?:br|p)\b[^<>]*+>|<!-- wp:",
    re.I,
)


def recognises(text: str) -> bool:
    """Whether the text looks like a page or a fragment, and not like XML of another kind."""
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        return "<html" in text.lower()
    return bool(_MARKUP.search(text))


def read(text: str) -> Document:
    """Return what a browser would show as prose, each stretch of it tied to its place in `text`."""
    return replace(_Reader(text).document(), reread=read)


def encode(text: str) -> str:
    """Write prose as HTML text."""
    return escape(text, quote=False).replace("\u00a0", "&nbsp;")


class _Reader:
    """Goes through one page, token by token."""

    def __init__(self, raw: str) -> None:
        self.raw, self.tokens = raw, tokens(raw)
        self.closed = pairs(self.tokens)
        self.marker = Marker(raw)
        self.loose = True  # outside all blocks a blank line makes one, as in WordPress
        self.off = False
        self.languages: list[tuple[int, str]] = []  # the offset until which it is said to be in one, innermost last

    def document(self) -> Document:
        index = at = 0
        while index < len(self.tokens):
            self._text(at, self.tokens[index].start)
            index, at = self._take(index)
        self._text(at, len(self.raw))
        return self.marker.document(encode)

    def _take(self, index: int) -> tuple[int, int]:
        """Act on a token; return the index and the offset to go on from."""
        token = self.tokens[index]
        if token.name in _BLOCKS:
            self.marker.end_block()
            self.loose = token.closing or token.name in VOID
        if token.comment is not None:
            self._order(token.comment)
        elif token.name == "br":
            self.marker.line_break(token.start, token.stop)
        elif token.name and not token.closing:
            return self._open(index)
        elif token.name and token.name not in _BLOCKS:
            self.marker.tag(token.start, token.stop, closing=True)
        return index + 1, token.stop

    def _open(self, index: int) -> tuple[int, int]:
        token, end = self.tokens[index], self._end(index)
        attributes = token.attributes() if _TELLING.search(token.inside) else {}
        block, complete = token.name in _BLOCKS, end[1] > token.stop or token.whole or token.name in VOID
        fixed = complete and (token.name in _PLACES or _untouchable(token, attributes))
        if fixed and not block:
            self.marker.place(token.start, end[1])
        if fixed or token.name in _UNSEEN:
            self.loose = self.loose or block
            return end
        language = _language(token, attributes)
        if language:
            self.languages.append((end[1], language))
        if not block:
            self.marker.tag(token.start, token.stop, closing=False)
        return index + 1, token.stop

    def _end(self, index: int) -> tuple[int, int]:
        """Return where to go on behind an element: a block without its end tag ends where another begins."""
        if index in self.closed:
            last = self.closed[index]
            return last + 1, self.tokens[last].stop
        if self.tokens[index].name in _BLOCKS - VOID and not self.tokens[index].whole:
            following = range(index + 1, len(self.tokens))
            other = next((i for i in following if self.tokens[i].name in _BLOCKS), len(self.tokens))
            return other, self.tokens[other].start if other < len(self.tokens) else len(self.raw)
        return index + 1, self.tokens[index].stop

    def _order(self, comment: str) -> None:
        name, _, order = comment.partition(":")
        match order.split() if name.strip().lower() == "cleanup" else ():
            case ["off" | "on" as state]:
                self.off = state == "off"
            case ["ignore", *globs]:
                self.marker.globs += globs

    def _text(self, start: int, stop: int) -> None:
        while self.languages and self.languages[-1][0] <= start:
            self.languages.pop()
        self.marker.shielded = self.off
        self.marker.language = self.languages[-1][1] if self.languages else ""
        for match in _MAPPED.finditer(self.raw, start, stop):
            text, length = _reading(match.group())
            if not length:
                continue
            self.marker.verbatim(start, match.start())
            start = match.start() + length
            self._show(text, match.start(), start)
        self.marker.verbatim(start, stop)

    def _show(self, text: str, start: int, stop: int) -> None:
        if text in _SPACES:
            if self.loose and self.raw.count("\n", start, stop) > 1:
                self.marker.end_block()
            self.marker.space(start, stop)
        elif text:
            self.marker.character(text, start, stop, fixed=self.raw[start] == "<")


def _reading(raw: str) -> tuple[str, int]:
    """Return what white space, a reference or a stray "<" reads as, and how much of it does (0: it is plain text).

    A stray "<" takes the next letter with it: without the space between them they would become a tag.
    """
    if raw[0] == "&":
        return referred(raw)
    if raw[0] == "<":
        return raw[0] + " " * (raw[1:2] in _SPACES) + raw[1:][-1:], len(raw)
    return " ", len(raw)


def _untouchable(token: Token, attributes: Mapping[str, str]) -> bool:
    return token.name not in _ROOTS and (
        attributes.get("translate", "").lower() == "no"
        or attributes.get("contenteditable", "").lower() == "false"
        or "notranslate" in attributes.get("class", "").split()
    )


def _language(token: Token, attributes: Mapping[str, str]) -> str:
    """Return the code of the language that the element says it is in; what a page says of all of it is often wrong."""
    code = attributes.get("lang") or attributes.get("xml:lang") or ""
    return code.lower().replace("_", "-").partition("-")[0] if token.name not in _ROOTS else ""
