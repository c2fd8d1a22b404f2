"""Places that kept their name in the original's language."""

from __future__ import annotations

from detectors.verdicts import left_alone, remarked

RULE = "exonyms.foreign"

test_remarked = remarked([
    (RULE, "fr", "The minister flew to Londres on Monday."),
    (RULE, "es", "The talks with Alemania, he said, went on."),
    (RULE, "es", "Exports to Estados Unidos fell."),
    (RULE, "fr", "In Londres, the talks went on."),
    (RULE, "pt", "Estados Unidos imposed tariffs."),
    (RULE, "fr", "The Pays-Bas won."),
    (RULE, "pl", "The talks in Londyn were long."),
    (RULE, "de", "The talks in Saporischschja were long."),
    (RULE, "es", "The minister flew to Cisjordania on Monday."),
    (RULE, "ru", "He came from Лондон by train."),
    (RULE, "", "The minister flew to Londres on Monday."),
    (RULE, "fr", "“He flew to Londres on Monday,” she said."),
])  # fmt: skip
test_left_alone = left_alone([
    ("it", "Forza Italia lost votes."),
    ("es", "A group from Granada played."),
    ("fr", "Deux-Sèvres and Vienne are on alert."),
    ("fr", "He stayed at the Hotel Londres in Madrid."),
    ("es", "She teaches at the Universidad de Londres."),
    ("de", "The minister flew to Londres on Monday."),
    ("fr", "The Londres-Paris line reopened."),
    ("fr", "The talks in London went on."),
])  # fmt: skip
