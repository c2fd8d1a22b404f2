"""Names without their capital: repaired where they are surely names, never where they may be words."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "capitals.name",
        "es",
        "They met Cynthia McKinnley in May. McKinnley spoke; then mckinnley left.",
        "They met Cynthia McKinnley in May. McKinnley spoke; then McKinnley left.",
    ),
    ("capitals.name", "es", "They asked emmanuel macron in May.", "They asked Emmanuel Macron in May."),
    ("capitals.name", "es", "They met vladimir putin in May.", "They met Vladimir Putin in May."),
    (
        "capitals.name",
        "es",
        "Alberto Feijóo spoke in May. Then feijóo left.",
        "Alberto Feijóo spoke in May. Then Feijóo left.",
    ),
]

REMARKED: list[Remark] = [
    ("capitals.name", "ja", "The service, called “spectee”, was made by Spectee."),
    ("capitals.name", "", "Alberto Feijóo spoke in May. Then feijóo left."),
]

SILENT: list[tuple[str, str]] = [
    ("es", "Anna Brown wore brown."),
    ("es", "Write to anna@kovalyova.com or @kovalyova; Anna Kovalyova answers."),
    ("es", "The taoiseach spoke."),
    (
        "es",
        "Anna Petrova, anna petrova, Olga Sedova, olga sedova, Ira Belova, ira belova, Ina Zhukova, ina zhukova, "
        "Yana Popova, yana popova.",
    ),  # a way of writing
    ("", ""),
]

test_applied = applied(APPLIED)
test_suggested = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
