"""Which sentences go together: in stories of our own writing, cut otherwise on the two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time

import pytest

from cleanup.alignment import Alignment, align, sentences_of
from cleanup.alignment.reference import best_of

FRENCH = """\
La ville rouvre ses trois piscines

Les trois piscines municipales rouvriront lundi après dix-huit mois de travaux. La rénovation a coûté 4,2 millions \
d'euros. « Les habitants ont été patients », a reconnu la maire, Claire Delaunay.

Le bassin du quartier nord attendra toutefois le mois de mars. Une fuite y a été découverte en janvier."""

ENGLISH = """\
City reopens its three swimming pools

The three municipal pools will reopen on Monday after eighteen months of work. The renovation cost 4.2 million \
euros. "The residents have been patient," acknowledged the mayor, Claire Delaunay.

The pool in the northern district will however have to wait until March. A leak was discovered there in January."""

GERMAN = """\
Der Zug nach Hamburg fuhr am Montag zwei Stunden später ab. In Hannover stiegen 300 Reisende aus. Die Bahn \
entschuldigte sich bei den Fahrgästen."""

RUSSIAN = """\
Президент Казахстана прибыл в Москву во вторник. Он встретился с министром иностранных дел Лавровым. Переговоры \
продолжались четыре часа."""


def kinds(found: Alignment) -> list[str]:
    return [link.kind for link in found.links]


def sides(found: Alignment) -> list[tuple[str, str]]:
    """The first words of each link's two sides."""
    return [
        (
            link.original[0].of(found.original)[:12] if link.original else "",
            link.copy[0].of(found.copy)[:12] if link.copy else "",
        )
        for link in found.links
    ]


def test_a_faithful_translation_goes_sentence_by_sentence() -> None:
    found = align(FRENCH, ENGLISH, "fr", "en")
    assert kinds(found) == ["1-1"] * 6
    assert found.related
    assert all(link.score > 0 for link in found.links)


def test_spans_are_of_the_texts_they_are_into() -> None:
    found = align(FRENCH, ENGLISH, "fr", "en")
    assert [span.of(FRENCH) for link in found.links for span in link.original] == [
        span.of(FRENCH) for span in sentences_of(FRENCH, "fr")
    ]
    assert found.links[0].copy[0].of(ENGLISH) == "City reopens its three swimming pools"


@pytest.mark.parametrize(
    ("original", "copy", "expected"),
    [
        (FRENCH, ENGLISH.partition("\n\n")[2], ["1-0", *["1-1"] * 5]),
        (FRENCH.partition("\n\n")[2], ENGLISH, ["0-1", *["1-1"] * 5]),
        (FRENCH, ENGLISH.replace(" A leak was discovered there in January.", ""), [*["1-1"] * 5, "1-0"]),
        (FRENCH, ENGLISH.replace("work. The renovation", "work; the renovation"), ["1-1", "2-1", *["1-1"] * 3]),
        (FRENCH.replace("mars. Une fuite", "mars, car une fuite"), ENGLISH, [*["1-1"] * 4, "1-2"]),
        (FRENCH.replace(". La rénovation", ".\n\nLa rénovation"), ENGLISH, ["1-1"] * 6),
        (FRENCH, ENGLISH.replace("euros. ", "euros. Entry stays free for children under six. "), None),
    ],
    ids=["no headline", "headline added", "last sentence lost", "two joined", "one parted", "paragraphs", "added"],
)
def test_the_two_sides_may_be_cut_otherwise(original: str, copy: str, expected: list[str] | None) -> None:
    found = align(original, copy, "fr", "en")
    assert kinds(found) == (expected or ["1-1", "1-1", "1-1", "0-1", "1-1", "1-1", "1-1"])


def test_german_compounds_and_a_sentence_lost_in_the_middle() -> None:
    copy = "The train to Hamburg left two hours late on Monday. The railway apologised to the passengers."
    assert kinds(align(GERMAN, copy, "de", "en")) == ["1-1", "1-0", "1-1"]


def test_names_in_another_script_are_anchors() -> None:
    copy = "He met with Foreign Minister Lavrov. The talks lasted four hours."
    assert sides(align(RUSSIAN, copy, "ru", "en")) == [
        ("Президент Ка", ""),
        ("Он встретилс", "He met with "),
        ("Переговоры п", "The talks la"),
    ]


def test_a_language_without_a_table_is_aligned_by_length_figures_and_names() -> None:
    finnish = "Helsingin kaupunki avasi 12 uutta koulua. Opettajia puuttuu vielä 340. Matti Virtanen on tyytyväinen."
    copy = (
        "The city of Helsinki opened 12 new schools. There is still a lack of 340 teachers. Matti Virtanen is pleased."
    )
    found = align(finnish, copy, "fi", "en")
    assert kinds(found) == ["1-1"] * 3
    assert found.related


def test_another_story_is_known() -> None:
    other = """\
The orchestra opened its season with a symphony by Sibelius. Critics praised the young conductor's steady hand. \
Tickets for the remaining concerts went on sale online. The hall was rebuilt after a fire destroyed its roof."""
    assert not align(FRENCH, other, "fr", "en").related


@pytest.mark.parametrize(("original", "copy"), [("", ENGLISH), (FRENCH, ""), (" \n ", " ")])
def test_nothing_to_align_is_no_error(original: str, copy: str) -> None:
    assert align(original, copy, "fr", "en").links == ()


@dataclass(frozen=True)
class Said:
    text: str


class Dictionary:
    """A translator that knows these sentences and no others."""

    def __init__(self, known: dict[str, str]) -> None:
        self.known = known

    def translate(self, sentences: Sequence[str]) -> list[list[Said]]:
        return [[Said(self.known[each])] if each in self.known else [] for each in sentences]


def test_a_translator_tells_apart_what_no_table_does() -> None:
    known = {
        "Vene lahkus õhtul sadamast kalureid täis.": "In the evening the boat left the harbour full of fishermen.",
        "Öösel muutus ilm järsku tormiseks.": "At night the weather suddenly turned stormy.",
        "Hommikul otsis päästelaev kadunuid.": "In the morning a rescue vessel searched for the missing.",
    }
    original = " ".join(known)  # Estonian, of which no table knows a word
    copy = "During the night the weather turned stormy. A rescue vessel searched for the missing at dawn."
    translator = Dictionary(known)
    hints = best_of(translator, [span.of(original) for span in sentences_of(original, "et")])
    assert hints == tuple(known.values())
    assert kinds(align(original, copy, "et", "en", hints)) == ["1-0", "1-1", "1-1"]


def test_a_story_of_600_words_takes_no_more_than_a_moment() -> None:
    original, copy = "\n\n".join([FRENCH] * 9), "\n\n".join([ENGLISH] * 9)
    align(FRENCH, ENGLISH, "fr", "en")  # the tables are read once
    began = process_time()
    align(original, copy, "fr", "en")
    assert process_time() - began < 1.0  # it takes 0.04 s on a quiet machine
