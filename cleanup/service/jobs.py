"""What is handed to a worker and what comes back: plain values, pickled on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from cleanup.pipeline import Cleaner


@dataclass(frozen=True, slots=True)
class Told:
    """How many findings of a category had a verdict, for the metrics."""

    verdict: str
    category: str
    count: int


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one story, as JSON; `told` says what was found without a word of the story."""

    body: bytes
    told: tuple[Told, ...] = ()


class Job(Protocol):
    """One story's work; raises CleanupError for what the client did wrong."""

    def do(self, cleaner: Cleaner) -> Reply:
        """Return the answer, asked of `cleaner`."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A CleanupError: its message is for the client."""

    message: str


@dataclass(frozen=True, slots=True)
class Bug:
    """An exception that nobody expected, by its type and place; never its message, which may quote the story."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as `/v1/rules` lists it."""

    name: str
    safety: str
    category: str
    why: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a worker has loaded: rules, the languages of copy that it cleans, the model, and what it does without."""

    rules: tuple[RuleLine, ...] = ()
    languages: tuple[str, ...] = ()
    model: str | None = None
    missing: tuple[str, ...] = field(default=())
