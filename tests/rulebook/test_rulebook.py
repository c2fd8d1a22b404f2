"""Rule files: what loads, under which name, and what is refused with file, line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.errors import RuleError
from cleanup.findings import Safety
from cleanup.paths import rules_folder
from cleanup.rulebook import CONFIDENCE, load

RULE = """\
why: "what happened"
category: wrong-sense
detect:
  pattern: '(?i)the (?P<bad>okay)'
candidates: ["an {bad}"]
safety: suggest
unless: ["said okay"]
examples:
  repairs: {"the okay": "the an okay"}
  keeps: ["okay"]
"""


def place(folder: Path, name: str = "fr-en/senses/agreement.yaml", text: str = RULE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def refusal(folder: Path) -> str:
    with pytest.raises(RuleError) as raised:
        load([folder])
    return str(raised.value)


def test_a_rule_is_named_by_its_place(tmp_path: Path) -> None:
    path = place(tmp_path)
    (rule,) = load([tmp_path])
    assert (rule.name, rule.path, rule.target, rule.sources) == ("fr-en.senses.agreement", path, "en", ("fr",))
    assert rule.confidence == CONFIDENCE[Safety.SUGGEST]
    assert rule.pattern.search("The Okay")
    assert rule.exceptions[0].search("he said okay")


@pytest.mark.parametrize(
    ("pack", "line", "sources"),
    [("any-en", "", ()), ("any-en", "source: [ru, uk]", ("ru", "uk")), ("fr-en", "source: []", ())],
)
def test_where_the_original_comes_from(tmp_path: Path, pack: str, line: str, sources: tuple[str, ...]) -> None:
    place(tmp_path, f"{pack}/senses/agreement.yaml", f"{RULE}{line}\n")
    assert load([tmp_path])[0].sources == sources


def test_a_later_folder_overrules_an_earlier_one(tmp_path: Path) -> None:
    place(tmp_path / "ours")
    place(tmp_path / "ours", "fr-en/senses/first.yaml")
    place(tmp_path / "desk", text=RULE.replace("what happened", "what the desk says"))
    first, second = load([tmp_path / "ours", tmp_path / "desk"])[::-1]
    assert [first.name, second.name] == ["fr-en.senses.first", "fr-en.senses.agreement"]
    assert second.file.why == "what the desk says"


def test_rules_into_another_language_are_left_out_but_must_be_rules(tmp_path: Path) -> None:
    place(tmp_path, "en-fr/senses/agreement.yaml")
    assert load([tmp_path], "en") == ()
    assert len(load([tmp_path], "fr")) == len(load([tmp_path])) == 1
    place(tmp_path, "en-fr/senses/wrong.yaml", "why: x")
    with pytest.raises(RuleError):
        load([tmp_path], "en")


def test_hidden_folders_are_not_ours(tmp_path: Path) -> None:
    place(tmp_path, ".github/workflows/ci.yml", "on: push")
    assert load([tmp_path]) == ()


@pytest.mark.parametrize(
    "name",
    ["agreement.yaml", "senses/agreement.yaml", "fr-en/agreement.yaml", "fr-en/a/b/c.yaml",
     "fr-en/senses/agreement.yml", "french-en/senses/agreement.yaml", "fr/senses/agreement.yaml",
     "fr-en/senses/agree.ment.yaml"],
)  # fmt: skip
def test_a_rule_in_the_wrong_place_does_not_vanish(tmp_path: Path, name: str) -> None:
    path = place(tmp_path, name)
    assert refusal(tmp_path) == (
        f"{path}: in {tmp_path} a rule's place is <source>-<target>/<family>/<artefact>.yaml, "
        "such as fr-en/senses/agreement.yaml"
    )


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nosuch") == f"{tmp_path / 'nosuch'}: no such folder of rules"


FLAG = (
    RULE.replace('candidates: ["an {bad}"]\n', "")
    .replace("suggest", "flag")
    .replace('repairs: {"the okay": "the an okay"}', "finds: [the okay]")
)
WRONG = [
    (RULE.replace('"what happened"', '" "'), "1: 'why' is empty"),
    (RULE.replace("  pattern", "  phrases: [a]\n  pattern"), "4: detect: wants either a pattern or phrases"),
    (RULE.replace("pattern: '(?i)the (?P<bad>okay)'", "near: [a]"), "4: detect: wants either a pattern or phrases"),
    (
        RULE.replace("pattern: '(?i)the (?P<bad>okay)'", "phrases: [' ']"),
        "4: detect: an empty phrase stands everywhere",
    ),
    (RULE.replace('  keeps: ["okay"]\n', ""), "9: 'examples.keeps' is missing"),
    (RULE.replace('["okay"]', "[]"), "9: examples: want both: repairs (or finds) and keeps"),
    (
        RULE.replace('  repairs: {"the okay": "the an okay"}\n', ""),
        "9: examples: want both: repairs (or finds) and keeps",
    ),
    (
        RULE.replace('repairs: {"the okay": "the an okay"}', "finds: [the okay]"),
        "1: a rule with candidates shows repairs",
    ),
    (RULE.replace("suggest", "flag"), "1: a flag has no candidates, every other rule has some"),
    (RULE.replace("suggest", "sugest"), "6: safety: 'sugest' is none of safe, fluency, suggest, flag"),
    (RULE + "confidence: 2\n", "1: confidence is 2.0; it goes from 0 to 1"),
    (RULE + "source: [French]\n", "1: source: 'French' is no language code, such as fr or de"),
    (RULE + "original: {French: [accord]}\n", "1: original: 'French' is no language code, such as fr or de"),
    (RULE + "original: {fr: ['*']}\n", "1: original: an empty word stands everywhere; leave it out"),
    (
        FLAG.replace("finds: [the okay]", 'repairs: {"the okay": "x"}'),
        "1: a rule with candidates shows repairs, a flag shows finds",
    ),
    (RULE.replace("okay)'", "okay'"), "4: no regular expression: missing )"),
    (RULE.replace("said okay", "said ("), "7: no regular expression: missing )"),
    (RULE.replace("an {bad}", "an {good}"), "5: the pattern has no group 'good'"),
    (RULE.replace("an {bad}", "an {2}"), "5: the pattern has no group '2'"),
    (RULE.replace("an {bad}", "an {bad"), "5: expected '}' before end of string; write {{ for a brace"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_and_where(tmp_path: Path, text: str, message: str) -> None:
    path = place(tmp_path, text=text)
    assert refusal(tmp_path).startswith(f"{path}:{message}")


def test_a_flag_is_a_rule(tmp_path: Path) -> None:
    place(tmp_path, text=FLAG)
    assert load([tmp_path])[0].file.safety is Safety.FLAG


def test_phrases_ignore_case_and_stand_between_words(tmp_path: Path) -> None:
    place(
        tmp_path,
        text=RULE.replace("pattern: '(?i)the (?P<bad>okay)'", "phrases: [a.m, 'A.M. sharp']").replace("{bad}", "x"),
    )
    pattern = load([tmp_path])[0].pattern
    assert [match[0] for match in pattern.finditer("7 A.M sharp, a.m. sharp, spam a.mx axm")] == ["A.M", "a.m. sharp"]


def test_all_our_own_patterns_and_candidates_are_sound() -> None:
    for rule in load([rules_folder()]):
        rule.check()


def test_what_proves_our_own_rules_is_in_languages_that_they_are_for() -> None:
    proven = [rule for rule in load([rules_folder()]) if rule.file.original]
    assert len(proven) > 100
    assert not [rule.name for rule in proven if rule.sources and not set(rule.file.original) <= set(rule.sources)]
