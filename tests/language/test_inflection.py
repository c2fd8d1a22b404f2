"""One verb or noun in the form of another."""

from __future__ import annotations

import pytest

from cleanup.language.inflection import Forms
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder

SAME_FORM = [
    ("say", "assured", "The minister ", "said"),
    ("say", "assures", "", "says"),
    ("say", "assuring", "", "saying"),
    ("say", "assure", "They ", "say"),
    ("give", "delivered", "He ", "gave"),
    ("give", "delivered", "He has ", "given"),
    ("give", "delivered", "which was quickly ", "given"),
    ("give", "delivered", "he’d ", "given"),
    ("begin", "took", "", "began"),
    ("begin", "taken", "", "begun"),
    ("admit", "knew", "", "admitted"),
    ("visit", "travelling", "", "visiting"),
    ("stop", "halting", "", "stopping"),
    ("deny", "refutes", "", "denies"),
    ("deny", "refuted", "", "denied"),
    ("die", "falling", "", "dying"),
    ("agree", "matching", "", "agreeing"),
    ("reach", "joins", "", "reaches"),
    ("go", "proceed", "They ", "go"),
    ("take", "bring", "They ", "take"),
    ("look", "focus", "They ", "look"),
    ("go", "proceeded", "They ", "went"),
    ("take part", "participated", "He ", "took part"),
    ("take part", "participated", "He had ", "taken part"),
    ("win", "put", "He will ", "win"),
    ("win", "put", "He has ", "won"),
    ("polling station/noun", "offices", "", "polling stations"),
    ("polling station/noun", "office", "", "polling station"),
    ("child/noun", "infants", "", "children"),
    ("crisis/noun", "quarrels", "", "crises"),
    ("body/noun", "corpses", "", "bodies"),
]


@pytest.fixture(scope="module")
def forms() -> Forms:
    return Forms.read(Lexicons((rules_folder(),), "en").rows("inflections"))


@pytest.mark.parametrize(("lemma", "like", "before", "expected"), SAME_FORM)
def test_a_word_takes_the_form_of_the_one_it_replaces(
    forms: Forms, lemma: str, like: str, before: str, expected: str
) -> None:
    assert forms.inflected(lemma, like, before) == expected
