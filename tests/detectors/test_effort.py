"""However hostile a text, a detector's work grows with its length, not with the square of it."""

from __future__ import annotations

from itertools import islice, product
from time import process_time

import pytest

from cleanup import detectors, plugs
from detectors.verdicts import cleaner, story

LENGTH = 50_000  # characters
SECONDS = 20  # for all detectors together; one takes a fraction of it, and one that was quadratic took minutes

STRANGE = [
    "a. ", ". ", ".", '"', '" ', "“", "”", "“ ", "„", "«", "»", "«a»", "« ", "‘a ", "a' ", "1", "1.", "1,5 ", "1.234",
    "5 % ", " ", "\u00a0", "\n", "a\n", "A B ", "Ab Cd ", "A", "Abc ", "Ab. ", "Ã", "Ã\u0083", "Ð", "â€", "&amp;",
    "&", "Ａ", "，", "of ONU ", "the OTAN, ", "Kim’s father. Jung ", "Kim Jong-il ", "word. word ", "euros. euros. ",
    "increased. reduce. ", "the the ", "the ", "a\u00a0", "A b c A b c ", " — Ab", " - ", "– A",
    "– We go, said he.\n", ", said he", "и ", "Путин ", "中", "é ", "plötzlich ", "et ", "” et “", "\ud800",
    "👨\u200d👩", "\u0301", "(", "A (", "[…] ", "20.48 o'clock ", "14h30 ", "5 thousand ", "century. all ", "a. com ",
    "the party. Ab, ", "who who ", "Parissaid ", " ;", "! ", "A. b ",
    "“a. b” of ONU 1,5 million the the «x» Ã\u00ad ; Kim’s son. Jung Un. \n",
]  # fmt: skip
WORDS = ["".join(letters) for letters in islice(product("abcdefghijklmnopqrstuvwxyz", repeat=4), 5000)]
MANIFOLD = {
    "words": " ".join(WORDS),
    "capitals": " ".join(map(str.capitalize, WORDS)),
    "names": "; ".join(f"Anna {word.capitalize()}" for word in WORDS),
    "full names": "; ".join(f"{word[::-1].capitalize()} {word.capitalize()}" for word in WORDS),
    "hyphens": "; ".join(f"Kim {word.capitalize()}-{word}" for word in WORDS),
    "genitives": " ".join(f"{word.capitalize()}’s son. {word.capitalize()}, Kim " for word in WORDS),
    "glued": " ".join(f"{word.capitalize()}said {word.capitalize()}" for word in WORDS),
    "accents": " ".join(f"{word}é" for word in WORDS),
    "stops": " ".join(f"{word.capitalize()}. {word}" for word in WORDS),
    "paragraphs": "\n".join(f"“{word} said. {word}" for word in WORDS),
    "sentences": ". ".join(map(str.capitalize, WORDS)),
    "six letters": "; ".join(f"Anna {word.capitalize()}{word[:2]}" for word in WORDS),
}
HOSTILE = {sign: sign * (LENGTH // len(sign)) for sign in STRANGE} | {k: v[:LENGTH] for k, v in MANIFOLD.items()}
MODULES = [plugs.load(detectors, name) for name in plugs.names(detectors)]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_all_detectors(name: str) -> None:
    told = story(HOSTILE[name], "fr")
    started = process_time()
    for module in MODULES:
        for _ in module.detect(told):
            pass
    assert process_time() - started < SECONDS


@pytest.mark.parametrize(
    "sign", ["the ", "of ONU ", "20.48 o'clock ", "&amp;", "«a»", "“a. b” of ONU 1,5 million the the "]
)
def test_the_whole_of_cleaning(sign: str) -> None:
    text = sign * (10_000 // len(sign))
    started = process_time()
    cleaner("fr").clean(text)
    assert process_time() - started < SECONDS
