"""Outlets, parties and offices: translated word for word, and words that only look like their names."""

from __future__ import annotations

from cleanup.detectors.institutions import TABLES
from detectors.verdicts import Remark, Repair, applied, left_alone, remarked, story

APPLIED: list[Repair] = [
    ("institutions.outlets", "fr", "She told The World that she will stay.", "She told Le Monde that she will stay."),
    ("institutions.outlets", "es", "She told The World that she will stay.", "She told El Mundo that she will stay."),
    ("institutions.outlets", "de", "He spoke to the Berlin Morning Post.", "He spoke to the Berliner Morgenpost."),
    ("institutions.companies", "zh", "Shares of Ningde Times fell.", "Shares of CATL fell."),
    ("institutions.companies", "zh", "The app Vibrato has grown.", "The app Douyin has grown."),
    ("institutions.companies", "pl", "They met at a Ladybug supermarket.", "They met at a Biedronka supermarket."),
    ("institutions.companies", "it", "Highways for Italy was fined.", "Autostrade per l'Italia was fined."),
    ("institutions.outlets", "tr", "The newspaper Freedom printed a map.", "The newspaper Hürriyet printed a map."),
    ("institutions.parties", "ru", "He was elected for Unified Russia.", "He was elected for United Russia."),
    (
        "institutions.parties",
        "es",
        "The vote came after the Together leader spoke.",
        "The vote came after the Junts leader spoke.",
    ),
    ("institutions.parties", "fr", "Unsubmissive France lost votes in May.", "France Unbowed lost votes in May."),
    ("institutions.outlets", "uk", "The newspaper Censor reports a loss.", "The newspaper Censor.net reports a loss."),
    ("institutions.offices", "it", "The Agency of Entries said so.", "The Revenue Agency said so."),
    ("institutions.offices", "ja", "Japan’s Financial Agency said so.", "Japan’s Financial Services Agency said so."),
    ("institutions.offices", "zh", "The State Bureau of Statistics spoke.", "The National Bureau of Statistics spoke."),
]
REMARKED: list[Remark] = [("institutions.outlets", "es", "She told The Nation that she will stay.")]
SILENT: list[tuple[str, str]] = [
    ("fr", "The World Bank reports a loss."),
    ("fr", "The world reports a loss."),
    ("fr", "The Team reports to the mayor."),
    ("", "The minister told The World that he will stay."),
    ("de", "She read in The Third Man of it."),
    ("tr", "Freedom of the press is a right."),
    ("zh", "Vibrato is a way of singing. Millet is eaten in the north."),
    ("de", "They met at a Ladybug supermarket."),
    ("es", "Together they left the hall."),
    ("pl", "Highest Court fees rose."),
]


test_applied = applied(APPLIED)
test_left_alone = left_alone(SILENT)
test_suggested_or_flagged = remarked(REMARKED)


def test_the_tables_know_enough_and_never_rename_what_is_right() -> None:
    lexicons = story("").lexicons
    for table, least in zip(TABLES, (150, 150, 100, 30), strict=True):
        rows = lexicons.rows(table)
        assert len({row["right"] for row in rows}) >= least
        right = {(row["right"], language) for row in rows for language in row["languages"].split()}
        assert not [r["written"] for r in rows for code in r["languages"].split() if (r["written"], code) in right]
        assert {row["certainty"] for row in rows} <= {"certain", "likely"}
        assert all(not row["wants"] or lexicons.pattern(f"{row['wants']}-before").pattern != r"\A(?!)" for row in rows)
