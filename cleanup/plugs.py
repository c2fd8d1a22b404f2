"""Finding the modules of a folder: a plug-in is a file, its name is its key."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from cleanup.errors import ConfigError


def names(folder: ModuleType) -> list[str]:
    """Return the names of the plug-ins in a package, sorted; a leading underscore hides one."""
    return sorted(info.name for info in iter_modules(folder.__path__) if not info.name.startswith("_"))


def load(folder: ModuleType, name: str) -> ModuleType:
    """Import one plug-in. Raises ConfigError, with the names there are, when it does not exist."""
    known = names(folder)
    if name not in known:
        kind = folder.__name__.rpartition(".")[2].removesuffix("s")
        raise ConfigError(f"no {kind} named '{name}': choose from {', '.join(known)}")
    return import_module(f"{folder.__name__}.{name}")


def every(folder: ModuleType) -> list[ModuleType]:
    """Import all plug-ins of a package, in the order of their names."""
    return [import_module(f"{folder.__name__}.{name}") for name in names(folder)]
