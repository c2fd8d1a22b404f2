"""What the detectors do with German copy: the same promises, by German tables."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("acronyms.foreign", "en", "Der IMF und die ECB tagen.", "Der IWF und die EZB tagen."),
    ("acronyms.foreign", "en", "Die IMF-Chefin kam.", "Die IWF-Chefin kam."),
    ("breaks.cut-sentence", "en", "Er war an den Pfeilern. und am Ufer.", "Er war an den Pfeilern und am Ufer."),
    ("breaks.stop-before-attribution", "en", '"Das ist so." sagt Oda.', '"Das ist so", sagt Oda.'),
    ("encoding.html-entity", "", "Der Rat ber&auml;t.", "Der Rat berät."),
    ("foreign-marks.pair", "", "Er sagte „ja“ und “nein”.", "Er sagte „ja“ und „nein“."),
    ("foreign-marks.pair", "", "Er sagte „ja“ und «nein».", "Er sagte „ja“ und „nein“."),
    ("leftovers.script", "", "Die Ma\u03b2nahme wirkt.", "Die Maßnahme wirkt."),
    ("money.sign-before", "en", "Es kostet $18 Millionen.", "Es kostet 18 Millionen Dollar."),
    ("money.sign-before", "en", "Es kostet $18 Mio. und mehr.", "Es kostet 18 Mio. Dollar und mehr."),
    ("numbers.decimal-comma", "en", "Es sind 4.5 Prozent.", "Es sind 4,5 Prozent."),
    ("numbers.thousand-dots", "en", "Es kamen 12,500 Menschen.", "Es kamen 12.500 Menschen."),
    ("quotes.reversed", "en", "Er sagte „ja „ und ging.", "Er sagte „ja“ und ging."),
    ("repeats.word", "en", "Er kam im im März.", "Er kam im März."),
    ("spacing.before-mark", "en", "Das ist teuer !", "Das ist teuer!"),
    ("times.half", "en", "Die Sitzung begann um 5 p.m. und endete.", "Die Sitzung begann um 17 Uhr und endete."),
    ("times.half", "en", "Sie begann um 5:30 p.m. Uhr in Bonn.", "Sie begann um 17.30 Uhr in Bonn."),
]

REMARKED: list[Remark] = [
    ("spacing.before-stop", "en", "Er ging ."),
    ("breaks.cut-sentence", "en", "Er war in Hallersund. wegen der Brücke."),
    ("leftovers.word", "en", "Er setzt Schiffe ein, die sagen and the Fahrgäste warten."),
    ("money.sign-before", "", "Es kostet $18 Millionen."),
    ("numbers.decimal-comma", "", "Es sind 4.5 Prozent."),
    ("quotes.unbalanced", "en", "Er sagte “ja und ging.\n\nSie „kam“."),
]

SILENT: list[tuple[str, str]] = [
    ("en", "Die, die das das ganze Jahr wollten, sagten, dass sie sie hörten."),
    ("en", "Am 3. Oktober, am 16. und 17. Mai, z. B. mit Dr. Kummer, u. a. in Wien usw. und weiter."),
    ("en", "Es sind 1.250.000 Euro, 12.500 Besucher, 3,5 Prozent und 17.30 Uhr."),
    ("en", "Die NATO, die WHO, die EU und die UN-Mission tagen."),
    ("en", "Er sagte «ja» und «nein» in Bern."),
    ("en", "Er sagte »ja« und »nein« in Köln."),
    ("en", "Der Zug fährt um 5 am Montag."),
    ("en", "Das Lied der Bank of the West."),
    ("en", "Die Technologie, eine von vielen Technologien: Herr Mieter und die Mieten."),
]

test_applied = applied(APPLIED, "de")
test_suggested_or_flagged = remarked(REMARKED, "de")
test_left_alone = left_alone(SILENT, "de")
