"""Quotations without their closing mark: where their end is certain, and where it is not."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, cleaner, remarked, rules

APPLIED: list[Repair] = [
    (
        "quote-ends.missing",
        "ro",
        'They know that they will lose "bitterly. The minister left.',
        'They know that they will lose "bitterly." The minister left.',
    ),
    (
        "quote-ends.missing",
        "es",
        "“We went down with my cousin, the witness said.",
        "“We went down with my cousin,” the witness said.",
    ),
    (
        "quote-ends.missing",
        "fr",
        "“In the year 2007, in China, I finished the tournament fifth, he added.",
        "“In the year 2007, in China, I finished the tournament fifth,” he added.",
    ),
    (
        "quotes.unclosed",
        "fr",
        "“He tried to do too much in the first period, noted Guy Carbo.",
        "“He tried to do too much in the first period,” noted Guy Carbo.",
    ),
    (
        "quotes.unclosed",
        "fr",
        '"I do not know if my colleagues call me that, admits Karel Brez about nicknames.',
        '"I do not know if my colleagues call me that," admits Karel Brez about nicknames.',
    ),
    (
        "quote-ends.missing",
        "ru",
        'She says the plan is "dead.\n\nNobody knows when it will be voted on.',
        'She says the plan is "dead."\n\nNobody knows when it will be voted on.',
    ),
]
REMARKED: list[Remark] = [
    ("quote-ends.missing", "", 'They know that they will lose "bitterly. The minister left.'),
]
UNCERTAIN = [
    ("fr", 'All are asked to work on this plan "adds Evelyne Sanchis.'),
    ("fr", 'She said: "We are here.\n\n"We will stay," she added.'),
    ("fr", 'The screen is 24" wide. It is new.'),
    ("fr", 'They want to "go on with it for as long as it takes. We will stay.'),
    ("fr", "They call it “home.”"),
    ("fr", "“The change is small, notes Ana Brez, because what counts is who counts the votes."),
    ("fr", "“She laughed, then he came, and Paul noted Guy Carbo among the guests."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)


def test_no_end_is_guessed() -> None:
    for source, text in UNCERTAIN:
        assert {"quote-ends.missing", "quotes.unclosed"}.isdisjoint(rules(cleaner(source).clean(text)))
