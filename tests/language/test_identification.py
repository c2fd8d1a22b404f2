"""The language of a story, of stretches in it, and of its original."""

import pytest

from cleanup.language.identification import foreign_stretches, identify
from cleanup.language.segmentation import paragraphs

ENGLISH = "The president said on Monday that the talks with the union had not been easy, and that they would go on."
FRENCH = "Le président a déclaré lundi que les négociations avec le syndicat n'avaient pas été faciles."
SPANISH = "El presidente dijo el lunes que las negociaciones con el sindicato no habían sido fáciles."
GERMAN = "Der Präsident sagte am Montag, dass die Gespräche mit der Gewerkschaft nicht einfach waren."
RUSSIAN = "Президент заявил в понедельник, что переговоры с профсоюзом были непростыми."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (GERMAN, "de"),
        (RUSSIAN, "ru"),
        ("中国政府今天宣布了新的经济政策。", "zh"),
        ("Le chien a gémi toute la journée.", "fr"),
        ("Il y a bien entendu quelques contradictions.", "fr"),
        ("El juez no lo sabe todavía.", "es"),
        ("Was machst du heute?", "de"),
        ("Ich kehrte nie zurück.", "de"),
        ("U.N. group drafts plan to reduce emissions", "en"),
        ("", None),
        ("12,345 – 67 %", None),
    ],
)
def test_identify(text, code):
    found = identify(text)
    assert (found.code, found.guessed) == (code, True)
    assert found == identify(text)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (ENGLISH, []),
        (f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}", [(FRENCH, "fr")]),
        (f"{ENGLISH} “{SPANISH}” {ENGLISH}", [(SPANISH, "es")]),
        (f"{ENGLISH} {GERMAN} {ENGLISH}", [(GERMAN, "de")]),
        (f"{ENGLISH} He added: “{RUSSIAN}”", [(RUSSIAN, "ru")]),
        ("Angela Merkel, Emmanuel Macron, Pedro Sánchez, Mario Draghi, Charles de Gaulle, Ursula von der Leyen", []),
        ("Real Madrid 3 Paris Saint-Germain 1\nBayern München 0 Olympique de Marseille 2", []),
        ("Putin visits North Korea, signs defense pact", []),
        ("He read “Le Monde” and “Die Zeit” at the Hôtel de Ville in the rue de la Paix on Monday.", []),
    ],
)
def test_foreign_stretches(text, foreign):
    found = foreign_stretches(text, paragraphs(text), "en")
    assert [(span.of(text).strip("“” "), language.code) for span, language in found] == foreign


def test_english_left_in_french_copy_is_foreign():
    text = f"{FRENCH}\n\n{ENGLISH}"
    assert [language.code for _, language in foreign_stretches(text, paragraphs(text), "fr")] == ["en"]


@pytest.mark.parametrize(
    ("text", "source", "among", "code"),
    [
        ("Sales reached 1,250 million euros.", "es", {"en"}, "en"),
        ("MUDr. Jana Malá says masks help.", "cs", {"en"}, "en"),
        ("Mr. Dupont, the préfet, left.", "fr", {"en"}, "en"),
        ("Gewinnwarnung bei Bayer.", "de", {"en"}, "de"),
        ("Le ministre a dit non.", "fr", {"en"}, "fr"),
        ("Biden s’exprime à Paris", "en", {"fr", "es", "de"}, "fr"),
        ("Sales reached 1,250 million euros.", "", {"en"}, "fr"),
    ],
)
def test_a_headline_is_in_a_language_that_its_original_can_have_come_into(text, source, among, code):
    assert identify(text, source or None, among).code == code
