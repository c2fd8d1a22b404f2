"""A text as an index of literals sees it: in lower case, place for place the same, and always good UTF-8."""

from __future__ import annotations

import re

# Letters that "(?i)" takes for another one and `str.lower` does not: both are folded into one.
_KIN = dict(zip("ıſςϐϑϕϖϰϱϵµιẛ", "isσβθφπκρεμιṡ", strict=True))
_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD = re.compile(f"[{''.join(_KIN)}\ud800-\udfff]")


def encodable(text: str) -> str:
    """Return `text` with U+FFFD for each lone surrogate, which no index takes: place for place the same."""
    return _SURROGATE.sub("\ufffd", text)


def folded(text: str) -> str:
    """Return `text`, as long as it was, so that stretches which differ in case alone come out the same.

    A lone surrogate, which no index takes, comes out as U+FFFD.
    """
    if text.isascii():
        return text.lower()
    lower = text.replace("İ", "i").lower()  # it alone would become two characters
    return _ODD.sub(lambda match: _KIN.get(match[0], "\ufffd"), lower)
