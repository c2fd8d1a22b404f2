"""Quotation marks: turned, padded, stray, unclosed, glued; and the many that are right."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("quotes.reversed", "", "He was ” tired “ of it.", "He was “tired” of it."),
    ("quotes.reversed", "", "” We don’t know ” was all she said.", "“We don’t know” was all she said."),
    (
        "quotes.reversed",
        "",
        "The mayor told ” the crowd “ that it was over.",
        "The mayor told “the crowd” that it was over.",
    ),
    ("quotes.reversed", "", "He spoke of a ”miracle” on ice.", "He spoke of a “miracle” on ice."),
    ("quotes.reversed", "", "She called it “a gift“ and left.", "She called it “a gift” and left."),
    ("quotes.padded", "", "It was “ a gift ” to the town.", "It was “a gift” to the town."),
    ("quotes.padded", "", 'It was " a gift " to the town.', 'It was "a gift" to the town.'),
    ("quotes.padded", "fr", "Of “\u00a0the war\u00a0” nobody spoke.", "Of “the war” nobody spoke."),
    ("quotes.stray", "", "“We won.”“ The crowd sang.", "“We won.” The crowd sang."),
    ("quotes.stray", "", '"We won."" The crowd sang.', '"We won." The crowd sang.'),
    (
        "quotes.unclosed",
        "",
        "“We want to be heard, said Ana Mamani. The council met.",
        "“We want to be heard,” said Ana Mamani. The council met.",
    ),
    (
        "quotes.unclosed",
        "",
        '"We want to be heard, said the farmer. The council met.',
        '"We want to be heard," said the farmer. The council met.',
    ),
    ("quotes.glued", "", "“We have won”proclaimed the mayor.", "“We have won” proclaimed the mayor."),
    ("quotes.glued", "", "“We have won”said the mayor.", "“We have won,” said the mayor."),
    ("quotes.glued", "", "“The wall”was built in May.", "“The wall” was built in May."),
]

REMARKED: list[Remark] = [
    ("quotes.unbalanced", "", "The fair opened.\n\nHe called it a gift” to the town and left.\n\nThe crowd sang."),
    (
        "quotes.unbalanced",
        "",
        'The fair opened.\n\nHe called it "a gift to all of us and left the hall.\n\nThe crowd sang.',
    ),
]

SILENT: list[tuple[str, str]] = [
    ("", "“We won,” she said. “We won.”"),
    ("", '"We won," she said. "We won."'),
    ("", "“First paragraph goes on.\n\n“Second one ends here,” he said."),
    ("", '"First paragraph goes on.\n\n"Second one ends here," he said.'),
    ("", "The board is 5'10\" long and the other 6'2\" long."),
    ("", 'He bought a 55" screen.'),
    ("", "“‘No,’ he told me,” she said."),
    ("", "“It is ‘over’.”"),
    ("", "They said: “No!” “No!” “No!”"),
    ("", "(“A gift,” she said.)"),
    ("", "The “not-so-great” wall."),
    ("", "He sang “Imagine”—badly."),
    ("", "“Who?” “Me.” “You!”"),
    ("", "The so-called “Law 12” passed."),
    ("", "It’s the ’90s."),
    ("", "of all the rest.” The crowd sang."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
