"""Languages by their ISO 639-1 codes, as English calls them."""

from __future__ import annotations

from collections.abc import Sequence

NAMES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "hu": "Hungarian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nb": "Norwegian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def spoken(codes: Sequence[str]) -> str:
    """Return "French", "French and Spanish" or "French, Spanish and others"."""
    names = list(dict.fromkeys(NAMES.get(code, code) for code in codes))
    if len(names) <= 2:  # noqa: PLR2004 - more than two read as a list
        return " and ".join(names)
    return f"{names[0]}, {names[1]} and others"
