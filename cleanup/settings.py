"""What is in force: command line over environment over configuration file over defaults, and where each came from."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_config_path

from cleanup.errors import ConfigError
from cleanup.files import why
from cleanup.mends import complaint
from cleanup.pipeline import EMBEDDED, Cleaner, checked_code
from cleanup.policy import Policy

PREFIX = "CLEANUP_"
NONE = "none"
TABLE = "pyproject.toml"  # where our settings stand in a table of their own, [tool.cleanup]

_AT = re.compile(r"(?P<problem>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)")


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Everything that can be set. `rules` are folders; globs in `select` and `ignore` name rules.

    `model` is the fluency model: the name of the one that comes with cleanup, a folder, or "none". `style` is the
    house style: the name of one that comes with the packs, or a file.
    """

    source_language: str | None = None
    language: str | None = None
    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    suggestions: bool = False
    rules: tuple[str, ...] = ()
    encoding: str | None = None
    model: str = EMBEDDED.name
    deep: bool = False
    style: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min-confidence is {self.min_confidence}; it goes from 0 to 1")
        try:
            checked_code(self.source_language)
            checked_code(self.language)
        except ConfigError as error:
            raise ValueError(str(error)) from error

    @property
    def policy(self) -> Policy:
        """What these settings ask of policy."""
        return Policy(self.select, self.ignore, self.min_confidence, self.suggestions)

    def cleaner(self) -> Cleaner:
        """Return the cleaner that these settings ask for."""
        folders = [Path(folder) for folder in self.rules]
        model = _model(self.model)
        return Cleaner(
            self.source_language,
            self.language,
            rules=folders,
            policy=self.policy,
            model=model,
            deep=self.deep,
            style=self.style,
        )


def _model(said: str) -> Path | None:
    """Return the folder of the fluency model; raises ConfigError when there is none of that name."""
    if said == NONE:
        return None
    if said == EMBEDDED.name:
        return EMBEDDED
    if not Path(said).is_dir():
        raise ConfigError(f"no model '{said}'; say {EMBEDDED.name}, the folder of another, or {NONE}")
    return Path(said)


@dataclass(frozen=True)
class Resolved:
    """Settings, where each value came from, the configuration file, if any, and what the command line said."""

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None = None
    given: Mapping[str, Any] = field(default_factory=dict)

    def again(self) -> Resolved:
        """Return what is in force now that files may have changed."""
        return resolve(self.given, self.file)


def resolve(given: Mapping[str, Any], config: Path | None = None, start: Path | None = None) -> Resolved:
    """Return what is in force in folder `start`; `given` holds what the command line said (None: nothing).

    Raises ConfigError that names the file or the variable and what is wrong with it.
    """
    file = config or _nearest(start or Path.cwd())
    layers = [*_from_file(file), *_from_environment(), ("command line", given)]
    settings, origins = Settings(), dict.fromkeys(Settings.__struct_fields__, "default")
    for origin, layer in layers:
        stated = {name: value for name, value in layer.items() if value not in (None, "")}
        settings = _over(settings, stated, origin)
        origins |= dict.fromkeys(stated, origin)
    return Resolved(settings, origins, file, given)


def _over(settings: Settings, stated: Mapping[str, Any], origin: str) -> Settings:
    merged = msgspec.structs.asdict(settings) | dict(stated)
    try:
        return msgspec.convert({_kebab(name): value for name, value in merged.items()}, Settings)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{origin}: {complaint(error, Settings)[1]}") from error


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _nearest(start: Path) -> Path | None:
    """Return the nearest configuration upward, no higher than the repository's root, else the user's own."""
    for folder in (start, *start.parents):
        for path in (folder / "cleanup.toml", folder / TABLE):
            if path.is_file() and (path.name != TABLE or _table(path) is not None):
                return path
        if (folder / ".git").exists():
            break
    own = user_config_path("cleanup") / "cleanup.toml"
    return own if own.is_file() else None


def _from_file(path: Path | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if path is None:
        return
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: has no [tool.cleanup]")
    stated = {name.replace("-", "_"): value for name, value in table.items()}
    if isinstance(folders := stated.get("rules"), list):
        stated["rules"] = [str(path.parent / Path(f).expanduser()) if isinstance(f, str) else f for f in folders]
    for name in ("model", "style"):
        if (said := stated.get(name)) and isinstance(said, str) and (path.parent / Path(said).expanduser()).exists():
            stated[name] = str(path.parent / Path(said).expanduser())
    yield str(path), stated


def _table(path: Path) -> dict[str, Any] | None:
    """Return our settings in a configuration file, None when it has none."""
    data: Any = _toml(path)
    for key in ("tool", "cleanup") if path.name == TABLE else ():
        data = data.get(key) if isinstance(data, dict) else None
    if data is not None and not isinstance(data, dict):
        raise ConfigError(f"{path}: [tool.cleanup] is no table")
    return data


def _toml(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {why(error)}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: byte {error.start} is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        at = _AT.fullmatch(str(error))
        line, problem = (at["line"] or len(text.splitlines()), at["problem"]) if at else (1, error)
        raise ConfigError(f"{path}:{line}: {problem}") from error


def _from_environment() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in Settings.__struct_fields__:
        variable = PREFIX + name.upper()
        if value := os.environ.get(variable, "").strip():
            yield variable, {name: _typed(name, value, variable)}


def _typed(name: str, value: str, variable: str) -> Any:
    default = getattr(Settings(), name)
    if isinstance(default, tuple):
        return tuple(part.strip() for part in value.split(",") if part.strip())
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
