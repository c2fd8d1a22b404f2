"""Many stories: JSON lines in, reports out, in order; a bad line is reported and the rest is done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from cleanup import formats
from cleanup.errors import InputError
from cleanup.pipeline import Cleaner

LONGEST_LINE = 16 * 1024 * 1024
KNOWN = ("id", "text", "language", "source", "source_language")


@dataclass(frozen=True, slots=True)
class Story:
    """One input line: the story, and the members that are none of ours, which come back under `meta`."""

    id: str
    text: str
    language: str | None
    source: str | None
    source_language: str | None
    meta: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One output line; `failed` when it reports an error instead of a story."""

    line: bytes
    failed: bool = False


def process(lines: Iterable[bytes], cleaner: Cleaner) -> Iterator[Outcome]:
    """Yield an outcome for each line that is not blank, in order."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _outcome(line, number, cleaner)


def _outcome(line: bytes, number: int, cleaner: Cleaner) -> Outcome:
    id_: Any = None
    try:
        data = parse(line, number)
        id_ = data.get("id", number)
        story = _story(data, number)
        document = formats.pick(None, story.text).read(story.text)
        report = cleaner.clean(
            document, story.source, id=story.id, language=story.language, source_language=story.source_language
        ).to_dict()
    except InputError as error:
        return Outcome(encode({"id": id_ if id_ is not None else number, "error": str(error)}), failed=True)
    report["id"] = id_
    if story.meta:
        report["meta"] = story.meta
    return Outcome(encode(report))


def parse(line: bytes, number: int) -> dict[str, Any]:
    """Return the JSON object on a line; raises InputError that names the line and what is wrong with it."""
    if len(line) > LONGEST_LINE:
        raise InputError(f"line {number}: {len(line)} bytes; a story may have {LONGEST_LINE}")
    try:
        data = _decode(line)
    except UnicodeDecodeError as error:
        raise InputError(f"line {number}: byte {error.start} is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"line {number}: no JSON: {error}") from error
    if not isinstance(data, dict):
        raise InputError(f'line {number}: not an object; a story is {{"id": …, "text": …}}')
    return data


def _decode(line: bytes) -> Any:
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return json.loads(line.decode("utf-8"))  # says where it went wrong, and takes lone surrogates


def _story(data: dict[str, Any], number: int) -> Story:
    text = data.get("text")
    if not isinstance(text, str):
        raise InputError(f"line {number}: 'text' is {'missing' if text is None else 'not a string'}")
    for name in ("language", "source", "source_language"):
        if data.get(name) is not None and not isinstance(data[name], str):
            raise InputError(f"line {number}: '{name}' is not a string")
    meta = {name: value for name, value in data.items() if name not in KNOWN}
    optional = {name: data.get(name) for name in ("language", "source", "source_language")}
    return Story(str(data.get("id", number)), text, meta=meta, **optional)


_write: Callable[[Any], bytes] = msgspec.json.Encoder().encode


def encode(value: Any) -> bytes:
    """Return JSON on one line, lone surrogates escaped."""
    try:
        return _write(value) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value).encode() + b"\n"
