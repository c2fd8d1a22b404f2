"""`batch`: every line answered, in order, whatever is on it, and nothing lost when it is cut short."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleanup import batch as batches
from cleanup.batch import CHUNK, encode, feeds, process
from cleanup.batch.feeds import Line, stories
from cleanup.errors import CleanupError
from cleanup.pipeline import Cleaner
from cleanup.report import Report
from cleanup.settings import Settings

from .conftest import CLEANUP, FIXED, STORY, Run
from .conftest import process as command

GOOD = json.dumps({"text": STORY})
ERRORS = [
    (b'{"id": 7, "text": ', 1, "no JSON: Expecting value at character 19"),
    (b'{"id": 7 "text": "a"}', 1, "no JSON: Expecting ',' delimiter at character 10"),
    (b'{"id": 7, "text": "a", "x": NaN}', 1, "no JSON: NaN is no number there"),
    (b"[1, 2]", 1, 'not an object; a story is {"id": …, "text": …}'),
    (b'["\\ud800"]', 1, 'not an object; a story is {"id": …, "text": …}'),
    (b"null", 1, 'not an object; a story is {"id": …, "text": …}'),
    (b"word", 1, "no JSON: Expecting value at character 1"),
    (b'{"id": 7}', 7, "'text' is missing"),
    (b'{"id": 7, "text": null}', 7, "'text' is missing"),
    (b'{"id": 7, "text": 3}', 7, "'text' is not a string"),
    (b'{"id": 7, "text": "a", "source": []}', 7, "'source' is not a string"),
    (
        b'{"id": 7, "text": "a", "language": "English"}',
        7,
        "'English' is no language code; say fr, de, pt-BR or the like",
    ),
    (b'{"id": 7, "text": "a\xff"}', 1, "byte 20 is not UTF-8"),
    (b'{"a":' * 100_000, 1, "no JSON: nested too deeply"),
]
RETURNED = ["7", '"a"', "null", "1.50", "12345678901234567890123", '{"a": [1, 2]}', '"é"', "-0.0", "1e400"]


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(language="en")


def told(data: bytes, cleaner: Cleaner) -> dict[str, object]:
    """Return what becomes of one line."""
    (outcome,) = process([Line("in.jsonl:1", 1, data)], cleaner)
    assert outcome.line.endswith(b"\n")
    assert outcome.line.count(b"\n") == 1
    value = json.loads(outcome.line)
    assert outcome.failed is ("error" in value)
    return dict(value)


@pytest.mark.parametrize(("data", "number", "message"), ERRORS)
def test_what_is_no_story_is_answered_with_its_error(data: bytes, number: int, message: str, cleaner: Cleaner) -> None:
    assert told(data, cleaner) == {"id": number, "error": f"in.jsonl:1: {message}"}


@pytest.mark.parametrize("written", RETURNED)
def test_an_id_and_other_members_come_back_as_they_were_written(written: str, cleaner: Cleaner) -> None:
    line = f'{{"id": {written}, "text": "a", "desk": {written}, "meta": {written}}}'.encode()
    (outcome,) = process([Line("in.jsonl:1", 1, line)], cleaner)
    assert f'"id":{written},'.encode() in outcome.line
    assert f'"meta":{{"desk":{written},"meta":{written}}}'.encode() in outcome.line


def test_a_story_without_an_id_gets_the_number_of_its_line(cleaner: Cleaner) -> None:
    report = told(GOOD.encode(), cleaner)
    assert (report["id"], report["text"]) == (1, FIXED)
    assert "meta" not in report


def test_lone_surrogates_come_back(cleaner: Cleaner) -> None:
    report = told(b'{"id": "\\ud800", "text": "a \\ud83d b \\udfff", "note": "\\udc00"}', cleaner)
    assert (report["id"], report["text"], report["meta"]) == ("\ud800", "a \ud83d b \udfff", {"note": "\udc00"})
    assert encode({"a": "\ud800"}) == b'{"a": "\\ud800"}\n'


def test_a_bug_is_that_storys_alone_and_says_where_it_is(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    def clean(text: object, *_: object, **__: object) -> Report:
        raise ZeroDivisionError("by nought")

    broken = Cleaner(language="en")
    monkeypatch.setattr(broken, "clean", clean)
    error = str(told(b'{"id": 7, "text": "a"}', broken)["error"])
    assert error.startswith("in.jsonl:1: a bug in cleanup, please report it: ZeroDivisionError: by nought (")


def test_lines_are_counted_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\xef\xbb\xbf{1}\r\n\r\n  \n{2}")
    assert [(line.place, line.id, line.data) for line in stories([file], None)] == [
        (f"{file}:1", 1, b"{1}\r\n"),
        (f"{file}:4", 4, b"{2}"),
    ]


def test_a_line_too_long_is_let_go_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "LONGEST_LINE", 1024 * 1024)
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"x" * 30 * 1024 * 1024 + b"\n" + GOOD.encode())
    tracemalloc.start()
    first, second = stories([file], None)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (first.error, first.id, second.id) == ("is longer than 1 MiB", 1, 2)
    assert peak < 8 * 1024 * 1024


def test_no_more_than_a_line_is_read_ahead(cleaner: Cleaner) -> None:
    read: list[int] = []

    def lines() -> Iterator[Line]:
        for number in range(1, 10):
            read.append(number)
            yield Line(f"in:{number}", number, b'{"text": "a"}')

    outcomes = process(lines(), cleaner)
    next(outcomes)
    next(outcomes)
    assert read == [1, 2]


def test_processes_give_what_one_gives_in_the_same_order() -> None:
    lines = [Line(f"in:{n}", n, json.dumps({"text": f"{STORY} {n}"}).encode()) for n in range(3 * CHUNK + 5)]
    lines[40] = Line("in:40", 40, b"[")
    settings = Settings(language="en")
    assert list(batches.spread(lines, settings, 2)) == list(process(lines, settings.cleaner()))


def test_a_rule_that_is_none_stops_all_processes(tmp_path: Path) -> None:
    lines = [Line("in:1", 1, b'{"text": "a"}')] * (CHUNK + 1)
    with pytest.raises(CleanupError, match="no such folder of rules"):
        list(batches.spread(lines, Settings(rules=(str(tmp_path / "nosuch"),)), 2))


def test_the_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(f"{GOOD}\n[\n\n{GOOD}\n")
    done = run("batch", "in.jsonl", "-", "-o", "out.jsonl", stdin=GOOD.encode())
    assert (done.code, done.out, done.err) == (2, "", "4 stories, 1 could not be processed\n")
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [answer["id"] for answer in answers] == [1, 2, 4, 1]
    assert [answer.get("text") for answer in answers] == [FIXED, None, FIXED, FIXED]
    assert not (tmp_path / "out.jsonl.part").exists()
    assert (
        run("batch", "-q", "in.jsonl", "-o", "-").out == (tmp_path / "out.jsonl").read_text().rsplit("\n", 2)[0] + "\n"
    )


def test_a_folder_is_a_story_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "b").mkdir(parents=True)
    (tmp_path / "in" / "b" / "one.txt").write_text(STORY)
    (tmp_path / "in" / "a.html").write_text(f"<p>{STORY}</p>")
    (tmp_path / "in" / "c.txt").write_bytes(b"\0")
    (tmp_path / "in" / ".hidden").write_text(STORY)
    done = run("batch", "in", "-o", "-")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 2
    assert [answer["id"] for answer in answers] == ["a.html", "b/one.txt", "c.txt"]
    assert [answer.get("text") for answer in answers] == [f"<p>{FIXED}</p>", FIXED, None]


def test_nothing_is_lost_when_it_is_cut_short(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(f"{GOOD}\n[\n" * 3)
    run("batch", "-q", "in.jsonl", "-o", "whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_text()
    part = tmp_path / "out.jsonl.part"
    part.write_text("".join(whole.splitlines(keepends=True)[:3]) + '{"id": 4, "err')
    assert run("batch", "in.jsonl", "-o", "out.jsonl").refusal.startswith("out.jsonl.part: is left of a run")
    done = run("batch", "in.jsonl", "-o", "out.jsonl", "--resume")
    assert (done.code, done.err) == (2, "6 stories, 3 could not be processed\n")
    assert (tmp_path / "out.jsonl").read_text() == whole
    part.write_text("no report\n")
    assert run("batch", "in.jsonl", "-o", "out.jsonl", "--resume").refusal.startswith("out.jsonl.part:1: is no report")


def test_ctrl_c_leaves_what_was_done(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(f"{json.dumps({'text': STORY * 5})}\n" * 20_000)
    with subprocess.Popen([*CLEANUP, "batch", file, "-o", "out.jsonl"], stdout=-1, stderr=-1) as running:
        part = tmp_path / "out.jsonl.part"
        until = time.monotonic() + 30
        while time.monotonic() < until and not (part.exists() and part.stat().st_size):
            time.sleep(0.05)
        os.kill(running.pid, signal.SIGINT)
        assert running.wait(timeout=30) == 130
        assert running.stderr
        assert running.stderr.read() == b""
    done = part.read_text().splitlines()
    assert 0 < len(done) < 20_000
    assert [json.loads(line)["id"] for line in done[:100]] == list(range(1, min(len(done), 100) + 1))


REFUSED = [
    (["batch", "nosuch.jsonl", "-o", "out"], "nosuch.jsonl: no such file"),
    (["batch", "in.jsonl"], "Missing option '--output' / '-o'. (see: cleanup batch --help)"),
    (["batch", "in.jsonl", "-o", "in.jsonl"], "in.jsonl: is an input too; name another file"),
    (["batch", "in.jsonl", "-o", "nosuch/out"], "nosuch/out: cannot be written: no such file or directory"),
    (["batch", "in.jsonl", "-o", "."], ".: cannot be written: is a directory"),
    (["batch", "in.jsonl", "-o", "-", "--resume"], "--resume wants a file as --output"),
    (["batch", "in.jsonl", "-o", "/dev/full"], "/dev/full: cannot be written: no space left on device"),
    (["batch", "in.jsonl", "-o", "out", "--rules", "nosuch"], "nosuch: no such folder of rules"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_a_mistake_is_answered_in_one_line(run: Run, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "in.jsonl").write_text(GOOD)
    assert run(*arguments).refusal == message
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", ".git"}


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(GOOD)
    done = command("batch", "-q", "in.jsonl", "-o", "-", redirected="| true")
    assert (done.returncode, done.stderr) == (0, "")
