"""House style: what may be written in more than one way, and which way a desk, or else the story itself, has chosen.

Lexicons hold the ways: `variants` (UN or U.N., % or percent, a.m. or am) and `spellings` (British, American). A way is
in force when the desk's style names it; when none does, that of the story's own majority, for what repairs put in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import regex

from cleanup import patterns
from cleanup.errors import ConfigError
from cleanup.files import why
from cleanup.findings import Proposal
from cleanup.language.lexicons import Lexicons
from cleanup.story import Story
from cleanup.text import Span

SPELLING, QUOTES = "spelling", "quotes"
UK, US = "uk", "us"
MARKS = {QUOTES: ("curly", "straight")}
STYLES = "styles"
NEXT = regex.compile(r"[“\"‘]?(\p{Lu}\p{L}*)")
LEAST = 2  # uses of one way, and none of another, that make it the story's own

Write = Callable[[regex.Match[str]], str]


@dataclass(frozen=True)
class Variant:
    """One way of an axis: where it is met, and how what is met in another way is written in it."""

    axis: str
    name: str
    met: regex.Pattern[str]
    write: Write


@cache
def variants(lexicons: Lexicons) -> Mapping[str, tuple[Variant, ...]]:
    """Return the ways of each axis that the copy's language has."""
    found: dict[str, tuple[Variant, ...]] = {}
    for row in lexicons.rows("variants"):
        way = Variant(row["axis"], row["variant"], patterns.compiled(row["pattern"]), _filled(row["text"]))
        found[way.axis] = (*found.get(way.axis, ()), way)
    if british := {row["uk"]: row["us"] for row in lexicons.rows("spellings")}:
        american = {row["us"]: row["uk"] for row in lexicons.rows("spellings") if row["turned"] == "both"}
        found[SPELLING] = (
            Variant(SPELLING, UK, _any_of(british), _looked_up(american)),
            Variant(SPELLING, US, _any_of(american), _looked_up(british)),
        )
    return found


def _filled(text: str) -> Write:
    return lambda match: text.format(**match.groupdict())


def _looked_up(words: Mapping[str, str]) -> Write:
    return lambda match: words[match.group()]


def _any_of(words: Mapping[str, str]) -> regex.Pattern[str]:
    return patterns.compiled(r"(?<![\w-])\L<words>(?![\w-])", words=words)


def deviations(story: Story, axis: str, name: str) -> Iterator[tuple[Span, str]]:
    """Yield the places where the story writes in another way than the one named, and what is written in this one."""
    wanted, others = _ways(story, axis, name)
    if wanted is None:
        return
    for way in others:
        for match in way.met.finditer(story.text):
            yield _with_its_stop(story, Span(*match.span()), wanted.write(match))


def _ways(story: Story, axis: str, name: str | None) -> tuple[Variant | None, list[Variant]]:
    """Return the way of that name, if there is one, and the others."""
    ways = variants(story.lexicons).get(axis, ())
    return next((way for way in ways if way.name == name), None), [way for way in ways if way.name != name]


def _with_its_stop(story: Story, span: Span, text: str) -> tuple[Span, str]:
    """Return the change so that a sentence that ends in an abbreviation still ends in one stop."""
    if span.of(story.text).endswith(".") and not text.endswith("."):
        return span, f"{text}." if _ends(story, span) else text
    if text.endswith(".") and story.text[span.stop : span.stop + 1] == ".":
        return Span(span.start, span.stop + 1), text
    return span, text


def _ends(story: Story, span: Span) -> bool:
    """Whether a sentence ends with the abbreviation, or the word behind it begins one: "at 10 p.m. Mr. Roe left"."""
    rest = story.text[span.stop : story.sentence_of(span.start).stop].strip("\"'”’» \u00a0")
    word = NEXT.match(rest)
    words = story.lexicons.words
    return not rest or (
        word is not None and (word[1].lower() in words("sentence-starters") or word[1] in words("titles"))
    )


def conformed(text: str, story: Story) -> str:
    """Return what a repair puts in as the desk, or the story itself, writes it."""
    for axis, ways in variants(story.lexicons).items():
        if any(way.met.search(text) for way in ways):
            wanted, others = _ways(story, axis, _in_force(story, axis))
            for way in others:
                text = way.met.sub(wanted.write, text) if wanted else text
    return text


def in_style(proposal: Proposal, story: Story) -> Proposal:
    """Return the proposal with what it puts in as the desk, or the story, writes it."""
    texts = {edit.text for candidate in proposal.candidates for edit in candidate.edits}
    written = {text: conformed(text, story) for text in texts}
    if all(text == now for text, now in written.items()):
        return proposal
    candidates = tuple(
        replace(c, edits=tuple(replace(e, text=written[e.text]) for e in c.edits)) for c in proposal.candidates
    )
    return replace(proposal, candidates=candidates)


def _in_force(story: Story, axis: str) -> str | None:
    if axis in story.style:
        return story.style[axis]
    ways = variants(story.lexicons)[axis]
    used = {way.name: sum(1 for _ in way.met.finditer(story.text)) for way in ways}
    most = max(used, key=lambda name: used[name])
    return most if used[most] >= LEAST and sum(used.values()) == used[most] else None


def styles(lexicons: Lexicons) -> dict[str, Path]:
    """Return the files of the house styles that come with the packs, by their names."""
    folders = [f for folder in lexicons.folders for f in sorted(folder.glob(f"*-{lexicons.target}/{STYLES}"))]
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}


def read_style(said: str, lexicons: Lexicons) -> dict[str, str]:
    """Return the way that a style, by its name or its file, chooses for each axis that it names.

    Raises ConfigError when there is no such style, or it names an axis or a way that is not known.
    """
    known = styles(lexicons)
    path = known.get(said) or Path(said)
    if not path.is_file():
        raise ConfigError(f"no house style '{said}'; say {', '.join(known)}, or name a file")
    try:
        chosen = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {why(error)}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    ways = {axis: [way.name for way in some] for axis, some in variants(lexicons).items()} | MARKS
    for axis, name in chosen.items():
        if axis not in ways:
            raise ConfigError(f"{path}: '{axis}' is nothing that styles choose; say {', '.join(ways)}")
        if name not in ways[axis]:
            raise ConfigError(f"{path}: {axis} = '{name}': say {', '.join(ways[axis])}")
    return chosen
