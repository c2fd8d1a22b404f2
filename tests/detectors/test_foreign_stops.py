"""Stops and letters of other scripts."""

from __future__ import annotations

from detectors.verdicts import Repair, applied, left_alone

APPLIED: list[Repair] = [
    ("foreign-stops.mark", "zh", "He said yes。She left.", "He said yes. She left."),
    ("foreign-stops.mark", "zh", "They sell cars、 ships and trains。", "They sell cars, ships and trains."),
    ("foreign-stops.mark", "zh", "Joe·Biden came to Beijing.", "Joe Biden came to Beijing."),
    ("foreign-stops.mark", "ar", "He came، and left؛ why؟", "He came, and left; why?"),
    ("foreign-stops.mark", "ar", "It rose by 5٪ in May.", "It rose by 5% in May."),
    ("foreign-stops.letters", "ru", "He lives in Сanada and likes Мinsk.", "He lives in Canada and likes Minsk."),
]
SILENT: list[tuple[str, str]] = [
    ("zh", "The sign means 。 and nothing else."),
    ("fr", "The list has co·workers of many firms."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
