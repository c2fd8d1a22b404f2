"""Figures and times in the original's form, and those that only look so."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "numbers.compound",
        "",
        "It took 3 million 300 thousand years, or 1,500 ages of 2,200.",
        "It took 3,300,000 years, or 1,500 ages of 2,200.",
    ),
    ("numbers.compound", "tr", "It reached 59 thousand 827 people.", "It reached 59,827 people."),
    (
        "numbers.compound",
        "",
        "Of 70,000 or 80,000 lira, 49 million 56 thousand 664 are new.",
        "Of 70,000 or 80,000 lira, 49,056,664 are new.",
    ),
    (
        "numbers.compound",
        "es",
        "It cost 1 million 200 thousand pesos, not 3,000 or 4,000.",
        "It cost 1,200,000 pesos, not 3,000 or 4,000.",
    ),
    ("numbers.thousand-spaces", "", "It cost 12\u00a0500 crowns.", "It cost 12,500 crowns."),
    ("numbers.glued-figure", "zh", "Of the F-16,20 jets were sold.", "Of the F-16, 20 jets were sold."),
    ("numbers.glued-figure", "zh", "It was on the 26th,24 people came.", "It was on the 26th, 24 people came."),
    ("numbers.decimal-comma", "", "It cost 64,2 million euros.", "It cost 64.2 million euros."),
    ("numbers.decimal-comma", "", "Prices rose 3,5 percent.", "Prices rose 3.5 percent."),
    ("numbers.decimal-comma", "", "Prices rose 3,5% in May.", "Prices rose 3.5% in May."),
    ("numbers.decimal-comma", "", "The path is 12,5 kilometers long.", "The path is 12.5 kilometers long."),
    ("numbers.decimal-comma", "", "It costs €5,90 a box.", "It costs €5.90 a box."),
    (
        "numbers.decimal-comma",
        "",
        "They found a 3,8 centimeter long worm in it.",
        "They found a 3.8-centimeter-long worm in it.",
    ),
    ("numbers.european-figure", "", "It cost 16.599,85 in all.", "It cost 16,599.85 in all."),
    ("numbers.thousand-dots", "", "It cost 1.500.000 in all.", "It cost 1,500,000 in all."),
    ("numbers.thousand-dots", "", "Some 12.500 people marched.", "Some 12,500 people marched."),
    ("numbers.thousand-dots", "", "A field of 2.300 square meters.", "A field of 2,300 square meters."),
    (
        "numbers.spelt-thousand",
        "",
        "Some 75 thousand people marched, 4,000 on foot and 1,000 by bus.",
        "Some 75,000 people marched, 4,000 on foot and 1,000 by bus.",
    ),
    (
        "numbers.spelt-thousand",
        "ru",
        "They owe 300 thousand dollars of 500,000 or 600,000.",
        "They owe 300,000 dollars of 500,000 or 600,000.",
    ),
    ("numbers.glued-figure", "", "On July 26,24 new cases came.", "On July 26, 24 new cases came."),
    ("numbers.glued-figure", "", "Of COVID-19,24 new cases came.", "Of COVID-19, 24 new cases came."),
]

REMARKED: list[Remark] = [
    ("numbers.glued-figure", "zh", "On June 18,320 people came to the hall."),
    ("numbers.compound", "", "It has 5 thousand 12 members."),
    ("numbers.compound", "", "It took 3 million 300 thousand years."),
    ("numbers.spelt-thousand", "", "Some 75 thousand people marched."),
    ("numbers.spelt-thousand", "es", "It holds 5 thousand spectators."),
    ("numbers.spelt-thousand", "ru", "Some 4.5 thousand people came."),
]
SILENT: list[tuple[str, str]] = [
    ("fr", "She finished the race in 2h14."),
    ("ru", "It costs between 5 and 15 thousand euros."),
    ("ru", "It takes one to 2 thousand rubles."),
    ("", "The broadcast starts on December 12,15 GMT."),
    ("tr", "He has 2 thousand 15-year-old cars."),
    ("", "She won 6-4, 7-6 (7-5), 6-2."),
    ("", "He ran version 2.4.1 and then 1.500.200.1."),
    ("", "The server 192.168.100.200 failed."),
    ("", "On 2024-05-01 it rained."),
    ("", "It cost 1.784 million euros."),
    ("", "They met at 48.8566, 2.3522 in Paris."),
    ("", "Call +33 1 42 34 56 78 or 555-1234."),
    ("", "The ratio was 16:9 and then 4:3."),
    ("", "The train left at 14:30 and came at 15:05."),
    ("", "At 7 o'clock they ate."),
    ("", "It weighs 1,234.5 kilos."),
    ("", "In 1,2 and 3 they lost."),
    ("", "The years 1914,1915 and 1916."),
    ("", "Chapters 3,4 and 5."),
    ("", "The dollar rose to 37.005 rubles."),
    ("", "A few thousand people came."),
    ("", "One in 10 thousand to one."),
    ("", "It rose by 0.125 points."),
    ("", "The score was 3,5."),
    ("", "Flight AF1.234 left."),
    ("", "Psalm 23:4 was read."),
    ("", "It took 2h in all."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
test_suggested_or_flagged = remarked(REMARKED)
