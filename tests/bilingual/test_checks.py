"""Each check against the original, both ways: what it must say, and look-alikes of which it must say nothing."""

from __future__ import annotations

import pytest

from cleanup.detectors import bilingual
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.story import Story
from cleanup.text import Document

ENGLISH = Lexicons((rules_folder(),), "en")


def said(source: str, original: str, copy: str) -> list[tuple[str, str]]:
    """Return the rule and the stretch of each finding."""
    story = Story(Document.plain(copy), ENGLISH, source, original=original)
    findings = [proposal.finding for proposal in bilingual.detect(story)]
    return [(each.rule.removeprefix("bilingual."), each.span.of(copy)) for each in findings]


DAMAGED = [
    # a number, a name, a day
    ("fr", "La ville compte 230 millions de foyers.", "The city has 228 million homes.", "number", "228 million"),
    ("fr", "Windows 7 et Office 7 sortent ensemble.", "Windows 7 and Office 17 come out together.", "number", "17"),
    ("fr", "Le taux est passé à 4 % en mars.", "The rate went to 3% in March.", "number", "3"),
    (
        "ru",
        "Мэр Лондона встретил Путина в аэропорту.",
        "The mayor of London met Merkel at the airport.",
        "name",
        "Merkel",
    ),
    ("fr", "Cabrnochová explique le budget aux élus.", "Sarkozy explains the budget to them.", "name", "Sarkozy"),
    (
        "fr",
        "Deux chiens sont revenus mercredi, deux autres mercredi soir.",
        "Two dogs came back on Wednesday, two others on Saturday evening.",
        "weekday",
        "Saturday",
    ),
    # a no lost, a no put in
    (
        "fr",
        "La date dépend du budget que l'on ne connaît pas encore.",
        "The date depends on the budget, which we do know yet.",
        "negation",
        "The date depends on the budget, which we do know yet.",
    ),
    (
        "fr",
        "Le ministre a signé l'accord avec les syndicats.",
        "The minister has not signed the agreement with the unions.",
        "negated",
        "not",
    ),
    (
        "es",
        "El ministro visitó ayer el hospital.",
        "The minister did not visit the hospital yesterday.",
        "negated",
        "n’t",
    ),
    (
        "de",
        "Der Minister besuchte gestern das Krankenhaus.",
        "The minister never visited the hospital.",
        "negated",
        "never",
    ),
    ("ru", "Министр подписал договор с профсоюзами.", "The minister has not signed the contract.", "negated", "not"),
    # measures and money
    ("fr", "Le train roule à 225 km/h.", "The train runs at 225 mph.", "unit", "225"),
    ("de", "Der Weg ist 60 Meter lang.", "The path is 60 feet long.", "unit", "60"),
    ("fr", "La mairie compte 40 % de femmes.", "City hall has 40 women.", "currency", "40"),
    ("es", "El puente costó 12 millones de euros.", "The bridge cost 12 million.", "currency", "12 million"),
    ("ru", "Мост стоил 12 миллионов рублей.", "The bridge cost 12 million dollars.", "currency", "12 million"),
    # who did it
    (
        "fr",
        "Sarkozy a accusé Hollande de mensonge.",
        "Hollande accused Sarkozy of lying.",
        "roles",
        "Hollande accused Sarkozy",
    ),
    ("es", "Rubio fue criticado por Maduro.", "Rubio criticised Maduro.", "roles", "Rubio criticised Maduro"),
    # marks and addresses
    ("fr", "Qui paiera les travaux ?", "It will pay for the works.", "question", "It will pay for the works."),
    ("de", "Die Stadt (Hessen) zahlt.", "The city (Hesse pays.", "brackets", "("),
    ("ru", "Пишите на info@gorod.ru сегодня.", "Write to info@town.ru today.", "address", "info@town.ru"),
    ("es", "Más en www.ciudad.es esta noche.", "More of it tonight.", "address", "More of it tonight."),
]


@pytest.mark.parametrize(("source", "original", "copy", "rule", "stretch"), DAMAGED)
def test_what_is_wrong_is_told_in_its_place(source: str, original: str, copy: str, rule: str, stretch: str) -> None:
    assert said(source, original, copy.replace("did not", "didn’t") if stretch == "n’t" else copy) == [(rule, stretch)]


