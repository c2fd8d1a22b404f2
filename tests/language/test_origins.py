"""The language that a story was translated from, by its traces."""

import pytest

from cleanup.language.lexicons import Lexicons
from cleanup.language.origins import guess_source, traces
from cleanup.paths import rules_folder

ENGLISH = "The president said on Monday that the talks with the union had not been easy, and that they would go on."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister told dpa that the SPD in Lower Saxony und the Bundestag agreed.", "de"),
        ("The Duma, RIA Novosti reported, gave 5 million rubles to Muscovites, Sergei Sobyanin said.", "ru"),
        ("", None),
        (ENGLISH, None),
        ("Reps. and senators don’t like it, said a spokesman for the Paris office of Mr. Jean.", None),
    ],
)
def test_the_originals_language_is_guessed_from_its_traces(text, code):
    assert guess_source(traces(text, "en"), "en").code == code


def test_a_trace_is_a_whole_word_and_counts_once():
    assert traces("undone, thunder", "en") == []
    assert traces("und und", "en") == traces("und", "en")


def test_clues_add_up_until_one_language_is_likelier_than_not():
    one, two = guess_source([("fr", 1.0)], "en"), guess_source([("fr", 1.0), ("fr", 3.0)], "en")
    assert (one.code, two.code) == (None, "fr")
    assert 0 < one.confidence < 0.5 < two.confidence < 1
    assert guess_source([("xx", 9.0)], "en").code == "xx"


def test_every_trace_has_a_weight_and_a_known_language():
    rows = Lexicons((rules_folder(),), "en").rows("traces")
    known = {row["language"] for row in rows if row["kind"] == "prior"}
    assert all(-4 <= float(row["weight"]) <= 4 and row["language"] in known for row in rows)
    places = [(row["language"], row["kind"], row["written"]) for row in rows]
    assert len(places) == len(set(places))
