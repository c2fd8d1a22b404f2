"""The law of the index: where a pattern matches, one of its literals stands, however the text is written."""

from __future__ import annotations

import pytest
import regex
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cleanup.language.folding import encodable, folded
from cleanup.rulebook.literals import TELLING, Index, Literals, required

LETTERS = "abkiIsßéÉİıſKσΣςТт’- ."

letters = st.sampled_from(LETTERS).map(regex.escape)
classes = st.lists(st.sampled_from("abkKsSéÉiIσΣ"), min_size=1, max_size=3).map(lambda some: f"[{''.join(some)}]")
atoms = st.one_of(
    letters,
    letters,
    letters,
    classes,
    st.sampled_from([".", r"\w", r"\b", r"\s", r"\p{Lu}", r"[\p{L}’-]", "^", "[^a]"]),
)


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return larger patterns made of smaller ones."""
    some = st.lists(inner, min_size=1, max_size=4)
    counts = st.sampled_from(["", "?", "*", "+", "{2}", "{0,2}", "+?", "*+"])
    groups = st.sampled_from(["(?:", "(", "(?P<bad>", "(?<name>", "(?>", "(?=", "(?!", "(?<=", "(?<!"])
    return st.one_of(
        some.map("".join),
        some.map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(groups, inner, counts).map(lambda three: f"{three[0]}{three[1]}){three[2]}"),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]}){two[0]}"),
    )


patterns = st.tuples(st.sampled_from(["", "(?i)"]), st.recursive(atoms, grown, max_leaves=12)).map("".join)
texts = st.text(st.sampled_from(LETTERS + "ABSKtéÉẞñ\ud800\n"), max_size=14)


@settings(max_examples=600, deadline=None)
@given(pattern=patterns, text=texts)
def test_a_match_holds_a_literal(pattern: str, text: str) -> None:
    try:
        match = regex.compile(pattern).search(text, timeout=1)
    except (regex.error, TimeoutError):
        assume(False)
    for literals in required(pattern):
        assert literals.strings
        assert all(literals.strings)
        assert not match or literals.stand_in(encodable(text), folded(text))


@settings(max_examples=300, deadline=None)
@given(pattern=patterns, seed=st.randoms(use_true_random=False))
def test_the_patterns_own_letters_in_any_case_are_found(pattern: str, seed: object) -> None:
    """Random texts seldom match; a pattern's plain letters, their case shuffled, often do."""
    plain = regex.sub(r"\(\?[^)]*?[:>=!]|\(\?i\)|\\[wbs]|\\p\{\w+\}|[\\()|?*+^$\[\]{}\d,]", "", pattern)
    text = "".join(seed.choice((c, c.upper(), c.lower())) for c in plain)  # type: ignore[attr-defined]
    try:
        match = regex.compile(pattern).search(text, timeout=1)
    except (regex.error, TimeoutError):
        assume(False)
    for literals in required(pattern) if match else ():
        assert literals.stand_in(encodable(text), folded(text))


@given(st.text(max_size=30))
def test_folding_keeps_every_place_and_can_always_be_encoded(text: str) -> None:
    assert len(folded(text)) == len(text)
    folded(text).encode()
    assert folded(folded(text)) == folded(text)


def test_no_character_loses_its_place() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert len(folded(every)) == len(every)


EXAMPLES = [
    (r"(?P<verb>conclud|reach|sign)\w*(?:, [^,.]+,)? (?P<bad>okay)\b", [{" okay"}, {"conclud", "reach", "sign"}]),
    (r"(?i)\b(?P<bad>money|capital)s\b|(?P<bad>whitening)", [{"moneys", "capitals", "whitening"}]),
    (r"[Oo]n [Mm]onday", [{"on monday", "on Monday", "On monday", "On Monday"}]),
    (r"(?i)[Oo]n [Mm]onday", [{"on monday"}]),
    (r"(?:(?i:on) )Monday", [{"on monday"}]),
    (r"\p{Lu}\w+ said", [{" said"}]),
    (r"(?:ab)+c?d*", [{"ab"}]),
    (r"(?:the )?(?:BCE|ECB) said", [{"BCE said", "ECB said"}]),
    (r"(?:ab|abc)d", [{"abd", "abcd"}]),
    (r"colou?r", [{"color", "colour"}]),
    (r"(?<!\w)(?=under)\w+ pressure(?! group)", [{" pressure"}, {"under"}]),
    (r"a?b?", []),
    (r"a|bc", []),
    (r"(?:long|x)", []),
    (r"[[a-z]--[aeiou]]word", []),
    (r"(?:word){e<=1}", []),
    (r"word(?|(a)|(b))", []),
    (r"\(?<b>word", [{"<b>word"}]),
    (r"(?<bad>word)(?<=d)", [{"word"}]),
]


@pytest.mark.parametrize(("pattern", "literals"), EXAMPLES)
def test_examples(pattern: str, literals: list[set[str]]) -> None:
    found = required(pattern)
    assert [set(some.strings) for some in found] == literals
    assert all(some.cased is ("i" not in regex.findall(r"\(\?(\w)", pattern)) for some in found)


def test_the_rarest_come_first() -> None:
    assert required("unrest .* the")[0].strings == ("unrest ",)
    assert required("unrest .* the", len)[0].strings == (" the",)


words = st.text(st.sampled_from("ab "), min_size=1, max_size=TELLING + 4)


@given(
    wanted=st.lists(st.sets(words, min_size=1, max_size=4), max_size=4),
    text=st.text(st.sampled_from("ab "), max_size=60),
)
def test_the_index_finds_what_stands_there_and_nothing_else(wanted: list[set[str]], text: str) -> None:
    index = Index((number, Literals(tuple(sorted(some)))) for number, some in enumerate(wanted))
    assert index.owners(text) == {number for number, some in enumerate(wanted) if any(word in text for word in some)}
