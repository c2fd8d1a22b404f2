"""A name as a table of names is searched: no capitals, accents, hyphens or apostrophes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a letter and its mark.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_JOINING = str.maketrans({"-": " ", "‐": " ", "‑": " ", "\u00a0": " ", "’": None, "'": None, "ʼ": None, "‘": None})


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """Return the key of a name: "Sergueï Choïgou" and "SERGUEI CHOIGOU" have one."""
    if name.isascii():
        return " ".join(name.lower().translate(_JOINING).split())
    apart = unicodedata.normalize("NFD", name.lower().translate(_PLAIN).translate(_JOINING))
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())
