"""What the detectors do with French copy: the same promises, by French tables."""

from __future__ import annotations

from detectors.verdicts import Remark, Repair, applied, left_alone, remarked

APPLIED: list[Repair] = [
    ("acronyms.foreign", "en", "Le chef de l’IMF est venu.", "Le chef du FMI est venu."),
    ("acronyms.foreign", "en", "Il en parle à l'IMF.", "Il en parle au FMI."),
    ("acronyms.foreign", "en", "L’ECB a relevé ses taux.", "La BCE a relevé ses taux."),
    ("acronyms.foreign", "en", "Un envoyé de l’UN et de la NATO.", "Un envoyé de l’ONU et de l’OTAN."),
    ("acronyms.foreign", "en", "Le GDP a reculé.", "Le PIB a reculé."),
    ("acronyms.foreign", "", "Un sommet de la NATO s’ouvre.", "Un sommet de l’OTAN s’ouvre."),
    ("breaks.cut-sentence", "en", "Il vient des régions. et de la ville.", "Il vient des régions et de la ville."),
    ("breaks.cut-sentence", "en", "Le texte est prêt. mais il attend.", "Le texte est prêt, mais il attend."),
    ("breaks.stop-before-attribution", "en", '"C’est bien." dit Léa Brac.', '"C’est bien", dit Léa Brac.'),
    ("breaks.stop-before-comma", "en", "Il est à Rome. , puis à Milan.", "Il est à Rome, puis à Milan."),
    ("encoding.html-entity", "", "L’&eacute;t&eacute; fut long.", "L’été fut long."),
    ("foreign-marks.pair", "en", "« Oui », dit-elle, puis “non”.", "« Oui », dit-elle, puis « non »."),
    ("foreign-marks.pair", "", "Il a dit „oui“ hier.", "Il a dit «\u00a0oui\u00a0» hier."),
    ("money.sign-before", "en", "Cela coûte $5,2 millions.", "Cela coûte 5,2 millions de dollars."),
    ("money.sign-before", "en", "Un prêt de £ 3 milliards.", "Un prêt de 3 milliards de livres sterling."),
    ("numbers.decimal-comma", "en", "Il y a 3.5 millions de cas.", "Il y a 3,5 millions de cas."),
    ("numbers.thousand-dots", "en", "On a vu 12,500 personnes.", "On a vu 12\u00a0500 personnes."),
    ("numbers.european-figure", "en", "Il a perdu 1,250.75 euros.", "Il a perdu 1\u00a0250,75 euros."),
    ("quotes.unpadded", "en", "« Oui » et «non».", "« Oui » et « non »."),
    ("repeats.word", "en", "Il a vu la la maison.", "Il a vu la maison."),
    ("spacing.missing", "en", "Il vient ! Qui ? Moi: personne.", "Il vient ! Qui ? Moi : personne."),
    ("times.half", "en", "Il arrive à 5 p.m. avec elle.", "Il arrive à 17\u00a0h avec elle."),
    ("times.half", "en", "Il arrive à 8:30 p.m.", "Il arrive à 20\u00a0h\u00a030."),
]

REMARKED: list[Remark] = [
    ("spacing.before-stop", "en", "Il est parti ."),
    ("acronyms.foreign", "", "Un envoyé de l’UN est venu."),
    ("breaks.cut-sentence", "en", "Il vit à Rome et à Corvagne. travaille beaucoup."),
    ("breaks.cut-sentence", "en", "Ce fut un échec. au fond, la ville a eu tort."),
    ("leftovers.word", "en", "Il a parlé of the ministre."),
    ("money.sign-before", "", "Cela coûte $5,2 millions."),
    ("numbers.decimal-comma", "", "Il y a 3.5 millions de cas."),
    ("quotes.unbalanced", "en", "Il a » dit « oui.\n\nElle est partie."),
    ("repeats.phrase", "en", "Ici le maire de la ville le maire de la ville est venu."),
    ("spacing.missing", "", "Il vient ! Qui ? Moi: personne."),
    ("times.half", "en", "Il arrive à 5 p.m. Elle part."),
]

SILENT: list[tuple[str, str]] = [
    ("en", "Nous nous sommes levés et vous vous êtes tus : très, très bien !"),
    ("en", "«\u00a0Oui\u00a0»\u00a0; 50\u00a0% des voix, 1\u00a0250\u00a0000 euros, 3,5 millions, 17\u00a0h\u00a030."),
    ("en", "« Il a dit “jamais” hier », raconte-t-il."),
    ("en", "M. Valcourt et Mme Brac, cf. l’étude, etc. et le reste."),
    ("en", "L’ONU, l’OTAN et l’UE ont vu le FMI. Le label NATO-Tech plaît."),
    ("en", "UN HOMME A EU DE LA CHANCE"),
    ("en", "Oh la la, dit-il aux côtés de de Klerk."),
    ("en", "Le film Bank of the West est sorti."),
    ("en", "– Je viens, dit-elle."),
    ("en", "L’adresse 192.168.100.200 et la version 3.5 sont là."),
    ("en", "Il dit: rien. Elle: tout."),
    ("en", "“Oui”, dit-elle, “c’est bien”."),
]

test_applied = applied(APPLIED, "fr")
test_suggested_or_flagged = remarked(REMARKED, "fr")
test_left_alone = left_alone(SILENT, "fr")
