"""Every rule in rules/, by its own examples: what it repairs, what it finds, what it leaves alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cleanup.edits import apply
from cleanup.findings import Proposal, Safety
from cleanup.language.folding import encodable, folded
from cleanup.language.lexicons import Lexicons
from cleanup.rulebook import Rule, load
from cleanup.rulebook.matching import Matcher
from cleanup.story import Story
from cleanup.text import Document

RULES = Path(__file__).parent.parent / "rules"
LEXICONS = Lexicons((RULES,), "en")
ALL = load((RULES,))
TOGETHER = Matcher(ALL)
HOSTILE = {
    "letters": "a" * 20_000,
    "capitals": "A" * 20_000,
    "digits": "1" * 20_000,
    "spaces": " " * 20_000,
    "lines": "\n" * 20_000,
    "quotes": "”" * 20_000,
    "quotes and spaces": "” “" * 7_000,
    "commas": "a, " * 7_000,
    "names": "Aa Bb " * 3_500,
    "short words": "a b " * 5_000,
    "stops": "a. B " * 4_000,
}


def in_company(text: str, rule: Rule) -> str:
    """Return the example with the words after it that the rule wants near it and in its story."""
    near, far = (words[0].rstrip("*") if words else "" for words in (rule.file.detect.near, rule.file.detect.story))
    return f"{text} {near}\n\n{far}"


def proposals(text: str, rule: Rule) -> list[Proposal]:
    """Return what one rule proposes for a text."""
    hits, late = Matcher([rule]).match(Story(Document.plain(text), Lexicons((RULES,), rule.target)))
    assert not late
    return [hit.proposal for hit in hits]


def examples(kind: str) -> list[object]:
    """Return a test parameter for each example of every rule."""
    return [
        pytest.param(rule, example, id=f"{rule.name}-{number}")
        for rule in ALL
        for number, example in enumerate(_of(rule, kind), start=1)
    ]


def _of(rule: Rule, kind: str) -> list[object]:
    if kind == "repairs":
        return list(rule.file.examples.repairs.items())
    if kind == "seen":
        return [*rule.file.examples.repairs, *rule.file.examples.finds]
    return list(getattr(rule.file.examples, kind))


def each_rule() -> list[object]:
    return [pytest.param(rule, id=rule.name) for rule in ALL]


def test_there_are_rules_and_each_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in ALL]
    assert len(names) == len(set(names)) > 0


@pytest.mark.parametrize(("rule", "example"), examples("repairs"))
def test_the_first_candidate_is_the_repair(rule: Rule, example: tuple[str, str]) -> None:
    before, after = example
    found = proposals(before, rule)
    assert found, "the rule does not see its own example"
    edits = [edit for proposal in found for edit in proposal.candidates[0].edits]
    assert apply(before, edits) == after


@pytest.mark.parametrize(("rule", "example"), examples("finds"))
def test_a_flag_finds_its_examples(rule: Rule, example: str) -> None:
    assert proposals(example, rule)


@pytest.mark.parametrize(("rule", "example"), examples("keeps"))
def test_look_alikes_are_left_alone_even_in_the_company_that_the_rule_wants(rule: Rule, example: str) -> None:
    assert not proposals(in_company(example, rule), rule)


@pytest.mark.parametrize(("rule", "example"), examples("seen"))
def test_the_index_knows_the_rule_by_its_examples(rule: Rule, example: str) -> None:
    assert rule in [known for known, _ in TOGETHER.places(Story(Document.plain(example), LEXICONS))]
    assert all(some.stand_in(encodable(example), folded(example)) for some in rule.literals)


@pytest.mark.parametrize("rule", each_rule())
def test_the_index_has_something_to_look_for(rule: Rule) -> None:
    assert rule.literals, "no literal: the rule would be tried on every text"


@pytest.mark.parametrize("rule", each_rule())
def test_a_rule_shows_two_look_alikes(rule: Rule) -> None:
    assert len(rule.file.examples.keeps) >= 2


@pytest.mark.parametrize("rule", each_rule())
def test_a_rule_says_where_its_artefact_was_seen(rule: Rule) -> None:
    assert rule.file.seen


@pytest.mark.parametrize("rule", each_rule())
def test_a_repair_is_not_found_fault_with_again(rule: Rule) -> None:
    for after in rule.file.examples.repairs.values():
        assert not proposals(after, rule)


@pytest.mark.parametrize("rule", each_rule())
def test_only_rules_that_repair_ask_for_a_licence(rule: Rule) -> None:
    assert not rule.file.licences or rule.file.safety is not Safety.FLAG


@pytest.mark.parametrize("rule", each_rule())
def test_hostile_text_takes_no_time(rule: Rule) -> None:
    literal = min(rule.literals[0].strings, key=len)
    for name, text in HOSTILE.items():
        for hostile in (text, f"{literal} {text}", f"{text} {literal}", f"{literal} " * 2_000):
            start = time.process_time()
            for pattern in (rule.pattern, *rule.exceptions):
                for _ in pattern.finditer(hostile, timeout=2):
                    pass
            assert time.process_time() - start < 0.25, name
