"""YAML read strictly: no aliases, no duplicate keys, bounded size and depth, lines kept for errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn, TypeVar

import msgspec
import yaml

from cleanup.errors import RuleError
from cleanup.files import why
from cleanup.mends import complaint

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: slower, the same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 256 * 1024
USUAL_BYTES = 16 * 1024  # room for most files: to make room for the largest takes longer than to read one
MAX_DEPTH = 8

_MANY = 1000  # characters that open a level: libyaml takes as many levels as it is given, and dies of too many
_MENDS = {
    "mapping values are not allowed": "put a text that holds ': ' in quotes",
    "found character that cannot start any token": "put the text in quotes",
    "found a tab character": "indent with spaces",
    "did not find expected key": "write a quotation mark within quotes twice; indent alike what stands side by side",
    "found unexpected end of stream": "a quotation mark is missing",
    "found another document": "a file holds one rule",
}

T = TypeVar("T")


def parse(data: bytes, kind: type[T], name: str) -> T:
    """Return YAML as a `kind`; raises RuleError that names `name` and the line."""
    loader, node = _compose(data, name)
    try:
        return msgspec.convert(loader.construct_document(node), kind)
    except msgspec.ValidationError as error:
        place, message = complaint(error, kind)
        raise RuleError(f"{name}:{_place(node, place)}: {message}") from error
    except yaml.MarkedYAMLError as error:
        _refuse(error, name)
    except ValueError as error:  # a date such as 2024-13-45, a number of 5,000 figures
        raise RuleError(f"{name}: {error}; put it in quotes") from error


def line_of(path: Path, place: str) -> int:
    """Return the line on which `place`, such as `detect.pattern`, stands in a file that could be read."""
    return _place(_compose(data_of(path), str(path))[1], place)


def data_of(path: Path) -> bytes:
    """Return what stands in the file; raises RuleError when it cannot be read, or is too large for a rule."""
    try:
        with path.open("rb", buffering=0) as file:
            data = file.read(USUAL_BYTES)
            if len(data) == USUAL_BYTES:
                data += file.read(MAX_BYTES + 1 - USUAL_BYTES)
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {why(error)}") from error
    if len(data) > MAX_BYTES:
        raise RuleError(f"{path}: is larger than {MAX_BYTES // 1024} KiB; a file holds one rule")
    return data


def _compose(data: bytes, name: str) -> tuple[Loader, yaml.Node]:
    try:
        text = data.decode("utf-8-sig")
        _check_events(text, name)
        loader = Loader(text)
        node = loader.get_single_node()
    except UnicodeDecodeError as error:
        raise RuleError(f"{name}: byte {error.start} is not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        _refuse(error, name)
    except yaml.YAMLError as error:
        raise RuleError(f"{name}: {str(error).partition(chr(10))[0]}") from error
    if node is None:
        raise RuleError(f"{name}:1: empty")
    _check(node, name, 1)
    return loader, node


def _refuse(error: yaml.MarkedYAMLError, name: str) -> NoReturn:
    problem = str(error.problem)
    mend = next((f"; {mend}" for start, mend in _MENDS.items() if problem.startswith(start)), "")
    raise RuleError(f"{name}:{_line(error.problem_mark)}: {problem}{mend}") from error


def _check_events(text: str, name: str) -> None:
    """Refuse aliases, and levels without end, before any tree of them is built."""
    if "*" not in text and "&" not in text and sum(map(text.count, "[{-?")) < _MANY:
        return
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise RuleError(f"{name}:{_line(event.start_mark)}: anchors and aliases are not allowed; write it out")
        if depth > MAX_DEPTH:
            raise RuleError(f"{name}:{_line(event.start_mark)}: nested deeper than {MAX_DEPTH}")


def _check(node: yaml.Node, name: str, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise RuleError(f"{name}:{_line(node.start_mark)}: nested deeper than {MAX_DEPTH}")
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag.endswith(":merge"):
                raise RuleError(f"{name}:{_line(key.start_mark)}: a key is a word here")
            if key.value in seen:
                raise RuleError(f"{name}:{_line(key.start_mark)}: '{key.value}' stands here twice")
            seen.add(key.value)
            _check(value, name, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _check(child, name, depth + 1)


def _place(node: yaml.Node, path: str) -> int:
    """Return the line of `path` (such as `examples.keeps[0]`), or of the nearest thing above it."""
    for part in path.replace("[", ".[").split("."):
        child = _child(node, part)
        if child is None:
            break
        node = child
    return _line(node.start_mark)


def _child(node: yaml.Node, part: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and part.strip("[]").isdigit():
        return next(iter(node.value[int(part.strip("[]")) :]), None)
    return None


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 1
