"""Sentences, quotations, paragraphs and tokens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.language.segmentation import paragraphs, quotations, sentences, tokens
from cleanup.text import Span

# A bar stands where a new sentence starts.
SENTENCES = [
    "Gen. Kim met U.S. officials. |They spoke.",
    "He has lived in the U.S. |His wife has not.",
    "The shop closes at 11 p.m. and opens at 7 a.m. |It is shut on Sunday.",
    "He arrived at 9 p.m. |The meeting was over.",
    "Olajterv Kft. of Budapest won. |Holding S.A. of Madrid lost.",
    "No. 1 seed Iga Swiatek won. |“No. |Nobody helped.”",
    "At the invitation of Kim Jong Un […], Putin will pay a visit. |It is rare.",
    "“We will win. |[…] We will not give up,” he said. |He left.",
    "J. K. Rowling wrote to J.R.R. Tolkien. |He did not answer.",
    "Apple Inc. said profits rose. |He works for Apple Inc. |She does not.",
    "He said. |“We want peace,” and left.",
    "“We want peace.” |He then left.",
    "The rate rose 3.5 percent to 1.25. |It had been 2.",
    "St. Petersburg is in Russia. |Sammy Davis Jr. sang.",
    "It was Roe vs. Wade, e.g. the ruling. |Nothing else mattered.",
    "The aim was good for Russia. intended for use at home. |It failed.",
    "The profit was 1.6 billion euros. euros. |It had been two.",
    "He paused… and went on. |Then he stopped…",
    "iPhone sales fell. |iPad sales rose.",
    "1. Open the door. |2. Close it.",
    "“Do you know him?” she asked. |“No!” he said.",
    "LOUISVILLE, Ky. (AP) - A turnaround. |It came.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked):
    text = marked.replace("|", "")
    found = [span.of(text) for span in sentences(text, Span(0, len(text)), "en")]
    assert found == [sentence.strip() for sentence in marked.split("|")]


ELSEWHERE = [
    ("fr", "M. Valcourt est venu. |Mme Brac aussi, cf. Rome. |Elle part."),
    ("fr", "« C’est bon. |» Il a 12 ans. |Il part."),
    ("es", "El Sr. Bustos vino. |La Sra. Ferrán, p. ej. Ana, también. |Se van a EE. UU. |Hoy no."),
    ("de", "Es kamen z. B. Dr. Kummer und Hr. Wenzel. |Am 16. Mai ist Schluss. |Er bleibt."),
    ("de", "Es kostet 3 Mio. Euro. |Das ist viel."),
]


@pytest.mark.parametrize(("language", "marked"), ELSEWHERE)
def test_sentences_elsewhere(language, marked):
    text = marked.replace("|", "")
    found = [span.of(text) for span in sentences(text, Span(0, len(text)), language)]
    assert found == [sentence.strip() for sentence in marked.split("|")]


def test_a_language_with_ordinal_stops_keeps_its_dates():
    text = "Am 3. Oktober kam er. Er blieb."
    assert [s.of(text) for s in sentences(text, Span(0, len(text)), "de")] == ["Am 3. Oktober kam er.", "Er blieb."]


@given(st.text(alphabet=st.sampled_from("aBc.!?…“”\"'’ \t\n1U.S()[]。é")), st.integers(0, 9), st.integers(0, 9))
def test_sentences_lie_in_order_within_the_paragraph_and_leave_out_only_space(text, before, after):
    span = Span(min(before, len(text)), max(min(before, len(text)), len(text) - after))
    found = sentences(text, span, "en")
    assert all(span.holds(s) and len(s) for s in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))
    assert "".join("".join(s.of(text) for s in found).split()) == "".join(span.of(text).split())


QUOTATIONS = [
    ("He said “yes” and “no”.", ["yes", "no"]),
    ('"One," he said. "Two."', ["One,", "Two."]),
    ("« Non », „Ja“, „Nein”", [" Non ", "Ja", "Nein"]),
    ("‘It’s the workers’ right,’ she said.", ["It’s the workers’ right,"]),
    ("'I won't,' he said of the workers' 'new' rights.", ["I won't,", "new"]),
    ("rock ‘n’ roll in the ‘90s, it’s John’s", []),
    ("He is 5'10\" tall, it's 6\" more", []),
    ("“An outer ‘inner’ one.”", ["An outer ‘inner’ one."]),
    ("“Left open\n\nand gone on", []),
    ("“One.\n\n“Two.\n\n“Three,” he said.", ["One.", "Two.", "Three,"]),
]


@pytest.mark.parametrize(("text", "inside"), QUOTATIONS)
def test_quotations(text, inside):
    assert [span.of(text) for span in quotations(text, Span(0, len(text)))] == inside


def test_a_quotation_that_goes_on_is_seen_from_its_paragraph_alone():
    text = "He said: “One.\n\n“Two.”"
    assert [s.of(text) for s in quotations(text, paragraphs(text)[0])] == ["One."]


def test_paragraphs_are_lines_that_hold_something():
    text = "\n One two. \n\n \t\nThree\r\n"
    assert [span.of(text) for span in paragraphs(text)] == ["One two.", "Three"]


def test_tokens():
    text = "U.S. troops' 1,234.5 km at 3:15 p.m.: Mr. O’Neil’s e-mail a.b@c.de… 1st"
    found = [span.of(text) for span in tokens(text, Span(0, len(text)))]
    expected = "U.S. troops ' 1,234.5 km at 3:15 p.m. : Mr . O’Neil’s e-mail a.b@c.de … 1st"
    assert found == expected.split()
