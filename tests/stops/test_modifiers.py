"""Adjectives that stood behind their noun in the original."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "breaks.displaced-adjective",
        "fr",
        "He had spoken of the donations. questionable in October.",
        "He had spoken of the questionable donations in October.",
    ),
    (
        "breaks.displaced-adjective",
        "es",
        "The bird has long legs and claws. sickle-shaped and a red crest.",
        "The bird has long legs and sickle-shaped claws and a red crest.",
    ),
    (
        "breaks.displaced-adjective",
        "es",
        "They want to hold an international contest. swimming.",
        "They want to hold an international swimming contest.",
    ),
    (
        "breaks.displaced-adjective",
        "es",
        "The talks were paid for by the world. developed.",
        "The talks were paid for by the developed world.",
    ),
    (
        "breaks.displaced-adjective",
        "it",
        "It was not easy to build a city. industrial, far from the sea.",
        "It was not easy to build an industrial city, far from the sea.",
    ),
]

REMARKED: list[Remark] = [
    # other languages have it before the noun; nobody said which this is
    ("breaks.cut-sentence", "de", "He had spoken of the donations. questionable in October."),
    ("breaks.displaced-adjective", "", "He had spoken of the donations. questionable in October."),
    # the noun has an adjective that this one may contradict
    ("breaks.cut-sentence", "fr", "They go back to very different methods. similar."),
    # the adjective has words of its own
    ("breaks.cut-sentence", "fr", "They moved towards the treatment. effective against fever."),
    # a verb, maybe
    ("breaks.cut-sentence", "fr", "He studied the death penalty. died in Lyon and left no papers."),
    ("breaks.stray-tail", "fr", "Heating will also be more. dear."),
]

SILENT: list[tuple[str, str]] = [("fr", "He had spoken of the donations. Questionable ones were returned.")]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
