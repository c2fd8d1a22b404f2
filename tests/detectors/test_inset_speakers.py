"""Speakers between dashes, and marks of two kinds around one quotation."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "mixed-marks.pair",
        "fr",
        "“We will win the vote. »",
        "“We will win the vote.”",
    ),
    ("mixed-marks.pair", "es", 'It is called "anti-Microsoft» by many.', 'It is called "anti-Microsoft" by many.'),
    ("mixed-marks.pair", "it", "He spoke of «a long road” on Monday.", "He spoke of “a long road” on Monday."),
]
REMARKED: list[Remark] = [
    ("inset-speakers.dashes", "", '"The doors - says Brunetta - are a means."'),
    ("inset-speakers.dashes", "it", '"The doors - says Brunetta - are a means to work better."'),
    ("inset-speakers.dashes", "pt", "“Is it a good day? – he added – We will win.”"),
]
SILENT: list[tuple[str, str]] = [
    ("it", '"The plan - the best of all - is to win."'),
    ("it", '"The plan - said to be the best - is to win."'),
    ("fr", "The board is 24\" by 30\" wide."),
    ("fr", "“We will win,” he said."),
]  # fmt: skip


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
test_suggested_or_flagged = remarked(REMARKED)
