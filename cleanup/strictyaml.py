"""YAML read strictly: no aliases, no duplicate keys, bounded size and depth, lines kept for errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from cleanup.errors import RuleError

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: slower, the same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 256 * 1024
MAX_DEPTH = 8

T = TypeVar("T")


def read(path: Path, kind: type[T]) -> T:
    """Return the file's content as a `kind`; raises RuleError that names file and line."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise RuleError(f"{path}: {len(data)} bytes; a rule file may have {MAX_BYTES}")
    return parse(data, kind, str(path))


def parse(data: bytes, kind: type[T], name: str) -> T:
    """Return YAML as a `kind`; raises RuleError that names `name` and the line."""
    try:
        text = data.decode()
        _refuse_aliases(text, name)
        loader = Loader(text)
        node = loader.get_single_node()
    except UnicodeDecodeError as error:
        raise RuleError(f"{name}: byte {error.start} is not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        raise RuleError(f"{name}:{_line(error.problem_mark)}: {error.problem}") from error
    except yaml.YAMLError as error:
        raise RuleError(f"{name}: {error}") from error
    if node is None:
        raise RuleError(f"{name}:1: empty")
    _check(node, name, 1)
    try:
        return msgspec.convert(loader.construct_document(node), kind)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `")
        raise RuleError(f"{name}:{_place(node, place.strip('`$ '))}: {message}") from error
    except yaml.MarkedYAMLError as error:
        raise RuleError(f"{name}:{_line(error.problem_mark)}: {error.problem}") from error


def _refuse_aliases(text: str, name: str) -> None:
    if "*" not in text and "&" not in text:
        return
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise RuleError(f"{name}:{_line(event.start_mark)}: anchors and aliases are not allowed: write it out")


def _check(node: yaml.Node, name: str, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise RuleError(f"{name}:{_line(node.start_mark)}: nested deeper than {MAX_DEPTH}")
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                raise RuleError(f"{name}:{_line(key.start_mark)}: '{key.value}' stands here twice")
            seen.add(key.value)
            _check(value, name, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _check(child, name, depth + 1)


def _place(node: yaml.Node, path: str) -> int:
    """Return the line of `path` (msgspec's `.examples.keeps[0]`), or of the nearest thing above it."""
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
        child: yaml.Node = node.value[int(part.strip("[]"))]
        return child
    return None


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 1
