"""Words that ran together, where the story knows the first."""

from __future__ import annotations

import pytest

from cleanup.formats import html
from detectors.verdicts import Repair, applied, cleaner, left_alone

APPLIED: list[Repair] = [
    ("glue.words", "", "Parissaid no.", "Paris said no."),
    ("glue.words", "", "Londonwas quiet.", "London was quiet."),
    ("glue.words", "", "Kovalyova sang. Kovalyovasaid no.", "Kovalyova sang. Kovalyova said no."),
    ("glue.words", "", "Berlinhas a plan.", "Berlin has a plan."),
    ("glue.words", "", "Tokyowould pay.", "Tokyo would pay."),
    ("glue.words", "", "Moscowannounced it.", "Moscow announced it."),
    ("glue.words", "", "Ankarahad a plan.", "Ankara had a plan."),
    ("glue.words", "", "Metsola spoke. Metsolatold them.", "Metsola spoke. Metsola told them."),
    ("glue.words", "", "Romewere late. Romewere lost. Rome.", "Rome were late. Rome were lost. Rome."),
    ("glue.words", "", "Madridduring the war.", "Madrid during the war."),
    ("glue.words", "", "Viennawhich sings.", "Vienna which sings."),
    ("glue.words", "", "Viennabefore dawn.", "Vienna before dawn."),
]

SILENT: list[tuple[str, str]] = [
    ("", "She was a beforehand winner."),
    ("", "Somehow Mohamed Gesaid left."),
    ("", "The Prehad is a river."),
    ("", "He had forbidden it and Ahmad Hassaid."),
    ("", "The Besaid family; Be left."),
    ("", "The foreseen said."),
    ("", "The Warsaw-based said-so club."),
    ("", "They unsaid it."),
    ("", "Jawas and Sadducees."),
    ("", "An aforesaid rule."),
    ("", "The Parisian said no."),
    ("", "Nobody gainsaid it."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)


@pytest.mark.parametrize(
    ("page", "after"),
    [
        ("<p>The mayor of <b>Graz</b>said no.</p>", "<p>The mayor of <b>Graz</b> said no.</p>"),
        (
            "<p>See <a href='/x'>the report</a>which names him.</p>",
            "<p>See <a href='/x'>the report</a> which names him.</p>",
        ),
        ("<p>He met <i>the envoy</i>in May.</p>", "<p>He met <i>the envoy</i> in May.</p>"),
        ("<p><b>T</b>he mayor left.</p>", "<p><b>T</b>he mayor left.</p>"),
        ("<p>The <b>un</b>believable man.</p>", "<p>The <b>un</b>believable man.</p>"),
        ("<p>The <b>drag</b>on left.</p>", "<p>The <b>drag</b> on left.</p>"),
        ("<p>Two <i>run</i>s of it.</p>", "<p>Two <i>run</i>s of it.</p>"),
    ],
)
def test_at_tags(page: str, after: str) -> None:
    assert cleaner().clean(html.read(page)).text == after


def test_handles_and_addresses_are_no_names() -> None:
    text = "Anna Kovalyova sang. See #AnnaKovalyova, @AnnaKovalyova and AnnaKovalyova.com; then AnnaKovalyova left."
    report = cleaner("fr").clean(text, language="en")
    assert report.text == text.replace("then AnnaKovalyova", "then Anna Kovalyova")
