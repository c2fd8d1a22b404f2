"""Places that kept their name in the original's language."""

from __future__ import annotations

from detectors.verdicts import applied, left_alone, remarked

RULE = "exonyms.foreign"

test_applied = applied([
    (RULE, "fr", "The minister flew to Londres on Monday.", "The minister flew to London on Monday."),
    (RULE, "es", "The talks with Alemania, he said, went on.", "The talks with Germany, he said, went on."),
    (RULE, "es", "Exports to Estados Unidos fell.", "Exports to the United States fell."),
    (RULE, "fr", "In Londres, the talks went on.", "In London, the talks went on."),
    (RULE, "pt", "Estados Unidos imposed tariffs.", "The United States imposed tariffs."),
    (RULE, "fr", "The Pays-Bas won.", "The Netherlands won."),
    (RULE, "pl", "The talks in Londyn were long.", "The talks in London were long."),
    (RULE, "ru", "He came from Лондон by train.", "He came from London by train."),
])  # fmt: skip
test_remarked = remarked([
    (RULE, "", "The minister flew to Londres on Monday."),
    (RULE, "fr", "“He flew to Londres on Monday,” she said."),
])  # fmt: skip
test_left_alone = left_alone([
    ("it", "Forza Italia lost votes."),
    ("fr", "He stayed at the Hotel Londres in Madrid."),
    ("es", "She teaches at the Universidad de Londres."),
    ("de", "The minister flew to Londres on Monday."),
    ("fr", "The Londres-Paris line reopened."),
    ("fr", "The talks in London went on."),
])  # fmt: skip
