"""Well-known packages by language pair: the table is `known.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

TABLE = Path(__file__).with_name("known.toml")


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a package is, its size in bytes and its SHA-256."""

    address: Annotated[str, Meta(pattern=r"^https://\S+$")]
    bytes: Annotated[int, Meta(gt=0)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


def packages(table: Path = TABLE) -> dict[str, Known]:
    """Return the packages by their pair, such as "fr-en"."""
    return msgspec.convert(tomllib.loads(table.read_text(encoding="utf-8")), dict[str, Known])
