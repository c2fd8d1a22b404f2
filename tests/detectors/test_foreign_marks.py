"""Quotation marks of other languages, and where they are the subject."""

from __future__ import annotations

import pytest

from detectors.verdicts import Repair, check_applied, check_silent

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


@pytest.mark.parametrize(("rule", "source", "before", "after"), APPLIED)
def test_applied(rule: str, source: str, before: str, after: str) -> None:
    check_applied(rule, source, before, after)


@pytest.mark.parametrize(("source", "text"), SILENT)
def test_left_alone(source: str, text: str) -> None:
    check_silent(source, text)
