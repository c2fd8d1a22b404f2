"""Many stories: JSON lines in, reports out, in order; a bad line is reported and the rest is done.

A bug that one story brings out is reported as a bad line is, with its place in the code, and counted: it is
as loud as the exit code can make it, and does not cost the thousands of stories around it.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Any, NoReturn

import msgspec

from cleanup import formats
from cleanup.batch.feeds import Line
from cleanup.errors import CleanupError, InputError
from cleanup.pipeline import Cleaner
from cleanup.settings import Settings

CHUNK = 32  # stories that a process is given at once
AHEAD = 3  # chunks for each process that may wait, done or to be done

_NO_OBJECT = 'not an object; a story is {"id": …, "text": …}'
_OURS = ("id", "text", "language", "source", "source_language")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One output line; `failed` when it reports an error instead of a story."""

    line: bytes
    failed: bool = False


def process(lines: Iterable[Line], cleaner: Cleaner) -> Iterator[Outcome]:
    """Yield an outcome for each story, in order."""
    for line in lines:
        yield _outcome(line, cleaner)


def spread(lines: Iterable[Line], settings: Settings, jobs: int) -> Iterator[Outcome]:
    """Yield what `process` does, from as many processes as there are jobs; few stories are done in this one."""
    rest = iter(lines)
    first = list(islice(rest, CHUNK))
    if jobs == 1 or len(first) < CHUNK:
        cleaner = settings.cleaner()
        yield from process(first, cleaner)
        yield from process(rest, cleaner)
        return
    shared = settings.for_one_of(jobs)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=signal, initargs=(SIGINT, SIG_IGN))
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        chunk = first
        while chunk or waiting:
            if chunk:
                waiting.append(pool.submit(_work, chunk, shared))
                chunk = list(islice(rest, CHUNK))
            if not chunk or len(waiting) > AHEAD * jobs:
                yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise CleanupError("a process was killed, most likely for want of memory; give fewer --jobs") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _work(chunk: list[Line], settings: Settings) -> list[Outcome]:
    return list(process(chunk, _cleaner(settings)))


@cache
def _cleaner(settings: Settings) -> Cleaner:
    return settings.cleaner()


def _outcome(line: Line, cleaner: Cleaner) -> Outcome:
    id_: Any = line.id
    try:
        members = parse(line)
        id_ = members.get("id", line.id)
        return Outcome(_report(members, id_, cleaner))
    except CleanupError as error:
        return Outcome(encode({"id": id_, "error": f"{line.place}: {error}"}), failed=True)
    except Exception as error:  # noqa: BLE001 - see above: one story's bug is that story's
        return Outcome(encode({"id": id_, "error": f"{line.place}: {_bug(error)}"}), failed=True)


def parse(line: Line) -> dict[str, msgspec.Raw]:
    """Return the members of the object on a line, as they were written; raises InputError that says what is wrong."""
    if line.error:
        raise InputError(line.error)
    try:
        line.data.decode()
        return _members(line.data)
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not UTF-8") from error
    except msgspec.ValidationError as error:
        raise InputError(_NO_OBJECT) from error
    except msgspec.DecodeError:
        return _loosely(line.data)
    except RecursionError as error:
        raise InputError("no JSON: nested too deeply") from error


def _loosely(data: bytes) -> dict[str, msgspec.Raw]:
    """Return the members as Python's own reader has them: it takes lone surrogates, and says where it goes wrong."""
    try:
        value = json.loads(data, parse_constant=_no_number)
        if isinstance(value, dict):
            return {name: msgspec.Raw(json.dumps(member, allow_nan=False).encode()) for name, member in value.items()}
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON: {error}") from error
    raise InputError(_NO_OBJECT)


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number there")


def _report(members: dict[str, msgspec.Raw], id_: Any, cleaner: Cleaner) -> bytes:
    said = {name: _string(members, name) for name in _OURS[1:]}
    text = said["text"]
    if text is None:
        raise InputError("'text' is missing")
    document = formats.pick(None, text).read(text)
    report = cleaner.clean(
        document, said["source"], language=said["language"], source_language=said["source_language"]
    ).to_dict()
    meta = {name: value for name, value in members.items() if name not in _OURS}
    return encode(report | {"id": id_} | ({"meta": meta} if meta else {}))


def _string(members: dict[str, msgspec.Raw], name: str) -> str | None:
    value = _decoded(members[name]) if name in members else None
    if value is not None and not isinstance(value, str):
        raise InputError(f"'{name}' is not a string")
    return value


def _decoded(raw: msgspec.Raw) -> Any:
    try:
        return msgspec.json.decode(raw)
    except msgspec.DecodeError:
        return json.loads(bytes(raw))  # it takes lone surrogates


def _bug(error: Exception) -> str:
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f" ({frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno})" if frame else ""
    return f"a bug in cleanup, please report it: {type(error).__name__}: {error}{place}"


_members: Callable[[bytes], dict[str, msgspec.Raw]] = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_write: Callable[[Any], bytes] = msgspec.json.Encoder().encode


def encode(value: Any) -> bytes:
    """Return JSON on one line, lone surrogates escaped."""
    try:
        return _write(value) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value, default=_decoded).encode() + b"\n"
