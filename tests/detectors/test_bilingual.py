"""What only the original can tell: sentences of our own writing, each with its damage and without."""

from __future__ import annotations

import pytest

import cleanup
from cleanup.findings import Verdict
from cleanup.originals import NO_SOURCE, OTHER_STORY
from cleanup.report import Report

from .verdicts import cleaner

DAMAGED = [
    ("number", "fr", "La commune compte 4 300 habitants.", "The town has 3,400 residents.", "3,400"),
    ("number", "fr", "Le déficit atteint 3 milliards d'euros.", "The deficit amounts to 3 million euros.", "3 million"),
    ("number", "es", "El incendio destruyó 27 casas.", "The fire destroyed 72 houses.", "72"),
    ("number", "de", "Die Feuerwehr rettete 14 Hunde.", "Firefighters rescued 40 dogs.", "40"),
    ("number", "ru", "В школе учатся 350 детей.", "The school has 530 pupils.", "530"),
    (
        "currency",
        "fr",
        "Le pont coûtera 12 millions d'euros.",
        "The bridge will cost 12 million dollars.",
        "12 million",
    ),
    ("weekday", "fr", "Le vote aura lieu jeudi matin.", "The vote will take place on Friday morning.", "Friday"),
    ("weekday", "ru", "Суд начнётся в среду утром.", "The trial will begin on Monday morning.", "Monday"),
    ("month", "de", "Die Brücke wird im Oktober eröffnet.", "The bridge will open in August.", "August"),
    (
        "name",
        "fr",
        "Selon Nicolas Sarkozy, la loi passera.",
        "According to Angela Merkel, the law will pass.",
        "Angela Merkel",
    ),
    (
        "negation",
        "fr",
        "Le ministre n'a pas signé l'accord avec les syndicats.",
        "The minister signed the agreement with the unions.",
        "The minister signed the agreement with the unions.",
    ),
    (
        "untranslated",
        "fr",
        "Les pompiers sont restés sur place toute la nuit.",
        "Les pompiers sont restés sur place toute la nuit.",
        "Les pompiers sont restés sur place toute la nuit.",
    ),
]

FAITHFUL = [
    ("fr", "Le train de 17h30 transportait 250 passagers.", "The 5:30 p.m. train was carrying 250 passengers."),
    ("fr", "La commune compte 4 300 habitants.", "The town has 4,300 residents."),
    ("fr", "Une quinzaine de maires ont signé le texte mardi.", "Some 15 mayors signed the text on Tuesday."),
    ("fr", "Le ministre a refusé de signer l'accord.", "The minister did not sign the agreement."),
    ("fr", "L'Allemagne et les Pays-Bas ont signé.", "Germany and the Netherlands signed."),
    ("fr", "Le projet n'a pas été retenu par la commission.", "The project was not accepted by the commission."),
    ("fr", "Il est peu probable, mais pas impossible, qu'il gagne.", "He is unlikely to win."),
    ("es", "España produjo 30 mil millones de litros.", "Spain produced 30 billion litres."),
    ("de", "Am 12. Mai kamen 2,5 Millionen Besucher.", "On May 12, 2.5 million visitors came."),
    ("ru", "Путин прибыл в Минск во вторник.", "Putin arrived in Minsk on Tuesday."),
    ("ru", "В 2008 году родились двое детей.", "Two children were born in 2008."),
]


def compared(source: str, original: str, copy: str) -> Report:
    return cleaner(source).clean(copy, original)


def found(report: Report, rule: str = "") -> list[tuple[str, str]]:
    """The bilingual findings: rule and stretch."""
    every = [
        (d.finding.rule, d.finding.span.of(report.document.text))
        for d in report.decisions
        if d.finding.rule.startswith(f"bilingual.{rule}")
    ]
    assert all(d.verdict is not Verdict.APPLIED for d in report.decisions if d.finding.rule.startswith("bilingual."))
    return every


@pytest.mark.parametrize(("rule", "source", "original", "copy", "stretch"), DAMAGED)
def test_damage_is_found_in_its_place(rule: str, source: str, original: str, copy: str, stretch: str) -> None:
    assert found(compared(source, original, copy)) == [(f"bilingual.{rule}", stretch)]


@pytest.mark.parametrize(("source", "original", "copy"), FAITHFUL)
def test_a_faithful_sentence_is_left_alone(source: str, original: str, copy: str) -> None:
    assert found(compared(source, original, copy)) == []


