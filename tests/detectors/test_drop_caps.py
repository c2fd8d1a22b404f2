"""Large first letters that were parted from their words."""

from __future__ import annotations

from detectors.verdicts import Repair, applied, left_alone

APPLIED: list[Repair] = [
    ("drop-caps.parted", "", "T he minister said so.", "The minister said so."),
    ("drop-caps.parted", "fr", "“W hen the vote came, he left.”", "“When the vote came, he left.”"),
    ("drop-caps.parted", "", "It rained.\n\nA fter the match they sang.", "It rained.\n\nAfter the match they sang."),
    ("drop-caps.parted", "", "I n Paris the shops closed.", "In Paris the shops closed."),
    ("drop-caps.parted", "", "G overnment forces took the town.", "Government forces took the town."),
]
SILENT: list[tuple[str, str]] = [
    ("", "A bout of flu hit the team."),
    ("", "A cross stood on the hill."),
    ("", "I d like to go, she wrote."),
    ("", "E coli was found in the water."),
    ("", "T cell counts fell."),
    ("", "B movies are back, and C sharp is a key."),
    ("", "X rays showed a fracture."),
    ("", "U turn on taxes: the minister explains."),
    ("", "He wrote: T he letters were large."),
]

test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
