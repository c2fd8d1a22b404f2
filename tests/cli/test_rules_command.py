"""`rules`: list, show, test and new."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

NAME = "fr-en.senses.sprinkling"


def test_a_new_rule_holds_what_it_shows(run: Run, tmp_path: Path) -> None:
    begun = run("rules", "new", NAME, "--rules", "mine")
    assert (begun.code, begun.out) == (0, "mine/fr-en/senses/sprinkling.yaml\n")
    assert begun.err == f"Fill it in, then run: cleanup rules test {NAME} --rules mine\n"
    done = run("rules", "test", NAME, "--rules", "mine")
    assert (done.code, done.out) == (0, "1 rule, 0 examples that did not hold\n")
    assert run("rules", "new", NAME, "--rules", "mine").refusal == (
        "mine/fr-en/senses/sprinkling.yaml: there is such a rule already; edit it"
    )
    assert run("rules", "new", "any-en.x.y").out == "rules/any-en/x/y.yaml\n"


def test_a_new_rule_goes_where_the_configuration_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cleanup.toml").write_text('rules = ["desk"]')
    run("rules", "new", NAME)
    assert (tmp_path / "desk" / "fr-en" / "senses" / "sprinkling.yaml").is_file()
    assert NAME in run("rules", "list").out


@pytest.mark.parametrize(
    "name", ["foo", "fr.senses.x", "fr-en.senses", "fr-en.a.b.c", "../x-y.z", "fr-en./x.y", "Fr-en.x.y"]
)
def test_a_name_that_is_none(run: Run, name: str) -> None:
    assert run("rules", "new", name, "--rules", "mine").refusal.startswith(f"'{name}': a rule's name is <source>-")


def test_a_rule_of_ones_own_is_listed_shown_tested_and_used(run: Run, rule: Path, tmp_path: Path) -> None:
    listed = run("rules", "list", "--rules", "mine", "--select", "*sprinkling").out
    assert listed.startswith(f"{NAME}  ")
    assert run("rules", "show", NAME, "--rules", "mine").out == f"# {rule.relative_to(tmp_path)}\n{rule.read_text()}\n"
    assert run("rules", "test", "*.sprinkling", "--rules", "mine").code == 0
    text = "The sprinkling of the press went on, said the minister of the country on Monday.\n"
    fixed = run("fix", "-q", "-", "--rules", "mine", stdin=text.encode()).out
    assert fixed == text.replace("sprinkling", "briefing")


def test_examples_that_do_not_hold_are_told(run: Run, rule: Path) -> None:
    rule.write_text(rule.read_text().replace("of the lawn", "of the press").replace('"The briefing', '"A briefing'))
    done = run("rules", "test", NAME, "--rules", "mine")
    assert done.code == 1
    assert (
        "repairs: 'The sprinkling of the press went on.' becomes 'The briefing of the press went on.', not" in done.out
    )
    assert "keeps: something in 'The sprinkling of the press went on.'" in done.out
    assert done.out.endswith("1 rule, 2 examples that did not hold\n")


def test_detectors_are_told_of_too(run: Run) -> None:
    assert "\nquotes.*  " in run("rules", "list").out
    assert "detectors/quotes.py\n" in run("rules", "show", "quotes.direction").out


def test_a_rule_that_is_none(run: Run) -> None:
    refusal = "no rule is named 'nosuch'; `cleanup rules list` has them all"
    assert run("rules", "show", "nosuch").refusal == run("rules", "test", "nosuch").refusal == refusal


def test_all_our_rules_hold(run: Run) -> None:
    done = run("rules", "test")
    assert done.code == 0, done.out
