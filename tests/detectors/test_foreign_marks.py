"""Quotation marks of other languages, and where they are the subject."""

from __future__ import annotations

from detectors.verdicts import Repair, applied, left_alone

APPLIED: list[Repair] = [
    ("foreign-marks.pair", "fr", "« Enough », said the mayor.", "“Enough,” said the mayor."),
    ("foreign-marks.pair", "", "«Enough», said the mayor.", "“Enough,” said the mayor."),
    ("foreign-marks.pair", "es", "He shouted «Enough!» at them.", "He shouted “Enough!” at them."),
    ("foreign-marks.pair", "fr", "The « yellow vests » marched.", "The “yellow vests” marched."),
    ("foreign-marks.pair", "fr", "The «\u00a0yellow vests\u00a0» marched.", "The “yellow vests” marched."),
    ("foreign-marks.pair", "fr", "The «\u202fyellow vests\u202f» marched.", "The “yellow vests” marched."),
    ("foreign-marks.pair", "de", "The „traffic light“ fell.", "The “traffic light” fell."),
    ("foreign-marks.pair", "pl", "The „traffic light” fell.", "The “traffic light” fell."),
    ("foreign-marks.pair", "de", 'The „traffic light" fell.', 'The "traffic light" fell.'),
    ("foreign-marks.pair", "de", "The »traffic light« fell.", "The “traffic light” fell."),
    ("foreign-marks.pair", "ja", "The 「traffic light」 fell.", "The “traffic light” fell."),
    ("foreign-marks.pair", "ja", "The 『traffic light』 fell.", "The “traffic light” fell."),
    ("foreign-marks.pair", "zh", "The《Daily》wrote so.", "The “Daily” wrote so."),
    ("foreign-marks.pair", "fr", '"Yes," he said. «No», she said.', '"Yes," he said. "No," she said.'),
    ("foreign-marks.pair", "ru", "He works at «Pravda».", "He works at “Pravda.”"),
    ("foreign-marks.pair", "ru", "The paper«Pravda»closed.", "The paper “Pravda” closed."),
    ("foreign-marks.pair", "fr", "« One » and « two ».", "“One” and “two.”"),
]

SILENT: list[tuple[str, str]] = [
    ("", "The guillemets « and » are French quotation marks."),
    ("", "German puts „ and “ as quotation marks."),
    ("", "He typed « and stopped."),
    ("", "See Home » News » World."),
    ("", "Home »\nNews »"),
    ("", "A « lone mark\nand the rest » here"),
    ("", "Inverted commas are not «these»."),
    ("", "«»"),
    ("", "The punctuation «x» is odd."),
    ("", "A <<shift>> is no quotation."),
    ("", "It is 5 > 4 and 3 < 4."),
    ("", "They quote it “so” and not otherwise."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
