"""Words left in the original's language or script, and those that are English by now."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    (
        "any-en.leftovers.and-between-quotations",
        "",
        "“The patience” et “the calm” are gone.",
        "“The patience” and “the calm” are gone.",
    ),
    (
        "any-en.leftovers.and-between-quotations",
        "",
        "“The patience” und “the calm” are gone.",
        "“The patience” and “the calm” are gone.",
    ),
    ("leftovers.word", "es", "They went on a pesar de the rain.", "They went on despite the rain."),
    ("leftovers.and", "es", "They sent soldiers y 43 trucks.", "They sent soldiers and 43 trucks."),
    ("leftovers.and", "es", "They sent soldiers y 43 trucks.", "They sent soldiers and 43 trucks."),
    ("leftovers.script", "ru", "It cost 300 долларов.", "It cost 300 dollars."),
    ("leftovers.script", "ru", "It cost долларов 300 million.", "It cost $300 million."),
    ("leftovers.script", "", "The paper Коммерсант wrote so.", "The paper Kommersant wrote so."),
    ("leftovers.script", "ru", "The firm “Газпром” wrote so.", "The firm Gazprom wrote so."),
    ("leftovers.script", "zh", "As 新华社 wrote.", "As Xinhua wrote."),
    ("leftovers.word", "es", "They met además in May.", "They met in addition in May."),
    ("leftovers.word", "fr", "They met ainsi in May.", "They met thus in May."),
    ("leftovers.word", "ro", "They met acum in May.", "They met now in May."),
    ("leftovers.word", "it", "They met anche in May.", "They met also in May."),
]

REMARKED: list[Remark] = [
    ("leftovers.and", "", "They sent soldiers y trucks."),
    ("leftovers.and", "es", "They sent soldiers y trucks."),
    ("leftovers.word", "", "They met además in May."),
    ("leftovers.word", "it", "They say abbiamo a plan."),
    ("leftovers.script", "ru", "The village of Ивановка burned."),
    ("leftovers.script", "", "The village of 村庄 burned."),
    ("leftovers.accented", "ro", "The matinală show began."),
    ("leftovers.accented", "de", "It schnöde began to rain."),
    ("leftovers.word", "de", "He sang “plötzlich” twice."),
    (
        "leftovers.passage",
        "fr",
        "The minister spoke about the vote.\n\nLe ministre a parlé longuement du vote et de la crise du pays.",
    ),
    (
        "leftovers.passage",
        "de",
        "The minister spoke about the vote.\n\nDer Minister hat lange über die Wahl und die Krise gesprochen.",
    ),
]

SILENT: list[tuple[str, str]] = [
    ("", "The café sold crème brûlée."),
    ("", "Her résumé and his fiancée."),
    ("", "A naïve idea, a cliché, a façade."),
    ("", "He sang “schnöde” twice."),
    ("", "The word (matinală) is Romanian."),
    ("", "The word “Ивановка” is Russian."),
    ("", "Beyoncé met Zoë in São Paulo."),
    ("", "The Generation Y cohort."),
    ("", "Solve for x and y in it."),
    ("", "Ortega y Gasset."),
    ("", "Alternative für Deutschland won."),
    ("", "It weighs 5 µg at 20 °C."),
    ("", "A rendezvous, a kindergarten, a fiesta."),
    ("", "It is 5 ½ miles."),
]


test_applied = applied(APPLIED)
test_suggested_or_flagged = remarked(REMARKED)
test_left_alone = left_alone(SILENT)