FAITHFUL = [
    # rounded, converted, in another country's money
    ("fr", "La ville compte 228 millions de foyers.", "The city has 230 million homes."),
    ("fr", "Le train roule à 225 km/h.", "The train runs at 140 mph."),
    ("de", "Am Start waren es 9 Grad.", "It was 48 degrees Fahrenheit at the start."),
    ("fr", "Le prix est de 93 km de route.", "The prize is 58 miles of road."),
    ("fr", "Un chèque d'environ 1,1 million d'euros.", "A cheque of around 25 million crowns."),
    ("fr", "La part des femmes est de 40 %.", "The share of women is 40 per cent."),
    (
        "fr",
        "La ville a payé 5 millions d'euros à Nice et 3 millions d'euros à Lyon.",
        "The city paid €5 million, 3 million.",
    ),
    # the same name in another form
    ("ru", "Хорхе приехал в Венецию с Жаклин.", "Jorge came to Venice with Jacqueline."),
    ("ru", "Документ опубликован Пекином.", "The document was published by Beijing."),
    ("fr", "Les élèves ont choisi le nom de Mahomet.", "The pupils chose the name of Muhammad."),
    ("fr", "Il vit en Écosse.", "He lives in Scotland."),
    ("es", "Colón la llamó la isla más bella.", "Columbus called it the finest island."),
    ("fr", "Au Parlement, elle a répondu.", "In the Bundestag, she answered."),
    # denied in other words, or asked
    ("fr", "C'est le plus bel endroit qu'on ait jamais vu.", "It is the finest place one ever saw."),
    ("fr", "Les travaux n'ont pas encore débuté.", "The work has yet to begin."),
    ("fr", "Ce plan n'est pas sans risque.", "This plan carries risk."),
    ("fr", "Ne pensez-vous pas que c'est trop ?", "Do you think it is too much?"),
    (
        "fr",
        "Le chiffre sera connu une fois le feu éteint, pas avant.",
        "The figure will not be known until the fire is out.",
    ),
    ("fr", "Les montants cités étaient inexacts.", "The sums quoted were not accurate."),
    ("de", "Er kommt nicht nur am Montag.", "He does not only come on Monday."),
    ("es", "Es imposible saber la causa.", "It is not possible to know the cause."),
    # the same doer
    ("fr", "Sarkozy a accusé Hollande de mensonge.", "Hollande was accused of lying by Sarkozy."),
    ("fr", "Sarkozy a accusé Hollande de mensonge.", "Hollande was accused by Sarkozy of lying."),
    ("es", "Rubio fue criticado por Maduro.", "Maduro criticised Rubio."),
    # marks
    ("fr", "Qui paiera les travaux ?", "Who will pay for the works?"),
    ("fr", "La ville (Nord) paie.", "The city (in the north) pays."),
    ("fr", "1) La ville paie.", "1) The city pays."),
    ("es", "Más en www.ciudad.es.", "More at www.ciudad.es."),
]


@pytest.mark.parametrize(("source", "original", "copy"), FAITHFUL)
def test_what_is_told_in_other_words_is_left_alone(source: str, original: str, copy: str) -> None:
    assert said(source, original, copy) == []


CLAUSED = (
    "Le maire, qui avait promis une école, un hôpital et des logements aux familles du quartier, a quitté la ville "
    "hier soir devant tous les conseillers municipaux."
)


def test_a_clause_left_out_is_quoted_from_the_original() -> None:
    before, after = "The vote is on Monday. ", " Nobody knows where he is."
    copy = f"{before}The mayor left the city last night.{after}"
    original = f"Le vote a lieu lundi. {CLAUSED} Personne ne sait où il est."
    story = Story(Document.plain(copy), ENGLISH, "fr", original=original)
    (finding,) = [proposal.finding for proposal in bilingual.detect(story)]
    assert finding.rule == "bilingual.clause"
    assert "promis une école, un hôpital et des logements" in finding.why


def test_a_clause_that_is_there_is_not_missed() -> None:
    copy = (
        "The mayor, who had promised a school, a hospital and housing to the families of the district, left the city "
        "last night before all the municipal councillors."
    )
    assert said("fr", CLAUSED, copy) == []


def test_no_check_speaks_of_a_language_without_tables() -> None:
    assert said("fi", "Pormestari ei allekirjoittanut sopimusta.", "The mayor signed the agreement.") == []
