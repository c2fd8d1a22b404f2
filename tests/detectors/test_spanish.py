"""What the detectors do with Spanish copy: the same promises, by Spanish tables."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("acronyms.foreign", "en", "El jefe del IMF vino.", "El jefe del FMI vino."),
    ("acronyms.foreign", "en", "Un informe de la IAEA llegó.", "Un informe del OIEA llegó."),
    ("acronyms.foreign", "en", "La ECB subió los tipos.", "El BCE subió los tipos."),
    ("acronyms.foreign", "", "La NATO se reúne.", "La OTAN se reúne."),
    ("breaks.cut-sentence", "en", "Vino de la comarca. y de las islas.", "Vino de la comarca y de las islas."),
    ("breaks.cut-sentence", "en", "El texto está listo. pero espera.", "El texto está listo, pero espera."),
    ("encoding.html-entity", "", "El ni&ntilde;o ríe.", "El niño ríe."),
    ("foreign-marks.pair", "en", "«Sí», dijo, y “no”.", "«Sí», dijo, y «no»."),
    ("quotes.padded", "en", "Dijo « sí » ayer.", "Dijo «sí» ayer."),
    ("repeats.word", "en", "Está en en la casa.", "Está en la casa."),
    ("spacing.before-mark", "en", "¿Vino ? Sí.", "¿Vino? Sí."),
]

REMARKED: list[Remark] = [
    ("spacing.before-stop", "en", "Se fue ."),
    ("acronyms.foreign", "", "Un enviado de la UN vino."),
    ("foreign-marks.pair", "", "«Sí», dijo, y “no”."),
    ("leftovers.word", "en", "Ayer habló of the ministro."),
    ("money.sign-before", "en", "Cuesta £5 millones."),
    ("numbers.decimal-comma", "en", "Son 2,5 y 3,6, y luego 7.2 millones."),
    ("quotes.unbalanced", "en", "Dijo »sí« y se fue. Él: «no» »."),
    ("times.half", "en", "Llegó a las 5 p.m. de ayer."),
]

SILENT: list[tuple[str, str]] = [
    ("en", "Dicen que que llueva es muy, muy bueno."),
    ("en", "El Sr. Bustos y la Sra. Ferrán, p. ej. de Torralba, etc. y más."),
    ("en", "Son 3.5 millones de pesos y 5 millones más en México."),
    ("en", "Son 84.500 toneladas, 1.250.000 euros, 3,75 y 4,10 %."),
    ("en", "«El café “El Olivo” abre», dijo."),
    ("en", "La ONU, la OTAN, la UE y el FMI se reúnen a las 17.30."),
    ("en", "—No voy —dijo ella—. Mañana."),
    ("en", "En el cine pasan «The Lord of the Rings»."),
]

test_applied = applied(APPLIED, "es")
test_suggested_or_flagged = remarked(REMARKED, "es")
test_left_alone = left_alone(SILENT, "es")
