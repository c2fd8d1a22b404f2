"""Marks on the wrong side of their space, and titles without their first mark."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, cleaner, remarked, rules

APPLIED: list[Repair] = [
    (
        "quote-sides.turned",
        "fr",
        'The state of the castle is a real" scandal of the state ", says its keeper.',
        'The state of the castle is a real "scandal of the state", says its keeper.',
    ),
    (
        "quote-sides.turned",
        "ar",
        'The "first wave" is over, and the" new virus ".',
        'The "first wave" is over, and the "new virus".',
    ),
    (
        "quote-sides.title",
        "zh",
        'The lighthouse keeper of Lorville 2" tells a new story.',
        '"The Lighthouse Keeper of Lorville 2" tells a new story.',
    ),
    ("quote-sides.title", "zh", "It rained. Night Ferry 3” was shown.", "It rained. “Night Ferry 3” was shown."),
]
REMARKED: list[Remark] = [
    ("quote-sides.turned", "", 'It is a real" scandal of the state ", says its keeper.'),
    ("quote-sides.title", "", 'The lighthouse keeper of Lorville 2" tells a new story.'),
]
UNCERTAIN = [
    ("fr", 'He said "no" and then "yes", and left.'),
    ("ru", 'The film "Operation" Albatross ": the story of a flight'),  # three marks: which one is missing?
    ("zh", 'The screen of Lorville 24" is wide.'),
    ("zh", 'The lighthouse keeper, Lorville 2" tells a new story.'),
    ("zh", 'The lighthouse keeper 2", he said.'),
]


test_applied = applied(APPLIED)
test_suggested = remarked(REMARKED)


def test_nothing_is_guessed() -> None:
    for source, text in UNCERTAIN:
        assert not {rule for rule in rules(cleaner(source).clean(text)) if rule.startswith("quote-sides")}
