"""One module per input format: `SUFFIXES`, `recognises(text)`, and `read(text)`, which marks the prose in it."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import PurePath
from types import ModuleType

from cleanup import plugs


def pick(path_name: str | None, text: str) -> ModuleType:
    """Return the format of a story: the one with its suffix, else the first to recognise the text."""
    suffix = PurePath(path_name or "").suffix.lower()
    by_suffix = (known for known in _known() if suffix and suffix in known.SUFFIXES)
    by_content = (known for known in _known() if known.recognises(text))
    return next(by_suffix, None) or next(by_content)


@cache
def _known() -> tuple[ModuleType, ...]:
    """Every format, plain text last since it takes whatever comes."""
    folder = sys.modules[__name__]
    names = sorted(plugs.names(folder), key=lambda name: (name == "text", name))
    return tuple(plugs.load(folder, name) for name in names)
