import errno
import os
import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup import files
from cleanup.errors import InputError, OutputError
from cleanup.files import Source, read, read_bytes, write

STORY = "“Kim’s father,” he said.\r\nÉté — 5 €\n"
READINGS = [
    (STORY.encode(), None, "utf-8"),
    (b"\xef\xbb\xbf" + STORY.encode(), None, "utf-8"),
    (b"\xef\xbb\xbf" + STORY.encode(), "utf-8-sig", "utf-8"),
    (b"\xff\xfe" + STORY.encode("utf-16-le"), None, "utf-16-le"),
    (b"\xfe\xff" + STORY.encode("utf-16-be"), None, "utf-16-be"),
    (b"\xfe\xff" + STORY.encode("utf-16-be"), "utf-16", "utf-16-be"),
    (b"\xff\xfe\0\0" + STORY.encode("utf-32-le"), None, "utf-32-le"),
    (b"\0\0\xfe\xff" + STORY.encode("utf-32-be"), None, "utf-32-be"),
    (STORY.encode("utf-16-le"), "utf-16-le", "utf-16-le"),
    (STORY.encode("utf-16-le"), "UTF-16", "utf-16-le"),
    (STORY.encode("cp1252"), "windows-1252", "cp1252"),
]
DECLARED = [
    (b'<meta charset="windows-1252"><p>\x93Kim\x94', "cp1252", "“Kim”"),
    (b"<META http-equiv=Content-Type content='text/html; charset=iso-8859-1'>\x93Kim\x94", "cp1252", "“Kim”"),
    (b'<?xml version="1.0" encoding="ISO-8859-2"?><p>\xb3', "iso8859-2", "ł"),
    (b'<meta charset="utf-16"><p>\xc3\xa9', "utf-8", "é"),
    (b'<meta charset="windows-1252"><p>\xe2\x80\x9d', "utf-8", "”"),
    (b'<meta charset="klingon"><p>\xc3\xa9', "utf-8", "é"),
    (b'<meta charset="hex"><p>\xc3\xa9', "utf-8", "é"),
]
REFUSED = [
    (b"abc \x93 def", None, "story.txt: byte 4 is not UTF-8; say --encoding cp1252 if that is what it is"),
    (b"\xef\xbb\xbfabc \x93 def", None, "story.txt: byte 7 is not UTF-8; say another --encoding"),
    (b"GIF89a\0\0\x93", None, "story.txt: has NUL bytes, so it is no text; say --encoding utf-16-le if it is that"),
    (b"abc\0", "cp1252", "story.txt: has NUL bytes, so it is no text; say --encoding utf-16-le if it is that"),
    (b"abc \x81", "cp1252", "story.txt: byte 4 is not CP1252; say another --encoding"),
    (b"abc", "klingon", "story.txt: no encoding is called 'klingon'; say utf-8, cp1252 or the like"),
    (b"abc", "hex", "story.txt: cannot be read as hex; say another --encoding"),
    (b"+AGE-", "utf-7", "story.txt: would not come back from utf-7 as it was; convert it to UTF-8 first"),
]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return path


@pytest.mark.parametrize(("data", "encoding", "codec"), READINGS)
def test_bytes_are_read_and_written_as_they_were(data: bytes, encoding: str | None, codec: str, tmp_path: Path) -> None:
    source = read_bytes(data, "story.txt", encoding)
    assert (source.text, source.encoding) == (STORY, codec)
    write(source, source.text, tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == data


@pytest.mark.parametrize(("data", "codec", "end"), DECLARED)
def test_a_declared_character_set_is_honoured(data: bytes, codec: str, end: str) -> None:
    source = read_bytes(data, "page.html")
    assert source.encoding == codec
    assert source.text.endswith(end)


@pytest.mark.parametrize(("data", "encoding", "message"), REFUSED)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(InputError) as raised:
        read_bytes(data, "story.txt", encoding)
    assert str(raised.value) == message


@given(st.binary(max_size=40), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "shift_jis", "utf-7", "idna"]))
def test_what_is_read_comes_back_byte_for_byte(data: bytes, encoding: str | None) -> None:
    try:
        source = read_bytes(data, "story", encoding)
    except InputError:
        return
    assert source.bom + source.text.encode(source.encoding) == data


def test_files_that_cannot_be_read(tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match=r"none\.txt: cannot be read: no such file or directory$"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match=r": is a folder; name the files in it$"):
        read(tmp_path)
    monkeypatch.setattr(files, "LIMIT", 10)
    with pytest.raises(InputError, match=r"story\.txt: is larger than"):
        read(story)


def test_a_file_that_may_not_be_read(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"story\.txt: cannot be read: permission denied$"):
        read(story)


def test_the_mode_is_kept(story: Path) -> None:
    story.chmod(0o640)
    write(read(story), "new", story)
    assert story.read_text() == "new"
    assert stat.S_IMODE(story.stat().st_mode) == 0o640
    assert list(story.parent.iterdir()) == [story]


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write(Source("x", ""), "a", tmp_path / "new")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_is_written_through(story: Path) -> None:
    folder = story.parent / "links"
    folder.mkdir()
    link = folder / "link"
    link.symlink_to(story)
    write(read(link), "new", link)
    assert link.is_symlink()
    assert story.read_text() == "new"
    assert list(folder.iterdir()) == [link]


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    write(Source("x", ""), "through", Path(f"/dev/fd/{writing}"))
    os.close(writing)
    with os.fdopen(reading) as pipe:
        assert pipe.read() == "through"


@pytest.mark.parametrize("where", ["missing/new.txt", "", "loop"])
def test_places_that_cannot_be_written(tmp_path: Path, where: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(OutputError, match=r": cannot be written: [^\n]+$"):
        write(Source("x", ""), "a", tmp_path / where)


def test_a_full_disk_leaves_what_was_there(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"story\.txt: cannot be written: no space left on device$"):
        write(read(story), "new", story)
    assert story.read_bytes() == STORY.encode()
    assert list(story.parent.iterdir()) == [story]


def test_a_read_only_file_stays(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="it is read-only"):
        write(read(story), "new", story)
    assert story.read_bytes() == STORY.encode()


def test_a_character_the_charset_lacks_is_named(story: Path) -> None:
    source = Source("story.txt", "a", "cp1252")
    with pytest.raises(OutputError, match=r"U\+0142 'ł' does not exist in cp1252; convert story.txt to UTF-8 first$"):
        write(source, "a ł", story)
    assert story.read_bytes() == STORY.encode()


def _write_often(path: Path, letter: str) -> None:
    for _ in range(50):
        write(Source("x", ""), letter * 100_000, path)


def test_two_at_once_never_mix(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        jobs = [pool.submit(_write_often, path, letter) for letter in "ab"]
        while not all(job.done() for job in jobs):
            assert not path.exists() or set(read(path).text) in ({"a"}, {"b"})
    for job in jobs:
        job.result()
    assert list(tmp_path.iterdir()) == [path]
