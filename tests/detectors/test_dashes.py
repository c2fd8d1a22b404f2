"""Speech that a dash opens, and dashes that are dashes."""

from __future__ import annotations

from detectors.verdicts import Repair, applied, left_alone

APPLIED: list[Repair] = [
    (
        "dashes.dash-quote",
        "ru",
        "– We are going home, said Anna Kovalyova.",
        "“We are going home,” said Anna Kovalyova.",
    ),
    ("dashes.dash-quote", "no", "- We are going home, she says.", "“We are going home,” she says."),
    ("dashes.dash-quote", "fr", "— We are going home, said the teacher.", "“We are going home,” said the teacher."),
    ("dashes.dash-quote", "es", "—We are going home, he said.", "“We are going home,” he said."),
    ("dashes.dash-quote", "ru", "– Are we going home? asked the boy.", "“Are we going home?” asked the boy."),
    ("dashes.dash-quote", "ru", "– We are going home! the coach shouted.", "“We are going home!” the coach shouted."),
    (
        "dashes.dash-quote",
        "no",
        "– We had no choice, said the mayor. – It was late.",
        "“We had no choice,” said the mayor. “It was late.”",
    ),
    (
        "dashes.dash-quote",
        "ru",
        "– We are going home, – said Anna Kovalyova.",
        "“We are going home,” said Anna Kovalyova.",
    ),
    (
        "dashes.dash-quote",
        "no",
        "The mayor came to the hall late in the day. – We had no choice, he said.",
        "The mayor came to the hall late in the day. “We had no choice,” he said.",
    ),
    (
        "dashes.dash-quote",
        "no",
        'She called it "home" at last.\n\n– We are going there, she said.',
        'She called it "home" at last.\n\n"We are going there," she said.',
    ),
    (
        "dashes.dash-quote",
        "",
        "– We are going home, said Anna Kovalyova on Monday.",
        "“We are going home,” said Anna Kovalyova on Monday.",
    ),
    (
        "dashes.dash-quote",
        "sv",
        "– They went home, says police chief Lars Holm.",
        "“They went home,” says police chief Lars Holm.",
    ),
]

SILENT: list[tuple[str, str]] = [
    ("", "– Bread\n– Salt\n– Wine"),
    ("", "- Anna Kovalyova, a teacher"),
    ("", "PARIS (AP) – The mayor left, he said."),
    ("", "PARIS — The mayor left, said the police."),
    ("", "The town – a small one – slept."),
    ("", "He won 3–1 in Rome."),
    ("", "The town, said Anna – who knew – slept."),
    ("", "– We know that the minister said that it was late."),
    ("", "– The talks, “he said,” went on."),
    ("", "The 1914–18 war ended."),
    ("", "It was over — or so they said."),
    ("", "A well-known man left, he said."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
