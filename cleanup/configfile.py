"""Configuration files: the nearest one, and what it says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from cleanup.errors import ConfigError
from cleanup.files import why

TABLE = "pyproject.toml"  # where our settings stand in a table of their own, [tool.cleanup]

_AT = re.compile(r"(?P<problem>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)")


def nearest(start: Path) -> Path | None:
    """Return the nearest configuration upward, no higher than the repository's root, else the user's own."""
    for folder in (start, *start.parents):
        for path in (folder / "cleanup.toml", folder / TABLE):
            if path.is_file() and (path.name != TABLE or _table(path) is not None):
                return path
        if (folder / ".git").exists():
            break
    own = user_config_path("cleanup") / "cleanup.toml"
    return own if own.is_file() else None


def stated_in(path: Path | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what a configuration file says, and its name; folders and files in it are told from where it stands.

    Raises ConfigError that names the file and what is wrong with it.
    """
    if path is None:
        return
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: has no [tool.cleanup]")
    stated = {name.replace("-", "_"): value for name, value in table.items()}
    if isinstance(folders := stated.get("rules"), list):
        stated["rules"] = [str(path.parent / Path(f).expanduser()) if isinstance(f, str) else f for f in folders]
    for name in ("model", "style", "translator"):
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
