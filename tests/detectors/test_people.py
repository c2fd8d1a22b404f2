"""People in the news: other languages' spellings of them are repaired, namesakes never are."""

from __future__ import annotations

import pytest

from detectors.verdicts import Remark, Repair, applied, cleaner, left_alone, remarked

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
    ("people.spelling", "es", "Vladímir Putin met Alí Jamenei.", "Vladimir Putin met Ali Khamenei."),
    ("people.spelling", "fr", "The talks with Prigojine failed.", "The talks with Prigozhin failed."),
    ("people.spelling", "es", "They met papa Francisco in May.", "They met Pope Francis in May."),
    ("people.spelling", "cs", "She met Kamala Harrisová in May.", "She met Kamala Harris in May."),
    ("people.spelling", "zh", "They met Hsi Chin-p'ing in May.", "They met Xi Jinping in May."),
    ("people.spelling", "zh", "They met Jin Zhengen in May.", "They met Kim Jong Un in May."),
    ("people.spelling", "ko", "They met Mun Jaein in May.", "They met Moon Jae-in in May."),
    ("people.spelling", "de", "They met Abdelfattah el Sissi.", "They met Abdel-Fattah el-Sissi."),
    ("people.spelling", "uk", "They met Dmitry Kuleba in May.", "They met Dmytro Kuleba in May."),
    ("people.slip", "fa", "They met Masood Pezeshkian.", "They met Masoud Pezeshkian."),
    ("people.case", "ru", "They met Vladimira Putina in May.", "They met Vladimir Putin in May."),
    ("people.case", "uk", "They wrote to Volodymyru Zelenskomu.", "They wrote to Volodymyr Zelenskyy."),
    ("people.case", "ru", "They met Angelu Merkel in May.", "They met Angela Merkel in May."),
    ("people.slip", "uk", "Volodymir Zelenskiy spoke.", "Volodymyr Zelenskyy spoke."),
    ("people.case", "ru", "Vladimir Putin spoke. They praised Putinu.", "Vladimir Putin spoke. They praised Putin."),
    ("people.case", "cs", "They met Robertem Ficem in May.", "They met Robert Fico in May."),
    ("people.case", "pl", "They met Lionelem Messim. Messiemu was glad.", "They met Lionel Messi. Messi was glad."),
    ("people.case", "cs", "They met Jaroslava Kaczyńského.", "They met Jaroslaw Kaczynski."),
    (
        "people.spelling",
        "fr",
        "Vladimir Poutine left. On Sunday Poutine slept.",
        "Vladimir Putin left. On Sunday Putin slept.",
    ),
    (
        "people.spelling",
        "ru",
        "Ursula fon der Lyayen left. She, fon der Lyayen, slept.",
        "Ursula von der Leyen left. She, von der Leyen, slept.",
    ),
    (
        "people.spelling",
        "ru",
        "Aun San Su Chzhi left. They praised Su Chzhi.",
        "Aung San Suu Kyi left. They praised Suu Kyi.",
    ),
    ("people.spelling", "ru", "Dzhimmi Lay left. They praised Lay.", "Jimmy Lai left. They praised Lai."),
    ("people.spelling", "cs", "Mluvčí Si Ťin-pching was there.", "Mluvčí Xi Jinping was there."),
    ("people.spelling", "tr", "They met Vang Yi and Şi Cinping.", "They met Wang Yi and Xi Jinping."),
    ("people.spelling", "hu", "They met Hszi Csin-ping in May.", "They met Xi Jinping in May."),
    ("people.spelling", "es", "Jalifa Haftar left. They praised Haftar.", "Khalifa Haftar left. They praised Haftar."),
    ("people.spelling", "fr", "Bruno The Mayor, the minister, resigned.", "Bruno Le Maire, the minister, resigned."),
    ("people.spelling", "it", "They met Mario Dragons in May.", "They met Mario Draghi in May."),
    ("people.spelling", "ru", "They met President Niiniste in May.", "They met President Niinisto in May."),
    ("people.spelling", "ru", "Makron has said no.", "Macron has said no."),
    ("people.slip", "tr", "They met President Mahmud Abbas.", "They met President Mahmoud Abbas."),
]

REMARKED: list[Remark] = [
    ("people.spelling", "ru", "The villages of Komi were flooded."),  # a republic, and Comey
    ("people.spelling", "tr", "Ramazan and his father left."),  # a first name, and Romdhane
    ("people.spelling", "ar", "Mohamed Abdel Salam, a banker, left."),  # the name of many
    ("people.spelling", "cs", "The ball that Jaros hit was lost."),  # a Czech, and Yarosh
    ("people.spelling", "zh", "They met Ma Jun in May."),  # a painter, and Jack Ma in Czech
    ("people.slip", "fr", "Warren Buffet bought it in May."),  # a slip of the reporter's
    ("people.spelling", "fr", "They met Mario Dragons in May."),  # an Italian's name
    ("people.case", "ru", "They met Yevgenia Prigozhina in May."),  # a woman's name too
    ("people.case", "ru", "Vladimir Putin spoke. Putina was there."),  # his wife?
]

SILENT: list[tuple[str, str]] = [
    ("ru", "Mohammed Ali, a relative, left."),  # each newsroom has its own Mohammed
    ("fr", "Igor Poutine sang. Poutine left."),
    ("cs", "They met Petra Nováková and Jana Němcová. Then Němcová and Nováková left."),
    ("cs", "Nováková and Schmidtová left."),
    ("fr", "Bruno Le Maire met the Mayor of Lyon. The Mayor was late."),
    ("ar", "Abdel-Fattah el-Sissi spoke. They praised el-Sissi and al-Sissi."),
    ("fr", "Vladimir Putin met Igor Poutine. Poutine left."),
    ("", "Poutine left."),  # nobody said that it is a translation
    ("fr", "They ate poutine. Poutine is eaten warm."),
    ("ru", "Kim Jong Un and Kim Jong Il came. The two Kims ruled."),
    ("en", "Vladimir Putin met Emmanuel Macron and Pedro Sánchez."),
    ("de", "Alexandra Merkel and Angela Makron met."),
    ("es", "Volodymyr Zelenskiy spoke. Volodymyr Zelenskiy left."),
    ("ru", "Ekaterina Putina met Galina Lukashenko."),
    ("fr", "Anna Prigojine sang. Prigojine left."),
    ("", "The talks with Prigojine failed."),
    ("es", "They met Alí Babá and el rey Francisco."),
    ("ru", "They met Andrey Kostin in May."),  # the banker; the prosecutor is Andriy Kostin
    ("fr", "The street Vladimir-Poutine-Nord was closed."),
]

test_applied = applied(APPLIED)
test_suggested = remarked(REMARKED)
test_left_alone = left_alone(SILENT)


@pytest.mark.parametrize("source", ["fr", "ru"])
def test_a_name_that_is_right_is_never_made_like_a_wrong_one(source: str) -> None:
    text = "Roberta MetsolaÃ spoke. Roberta Metsola left."
    assert cleaner(source).clean(text).text.endswith(" Roberta Metsola left.")
