"""Pronouns that cannot mean anybody who was named: where the original does not say the gender."""

from __future__ import annotations

import pytest

from detectors.verdicts import Remark, Repair, applied, cleaner, left_alone, remarked

REMARKED: list[Remark] = [
    ("pronouns.gender", "fr", "Jimmy Butler said: the club and her players are tired."),
    ("pronouns.gender", "fr", "The singer left. Jana Novak sold his house in May."),
    ("pronouns.gender", "fr", "Jana Novak told the lawyer to sell his house in May."),
    ("pronouns.gender", "fr", "Jana Novak sold his house in May. Then he wept."),
    ("pronouns.gender", "cs", "Eva Nováková told a colleague that he owed money."),
    ("pronouns.gender", "cs", "Eva Nováková said in May that he owed money. He denies it."),
    ("pronouns.gender", "cs", "The minister left. Eva Nováková said in May that he owed money."),
    ("pronouns.gender", "fr", "Jana Novak, a transgender activist, sold his house in May."),
    ("pronouns.gender", "fr", "Jana Novak’s plan will fail, but his party wants it."),
    ("pronouns.gender", "fr", "In May, for Jana Novak his house was sold."),
    ("pronouns.gender", "tr", "Jana Novak was devoted to his wife."),
    ("pronouns.gender", "es", "Carla Bruni left the court in May. He said nothing to the press."),
]

APPLIED: list[Repair] = [
    (
        "pronouns.gender",
        "ja",
        "Team leader Jimmy Butler also praised her favorite player this time.",
        "Team leader Jimmy Butler also praised his favorite player this time.",
    ),
    (
        "pronouns.gender",
        "fr",
        "Sheikh Hasina will return, but his party wants guarantees.",
        "Sheikh Hasina will return, but her party wants guarantees.",
    ),
    ("pronouns.gender", "zh", "Jana Novak sold his house in May.", "Jana Novak sold her house in May."),
    (
        "pronouns.gender",
        "cs",
        "Eva Nováková, a painter (and a councilor), was told in a letter that he owed money for his paintings.",
        "Eva Nováková, a painter (and a councilor), was told in a letter that she owed money for her paintings.",
    ),
]

SILENT: list[tuple[str, str]] = [
    ("de", "Team leader Jimmy Butler also praised her favorite player this time."),  # German says the gender
    ("", "Team leader Jimmy Butler also praised her favorite player this time."),
    ("fr", "Jimmy Butler met Anna Bell and praised her."),
    ("fr", "The widow came, and Jimmy Butler praised her sons."),
    ("fr", "Jordan Blake praised her sons."),
    ("fr", "Jimmy Butler said: “I praised her sons.”"),
    ("es", "The nurse spoke in May. Jimmy Butler praised the girl and her sons."),
]

TURNED = [
    ("ja", "Jimmy Butler praised her favorite player.", "his"),
    ("ja", "After this Jimmy Butler slept, and the dog woke her.", "him"),
    ("es", "Carla Bruni left. He said nothing to the press.", "She"),
    ("fr", "Carla Bruni left with his guards.", "her"),
]

test_applied = applied(APPLIED)
test_suggested = remarked(REMARKED)
test_left_alone = left_alone(SILENT)


@pytest.mark.parametrize(("source", "text", "pronoun"), TURNED)
def test_what_is_suggested(source: str, text: str, pronoun: str) -> None:
    [decision] = cleaner(source).clean(text, language="en").decisions
    assert decision.candidate
    assert [edit.text for edit in decision.candidate.edits] == [pronoun]
