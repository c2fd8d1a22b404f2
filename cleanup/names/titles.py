"""Titles before names: President, Minister."""

from __future__ import annotations

from cleanup.story import Story

LONGEST = 16  # characters


def stands_before(story: Story, start: int) -> bool:
    """Whether the word before is a title: the name behind it is somebody's, and no sentence ends with a first name."""
    before = story.text[max(start - LONGEST, 0) : start].split(" ")
    return len(before) > 1 and not before[-1] and before[-2] in story.lexicons.words("titles")
