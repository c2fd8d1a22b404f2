"""The embedded model, weighing real places."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import cleanup
from cleanup.detectors import breaks
from cleanup.errors import ModelError
from cleanup.findings import Proposal, Verdict
from cleanup.fluency.deep import unlikely
from cleanup.fluency.judge import Judge
from cleanup.fluency.model import Line, Model
from cleanup.language.lexicons import Lexicons
from cleanup.paths import fluency_folder, rules_folder
from cleanup.pipeline import EMBEDDED
from cleanup.story import Story
from cleanup.text import Document

PAIRS = [  # the first of each is what a paper would print
    ("The minister said on Friday that talks would go on.", "The minister said on Friday that would talks go on."),
    ("They reached an agreement on prices.", "They reached okay on prices."),
    ("She won an international swimming competition.", "She won an international competition swimming."),
    ("He was elected president of the council in May.", "He was elected of the council president in May."),
]


@cache
def judge() -> Judge:
    return Judge(EMBEDDED)


@cache
def model() -> Model:
    return Model(EMBEDDED)


def story(text: str) -> Story:
    return Story(Document.plain(text), Lexicons((rules_folder(),), "en"))


def weighed(text: str) -> Proposal:
    one = story(text)
    (proposal,) = judge().weigh(breaks.detect(one), one)
    return proposal


@pytest.mark.parametrize(("good", "bad"), PAIRS)
def test_news_english_is_likelier_than_what_is_not(good: str, bad: str) -> None:
    first, second = model().nats([Line(good, True), Line(bad, True)])
    assert first > second + 2


def test_scores_do_not_depend_on_what_is_scored_with_them() -> None:
    lines = [Line(text, True) for pair in PAIRS for text in pair]
    together = model().nats(lines)
    assert together == pytest.approx([model().nats([line])[0] for line in lines], abs=0.05)


def test_a_name_in_every_reading_does_not_decide() -> None:
    texts = ["The head of {}, Mrs {}, resigned.", "The head, of {} Mrs {} resigned."]
    names = [("France", "Martin"), ("Vrxqzland", "Qzwyxbek")]
    margins = []
    for country, person in names:
        good, bad = model().nats([Line(text.format(country, person), True) for text in texts])
        margins.append(good - bad)
    assert min(margins) > 0


@pytest.mark.parametrize("text", ["", " ", "\ud800 alone", "🙂" * 300, "אבג", "a" * 3000, "word " * 3000])
def test_any_text_has_a_score(text: str) -> None:
    one = story(text)
    (nats,) = model().nats([Line(one.encodable, True)])
    assert nats < 0
    assert all(0 <= flag.finding.span.start < flag.finding.span.stop <= len(text) for flag in unlikely(one, model()))


def test_the_likeliest_reading_comes_first_with_its_probability() -> None:
    proposal = weighed("Pupils hold an international competition. swimming.")
    confidences = [candidate.confidence for candidate in proposal.candidates]
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 < confidence < 1 for confidence in confidences)
    assert any(evidence.kind == "fluency" for evidence in proposal.candidates[0].evidence)


def test_more_readings_are_heard_where_an_original_may_choose() -> None:
    alone = story("Pupils hold an international competition. swimming.")
    beside = replace(alone, original="Des élèves organisent une compétition internationale de natation.")
    few, many = ([r.kind for r in judge().weigh(breaks.detect(one), one)[0].candidates] for one in (alone, beside))
    assert set(few) < set(many)
    assert {"join", "comma", "capital"} < set(few)


def test_what_was_scored_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    own, one = Judge(EMBEDDED), story("Pupils hold an international competition. swimming.")
    first = own.weigh(breaks.detect(one), one)
    monkeypatch.setattr(own.model, "nats", None)  # would fail if it were asked again
    assert own.weigh(breaks.detect(one), one) == first


def test_a_flag_and_a_rule_that_is_sure_are_left_as_they_are() -> None:
    one = story("The number of cases has gradually increased. reduce.")
    proposals = list(breaks.detect(one))
    assert judge().weigh(proposals, one) == proposals


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(fluency_folder(), tmp_path / "model"))


@pytest.mark.parametrize("name", ["model.bin", "ngram.bin", "pieces.model", "vocabulary.json"])
def test_a_file_that_is_cut_short_is_named(copied: Path, name: str) -> None:
    file = copied / name
    file.write_bytes(file.read_bytes()[:-10])
    with pytest.raises(ModelError, match=name):
        Judge(copied)


@pytest.mark.parametrize("name", ["model.bin", "ngram.bin", "pieces.model", "stops.json", "margins.json"])
def test_a_file_that_holds_something_else_is_told_in_one_line(copied: Path, name: str) -> None:
    file = copied / name
    file.write_bytes(b"x" * file.stat().st_size)
    with pytest.raises(ModelError) as caught:
        Judge(copied)
    assert str(copied) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_manifest_of_another_kind_is_refused(copied: Path) -> None:
    manifest = copied / "model.toml"
    manifest.write_text(manifest.read_text().replace('"fluency"', '"translation"'))
    with pytest.raises(ModelError, match="not a fluency model"):
        cleanup.Cleaner(model=copied)
    command = [sys.executable, "-m", "cleanup", "fix", "--model", str(copied), "-"]
    done = subprocess.run(command, input="A line.", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_without_a_model_all_else_works_and_the_report_says_so(tmp_path: Path) -> None:
    text = "He voted on a resolution of the ONU. and then left for an international competition. swimming."
    report = cleanup.Cleaner("fr", model=None).clean(text)
    assert report.not_consulted == ("reference: no source text", "fluency: no model")
    assert report.of(Verdict.APPLIED)
    assert cleanup.Cleaner("fr", model=None).clean("A clean line.").not_consulted == ("reference: no source text",)


@pytest.mark.parametrize("package", ["ctranslate2", "sentencepiece"])
def test_without_its_packages_all_else_works(package: str) -> None:
    lines = f"""
import sys
sys.modules[{package!r}] = None
import cleanup
report = cleanup.Cleaner("fr").clean("A meeting of the ONU for an international competition. swimming.")
print(report.not_consulted, report.text)
"""
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert f"fluency: {package} is not installed" in done.stdout
    assert "the UN for" in done.stdout


def test_the_deep_pass_flags_what_no_paper_prints() -> None:
    text = "Whom prices speak gladly themselves table upon did sat wanting dear. The talks went on until Friday."
    report = cleanup.Cleaner(language="en", deep=True).clean(text)
    flags = [d for d in report.decisions if d.finding.rule == "fluency.unlikely"]
    assert flags
    assert all(flag.span.stop <= text.index("The talks") for flag in flags)
