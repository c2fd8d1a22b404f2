"""Stops between a noun and the name it announces: offered, never made."""

from __future__ import annotations

from detectors.verdicts import Remark, cleaner, left_alone, remarked, rules

from cleanup.findings import Verdict
from cleanup.formats import html

REMARKED: list[Remark] = [
    ("breaks.before-name", "", "He leads the party. National Rally, Bruno Tessier said."),
    ("breaks.before-name", "fr", "The talks took place in the city. Lyon, France."),
    ("breaks.before-name", "es", "They stayed at the monastery. San Pedro."),
    ("breaks.before-name", "", "She plays for a club. Sporting, which won."),
    ("breaks.before-name", "", "The fire began on the island. Lesbos, and went on."),
    ("breaks.before-name", "", "They crossed the river. Dnieper."),
]

SILENT: list[tuple[str, str]] = [
    ("", "He leads the party. The National Rally, he said, is strong."),
    ("", "They live in the city. Yesterday, Paul left."),
    ("", "They crossed the river. Nobody."),
    ("", "He came by the river. It was dark."),
    ("", "They went to the stadium. Bruno Tessier spoke first."),
    ("", "She wrote about the village. In May, Anna left."),
    ("", "He likes the singer. She, Adele, is known."),
    ("", "They met at the museum. Police came."),
]


test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)


def test_a_stop_between_two_links_is_offered() -> None:
    page = html.read("<p>They praised <a href='/a'>the play</a>. <a href='/b'>Hamlet</a> ran for a year.</p>")
    report = cleaner().clean(page)
    assert "breaks.before-name" in rules(report, Verdict.SUGGESTED)
    assert report.text == page.original
