"""Czech and Slovak women, with the first names and the capitals that are theirs."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("names.czech-woman", "cs", "Zdeněk dvořáková kocourková sued.", "Zdeňka Dvořáková Kocourková sued."),
    ("names.czech-woman", "sk", "They met Petr Nováková in Brno.", "They met Petra Nováková in Brno."),
    ("names.czech-woman", "de", "They met Jana nováková in Brno.", "They met Jana Nováková in Brno."),
]
REMARKED: list[Remark] = [
    ("leftovers.accented", "cs", "They met Petra Barto ová in Brno.")
]  # what is left of a surname
SILENT: list[tuple[str, str]] = [
    ("cs", "They met Petra Nováková in Brno."),
    ("cs", "Petr met Nováková in Brno."),
    ("cs", "Petr Novák and Jana Nováková met in Brno."),
    ("de", "They met Ivan Nováková in Brno."),
]

test_applied = applied(APPLIED)
test_remarked = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
