"""What rules come to on samples: hits, what references say, clean text."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from cleanup import evaluation
from cleanup.errors import InputError
from cleanup.evaluation import Sample
from cleanup.paths import rules_folder
from cleanup.rulebook import Rule
from cleanup.rulebook.measured import Tally
from cleanup.rulebook.rulefile import RuleFile
from cleanup.rulebook.strictyaml import parse

TAIL = 'category: calque\nwhy: "because"\nexamples: {keeps: [x], repairs: {a: b}}\n'


def rule(text: str, name: str = "fr-en.test.rule", sources: tuple[str, ...] = ("fr",)) -> Rule:
    file = parse(f"{text}\n{TAIL}".encode(), RuleFile, name)
    return Rule(name, Path(f"{name}.yaml"), name[3:5], sources, file, file.detect.literals())


CUSTODY = rule("detect: {phrases: [guarded sight]}\ncandidates: [police custody]\nsafety: safe")
DROP = rule("detect: {pattern: 'the day of (?=yesterday)'}\ncandidates: ['']\nsafety: safe", "fr-en.test.drop")


def figures(*samples: Sample) -> tuple[int, int, int, int]:
    tally = evaluation.tally([CUSTODY], [rules_folder()], samples)[CUSTODY.name]
    return tally.hits, tally.agree, tally.disagree, tally.clean


IN_SIGHT = "He is in guarded sight."
CASES = [
    (Sample(IN_SIGHT, "en", "fr"), (1, 0, 0, 0)),
    (Sample(IN_SIGHT, "en", "fr", "He is in police custody."), (1, 1, 0, 0)),
    (Sample(IN_SIGHT, "en", "fr", "He is in guarded sight of all."), (1, 0, 1, 0)),
    (Sample(IN_SIGHT, "en", "fr", "He sits in jail."), (1, 0, 0, 0)),
    (Sample(IN_SIGHT, "en"), (0, 0, 0, 1)),
    (Sample(IN_SIGHT, "en", "de", "He is in police custody."), (0, 0, 0, 0)),
    (Sample(IN_SIGHT, "fr", "en"), (0, 0, 0, 0)),
]


@pytest.mark.parametrize(("sample", "expected"), CASES)
def test_a_hit_is_counted_by_who_wrote_the_text_and_what_the_reference_says(
    sample: Sample, expected: tuple[int, int, int, int]
) -> None:
    assert figures(sample) == expected


@pytest.mark.parametrize(
    ("reference", "agree", "disagree"), [("It rained yesterday.", 1, 0), ("It rained the day of yesterday.", 0, 1)]
)
def test_words_taken_out_are_judged_by_whether_the_reference_has_them(
    reference: str, agree: int, disagree: int
) -> None:
    sample = Sample("It rained the day of yesterday.", "en", "fr", reference)
    tally = evaluation.tally([DROP], [rules_folder()], [sample])[DROP.name]
    assert (tally.agree, tally.disagree) == (agree, disagree)


def test_translations_are_read_with_their_originals_as_clean_text(tmp_path: Path) -> None:
    path = tmp_path / "news.fr-en.jsonl.gz"
    lines = [
        {"source": "Ça va.", "reference": "Fine.", "outputs": {"one": "It&#39;s going.", "two": "Goes."}},
        {"text": "Bare.", "lang": "pt"},
    ]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    assert list(evaluation.translations([path], ["one"], None)) == [
        Sample("It's going.", "en", "fr", "Fine."),
        Sample("Ça va.", "fr"),
        Sample("Bare.", "en", "pt"),
    ]


def test_clean_text_is_read_from_lines_of_either_kind(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One.\\nTwo."}\n', encoding="utf-8")
    (tmp_path / "b.txt").write_text("Three.\nFour.\n", encoding="utf-8")
    texts = [s.text for s in evaluation.clean([tmp_path / "a.jsonl", tmp_path / "b.txt"], "en")]
    assert texts == ["One.\nTwo.", "Three.", "Four."]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.jsonl", b"{\n", "a.jsonl:1: no JSON"),
        ("a.jsonl.gz", b"plain", "cannot be read"),
        ("a.txt", b"\xff", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=told):
        list(evaluation.clean([tmp_path / name], "en"))


@pytest.mark.parametrize(
    ("tally", "allowed"),
    [(Tally(9), True), (Tally(9, agree=19, disagree=1), True), (Tally(9, agree=18, disagree=1), False),
     (Tally(9, clean=1), False)],
)  # fmt: skip
def test_only_a_rule_that_references_bear_out_may_be_safe(tally: Tally, allowed: bool) -> None:
    assert tally.allows_safe() is allowed
