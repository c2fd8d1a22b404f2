"""Regular expressions compiled beforehand: `regex` takes a millisecond to compile one, and 20 µs to load it.

cleanup/patterns.bin is written by corpora/recipes/precompiled.py: the patterns of the rules and tables that come along,
pickled (`regex` pickles the compiled code) and compressed. It is for one version of `regex` alone; with another, and
for a pattern that is not in it, everything works, and is compiled when it is wanted.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Collection, Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec
import regex

TABLE = Path(__file__).with_name("patterns.bin")


class Table(msgspec.Struct, array_like=True):
    """The version of `regex` that compiled them, and the pickled patterns by what they were compiled from."""

    version: str
    patterns: dict[bytes, bytes]


def compiled(pattern: str, flags: int = 0, words: Collection[str] = ()) -> regex.Pattern[str]:
    r"""Return the pattern compiled; `words` are the list that it calls `\L<words>`. Raises regex.error."""
    known = _patterns().get(_key(pattern, flags, words))
    if known is None:
        return regex.compile(pattern, flags, words=list(words)) if words else regex.compile(pattern, flags)
    made: regex.Pattern[str] = pickle.loads(known)  # noqa: S301 - it came with the code that loads it
    return made


def packed(patterns: Iterable[tuple[regex.Pattern[str], int]]) -> bytes:
    """Return the table of these patterns, each with the flags that it was compiled with.

    What the table that is there has already is taken over: another process would make other bytes of it.
    """
    keyed = {_key(p.pattern, flags, p.named_lists.get("words", ())): p for p, flags in patterns}
    made = {key: _patterns().get(key) or pickle.dumps(pattern, protocol=5) for key, pattern in keyed.items()}
    return zlib.compress(msgspec.msgpack.encode(Table(regex.__version__, made)), 9)


def unpacked(data: bytes) -> dict[bytes, bytes]:
    """Return what `packed` made, by a key of what each was compiled from; nothing where `regex` is another."""
    table = msgspec.msgpack.decode(zlib.decompress(data), type=Table)
    return table.patterns if table.version == regex.__version__ else {}


def _key(pattern: str, flags: int, words: Iterable[str]) -> bytes:
    return blake2b(repr((pattern, int(flags), sorted(words))).encode("utf-8", "surrogatepass"), digest_size=8).digest()


@cache
def _patterns() -> dict[bytes, bytes]:
    try:
        return unpacked(TABLE.read_bytes())
    except (OSError, zlib.error, msgspec.MsgspecError):  # none, or of another make: they are compiled
        return {}
