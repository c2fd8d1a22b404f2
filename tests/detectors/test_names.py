"""Names: one person spelt in two ways is repaired, two people never are."""

from __future__ import annotations

from cleanup.detectors import names
from detectors.verdicts import Remark, Repair, applied, cleaner, left_alone, remarked, story

APPLIED: list[Repair] = [
    (
        "names.split",
        "",
        "Kim Jong Un met the press. He spoke of Kim’s father. Jong Un, Kim Jong Il, ruled before.",
        "Kim Jong Un met the press. He spoke of Kim Jong Un’s father, Kim Jong Il, ruled before.",
    ),
    (
        "names.split",
        "ru",
        "Vladimir Putin spoke. According to Vladimir. Putin, the talks go on.",
        "Vladimir Putin spoke. According to Vladimir Putin, the talks go on.",
    ),
    (
        "names.split",
        "",
        "Anna Kovalyova sang. The prize went to Anna. Kovalyova, 40, wept.",
        "Anna Kovalyova sang. The prize went to Anna Kovalyova, 40, wept.",
    ),
    ("names.split", "ru", "Defense Minister Sergei. Shoigu said so.", "Defense Minister Sergei Shoigu said so."),
    ("names.order", "ja", "Suzuki Ichiro left. Ichiro Suzuki slept.", "Ichiro Suzuki left. Ichiro Suzuki slept."),
    ("names.order", "hu", "Péter Kovács left. Kovács Péter slept.", "Péter Kovács left. Péter Kovács slept."),
    (
        "names.hyphenation",
        "",
        "Kim Jong Un met Kim Jong Un’s sister; Kim Jong-il was not there.",
        "Kim Jong Un met Kim Jong Un’s sister; Kim Jong Il was not there.",
    ),
    (
        "names.hyphenation",
        "ko",
        "Lee Min Ho and Lee Min Ho again; with Lee Min-jae.",
        "Lee Min Ho and Lee Min Ho again; with Lee Min Jae.",
    ),
    (
        "names.variant",
        "es",
        "Roberta Metsola spoke. Metsola left. At night Metzola came back.",
        "Roberta Metsola spoke. Metsola left. At night Metsola came back.",
    ),
    (
        "names.variant",
        "ro",
        "Traian Băsescu spoke. At noon Băsescu left. At night Bsescu came back.",
        "Traian Băsescu spoke. At noon Băsescu left. At night Băsescu came back.",
    ),
    (
        "names.variant",
        "ko",
        "Han Jin Woo won. Han Jin Woo sang. Han Jin Wu left.",
        "Han Jin Woo won. Han Jin Woo sang. Han Jin Woo left.",
    ),
    (
        "names.variant",
        "ru",
        "Igor Panov won. Igor Panov sang. They praised Igor Panova for it.",
        "Igor Panov won. Igor Panov sang. They praised Igor Panov for it.",
    ),
    (
        "names.variant",
        "ru",
        "Sergei Ladrov spoke. Ladrov left. At night Ladrow came back.",
        "Sergei Ladrov spoke. Ladrov left. At night Ladrov came back.",
    ),
    (
        "names.variant",
        "uk",
        "Olena Zadenska sang. Zadenska left. At night Sadenska came.",
        "Olena Zadenska sang. Zadenska left. At night Zadenska came.",
    ),
    (
        "names.variant",
        "ru",
        "Maria Zakharova spoke. Zakharova left. At night Sakharova wrote.",
        "Maria Zakharova spoke. Zakharova left. At night Zakharova wrote.",
    ),
]

REMARKED: list[Remark] = [
    ("names.variant", "", "Roberta Metsola spoke. Metsola left. At night Metzola came back."),
    ("names.variant", "ja", "The service is run by Spectee, a firm. The Spectre takes four steps."),
    ("names.split", "", "Anna Kovalyova sang. The prize went to Anna. Kovalyova wept."),
    ("names.variant", "es", "Mr Gonzalez met Mr Gonzales. Mr Gonzalez left and Mr Gonzales stayed."),
    ("names.variant", "", "Mr Brown met Mr Browne. Mr Brown left and Mr Browne stayed."),
    ("names.variant", "", "Han Jin Woo won. Han Jin Woo sang. Han Jin Wu left."),
    ("names.variant", "ru", "Sergei Ladrov spoke. Ladrov left. At night Ladrov and Ladrow met."),
    ("names.variant", "fr", "Emmanuel Macron spoke. Macron left. At night Macrom came back."),
]

SILENT: list[tuple[str, str]] = [
    ("ja", "The service is run by Spectee, a firm. The Spectre takes four steps. A spectre haunts it."),
    ("es", "Pedro Gonzalez met Maria Gonzales. Gonzalez sang and Gonzales left."),
    ("ru", "Igor Panov won. Igor Panov sang. His wife Olga Panova left."),
    ("", "World War II ended. World War II was long. World War III did not come."),
    ("", "George Bush met his son George Bush. Bush left."),
    ("", "Ian Smith and his brother Alan Smith met Smith."),
    ("", "John Adams met Jon Adams. John Adams left. John Adams sang."),
    ("ko", "Kim Jong Il ruled before Kim Jong Un. Kim Jong Un is his son."),
    ("ko", "The envoy said that Moon Jae-in met Kim Jong Un in the city."),
    ("", "Pope John Paul I came before Pope John Paul II."),
    ("", "Henry VII came before Henry VIII. Henry VIII had six wives."),
    ("", "Paris Hilton stayed in Paris. Hilton left."),
    ("de", "The singer Anna Maier met the singer Anna Meyer, and both of them sang."),
    ("fr", "The Martins met Paul Martin. Martin sang."),
    ("", "The vice president met President Biden. Biden left."),
    ("", "He lives in Austria. Australia is far. Jane Austria wrote."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)


def test_of_two_bearers_nothing_is_said() -> None:
    text = "Roberta Metsola spoke. William Metsola left. Then Metzola came back."
    assert not [p for p in names.detect(story(text, "es")) if p.finding.rule == "names.variant"]


COPY = "Roberta Metsola opened the session in Strasbourg. Metsola spoke of the war in May. Then {} left for Kyiv."
ORIGINAL = (
    "Roberta Metsola a ouvert la session à Strasbourg. Metsola a parlé de la guerre en mai. Puis {} est partie à Kiev."
)


def test_the_original_settles_it() -> None:
    report = cleaner("fr").clean(COPY.format("Metzola"), ORIGINAL.format("Metsola"))
    [decision] = [d for d in report.decisions if d.finding.rule == "names.variant"]
    assert report.text == COPY.format("Metsola")
    assert decision.candidate
    assert decision.candidate.evidence[0].kind == "original"


def test_what_the_original_has_stays() -> None:
    report = cleaner("fr").clean(COPY.format("Metzola"), ORIGINAL.format("Metzola").replace("Metsola", "Metzola"))
    assert not [d for d in report.decisions if d.finding.rule == "names.variant"]
