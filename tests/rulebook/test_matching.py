"""Rules over a text: which are tried, what they propose, and what becomes of one that takes too long."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup import Cleaner
from cleanup.findings import Proposal
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.rulebook import Rule, matching
from cleanup.rulebook.matching import Matcher
from cleanup.rulebook.rulefile import RuleFile
from cleanup.rulebook.ruletests import failures
from cleanup.rulebook.strictyaml import parse
from cleanup.story import Story
from cleanup.text import Document

TAIL = 'safety: suggest\ncategory: wrong-sense\nwhy: "because"\nexamples: {keeps: [x], repairs: {a: b}}\n'
SLOW = r"detect: {pattern: '((\w|\s)+)+\d the'}"
SLOW_TEXT = "the long story of the day that it was and of the night that came after it; the end"


def rule(text: str, name: str = "any-en.test.rule") -> Rule:
    file = parse(f"{text}\n{TAIL}".encode(), RuleFile, name)
    return Rule(name, Path(f"{name}.yaml"), "en", (), file, file.detect.literals())


def story(text: str) -> Story:
    return Story(Document.plain(text), Lexicons((rules_folder(),), "en"))


def proposals(text: str, *rules: Rule) -> list[Proposal]:
    hits, late = Matcher(rules).match(story(text))
    assert not late
    return [hit.proposal for hit in hits]


def replaced(text: str, *rules: Rule) -> list[tuple[str, list[str]]]:
    """Return what each proposal would change, and its candidates."""
    return [
        (p.finding.span.of(text), [edit.text for candidate in p.candidates for edit in candidate.edits])
        for p in proposals(text, *rules)
    ]


CASES = [
    ("detect: {phrases: [actual government]}\ncandidates: [current government]",
     "The actual government and the ACTUAL GOVERNMENT, Actual government and the factual government",
     [("actual government", ["current government"]), ("ACTUAL GOVERNMENT", ["CURRENT GOVERNMENT"]),
      ("Actual government", ["Current government"])]),
    ("detect: {phrases: [ministry]}\ncandidates: [Office]\nkeep_case: false", "MINISTRY", [("MINISTRY", ["Office"])]),
    (r"detect: {pattern: '(?P<verb>reach|sign)ed (?P<bad>okay)'}" + "\ncandidates: [an agreement, a deal]",
     "They reached okay and signed it", [("okay", ["an agreement", "a deal"])]),
    (r"detect: {pattern: '(?P<n>\d+) persons'}" + "\ncandidates: ['{n} people', '{0}']",
     "7 persons", [("7 persons", ["7 people"])]),
    (r"detect: {pattern: '(?i)\b(?P<bad>assur\w+) that'}" + "\ncandidates: ['{bad:say}', '{bad:make clear}']",
     "She assured that it has assured that. Assuring that", [("assured", ["said", "made clear"]),
      ("assured", ["said", "made clear"]), ("Assuring", ["Saying", "Making clear"])]),
    ("detect: {pattern: 'x(?P<bad>)y'}\ncandidates: [z]", "xy", []),
    ("detect: {phrases: [report], near: [elect*]}\ncandidates: [delay]",
     "The report on elections.\n\nThe report on selection.", [("report", ["delay"])]),
    ("detect: {phrases: [report], story: [election]}\ncandidates: [delay]",
     "The report.\n\nThe Election.", [("report", ["delay"])]),
    ("detect: {phrases: [report], story: [election]}\ncandidates: [delay]", "The report.\n\nThe selection.", []),
    ("detect: {phrases: [okay]}\ncandidates: [deal]\nunless: ['said okay']",
     "She said okay.\n\nThey reached okay.", [("okay", ["deal"])]),
    ("detect: {phrases: [kıs]}\ncandidates: [z]", "KIS and kis", [("KIS", ["Z"])]),
]  # fmt: skip


@pytest.mark.parametrize(("detect", "text", "found"), CASES, ids=range(len(CASES)))
def test_what_a_rule_proposes(detect: str, text: str, found: list[tuple[str, list[str]]]) -> None:
    assert replaced(text, rule(detect)) == found


def test_only_rules_whose_words_stand_there_are_tried_and_only_in_those_paragraphs() -> None:
    okay, deal = (
        rule("detect: {phrases: [okay]}\ncandidates: [x]", "a"),
        rule("detect: {phrases: [deal]}\ncandidates: [x]", "b"),
    )
    always = rule(r"detect: {pattern: '\d\d'}" + "\ncandidates: [x]", "c")
    text = story("One.\n\nOKAY?\n\nOkay.")
    tried = [
        (found.name, [span.of(text.text) for span in spans])
        for found, spans in Matcher([okay, deal, always]).places(text)
    ]
    assert tried == [("a", ["OKAY?", "Okay."]), ("c", ["One.", "OKAY?", "Okay."])]


def test_words_that_a_rule_wants_near_and_capitals_that_its_pattern_wants_say_where_it_can_match() -> None:
    near = rule("detect: {phrases: [report], near: [elect*]}\ncandidates: [delay]", "a")
    cased = rule(r"detect: {pattern: 'the Rapport'}" + "\ncandidates: [report]", "b")
    text = story("The Report on elections.\n\nThe report.\n\nthe rapport.\n\nSee the Rapport.")
    tried = [
        (found.name, [span.of(text.text) for span in spans]) for found, spans in Matcher([near, cased]).places(text)
    ]
    assert tried == [("a", ["The Report on elections."]), ("b", ["See the Rapport."])]


def test_lone_surrogates_are_taken() -> None:
    assert (
        replaced("\ud800 okay \udfff okay\ud83d", rule("detect: {phrases: [okay]}\ncandidates: [x]"))
        == [("okay", ["x"])] * 2
    )


def test_no_rules_no_hits() -> None:
    assert Matcher([]).match(story("okay")) == ([], [])


def test_a_rule_that_takes_too_long_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "SECONDS_A_RULE", 0.05)
    slow = rule(f"{SLOW}\ncandidates: [x]", "any-en.test.slow")
    quick = rule("detect: {phrases: [story]}\ncandidates: [tale]", "any-en.test.quick")
    hits, late = Matcher([slow, quick]).match(story(f"{SLOW_TEXT} 1 tha the"))
    assert ([hit.rule.name for hit in hits], late) == (["any-en.test.quick"], ["any-en.test.slow"])


def test_so_is_one_whose_exception_takes_too_long_and_the_report_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "SECONDS_A_RULE", 0.05)
    path = tmp_path / "any-en" / "test" / "slow.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(r"unless: ['((\w|\s)+)+\d the']" + f"\ndetect: {{phrases: [story]}}\ncandidates: [tale]\n{TAIL}")
    report = Cleaner(language="en", rules=[tmp_path]).clean(f"{SLOW_TEXT}.")
    assert "any-en.test.slow: out of time" in report.not_consulted


def test_the_rules_own_examples_tell_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "SECONDS_A_RULE", 0.05)
    tail = TAIL.replace("keeps: [x]", f"keeps: ['{SLOW_TEXT} 1 tha the']")
    file = parse(f"{SLOW}\ncandidates: [x]\n{tail}".encode(), RuleFile, "a")
    slow = Rule("a", Path("a.yaml"), "en", (), file, file.detect.literals())
    told = list(failures(slow, [rules_folder()]))
    assert told[0] == "a.yaml: repairs: 'a' becomes 'a', not 'b'"
    assert told[1].startswith("a.yaml: keeps: took longer than ")
