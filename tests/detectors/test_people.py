"""People in the news: other languages' spellings of them are repaired, namesakes never are."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("people.spelling", "fr", "He met Vladimir Poutine in May.", "He met Vladimir Putin in May."),
    ("people.spelling", "", "He met Vladimir Poutine in May.", "He met Vladimir Putin in May."),
    ("people.spelling", "de", "WLADIMIR PUTIN SPOKE", "VLADIMIR PUTIN SPOKE"),
    ("people.spelling", "fr", "“We saw Sergueï Choïgou,” he said.", "“We saw Sergei Shoigu,” he said."),
    ("people.spelling", "fr", "President Poutine’s plan failed.", "President Putin’s plan failed."),
    ("people.spelling", "fr", "Vladimir Poutine left. Poutine slept.", "Vladimir Putin left. Putin slept."),
    ("people.spelling", "ru", "Emmanuel Makron left. Makron slept.", "Emmanuel Macron left. Macron slept."),
    ("people.spelling", "ru", "Xi met Si Tszinpin there.", "Xi met Xi Jinping there."),
    ("people.spelling", "fr", "Bachar al-Assad spoke.", "Bashar al-Assad spoke."),
    (
        "people.spelling",
        "es",
        "Volodymyr Zelensky spoke. Volodímir Zelenski left.",
        "Volodymyr Zelensky spoke. Volodymyr Zelensky left.",
    ),
    ("people.case", "ru", "They met Vladimira Putina in May.", "They met Vladimir Putin in May."),
    ("people.case", "uk", "They wrote to Volodymyru Zelenskomu.", "They wrote to Volodymyr Zelenskyy."),
    ("people.case", "ru", "They met Angelu Merkel in May.", "They met Angela Merkel in May."),
    ("people.slip", "uk", "Volodymir Zelenskiy spoke.", "Volodymyr Zelenskyy spoke."),
    ("people.case", "ru", "Vladimir Putin spoke. They praised Putinu.", "Vladimir Putin spoke. They praised Putin."),
]

REMARKED: list[Remark] = [
    ("people.slip", "fr", "Warren Buffet bought it in May."),  # a slip of the reporter's
    ("people.case", "ru", "They met Yevgenia Prigozhina in May."),  # a woman's name too
    ("people.case", "ru", "Vladimir Putin spoke. Putina was there."),  # his wife?
]

SILENT: list[tuple[str, str]] = [
    ("fr", "Igor Poutine sang. Poutine left."),
    ("fr", "Vladimir Putin met Igor Poutine. Poutine left."),
    ("", "Poutine left."),  # nobody said that it is a translation
    ("fr", "They ate poutine. Poutine is eaten warm."),
    ("ru", "Kim Jong Un and Kim Jong Il came. The two Kims ruled."),
    ("en", "Vladimir Putin met Emmanuel Macron and Pedro Sánchez."),
    ("de", "Alexandra Merkel and Angela Makron met."),
    ("es", "Volodymyr Zelenskiy spoke. Volodymyr Zelenskiy left."),
    ("ru", "Ekaterina Putina met Galina Lukashenko."),
    ("fr", "The street Vladimir-Poutine-Nord was closed."),
]

test_applied = applied(APPLIED)
test_suggested = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
