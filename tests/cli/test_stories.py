"""`fix`, `diff` and `check`: what comes out, with which exit code, and what a user's mistakes are answered with."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from cleanup import plugs, renderers
from cleanup.files import LIMIT

from .conftest import CLEANUP, FIXED, SOUND, STORY, Run, process

ROOT = Path(__file__).parents[2]


def test_fix_prints_the_repaired_story_and_says_why_on_stderr(run: Run, story: Path) -> None:
    done = run("fix", story)
    assert (done.code, done.out) == (0, FIXED)
    assert "1 applied" in done.err
    assert "\x1b" not in done.err


def test_fix_of_several_and_of_stdin(run: Run, story: Path, sound: Path) -> None:
    assert run("fix", "-q", story, sound).out == FIXED + SOUND
    done = run("fix", "-", "--stdin-filename", "wire.txt", stdin=STORY.encode())
    assert done.out == FIXED
    assert "wire.txt:1:" in done.err


def test_quiet_says_nothing(run: Run, story: Path) -> None:
    assert run("fix", "-q", story).err == ""
    assert run("check", "-q", story) == run("diff", "-q", story)
    assert (run("check", "-q", story).out, run("check", "-q", story).code) == ("", 1)


def test_fix_writes_where_it_is_told(run: Run, story: Path, sound: Path, tmp_path: Path) -> None:
    assert run("fix", "-q", story, "-o", tmp_path / "new.txt").out == ""
    assert (tmp_path / "new.txt").read_text() == FIXED
    assert story.read_text() == STORY
    before = sound.stat().st_mtime_ns
    assert run("fix", "-q", "-i", story, sound).out == ""
    assert story.read_text() == FIXED
    assert sound.stat().st_mtime_ns == before


def test_what_replaces_a_story_has_its_character_set_and_what_tells_of_it_has_utf8(
    run: Run, tmp_path: Path, story: Path
) -> None:
    wide = "\ufeff".encode("utf-16-le") + STORY.replace("talks", "tälks").encode("utf-16-le")
    story.write_bytes(wide)
    assert process("fix", "-q", story, redirected="> new.txt", cwd=tmp_path).returncode == 0
    assert (tmp_path / "new.txt").read_bytes() == wide.replace("4,2".encode("utf-16-le"), "4.2".encode("utf-16-le"))
    run("fix", "-q", story, "--format", "json", "-o", tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["summary"]["applied"] == 1


@pytest.mark.parametrize("name", plugs.names(renderers))
def test_every_format_can_be_asked_for(run: Run, story: Path, name: str) -> None:
    done = run("fix", "-q", story, "--format", name)
    assert done.code == 0
    assert done.out


def test_statistics_count_all_stories_together(run: Run, story: Path, sound: Path) -> None:
    done = run("fix", "-q", "--statistics", story, story, sound)
    assert done.err.split()[:2] == ["2", "applied"]


def test_diff_and_check_say_by_their_exit_code_whether_there_is_anything(run: Run, story: Path, sound: Path) -> None:
    assert run("diff", story).code == run("check", story).code == 1
    assert (run("diff", sound).code, run("check", sound).code) == (0, 0)
    assert "-The minister said on Monday" in run("diff", story).out
    assert "64[-,-]{+.+}2 million" in run("diff", "--word", story).out
    assert run("check", story).out.startswith(f"{story}:1:")
    assert len(json.loads(run("check", story, "--format", "json").out)["findings"]) == 1


def test_a_diff_is_taken_by_git(run: Run, story: Path) -> None:
    patch = run("diff", "story.txt").out
    applied = subprocess.run(["git", "apply", "-"], input=patch, text=True, capture_output=True, check=False)
    assert applied.stderr == ""
    assert story.read_text() == FIXED


def test_html_is_read_as_html_and_so_is_the_original(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<p>{STORY.strip()}</p>\n")
    original = tmp_path / "original.html"
    original.write_text("<p>Le rapport des ministres a été lu lundi au siège de l’agence, et ce n’est pas tout.</p>")
    done = run("fix", page, "--source", original)
    assert done.out == f"<p>{FIXED.strip()}</p>\n"
    assert "from fr" in done.err
    assert "no source text" not in done.err


def test_languages_and_rules_can_be_chosen(run: Run, story: Path) -> None:
    assert "from de)" in run("fix", story, "--from", "de").err
    assert "rules: none for copy in it" in run("fix", story, "--to", "it").err
    assert run("fix", "-q", story, "--ignore", "numbers.*").out == STORY
    assert run("fix", "-q", story, "--select", "names.*").out == STORY
    assert run("fix", "-q", story, "--min-confidence", "1").out == STORY


def test_nothing_in_nothing_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert (run("fix", "-q", "empty.txt").code, run("fix", "-q", "empty.txt").out) == (0, "")
    assert run("check", "empty.txt").code == 0


def test_real_copy(run: Run) -> None:
    story = ROOT / "corpora" / "stories" / "fr-summit.txt"
    done = run("check", story, "--format", "jsonl", "--suggestions")
    report = json.loads(done.out)
    assert done.code == 1
    assert report["id"] == str(story)
    assert report["summary"]["applied"] > 3


REFUSED = [
    (["fix", "nosuch.txt"], "nosuch.txt: cannot be read: no such file or directory"),
    (["fix", "."], ".: is a folder; name the files in it"),
    (["fix", "binary"], "binary: has NUL bytes, so it is no text"),
    (["fix", "latin.txt"], "latin.txt: byte 3 is not UTF-8; say --encoding cp1252"),
    (["fix", "huge.txt"], "huge.txt: is larger than 64 MiB"),
    (["fix", "story.txt", "--format", "docx"], "no renderer named 'docx': choose from diff, html"),
    (["fix", "story.txt", "-o", "story.txt"], "story.txt: is what is read; name another file, or use --in-place"),
    (["fix", "story.txt", "-o", "nosuch/new.txt"], "nosuch/new.txt: cannot be written: no such file or directory"),
    (["fix", "story.txt", "story.txt", "-o", "new.txt"], "--output takes one story; use --in-place for several"),
    (["fix", "-i", "-o", "new.txt", "story.txt"], "--output and --in-place: give one of the two"),
    (["fix", "-i", "-"], "--in-place: standard input has no file to write back to"),
    (["fix", "-i", "--format", "json", "story.txt"], "--in-place writes text; leave out --format"),
    (["fix", "-", "--source", "-"], "- stands for standard input, which can be read once"),
    (["fix", "story.txt", "--source", "nosuch.txt"], "nosuch.txt: cannot be read: no such file or directory"),
    (["fix", "story.txt", "--min-confidence", "7"], "command line: min-confidence is 7.0; it goes from 0 to 1"),
    (["fix", "story.txt", "--min-confidence", "much"], "Invalid value for '--min-confidence'"),
    (["fix", "story.txt", "--from", "French"], "command line: 'French' is no language code; say fr, de, pt-BR"),
    (["fix", "story.txt", "--rules", "nosuch"], "nosuch: no such folder of rules"),
    (["fix", "story.txt", "--encoding", "klingon"], "story.txt: no encoding is called 'klingon'"),
    (["fix", "story.txt", "--nosuch"], "No such option: --nosuch"),
    (["fix"], "Missing argument 'FILE'. (see: cleanup fix --help)"),
    (["nosuch"], "No such command 'nosuch'. (see: cleanup --help)"),
]


@pytest.mark.parametrize(
    ("arguments", "message"), REFUSED, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_mistake_is_answered_in_one_line(
    run: Run, story: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "binary").write_bytes(b"GIF89a\0\0\x93")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(LIMIT + 1)
    assert run(*arguments).refusal.startswith(message)
    assert story.read_text() == STORY


def test_version_and_help(run: Run) -> None:
    assert run("--version").out.startswith("cleanup 0.")
    assert "Usage: cleanup" in run("fix", "-h").out
    bare = run()
    assert (bare.code, bare.out) == (2, "")
    assert "Commands:" in bare.err


@pytest.mark.parametrize(
    ("redirected", "code", "message"),
    [
        ("> /dev/full", 2, "cleanup: standard output: cannot be written: no space left on device\n"),
        (">&-", 2, "cleanup: standard output: is closed\n"),
        ("2> /dev/full", 1, ""),
        ("2>&- | cat", 1, ""),
        ("| true", 1, ""),
    ],
)
def test_streams_that_take_nothing(story: Path, redirected: str, code: int, message: str) -> None:
    done = process("check", story, redirected=redirected)
    assert (done.returncode, done.stderr) == (code, message)


def test_stdin_may_be_closed(story: Path) -> None:
    done = process("fix", "-", redirected="<&-")
    assert (done.returncode, done.stderr) == (2, "cleanup: standard input: is closed\n")


def test_ctrl_c_ends_it_silently() -> None:
    with subprocess.Popen([*CLEANUP, "fix", "-"], stdin=subprocess.PIPE, stdout=-1, stderr=-1) as command:
        assert command.stdin
        command.stdin.write(STORY.encode() * 3000)  # more than a pipe holds: once it is through, the command reads
        for _ in range(50):  # a signal that comes a moment before a read begins does not end the read
            command.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                command.wait(timeout=3)  # one that comes while it ends would kill it
                break
        assert command.returncode == 130
        assert command.stderr
        assert command.stderr.read() == b""


@pytest.mark.parametrize("plain", [False, True], ids=["colour", "NO_COLOR"])
def test_colour_only_on_a_terminal_and_not_where_it_is_unwanted(story: Path, plain: bool) -> None:
    wishes = {"TERM": "xterm-256color"} | ({"NO_COLOR": "1"} if plain else {})
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | wishes
    ours, theirs = pty.openpty()
    command = subprocess.Popen([*CLEANUP, "fix", story], stdout=subprocess.DEVNULL, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    while command.poll() is None or not shown:
        try:
            shown += os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
    command.wait()
    os.close(ours)
    assert b"1 applied" in shown
    assert bool(re.search(rb"\x1b\[[\d;]*3\d", shown)) is not plain  # bold is no colour
