"""The article before a word that a repair puts in."""

from __future__ import annotations

import pytest

from cleanup.articles import agreeing
from cleanup.edits import apply
from cleanup.findings import Edit
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.story import Story
from cleanup.text import Document, Span

CASES = [
    ("en", "He signed an okay.", "okay", "deal", "He signed a deal."),
    ("en", "It was a accord.", "accord", "agreement", "It was an agreement."),
    ("en", "A deal was near.", "deal", "agreement", "An agreement was near."),
    ("en", "a delegate", "delegate", "MP", "an MP"),
    ("en", "an OTAN base", "OTAN", "NATO", "a NATO base"),
    ("en", "an ONU base", "ONU", "UN", "a UN base"),
    ("en", "a common base", "common", "European", "a European base"),
    ("en", "a common base", "common", "EU", "an EU base"),
    ("en", "a person", "person", "unidentified man", "an unidentified man"),
    ("en", "an order", "order", "uniform", "a uniform"),
    ("en", "a day", "day", "hour", "an hour"),
    ("en", "the deal", "deal", "agreement", "the agreement"),
    ("en", "Joana deal", "deal", "agreement", "Joana agreement"),
    ("en", "a deal", "deal", "", "a "),
    ("fr", "il a fin", "fin", "aimé", "il a aimé"),
]


@pytest.mark.parametrize(("language", "text", "bad", "good", "after"), CASES)
def test_the_article_goes_with_the_new_word(language: str, text: str, bad: str, good: str, after: str) -> None:
    story = Story(Document.plain(text), Lexicons((rules_folder(),), language))
    at = text.index(bad)
    assert apply(text, [agreeing(story, Edit(Span(at, at + len(bad)), good))]) == after
