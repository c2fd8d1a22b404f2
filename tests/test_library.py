"""cleanup as a library: loaded once, used from any thread, reading and writing nothing."""

from __future__ import annotations

import builtins
import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import cleanup
from cleanup.errors import ConfigError, InputError, OutputError, RuleError

STORIES = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "corpora/stories").glob("*.txt"))
]
THREADS = 8


def test_as_it_is_written_in_the_conventions() -> None:
    cleaner = cleanup.Cleaner(source_language="fr")
    report = cleaner.clean("The report of the ONU was read on Monday by the ministers.", source="Le rapport de l’ONU.")
    assert report.text == "The report of the UN was read on Monday by the ministers."
    assert [decision.verdict for decision in report.decisions] == ["applied"]
    assert report.diff().startswith("--- a/story\n+++ b/story\n")
    assert (report.source_language.code, report.source_language.guessed) == ("fr", False)


def test_what_is_exported() -> None:
    for name in cleanup.__all__:
        assert hasattr(cleanup, name)
    for error in (ConfigError, InputError, OutputError, RuleError):
        assert issubclass(error, cleanup.CleanupError)


def test_eight_threads_get_what_one_gets() -> None:
    cleaner = cleanup.Cleaner()
    alone = [cleaner.clean(text).to_dict() for text in STORIES]
    fresh = cleanup.Cleaner()
    work = [text for _ in range(THREADS) for text in STORIES]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            together = list(pool.map(lambda text: fresh.clean(text).to_dict(), work))
    finally:
        sys.setswitchinterval(interval)
    assert together == alone * THREADS


def test_the_first_stories_of_a_process_may_come_from_many_threads() -> None:
    """What is loaded at first use is loaded whole, whoever comes first."""
    code = """
import sys, threading, cleanup
sys.setswitchinterval(1e-6)
cleaner = cleanup.Cleaner()
texts = ["The report of the ONU was read on Monday by the ministers.",
         "Le président de la République est arrivé hier soir à Berlin.",
         "Министр сказал журналистам, что переговоры продолжатся.", "It cost 64,2 million euros. euros."] * 2
told, start = [None] * 8, threading.Barrier(8)
def work(i):
    start.wait()
    told[i] = cleaner.clean(texts[i]).to_dict()
threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
[t.start() for t in threads]; [t.join() for t in threads]
assert told == [cleaner.clean(text).to_dict() for text in texts], told
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_cleaning_opens_nothing_twice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    cleaner = cleanup.Cleaner(rules=[_rules(tmp_path)])
    for text in STORIES:  # tables that come along are read when a story first asks for them
        cleaner.clean(text)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file is opened")

    for module, name in ((builtins, "open"), (io, "open"), (os, "open"), (os, "scandir"), (os, "stat")):
        monkeypatch.setattr(module, name, refuse)
    reports = [cleaner.clean(text) for text in STORIES]
    monkeypatch.undo()
    assert any(report.edits for report in reports)


def _rules(folder: Path) -> Path:
    (folder / "any-en" / "lexicons").mkdir(parents=True)
    (folder / "any-en" / "lexicons" / "places.txt").write_text("Ruritania\n")
    return folder


def test_what_a_caller_says_of_one_story_goes_over_what_the_cleaner_was_told() -> None:
    cleaner = cleanup.Cleaner(source_language="fr", language="en")
    report = cleaner.clean("The report was read.", source_language="de-AT", id="7")
    assert (report.source_language.code, report.id) == ("de", "7")
    assert cleaner.clean("The report was read.", language="fr").decisions == ()


def test_two_cleaners_do_not_meet() -> None:
    strict = cleanup.Cleaner(policy=cleanup.Policy(select=("nothing",)))
    text = "The report of the ONU was read on Monday by the ministers."
    assert strict.clean(text).text == text
    assert cleanup.Cleaner().clean(text).text != text
    assert strict.clean(text).text == text


def test_a_cleaner_under_another_policy_can_only_narrow_the_rules() -> None:
    text = "The report of the ONU was read on Monday by the ministers."
    cleaner = cleanup.Cleaner(policy=cleanup.Policy(ignore=("numbers.*",)))
    assert cleaner.under(cleanup.Policy(select=("numbers.*",))).clean("It cost 64,2 million euros.").decisions == ()
    assert cleaner.under(cleanup.Policy(ignore=("acronyms.*",))).clean(text).text == text
    assert cleaner.under(cleanup.Policy(min_confidence=1.0)).clean(text).text == text
    assert cleaner.clean(text).text != text


@pytest.mark.parametrize("arguments", [{"source_language": "French"}, {"language": "x"}])
def test_a_language_that_is_no_code(arguments: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match="is no language code"):
        cleanup.Cleaner(**arguments)  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="is no language code"):
        cleanup.Cleaner().clean("a", **arguments)
