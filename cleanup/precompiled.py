"""The rules that come along, read and checked beforehand, so that a start need not parse a thousand files of YAML.

cleanup/rules.bin is written by corpora/recipes/precompiled.py: MessagePack, compressed. A rule is found in it by the
content of its file, so that one that has changed, or is new, is parsed; a test says when the table is behind.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from cleanup.rulefile import RuleFile

TABLE = Path(__file__).with_name("rules.bin")


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """A rule's file as it was parsed, and the literals of its pattern or phrases, sorted."""

    file: RuleFile
    literals: tuple[str, ...]


def find(data: bytes) -> Compiled | None:
    """Return what was made beforehand of a file with this content, if anything was."""
    return _table().get(_key(data))


def packed(files: Iterable[tuple[bytes, RuleFile]]) -> bytes:
    """Return the table of these files: their content, and what it was parsed to."""
    table = {_key(data): Compiled(file, tuple(sorted(file.detect.literals()))) for data, file in files}
    return zlib.compress(msgspec.msgpack.encode(table, order="sorted"), 9)


def unpacked(data: bytes) -> dict[str, Compiled]:
    """Return what `packed` made, by a key of each file's content."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=dict[str, Compiled])


def _key(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


@cache
def _table() -> dict[str, Compiled]:
    return unpacked(TABLE.read_bytes()) if TABLE.is_file() else {}
