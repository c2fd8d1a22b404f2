"""Marriages whose spouse has the gender of the one who is married."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "pronouns.marriage",
        "de",
        "Jane Barlow left film in May. The son Benjamin was born of his marriage to the writer Marcus Goodrich.",
        "Jane Barlow left film in May. The son Benjamin was born of her marriage to the writer Marcus Goodrich.",
    ),
    (
        "pronouns.marriage",
        "fr",
        "Marcus Goodrich left film in May. Two daughters were born of her first marriage to the singer Jane Barlow.",
        "Marcus Goodrich left film in May. Two daughters were born of his first marriage to the singer Jane Barlow.",
    ),
]
REMARKED: list[Remark] = [
    ("pronouns.marriage", "fr", "The paper wrote of his marriage to the writer Marcus Goodrich."),
    ("pronouns.marriage", "de", "The son Benjamin was born of his marriage to the writer Marcus Goodrich."),
    (
        "pronouns.marriage",
        "de",
        "Marcus Goodrich left film in May. The son Benjamin was born of his marriage to the writer Paul Barlow.",
    ),
]
SILENT: list[tuple[str, str]] = [
    ("de", "The son Benjamin was born of his marriage to the writer Jane Barlow."),
    ("de", "The son Benjamin was born of his marriage to the writer Kim Barlow."),
    ("de", "A son came from her marriage to Marcus Goodrich."),
    ("", "The son Benjamin was born of his marriage to the writer Marcus Goodrich."),
]

test_applied = applied(APPLIED)
test_suggested = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
