"""What is in force: command line over environment over configuration file over defaults, and where each came from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from cleanup import configfile
from cleanup.errors import ConfigError
from cleanup.mends import complaint
from cleanup.pipeline import EMBEDDED, Cleaner, checked_code
from cleanup.policy import Policy
from cleanup.reference.interpreters import NONE, Interpreters

PREFIX = "CLEANUP_"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Everything that can be set. `rules` are folders; globs in `select` and `ignore` name rules.

    `model` is the fluency model: the name of the one that comes with cleanup, a folder, or "none". `style` is the
    house style: the name of one that comes with the packs, or a file. `translator` is the model that translates
    originals: its name, its folder, or "none"; when absent, one that was added for the pair, else one that comes along.
    It works with `threads` threads (0: as many as there are cores) on the sentences in which something was found, on
    all with `full`. `ner` is a spaCy pipeline that recognises names: a package's name, or a folder.
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
    translator: str | None = None
    full: bool = False
    threads: int = 0
    ner: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min-confidence is {self.min_confidence}; it goes from 0 to 1")
        if self.threads < 0:
            raise ValueError(f"threads is {self.threads}; say 1 or more, or 0 for as many as there are cores")
        try:
            checked_code(self.source_language)
            checked_code(self.language)
        except ConfigError as error:
            raise ValueError(str(error)) from error

    @property
    def policy(self) -> Policy:
        """What these settings ask of policy."""
        return Policy(self.select, self.ignore, self.min_confidence, self.suggestions)

    def for_one_of(self, processes: int) -> Settings:
        """Return these settings for one of several processes, which share the cores between their translators."""
        cores = os.cpu_count() or 1
        return msgspec.structs.replace(self, threads=self.threads or max(1, cores // processes))

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
            translator=_interpreters(self.translator, self.threads),
            full=self.full,
            ner=self.ner,
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


def _interpreters(said: str | None, threads: int) -> Interpreters:
    """Return who translates; raises ModelError when there is no model of that name."""
    if said and said != NONE:
        from cleanup.reference.choice import folder_of  # noqa: PLC0415 - dear to load, and few ask

        folder_of(said)
    return Interpreters(said, threads=threads)


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
    file = config or configfile.nearest(start or Path.cwd())
    layers = [*configfile.stated_in(file), *_from_environment(), ("command line", given)]
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
    if isinstance(default, (float, int)):
        try:
            return type(default)(value)
        except ValueError as error:
            raise ConfigError(f"{variable}: '{value}' is no number") from error
    return value
