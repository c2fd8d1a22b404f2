"""What the original says of a marked place, through the cleaner as it is used."""

from __future__ import annotations

from functools import cache

import pytest

import cleanup
from cleanup.edits import apply
from cleanup.findings import Decision, Verdict
from cleanup.report import Report


@cache
def cleaner(source: str, model: bool = True) -> cleanup.Cleaner:
    return cleanup.Cleaner(source, "en") if model else cleanup.Cleaner(source, "en", model=None)


def of(report: Report, rule: str) -> Decision:
    return next(d for d in report.decisions if d.finding.rule == rule)


def evidence(report: Report) -> set[tuple[str, str]]:
    return {(e.kind, e.detail) for d in report.decisions for c in d.proposal.candidates for e in c.evidence}


STOPS = [
    # no mark stands there in the original
    (
        "fr",
        "The services had studied the reactor, but they found few clues showing this. country was developing weapons.",
        "Les services avaient étudié le réacteur, mais ils ont trouvé peu d'indices montrant que ce pays développait"
        " des armes.",
        "The services had studied the reactor, but they found few clues showing this country was developing weapons.",
    ),
]


@pytest.mark.parametrize(("source", "copy", "original", "repaired"), STOPS)
def test_that_the_original_has_no_stop_counts(source: str, copy: str, original: str, repaired: str) -> None:
    before = of(cleaner(source).clean(copy), "breaks.cut-sentence")
    report = cleaner(source).clean(copy, original)
    found = of(report, "breaks.cut-sentence")
    assert found.candidate is not None
    assert apply(copy, found.candidate.edits) == repaired
    assert before.candidate is None or before.candidate.confidence < found.candidate.confidence
    assert "original" in {kind for kind, _ in evidence(report)}


def test_a_stop_that_the_original_has_too_stays() -> None:
    copy = "The mayor spoke about arms deliveries to Russia. intended deliveries will be stopped in the month of March."
    original = (
        "Le maire a parlé des livraisons d'armes à la Russie. Les livraisons prévues seront arrêtées au mois de mars."
    )
    report = cleaner("fr").clean(copy, original)
    assert report.text == copy
    found = of(report, "breaks.cut-sentence")
    assert found.verdict is Verdict.SUGGESTED
    assert [edit.text for edit in found.candidate.edits] == ["I"] if found.candidate else False
    refused = {one.against for one in found.proposal.candidates} - {""}
    assert refused == {"the original has a full stop here"}


def test_the_words_of_a_rule_prove_it_in_the_original() -> None:
    copy = "The minister stands as head of the list of the pro-government party, and he leads in the polls."
    proven = "Le ministre se présente comme tête de liste du parti progouvernemental, et il mène dans les sondages."
    other = "Le ministre se présente comme chef de file du parti progouvernemental, et il mène dans les sondages."
    report = cleaner("fr").clean(copy, proven)
    assert report.text == copy.replace("head of the list", "lead candidate")
    assert ("original", "'tête de liste' stands there in the original") in evidence(report)
    report = cleaner("fr").clean(copy, other)
    assert report.text == copy
    assert "original" not in {kind for kind, _ in evidence(report)}


def test_words_that_stand_twice_go_where_the_original_has_them_once() -> None:
    copy = "The results of the second phase can be used up to to the end of the year, the ministry said."
    original = "Les résultats de la deuxième phase peuvent être utilisés jusqu'à la fin de l'année, a dit le ministère."
    assert cleaner("fr").clean(copy).text == copy
    assert cleaner("fr").clean(copy, original).text == copy.replace("to to", "to")


def test_words_that_stand_twice_in_the_original_stay() -> None:
    copy = "The probe saw lightning at a height of 56 kilometers of cloud cloud, says the director of the agency."
    original = (
        "La sonde a vu des éclairs à une hauteur de 56 kilomètres de nuage en nuage, dit le directeur de l'agence."
    )
    assert cleaner("fr").clean(copy).text != copy
    report = cleaner("fr").clean(copy, original)
    assert report.text == copy
    assert of(report, "repeats.word").reason == "the original says 'nuage' more than once there"


@pytest.mark.parametrize(("original", "repaired"), [("la ville, le port", True), ("la ville , le port", False)])
def test_a_space_before_a_comma_is_the_engines_where_the_original_has_none(original: str, repaired: bool) -> None:
    copy = "The storm reached the town , the port and the two villages behind the river on Monday morning."
    source = f"La tempête a atteint {original} et les deux villages derrière la rivière lundi matin."
    assert (cleaner("fr").clean(copy, source).text == copy.replace("town ,", "town,")) is repaired


def test_without_a_fluency_model_only_what_needs_none_is_done() -> None:
    _, copy, original, _ = STOPS[0]
    report = cleaner("fr", model=False).clean(copy, original)
    assert report.text == copy
    assert of(report, "breaks.cut-sentence").verdict in (Verdict.SUGGESTED, Verdict.FLAGGED)


def test_another_story_bears_no_witness() -> None:
    copy = STOPS[0][1] + " The ministers met in the capital on Monday, and nobody was told about the price of bread."
    original = "La recette demande trois œufs et du beurre. Battez les œufs. Servez le gâteau froid avec de la crème."
    report = cleaner("fr").clean(copy, original)
    assert report.text == cleaner("fr").clean(copy).text


def test_what_the_original_has_twice_in_a_row_is_left_to_an_editor() -> None:
    copy = "The ministers of the region of the region will meet in the capital on Monday, the office said."
    original = "Les ministres de la région de la région se réuniront dans la capitale lundi, a dit le bureau."
    report = cleaner("fr").clean(copy, original)
    assert report.text == copy
    assert of(report, "repeats.phrase").reason == "the original has words twice in a row"
