"""What hosts receive their guests in, where no reader is spoken to."""

from __future__ import annotations

from detectors.verdicts import Repair, applied, left_alone

APPLIED: list[Repair] = [
    (
        "pronouns.your",
        "de",
        "The host Stephen Colbert welcomed the Swede to your show on Tuesday.",
        "The host Stephen Colbert welcomed the Swede to his show on Tuesday.",
    ),
    (
        "pronouns.your",
        "es",
        "In May, Anna Bell received the ministers in your office.",
        "In May, Anna Bell received the ministers in her office.",
    ),
]
SILENT: list[tuple[str, str]] = [
    ("de", "“Stephen Colbert welcomed the Swede to your show,” she wrote to the network."),
    ("de", "Stephen Colbert welcomed the Swede to your show, as you know."),
    ("de", "Jordan Blake welcomed the Swede to your show on Tuesday."),
    ("de", "The Swede was welcomed to your show on Tuesday."),
    ("de", "Stephen Colbert told the Swede about your show on Tuesday."),
    ("de", "Stephen Colbert and Anna Bell welcomed the Swede to their show."),
    ("", "Stephen Colbert welcomed the Swede to your show on Tuesday."),
]

test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
