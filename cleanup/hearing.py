"""All who are heard on what was found: the fluency model, the original, and who translates it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cleanup import originals
from cleanup.alignment.reference import Translator
from cleanup.findings import Proposal
from cleanup.fluency import Fluency, Weighed
from cleanup.recognition import Recogniser
from cleanup.reference.interpreters import Answer, Interpreters
from cleanup.story import Story


@dataclass(frozen=True)
class Hearing:
    """What a cleaner asks of models: `deep` also for what is unlikely in itself, `full` to translate all originals."""

    fluency: Fluency
    interpreters: Interpreters
    recogniser: Recogniser
    deep: bool = False
    full: bool = False

    def beside(self, story: Story, source: str | None) -> tuple[Story, tuple[str, ...]]:
        """Return the story with its original and the kinds of its names, and what is to be said for want of either."""
        told, missing = None, None
        if self.full and story.source_language and originals.there(source):
            told, missing = self._asked(story, lambda translator: originals.beside(story, source, translator))
        beside, unfit = told or originals.beside(story, source)
        kinds, unasked = self.recogniser.kinds(beside.text, beside.language)
        lines = (unfit, None if unfit else missing, unasked)
        return replace(beside, kinds=kinds) if kinds else beside, tuple(filter(None, lines))

    def weigh(self, proposals: Sequence[Proposal], story: Story) -> Weighed:
        """Return the proposals with all that is said of them, flags of the deep pass among them."""
        weighed = self.fluency.weigh(proposals, story)
        if story.original is not None:
            weighed = self._witnessed(weighed, story)
        if not self.deep:
            return weighed
        deep = self.fluency.unlikely(story)
        missing = tuple(dict.fromkeys((*weighed.missing, *deep.missing)))
        return replace(weighed, proposals=(*weighed.proposals, *deep.proposals), missing=missing)

    def _witnessed(self, weighed: Weighed, story: Story) -> Weighed:
        """Return the proposals with what the original says, and where that leaves a choice, who translates it."""
        from cleanup import witness  # noqa: PLC0415 - few stories have an original
        from cleanup.witness import translated  # noqa: PLC0415

        heard = witness.hear(weighed.proposals, story, weighed=weighed.margins is not None)
        if not translated.weighable(heard):
            return replace(weighed, proposals=heard)
        told, missing = self._asked(story, lambda translator: translated.hear(heard, story, translator))
        return replace(weighed, proposals=told or heard, missing=(*weighed.missing, *([missing] if missing else [])))

    def _asked(self, story: Story, work: Callable[[Translator], Answer]) -> tuple[Answer | None, str | None]:
        return self.interpreters.ask(story.source_language or "", story.language, work)
