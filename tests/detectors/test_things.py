"""Bodies that are called "he" where nobody else can be."""

from __future__ import annotations

from detectors.verdicts import Repair, applied, left_alone

APPLIED: list[Repair] = [
    (
        "pronouns.thing",
        "cs",
        "ČT sport has been on air for 15 years. After a year of silence, he is preparing for the season.",
        "ČT sport has been on air for 15 years. After a year of silence, it is preparing for the season.",
    ),
    (
        "pronouns.thing",
        "fr",
        "The Constitutional Court has rejected the law in May. He had warned of it before.",
        "The Constitutional Court has rejected the law in May. It had warned of it before.",
    ),
    (
        "pronouns.thing",
        "es",
        "The National Museum was built in 1990, and it has grown. On his 30th anniversary, all may enter.",
        "The National Museum was built in 1990, and it has grown. On its 30th anniversary, all may enter.",
    ),
]
SILENT: list[tuple[str, str]] = [
    ("cs", "ČT sport has been on air for 15 years. The director is proud, he is preparing for the season."),
    ("cs", "ČT sport has been on air for 15 years. Novák said in May, he is preparing for the season."),
    ("cs", "Novák has been on air for 15 years. After a break, he is preparing for the season."),
    ("es", "The UFC has announced that, for the weight that the Brazilian gained, he will lose in May."),
    ("es", "The National Museum was built by Anna Bell, and it has grown. On her 30th birthday, all came."),
    ("es", "The National Museum was built in 1990. On his 30th birthday, all came."),
    ("es", "The President of the United States has been ill. He will rest in May."),
    ("cs", "Two wounded. ČT sport has been on air for 15 years. After a break, he is preparing for the season."),
    ("tr", "ČT sport has been on air for 15 years. After a break, he is preparing for the season."),
    ("", "ČT sport has been on air for 15 years. After a break, he is preparing for the season."),
]

test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
