"""What a person is told when what they wrote does not fit: the place, what is wrong there, and the mend."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, get_args

import msgspec

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.+)`")
_MISSING = re.compile(r"Object missing required field `(?P<key>.+)`")
_NO_CHOICE = re.compile(r"Invalid enum value (?P<given>.+)")
_NO_TEXT = re.compile(r"Expected `str(?: \| null)?`, got `(?!array|object|null)")
_KIND = re.compile(r"`(\w+)(?: \| null)?`")
_KINDS = {
    "array": "a list",
    "object": "a table",
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
}


def complaint(error: msgspec.ValidationError, kind: Any) -> tuple[str, str]:
    """Return the place, such as `examples.keeps[0]` ("" for the whole), and what is wrong with a `kind` there."""
    message, _, path = str(error).partition(" - at `")
    place = path.strip("`").removeprefix("$").removeprefix(".")
    if unknown := _UNKNOWN.fullmatch(message):
        known = [field.encode_name for field in msgspec.structs.fields(_kind_at(kind, place))]
        return _joined(place, unknown["key"]), f"no key is called '{unknown['key']}'; there are {', '.join(known)}"
    if missing := _MISSING.fullmatch(message):
        return place, f"'{_joined(place, missing['key'])}' is missing"
    if (wrong := _NO_CHOICE.fullmatch(message)) and (choices := _choices(_kind_at(kind, place))):
        return place, f"{place}: {wrong['given']} is none of {', '.join(choices)}"
    mend = "; put it in quotes" if _NO_TEXT.match(message) else ""
    said = _KIND.sub(lambda match: _KINDS.get(match[1], match[1]), message).replace("Expected", "wants") + mend
    return place, f"{place}: {said}" if place else said


def _joined(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _kind_at(kind: Any, place: str) -> Any:
    """Return the type of what stands at `place` in a `kind`."""
    for name in filter(None, re.split(r"[.\[]", place)):
        struct = next((each for each in (kind, *get_args(kind)) if hasattr(each, "__struct_fields__")), None)
        if struct is None:
            return kind
        kind = next((f.type for f in msgspec.structs.fields(struct) if f.encode_name == name), kind)
    return kind


def _choices(kind: Any) -> list[str]:
    """Return the values of the enumeration in a type, such as `frozenset[Licence]` or `Severity | None`."""
    enums = [each for each in (kind, *get_args(kind)) if isinstance(each, type) and issubclass(each, Enum)]
    return [str(member.value) for each in enums for member in each]
