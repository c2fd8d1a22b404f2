"""Quotation marks: which pair a story uses."""

from __future__ import annotations


def own_marks(text: str) -> tuple[str, str]:
    """Return the pair of double marks that the story uses: straight where it has no curly ones."""
    return ('"', '"') if '"' in text and "“" not in text.replace("„", "") else ("“", "”")