@pytest.mark.parametrize(
    ("source", "original", "copy", "repaired"),
    [
        ("fr", "Le vote aura lieu jeudi.", "The vote is on Friday.", "The vote is on Thursday."),
        ("fr", "La commune compte 4 300 habitants.", "The town has 3,400 residents.", "The town has 4,300 residents."),
        ("fr", "La loi de Sarkozy passera.", "The law of Merkel will pass.", "The law of Sarkozy will pass."),
        ("de", "Die Schule öffnet im März.", "The school opens in August.", "The school opens in March."),
    ],
)  # fmt: skip
def test_one_against_one_is_suggested(source: str, original: str, copy: str, repaired: str) -> None:
    eager = cleanup.Cleaner(source, language="en", model=None, policy=cleanup.Policy(suggestions=True))
    assert eager.clean(copy, original).text == repaired


STORY_FR = """\
La mairie a fermé le pont de la rivière lundi soir. Les ingénieurs ont découvert une fissure de deux mètres. \
Le trafic est dévié par la route du nord. Les travaux dureront jusqu'au printemps."""
STORY_EN = """\
City hall closed the bridge over the river on Monday evening. Engineers discovered a crack two metres long. \
Traffic is diverted along the northern road. The works will last until spring."""


def test_a_sentence_left_out_is_told_behind_the_one_before_it() -> None:
    report = compared("fr", STORY_FR, STORY_EN.replace(" Traffic is diverted along the northern road.", ""))
    assert found(report) == [("bilingual.omission", "Engineers discovered a crack two metres long.")]
    (decision,) = report.decisions
    assert "Le trafic est dévié" in decision.finding.why


def test_a_sentence_put_in_and_one_said_twice() -> None:
    added = STORY_EN.replace("long. ", "long. Nobody had inspected the structure since the summer of last year. ")
    assert found(compared("fr", STORY_FR, added), "addition")
    twice = STORY_EN.replace("long. ", "long. Engineers discovered a crack two metres long. ")
    assert found(compared("fr", STORY_FR, twice), "doubled")


def test_a_copy_cut_by_the_desk_is_not_told_what_it_lacks() -> None:
    long = " ".join(f"Le quartier numéro {n} attend encore son nouvel autobus électrique." for n in range(40, 52))
    short = (
        "Quarter number 40 is still waiting for its new electric bus. Quarter number 51 is still waiting for its bus."
    )
    assert found(compared("fr", long, short), "omission") == []


def test_a_quotation_that_ends_elsewhere() -> None:
    original = "« Nous avons tout perdu dans cet incendie et personne ne nous aidera », a dit la fermière Jeanne Morel."
    copy = "“We lost everything” in this fire and nobody will help us, said the farmer Jeanne Morel."
    assert found(compared("fr", original, copy)) == [("bilingual.quotation", "We lost everything")]


def test_without_an_original_nothing_is_compared() -> None:
    report = cleaner("fr").clean("The town has 3,400 residents.")
    assert found(report) == []
    assert report.not_consulted == (NO_SOURCE,)


def test_an_original_of_another_story_is_not_used() -> None:
    other = "Le chat dort depuis ce matin. Personne ne sait à quoi il rêve. Le chien attend son repas du soir."
    report = compared("fr", other, STORY_EN)
    assert (found(report), report.not_consulted) == ([], (OTHER_STORY,))


@pytest.mark.parametrize(
    ("said", "original", "reason"),
    [
        ("de", STORY_FR, "reference: the source text is in French, not in German as was said, and was not used"),
        ("fr", STORY_EN, "reference: the source text is in English as the copy is, and was not used"),
    ],
)
def test_an_original_in_another_language_is_one_clear_line(said: str, original: str, reason: str) -> None:
    report = compared(said, original, STORY_EN + " They met in the the hall.")
    assert report.not_consulted == (reason,)
    assert report.text.endswith("They met in the hall.")  # the story is cleaned all the same


def test_a_translator_that_agrees_with_the_copy_is_believed() -> None:
    class Agreeing:
        def translate(self, sentences: list[str]) -> list[list[Said]]:
            return [[Said("The minister signed the agreement with the unions.")] for _ in sentences]

    class Said:
        def __init__(self, text: str) -> None:
            self.text = text

    original, copy = (
        "Le ministre n'a pas signé l'accord avec les syndicats.",
        "The minister signed the agreement with the unions.",
    )
    assert found(compared("fr", original, copy))
    helped = cleanup.Cleaner("fr", language="en", model=None, translator=Agreeing(), full=True)
    assert found(helped.clean(copy, original)) == []
