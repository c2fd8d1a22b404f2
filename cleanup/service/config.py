"""How the service is run: limits, keys, who may call from a browser, hooks. One TOML file, checked here."""

from __future__ import annotations

import base64
import binascii
import tomllib
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta
from platformdirs import user_state_path

from cleanup.errors import ConfigError
from cleanup.files import why
from cleanup.mends import complaint
from cleanup.pipeline import checked_code

SECRET = "whsec_"  # noqa: S105 - how every secret of Standard Webhooks begins
SHORTEST_SECRET = 24  # bytes, by Standard Webhooks

Count = Annotated[int, Meta(ge=1)]
Seconds = Annotated[float, Meta(gt=0, le=3600)]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What one request, and all of them together, may ask. Sizes in bytes and code points, times in seconds.

    `work` is for cleaning one story, `wait` for a free process before it, `headers` and `body_time` for what a client
    sends; `at_once` counts the requests that clean, `connections` all that are open, `stories` those of one batch.
    `per_minute` is for each key, or each address where there are no keys; 0 is without end.
    """

    body: Count = 1024 * 1024
    characters: Count = 100_000
    work: Seconds = 10.0
    wait: Seconds = 5.0
    headers: Seconds = 10.0
    body_time: Seconds = 20.0
    stop: Seconds = 30.0
    at_once: Count = 64
    connections: Count = 256
    stories: Count = 50
    per_minute: Annotated[int, Meta(ge=0)] = 0


class Hook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A webhook: who may sign (`secrets`, the first of which signs what we send), and where reports go.

    Without `post_to` a delivery is answered with its report. A post that fails is tried again after `first_retry`
    seconds, then after four times as long each time, `attempts` times in all. `source_language` is for stories that do
    not say.
    """

    secrets: Annotated[tuple[str, ...], Meta(min_length=1)]
    post_to: str | None = None
    source_language: str | None = None
    attempts: Annotated[int, Meta(ge=1, le=30)] = 8
    first_retry: Seconds = 5.0

    def __post_init__(self) -> None:
        for secret in self.secrets:
            key(secret)
        if self.post_to is not None and not _address(self.post_to):
            raise ValueError(f"post-to: '{self.post_to}' is no http or https address")
        try:
            checked_code(self.source_language)
        except ConfigError as error:
            raise ValueError(str(error)) from error


def _address(said: str) -> bool:
    try:
        parts = urlsplit(said)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def key(secret: str) -> bytes:
    """Return the bytes of a secret as Standard Webhooks writes it; ValueError says what a good one is."""
    try:
        found = base64.b64decode(secret.removeprefix(SECRET), validate=True)
    except (binascii.Error, ValueError):
        found = b""
    if not secret.startswith(SECRET) or len(found) < SHORTEST_SECRET:
        raise ValueError(f"a secret is '{SECRET}' and base64 of {SHORTEST_SECRET} bytes or more")
    return found


class ServiceConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """All of it. `keys` are by the name that the logs show; `origins` are the pages that may call from a browser.

    `database` is the file of the hooks' deliveries; what is done with is forgotten after `keep_days`.
    """

    limits: Limits = Limits()
    keys: dict[str, Annotated[str, Meta(min_length=16)]] = {}
    origins: tuple[str, ...] = ()
    database: str = ""
    keep_days: Count = 7
    hooks: dict[Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]{0,63}$")], Hook] = {}


def read(path: Path | None) -> ServiceConfig:
    """Return what the file says, the defaults when there is none; raises ConfigError that names place and mend."""
    if path is None:
        return ServiceConfig()
    try:
        told = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig")), ServiceConfig)
        return msgspec.structs.replace(told, database=str(path.parent / told.database) if told.database else "")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {why(error)}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {complaint(error, ServiceConfig)[1]}") from error


def database(config: ServiceConfig) -> Path:
    """Return the file of the hooks' deliveries: the one that is set, else one in the user's own folder."""
    return Path(config.database) if config.database else user_state_path("cleanup") / "hooks.sqlite3"
