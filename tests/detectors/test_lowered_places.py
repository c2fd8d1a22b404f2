"""Places in small letters, and the words that only look like places."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("places.capital", "ro", "The first funeral took place in mecca.", "The first funeral took place in Mecca."),
    ("places.capital", "ru", "They flew from kyiv and montreal.", "They flew from Kyiv and Montreal."),
    ("places.capital", "cs", "He spoke of the russian army.", "He spoke of the Russian army."),
]
REMARKED: list[Remark] = [("places.capital", "", "They flew from kyiv to Riga.")]
SILENT: list[tuple[str, str]] = [
    ("fr", "The town is a mecca for surfers, and in mecca terms a small one."),
    ("fr", "The canton of Vaud and the highlands voted no."),
    ("fr", "Write to us at news@kyiv.example or follow #kyiv."),
    ("fr", "The site is called visit-kyiv."),
    ("es", "moscow, kyiv, riga, vilnius and warsaw are in small letters here."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
test_suggested_or_flagged = remarked(REMARKED)
