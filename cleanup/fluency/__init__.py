"""How likely a stretch of text is, and which of several readings is right: the embedded language model.

The model is read when a story first has a place to weigh. Without it, and for copy in another language than its own,
everything else works, and the report says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from cleanup.errors import ModelError
from cleanup.findings import Proposal
from cleanup.fluency import manifest
from cleanup.language.codes import spoken
from cleanup.margins import Margins
from cleanup.story import Story

if TYPE_CHECKING:
    from cleanup.fluency.judge import Judge

NO_MODEL = "fluency: no model"


@dataclass(frozen=True)
class Weighed:
    """Proposals after the model heard them, its margins (None: it was not heard), and what kept it from being heard."""

    proposals: Sequence[Proposal]
    margins: Margins | None = None
    missing: tuple[str, ...] = ()


class Fluency:
    """The model in `folder`, read at most once, from whichever thread needs it first.

    Raises ModelError when a model that somebody `chose` cannot be read; the one that comes along is done without.
    """

    def __init__(self, folder: Path | None, *, chosen: bool = False) -> None:
        if folder and chosen:
            manifest.read(folder)
        self._folder = folder
        self._chosen = chosen
        self._lock = Lock()
        self._judge: Judge | None = None
        self._language = ""
        self._missing: str | None = None if folder else NO_MODEL

    def weigh(self, proposals: Sequence[Proposal], story: Story) -> Weighed:
        """Return the proposals weighed; as they are where there is nothing to weigh, or nothing to weigh with."""
        if not any(proposal.weighable for proposal in proposals):
            return Weighed(proposals)
        judge, missing = self._asked(story)
        if judge is None:
            return Weighed(proposals, missing=(missing,))
        return Weighed(judge.weigh(proposals, story), judge.margins)

    def unlikely(self, story: Story) -> Weighed:
        """Return flags on the stretches of a story that the model finds very unlikely."""
        judge, missing = self._asked(story)
        if judge is None:
            return Weighed((), missing=(missing,))
        from cleanup.fluency import deep  # noqa: PLC0415 - it needs what the model needs

        return Weighed(tuple(deep.unlikely(story, judge.model)))

    def _asked(self, story: Story) -> tuple[Judge | None, str]:
        """Return the judge of copy in the story's language, or what is to be said for want of one."""
        judge = self._ready(story.language)
        if judge is None and self._missing is None:
            return None, f"{NO_MODEL} of {spoken([story.language])}"
        return judge, self._missing or NO_MODEL

    def _ready(self, language: str) -> Judge | None:
        with self._lock:
            if self._judge is None and self._missing is None and self._folder:
                try:
                    self._language = self._language or manifest.read(self._folder).language
                    if self._language != language:
                        return None
                    from cleanup.fluency.judge import Judge  # noqa: PLC0415 - a quarter of a second, for few stories

                    self._judge = Judge(self._folder)
                except ModelError as error:
                    if self._chosen:
                        raise
                    self._missing = f"fluency: {str(error).replace(f'{self._folder}/', '')}"
                except ImportError as error:
                    self._missing = f"fluency: {error.name} is not installed"
        return self._judge if self._language == language else None
