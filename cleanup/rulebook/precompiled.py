"""The rules that come along, read and checked beforehand, so that a start need not parse a thousand files of YAML.

rules.bin beside this file is written by corpora/recipes/precompiled.py: MessagePack, compressed. A rule is found in it
by the content of its file, so that one that has changed, or is new, is parsed; a test says when the table is behind.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b
from math import exp
from pathlib import Path

import msgspec

from cleanup.paths import fluency_folder
from cleanup.rulebook.literals import Commonness, Literals
from cleanup.rulebook.rulefile import RuleFile

TABLE = Path(__file__).with_name("rules.bin")
FEW, MOST_OTHERS = 64, 3  # strings in a set that confirms what the index says; such sets
UNKNOWN = 1e-6  # share of a word that no piece of the vocabulary holds
AMONG_OTHERS = 0.1  # how much rarer a string is with another word beside it
RAREST = 3e-6  # to have a string in the index costs what meeting one as rare as this does


class Compiled(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A rule's file as it was parsed, and the literals of its pattern or phrases."""

    file: RuleFile
    literals: tuple[Literals, ...]


def find(data: bytes) -> Compiled | None:
    """Return what was made beforehand of a file with this content, if anything was."""
    return _table().get(_key(data))


def packed(files: Iterable[tuple[bytes, RuleFile]]) -> bytes:
    """Return the table of these files: their content, and what it was parsed to."""
    known = commonness()
    table = {_key(data): Compiled(file, _worth_a_look(file.detect.literals(known))) for data, file in files}
    return zlib.compress(msgspec.msgpack.encode(table, order="sorted"), 9)


def _worth_a_look(literals: Sequence[Literals]) -> tuple[Literals, ...]:
    """Return the rarest set, and of the others those that cost less to look for than the pattern to run."""
    return (*literals[:1], *[some for some in literals[1:] if len(some.strings) <= FEW][:MOST_OTHERS])


def commonness() -> Commonness:
    """Return how common strings are in English news, by the fluency model's vocabulary."""
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415 - only the recipe and its test want it

    vocabulary = SentencePieceProcessor(model_file=str(fluency_folder() / "pieces.model"))
    pieces: defaultdict[str, float] = defaultdict(float)
    for number in range(vocabulary.vocab_size()):
        if vocabulary.get_score(number) < 0:  # 0 is that of signs which stand for something else
            piece, share_of_it = vocabulary.id_to_piece(number), exp(vocabulary.get_score(number))
            for written in {piece, piece.lower()}:
                pieces[written] += share_of_it
    every = "".join(f"\n{piece}\n" for piece in pieces)

    @cache
    def share(word: str) -> float:
        total, at = UNKNOWN, every.find(word)
        while at >= 0:
            end = every.index("\n", at)
            total += pieces[every[every.rindex("\n", 0, at) + 1 : end]]
            at = every.find(word, end)
        return total

    def common(literal: str) -> float:
        rarest_word = min(map(share, literal.split()), default=1.0)
        return max(RAREST, rarest_word * AMONG_OTHERS ** literal.strip().count(" "))

    return common


def unpacked(data: bytes) -> dict[str, Compiled]:
    """Return what `packed` made, by a key of each file's content."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=dict[str, Compiled])


def _key(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


@cache
def _table() -> dict[str, Compiled]:
    try:
        return unpacked(TABLE.read_bytes())
    except (OSError, zlib.error, msgspec.MsgspecError):  # none, or of another version: the rules are parsed
        return {}
