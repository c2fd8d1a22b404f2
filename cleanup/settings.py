"""What is in force: command line over environment over configuration file over defaults, each with where it came from."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_config_path

from cleanup.errors import ConfigError
from cleanup.policy import Policy

PREFIX = "CLEANUP_"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Everything that can be set. `rules` are folders; globs in `select` and `ignore` name rules."""

    source_language: str | None = None
    language: str | None = None
    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    suggestions: bool = False
    rules: tuple[str, ...] = ()
    encoding: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min-confidence is {self.min_confidence}; it goes from 0 to 1")

    @property
    def policy(self) -> Policy:
        """What these settings ask of policy."""
        return Policy(self.select, self.ignore, self.min_confidence, self.suggestions)


@dataclass(frozen=True)
class Resolved:
    """Settings and, for each of them, where its value came from."""

    settings: Settings
    origins: Mapping[str, str]


def resolve(given: Mapping[str, Any], config: Path | None = None, start: Path | None = None) -> Resolved:
    """Return what is in force in folder `start`; `given` holds what the command line said (None: nothing).

    Raises ConfigError that names the file or the variable and what is wrong with it.
    """
    layers = [*_from_file(config or _nearest(start or Path.cwd())), *_from_environment(), ("command line", given)]
    settings, origins = Settings(), dict.fromkeys(Settings.__struct_fields__, "default")
    for origin, layer in layers:
        stated = {name.replace("-", "_"): value for name, value in layer.items() if value is not None}
        settings = _over(settings, stated, origin)
        origins |= dict.fromkeys(stated, origin)
    return Resolved(settings, origins)


def _over(settings: Settings, stated: Mapping[str, Any], origin: str) -> Settings:
    merged = msgspec.structs.asdict(settings) | dict(stated)
    try:
        return msgspec.convert({_kebab(name): value for name, value in merged.items()}, Settings)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{origin}: {error}") from error


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _nearest(start: Path) -> Path | None:
    """Return the nearest configuration upward, no higher than the repository's root, else the user's own."""
    for folder in (start, *start.parents):
        for name in ("cleanup.toml", "pyproject.toml"):
            if _speaks(folder / name):
                return folder / name
        if (folder / ".git").exists():
            break
    own = user_config_path("cleanup") / "cleanup.toml"
    return own if own.is_file() else None


def _speaks(path: Path) -> bool:
    return path.is_file() and (path.name == "cleanup.toml" or "cleanup" in _toml(path).get("tool", {}))


def _from_file(path: Path | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if path is None:
        return
    data = _toml(path)
    table = data.get("tool", {}).get("cleanup", {}) if path.name == "pyproject.toml" else data
    folders = table.get("rules")
    if isinstance(folders, list):
        table = table | {"rules": [str(path.parent / folder) for folder in folders]}
    yield str(path), table


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error


def _from_environment() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in Settings.__struct_fields__:
        variable = PREFIX + name.upper()
        if variable in os.environ:
            yield variable, {name: _typed(name, os.environ[variable], variable)}


def _typed(name: str, value: str, variable: str) -> Any:
    default = getattr(Settings(), name)
    if isinstance(default, tuple):
        return tuple(value.split(","))
    if isinstance(default, bool):
        if value.lower() not in ("1", "0", "true", "false", "yes", "no"):
            raise ConfigError(f"{variable}: '{value}' is neither true nor false")
        return value.lower() in ("1", "true", "yes")
    if isinstance(default, float):
        try:
            return float(value)
        except ValueError as error:
            raise ConfigError(f"{variable}: '{value}' is no number") from error
    return value
