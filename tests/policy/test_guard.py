"""What the guard lets through and what it holds back, with and without a licence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.findings import Edit, Licence
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.policy import guard
from cleanup.story import Story
from cleanup.text import Document, Span

NUMBER, VALUE = "it would change a number", "it would change the value of a number"
NEGATION, NAME = "it would change a negation", "it would change a name"

CASES = [
    ("It cost 7 euros.", "7", "8", "", NUMBER),
    ("It cost 7 euros.", "7", "seven", "", NUMBER),
    ("It cost 64,2 million.", "64,2", "64.2", "", NUMBER),
    ("It cost 64,2 million.", "64,2", "64.2", "numbers", None),
    ("It cost 64,2 million.", "64,2", "642", "numbers", VALUE),
    ("At 20.48 o'clock.", "20.48 o'clock", "8:48 p.m.", "numbers", None),
    ("At 20.48 o'clock.", "20.48 o'clock", "8:48 a.m.", "numbers", VALUE),
    ("On June 18 and 19.", "18 and 19", "19 and 18", "", None),
    ("They did not agree.", "not ", "", "", NEGATION),
    ("They agree.", "agree", "don’t agree", "", NEGATION),
    ("They did not agree.", "did not", "didn't", "", None),
    ("They did not agree.", "not ", "", "negation", None),
    ("Putin met Kim.", "Kim", "Xi", "", NAME),
    ("Putin met Kim.", "met Kim", "greeted Kim", "", None),
    ("Putin met Kim.", "Kim", "Xi", "names", None),
    ("A visit of the ONU.", "ONU", "UN", "", NAME),
    ("They left. it seems so.", "it", "It", "", NAME),
    ("They left. Then it rained.", ". Then", ", then", "", NAME),
    ("They left 2 not Paris.", " 2 not Paris", "", "deletion", None),
    ("They left 2 not Paris.", " 2 not Paris", " Rome", "deletion", NUMBER),
]


ELSEWHERE = [
    ("fr", "Cela coûte 3.5 millions.", "3.5", "3,5", "numbers", None),
    ("fr", "Il y a 12,500 cas.", "12,500", "12\u00a0500", "numbers", None),
    ("fr", "Cela coûte 3 millions.", "millions", "milliards", "numbers", VALUE),
    ("fr", "Il vient à 5 p.m. à Rome.", "5 p.m.", "17\u00a0h", "numbers", None),
    ("fr", "Il vient à 8:30 p.m. à Rome.", "8:30 p.m.", "20 h 30", "numbers", None),
    ("fr", "Il vient à 5 p.m. à Rome.", "5 p.m.", "18 h", "numbers", VALUE),
    ("fr", "Ils n’ont pas signé.", "n’ont pas", "ont", "", NEGATION),
    ("fr", "Ils sont partis sans lui.", "sans lui", "avec lui", "", NEGATION),
    ("fr", "Il a vu Brac.", "Brac", "Maubert", "", NAME),
    ("es", "No firmaron nunca.", " nunca", "", "", NEGATION),
    ("es", "Cuesta 7.2 millones.", "7.2", "7,2", "numbers", None),
    ("es", "Llegó a las 5 p.m. ayer.", "5 p.m.", "17.00", "numbers", None),
    ("es", "Son 2 mil.", "2 mil", "2 millones", "numbers", VALUE),
    ("de", "Sie kamen nicht.", " nicht", "", "", NEGATION),
    ("de", "Es kostet 4.5 Mio. Euro.", "4.5", "4,5", "numbers", None),
    ("de", "Es begann um 5 p.m. in Bonn.", "5 p.m.", "17 Uhr", "numbers names", None),
    ("de", "Es kostet 4 Millionen Euro.", "Millionen", "Milliarden", "numbers names", VALUE),
]


def story(text: str, target: str = "en") -> Story:
    return Story(Document.plain(text), Lexicons((rules_folder(),), target))


def edit(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new)


@pytest.mark.parametrize(("text", "old", "new", "licences", "objection"), CASES)
def test_objection(text: str, old: str, new: str, licences: str, objection: str | None) -> None:
    allowed = frozenset(map(Licence, licences.split()))
    assert guard.objection(story(text), [edit(text, old, new)], allowed) == objection


@pytest.mark.parametrize("case", ELSEWHERE, ids=lambda case: f"{case[0]}-{case[1]}")
def test_objection_elsewhere(case: tuple[str, str, str, str, str, str | None]) -> None:
    target, text, old, new, licences, objection = case
    allowed = frozenset(map(Licence, licences.split()))
    assert guard.objection(story(text, target), [edit(text, old, new)], allowed) == objection


def test_what_moves_within_a_repair_is_not_lost() -> None:
    text = "He met Kim’s father. Jung Un, on June 18."
    moves = [edit(text, "Kim’s", "Kim Jung Un’s"), edit(text, ". Jung Un", "")]
    assert guard.objection(story(text), moves, frozenset()) is None


def test_what_moves_to_another_paragraph_of_the_repair_is_not_lost_either() -> None:
    text = "He met 7.\n\nOf them."
    assert guard.objection(story(text), [edit(text, " 7", ""), edit(text, "Of", "Of 7")], frozenset()) is None


@given(st.text(st.sampled_from("aB7.,’“” not"), min_size=1), st.data())
def test_an_edit_that_changes_nothing_is_never_held_back(words: str, data: st.DataObject) -> None:
    text = f"First.\n\na{words}."
    start = data.draw(st.integers(8, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    same = Edit(Span(start, stop), text[start:stop])
    assert guard.objection(story(text), [same], frozenset()) is None
    assert not guard.changes_quoted_words(story(text), [same])


QUOTED = [
    ("He said “it is okay” twice.", "okay", "fine", True),
    ("He said “it is okay” twice.", "is okay", "is, okay", False),
    ("He said “it is okay” twice.", "twice", "again", False),
    ("He said “it is 64,2” twice.", "64,2", "64.2", True),
    ("He said “it is okay” twice.", " okay", " okay now", True),
    ("She “won.” She left.", ".”", "”", False),
]


@pytest.mark.parametrize(("text", "old", "new", "changes"), QUOTED)
def test_words_inside_quotation_marks(text: str, old: str, new: str, changes: bool) -> None:
    assert guard.changes_quoted_words(story(text), [edit(text, old, new)]) is changes
