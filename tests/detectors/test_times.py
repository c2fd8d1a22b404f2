"""Clock times in the original's form, and those that only look so."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("times.h", "fr", "The meeting opened at 9h05.", "The meeting opened at 9:05 a.m."),
    ("times.o-clock", "", "It began at 20.48 o'clock.", "It began at 8:48 p.m."),
    ("times.o-clock", "", "It began at 20 o'clock and ended.", "It began at 8 p.m. and ended."),
    ("times.o-clock", "", "It began at 6:30 o’clock in the evening.", "It began at 6:30 p.m."),
    ("times.o-clock", "", "It began at 12:30 o'clock at night and ended.", "It began at 12:30 a.m. and ended."),
    ("times.o-clock", "", "It began at 2:30 o'clock at night and ended.", "It began at 2:30 a.m. and ended."),
    ("times.twice", "", "It began at 22:09 p.m. and ended.", "It began at 10:09 p.m. and ended."),
    ("times.h", "", "It began at 14h30 and ended.", "It began at 2:30 p.m. and ended."),
    ("times.h", "", "It began at 9h15 and ended.", "It began at 9:15 a.m. and ended."),
    ("times.o-clock", "es", "It began around 17:30 hours of Sunday.", "It began around 5:30 p.m. Sunday."),
    ("times.o-clock", "ru", "It began at 14.30 Moscow time.", "It began at 2:30 p.m. Moscow time."),
]

REMARKED: list[Remark] = [
    ("times.dot", "it", "The session opens at 15.30 on Monday."),
]

SILENT: list[tuple[str, str]] = [
    ("", "They met at 7 o'clock."),
    ("", "The shop opens at 8 a.m. and closes at 10:30 p.m. on weekdays."),
    ("fr", "She ran the race in 2h14."),
    ("fr", "The flight takes 2h30."),
    ("de", "He won by 15.30 seconds, from 17.20 in May."),
    ("es", "She finished the race in 2:30 hours and rested for 13:30 hours."),
    ("ru", "The match begins at 16:20 Moscow time."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
