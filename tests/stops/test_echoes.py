"""Tails that say again what stands before the stop."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "breaks.repeated-tail",
        "es",
        "She runs a non-profit organization. profit.",
        "She runs a non-profit organization.",
    ),
    ("breaks.repeated-tail", "es", "It is a nonprofit foundation. profit.", "It is a nonprofit foundation."),
    ("breaks.repeated-tail", "es", "The damage is in the brainstem. brain.", "The damage is in the brainstem."),
    (
        "breaks.repeated-tail",
        "zh",
        "They will build schools and facilities. facility.",
        "They will build schools and facilities.",
    ),
    ("breaks.repeated-tail", "fr", "Nobody watched the vote count. votes.", "Nobody watched the vote count."),
    (
        "breaks.repeated-tail",
        "de",
        "They hired men from outside the town, said the mayor. outside.",
        "They hired men from outside the town, said the mayor.",
    ),
    (
        "breaks.repeated-tail",
        "de",
        "Of the claims, 40 percent were “far too high”. were.",
        "Of the claims, 40 percent were “far too high”.",
    ),
    (
        "breaks.repeated-tail",
        "fr",
        "The case is in the hands of the latter. this.",
        "The case is in the hands of the latter.",
    ),
    (
        "breaks.repeated-tail",
        "fr",
        "They are in middle school. school (college) and beyond.",
        "They are in middle school (college) and beyond.",
    ),
]

REMARKED: list[Remark] = [
    # what follows the repeated words has lost its verb
    ("breaks.repeated-tail", "de", "The cause lies in the 20th century. century search."),
    # a part that is denied is no echo
    ("breaks.displaced-adjective", "", "The evening was uneventful in the town. eventful."),
    ("breaks.cut-sentence", "", "They came home to the harbour. art."),
    # a preposition that the sentence has not got yet
    ("breaks.cut-sentence", "de", "He put the old hat away today. around."),
    # the stop stands inside the marks
    ("breaks.stray-tail", "de", "They were told that “all is well.” were."),
]

SILENT: list[tuple[str, str]] = [
    ("", "It was late. No. no. Everybody knew about it."),
    ("es", "She runs a non-profit organization. Profit is no aim."),
    ("de", "They hired men from outside. Outside, it rained."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
