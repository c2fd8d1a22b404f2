"""The indefinite article before a word that a repair puts in: "a deal" for "an okay"."""

from __future__ import annotations

from cleanup.findings import Edit
from cleanup.story import Story
from cleanup.text import Span

NEAR = 4  # characters that hold the article and what stands before it


def agreeing(story: Story, edit: Edit) -> Edit:
    """Return the edit, and in it the article before the place if the new word wants another.

    The copy's language says in its lexicon `patterns` what an article is (`indefinite`: a stem, and the letters that it
    may have) and before which words it has them (`gains-letters`); nothing is done where it does not.
    """
    start = edit.span.start
    article = story.lexicons.pattern("indefinite").search(story.text, max(start - NEAR, 0), start)
    if article is None or not edit.text[:1].isalnum():
        return edit
    wanted = story.lexicons.pattern("gains-letters").match(edit.text) is not None
    if wanted == bool(article["letters"]):
        return edit
    stem, gap = article["stem"], article["gap"]
    return Edit(Span(article.start(), edit.span.stop), f"{stem}{'n' if wanted else ''}{gap}{edit.text}")
