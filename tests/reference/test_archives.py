from __future__ import annotations

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from cleanup.errors import ModelError
from cleanup.reference import archives


def packed(path: Path, *names: str, data: bytes = b"x") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data)
    return path


def unpacked(archive: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    archives.unpack(archive, folder)
    return folder


def test_what_was_packed_comes_out(tmp_path: Path, archive: Path, folder: Path) -> None:
    found = unpacked(archive, tmp_path) / "translate-fr_en-1_0"
    assert sorted(path.relative_to(found).as_posix() for path in found.rglob("*") if path.is_file()) == [
        "metadata.json",
        "model/config.json",
        "model/model.bin",
        "model/shared_vocabulary.json",
        "sentencepiece.model",
    ]
    assert (found / "model/model.bin").read_bytes() == (folder / "model.bin").read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "m/../../evil",
        "/etc/evil",
        "C:/evil",
        "C:evil",
        "..\\evil",
        "\\\\host\\share\\evil",
        "m\\evil",
        "m/evil\x01",
        "a:b",
        "/".join("abcdefg"),
        "..",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    archive = packed(tmp_path / "a.argosmodel", "m/model.bin", name)
    with pytest.raises(ModelError, match="do not use this archive") as raised:
        unpacked(archive, tmp_path)
    assert str(raised.value).startswith(f"{archive}: the entry ")
    assert "\n" not in str(raised.value)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.argosmodel", "in"]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_a_link_or_a_device_is_refused(tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo("model.bin")
    entry.external_attr = (kind | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(ModelError, match="link or a device"):
        unpacked(tmp_path / "a.zip", tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a", "a"), ("Model.bin", "model.bin")])
def test_a_name_may_stand_once_only(tmp_path: Path, names: tuple[str, str]) -> None:
    with pytest.raises(ModelError, match="is there twice"):
        unpacked(packed(tmp_path / "a.zip", *names), tmp_path)


def test_too_many_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 3)
    with pytest.raises(ModelError, match="4 entries; a model has at most 3"):
        unpacked(packed(tmp_path / "a.zip", *"abcd"), tmp_path)


def test_a_bomb(tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.zip", "model.bin", data=bytes(200 << 20))
    with pytest.raises(ModelError, match=r"unpacks to more than [\d,]+ bytes"):
        unpacked(archive, tmp_path)
    assert not list((tmp_path / "in").iterdir())


def test_an_entry_longer_than_it_says(tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.zip", "model.bin", data=bytes(5000))
    data = bytearray(archive.read_bytes())
    for mark, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        struct.pack_into("<I", data, data.index(mark) + place, 100)
    archive.write_bytes(data)
    with pytest.raises(ModelError, match="no archive, or not whole"):
        unpacked(archive, tmp_path)


@pytest.mark.parametrize("keep", [0, 10, 1000, -10])
def test_half_an_archive(tmp_path: Path, archive: Path, keep: int) -> None:
    half = tmp_path / "half.argosmodel"
    half.write_bytes(archive.read_bytes()[:keep])
    with pytest.raises(ModelError, match=f"{half}: no archive, or not whole"):
        unpacked(half, tmp_path)


def test_a_byte_changed(tmp_path: Path, archive: Path) -> None:
    data = bytearray(archive.read_bytes())
    data[len(data) // 2] ^= 0xFF
    changed = tmp_path / "changed.argosmodel"
    changed.write_bytes(data)
    with pytest.raises(ModelError, match="no archive, or not whole"):
        unpacked(changed, tmp_path)
