"""The original beside the copy: whether it can be used, in which language it is, and what a model makes of it."""

from __future__ import annotations

from dataclasses import replace

from cleanup.alignment import sentences_of
from cleanup.alignment.reference import Translator, best_of
from cleanup.language import identification
from cleanup.language.codes import spoken
from cleanup.story import Story

NO_SOURCE = "reference: no source text"
NO_LANGUAGE = "reference: the source text's language could not be told (say --from), and it was not used"
OTHER_STORY = "reference: the source text tells another story, and was not used"
SURE, FEWEST_WORDS = 0.95, 12  # of a source text's language: below it what was said stands


def there(source: str | None) -> bool:
    """Whether there is an original at all; a blank one tells nothing."""
    return bool(source and source.strip())


def beside(story: Story, source: str | None, translator: Translator | None = None) -> tuple[Story, str | None]:
    """Return the story with its original, and in one line why it has none that is used.

    The story knows the original's language already (`source_language`).
    """
    if source is None or not there(source):
        return story, NO_SOURCE
    why = unfit(source, story.source_language, story.language)
    if why:
        return story, why
    told = replace(story, original=source, hints=_hints(source, story.source_language or "", translator))
    if told.alignment is None or not told.alignment.related:
        return story, OTHER_STORY
    return told, None


def unfit(source: str, given: str | None, target: str) -> str | None:
    """Return why the original cannot be used: it is in another language than said, or in the copy's."""
    if given is None:
        return NO_LANGUAGE
    found = identification.identify(source)
    if found.code is None or found.confidence < SURE or len(source.split()) < FEWEST_WORDS:
        return None
    if found.code == target:
        return f"reference: the source text is in {spoken([found.code])} as the copy is, and was not used"
    if found.code != given:
        said, real = spoken([given]), spoken([found.code])
        return f"reference: the source text is in {real}, not in {said} as was said, and was not used"
    return None


def _hints(source: str, given: str, translator: Translator | None) -> tuple[str, ...]:
    if translator is None:
        return ()
    return best_of(translator, [span.of(source) for span in sentences_of(source, given)])
