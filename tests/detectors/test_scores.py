"""Scores with a colon: which figure goes first, and times and verses that only look so."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("scores.colon", "uk", "Victory over Arsenal in the league (0:1).", "Victory over Arsenal in the league (1-0)."),
    ("scores.colon", "de", "The team lost the match 2:0.", "The team lost the match 2-0."),
    ("scores.colon", "ru", "The team was defeated with a score of 0:2.", "The team was defeated with a score of 2-0."),
    ("scores.colon", "de", "The 3:1 home win took them to the top.", "The 3-1 home win took them to the top."),
    ("scores.colon", "cs", "After the 1:3 defeat in the match he left.", "After the 3-1 defeat in the match he left."),
    ("scores.colon", "cs", "They drew their match 1:1.", "They drew their match 1-1."),
]
REMARKED: list[Remark] = [
    ("scores.colon", "uk", "The team was pleased with its match (0:1)."),
    ("scores.colon", "", "The team won the match 3:1."),
]
SILENT: list[tuple[str, str]] = [
    ("de", "The team won the match by 14:30."),
    ("de", "He lost the match at 3:4 p.m."),
    ("de", "She won the vote by a 2:1 majority, and her team the cup."),
    ("de", "The goal was John 3:16."),
    ("de", "The vote was won 3:1."),
    ("de", "It was a 3:1 ratio, and a victory for her team."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
test_suggested_or_flagged = remarked(REMARKED)
