"""Who translates what: a process's translators, each chosen and read once, when a story first needs it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from cleanup.alignment.reference import Translator
from cleanup.errors import ModelError
from cleanup.language.codes import spoken

NONE = "none"
Answer = TypeVar("Answer")


class Interpreters:
    """Translation models by pair: `only` the one given, else what `choice.choose` finds for `asked`; for any thread.

    `asked` is a model's name, its folder, "none", or None for one that was added, else one that comes along. A model
    that cannot be read, or translates other languages, is done without, and a line for the report says why.
    """

    def __init__(self, asked: str | None = None, *, threads: int = 0, only: Translator | None = None) -> None:
        self._asked = asked
        self._threads = threads
        self._only = only
        self._lock = Lock()
        self._known: dict[tuple[str, str], tuple[Translator | None, str | None]] = {}

    def ask(self, source: str, target: str, work: Callable[[Translator], Answer]) -> tuple[Answer | None, str | None]:
        """Return what `work` makes of the translator of a pair; else None, and what there is to say for want of one."""
        translator, missing = self._of(source, target)
        if translator is None:
            return None, missing
        try:
            return work(translator), None
        except ModelError as error:
            missing = f"translation: {error}"
        except ImportError as error:
            missing = f"translation: {error.name} is not installed"
        self._known[source, target] = None, missing
        return None, missing

    def _of(self, source: str, target: str) -> tuple[Translator | None, str | None]:
        with self._lock:
            if (source, target) not in self._known:
                self._known[source, target] = self._found(source, target)
            return self._known[source, target]

    def _found(self, source: str, target: str) -> tuple[Translator | None, str | None]:
        if self._only is not None:
            wrong = _unfit(self._only, source, target)
            return (None, wrong) if wrong else (self._only, None)
        if self._asked == NONE:
            return None, None
        from cleanup.reference.choice import choose  # noqa: PLC0415 - few stories have an original

        try:
            found = choose(source, target, self._asked, self._threads)
        except ModelError as error:
            return None, f"translation: {error}"
        return found, None if found else f"translation: no model of {spoken([source])} into {spoken([target])}"


def _unfit(translator: Translator, source: str, target: str) -> str | None:
    """Return why a translator cannot be used for a pair; one that does not say what it translates is believed."""
    own = getattr(translator, "source", source), getattr(translator, "target", target)
    if own == (source, target):
        return None
    return f"translation: the model is of {spoken([own[0]])} into {spoken([own[1]])}, and was not used"
