"""Spaces before marks, as French sets them or tags leave them."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("spacing.before-mark", "fr", "He left ; she stayed.", "He left; she stayed."),
    ("spacing.before-mark", "fr", "Who knows ?", "Who knows?"),
    ("spacing.before-mark", "fr", "Come here !", "Come here!"),
    ("spacing.before-mark", "fr", "He said : no.", "He said: no."),
    ("spacing.before-mark", "", "He left\u00a0; she stayed.", "He left; she stayed."),
    ("spacing.before-mark", "", "Who knows\u202f?", "Who knows?"),
    ("spacing.before-mark", "", "He said\u00a0: no.", "He said: no."),
    ("spacing.before-percent", "", "It rose 5 % in May.", "It rose 5% in May."),
    ("spacing.before-percent", "", "It rose 5\u00a0% in May.", "It rose 5% in May."),
]

REMARKED: list[Remark] = [
    ("spacing.before-mark", "", "Who knows ?"),
    ("spacing.before-mark", "", "He left ; she stayed."),
    ("spacing.before-stop", "", "They all left ."),
    ("spacing.before-stop", "fr", "He left , and she stayed."),
    ("spacing.before-stop", "de", "“They left .”"),
]

SILENT: list[tuple[str, str]] = [
    ("fr", "He left; she stayed: no? Yes!"),
    ("fr", "It rose 5% in May."),
    ("fr", "The .com boom and the .NET code."),
    ("fr", "A :) is a smile."),
    ("fr", "The ratio 5 : 4 is so."),
    ("fr", "He waited ... and left."),
    ("fr", "He waited …"),
    ("fr", "Of 5 %a it is."),
    ("fr", "They won , lost , drew , and slept ."),
    ("fr", "A pistol, .45 caliber."),
    ("fr", "It cost .5 cents."),
    ("fr", "Yahoo! left; eBay stayed."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
