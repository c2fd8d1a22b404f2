"""`models`: add, list, show, verify and remove, against a server on this machine."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from reference.serving import Site, serving
from reference.tiny import write_argos, write_folder

from cleanup.reference import known
from cleanup.reference.sums import digest

from .conftest import CLEANUP, Run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny") / "fr-en")


@pytest.fixture(scope="module")
def archive(folder: Path) -> Path:
    return write_argos(folder.parent / "translate-fr_en-1_0.argosmodel", folder)


@pytest.fixture
def site(archive: Path) -> Iterator[Site]:
    with serving({"/fr_en.argosmodel": archive.read_bytes()}) as site:
        yield site


def test_from_a_file_to_nothing(run: Run, archive: Path, tmp_path: Path) -> None:
    assert run("models", "add", archive).out == "fr-en fr-en\n"
    assert re.search(rf"^fr-en +fr-en +\d\.\d MB +{archive}$", run("models", "list").out, re.M)
    assert run("models", "verify").out == "fr-en: whole\n"
    shown = run("models", "show", "fr-en").out
    assert f"archive    {digest(archive)}" in shown
    assert f"folder     {tmp_path}/.data/cleanup/models/fr-en" in shown
    assert re.search(r"^[0-9a-f]{64}  model/model\.bin$", shown, re.M)
    assert run("models", "remove", "fr-en").code == 0
    assert str(archive) not in run("models", "list").out


def test_from_a_folder(run: Run, folder: Path) -> None:
    assert run("models", "add", folder).out == "fr-en fr-en\n"
    assert run("models", "add", folder, "--replace").code == 0


def test_from_an_address(run: Run, site: Site) -> None:
    found = run("models", "add", f"{site.address}/fr_en.argosmodel")
    assert (found.code, found.out, found.err) == (0, "fr-en fr-en\n", "")


def test_by_its_pair(run: Run, site: Site, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As from the table of known packages, with this machine's address in it."""
    one = known.Known(f"{site.address}/fr_en.argosmodel", archive.stat().st_size, digest(archive))
    monkeypatch.setattr(known, "packages", lambda: {"fr-en": one, "de-en": known.Known(one.address, 1, "0" * 64)})
    assert "to be added" in run("models", "list").out
    assert run("models", "add", "fr-en").out == "fr-en fr-en\n"
    assert "nothing was added" in run("models", "add", "de-en").refusal


def test_a_bar_is_drawn_on_a_terminal(site: Site, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*CLEANUP, "models", "add", f"{site.address}/fr_en.argosmodel"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, timeout=60, check=False)
    os.close(theirs)
    drawn = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert done.stdout == b"fr-en fr-en\n"
    assert "fr_en.argosmodel" in drawn
    assert "━" in drawn


def test_verify_says_what_changed(run: Run, archive: Path, tmp_path: Path) -> None:
    run("models", "add", archive)
    weights = tmp_path / ".data/cleanup/models/fr-en/model/model.bin"
    weights.write_bytes(weights.read_bytes()[:-8])
    found = run("models", "verify")
    assert (found.code, found.out) == (1, f"{weights}: changed since\n")


def test_a_broken_model_does_not_hide_the_others(run: Run, archive: Path, folder: Path, tmp_path: Path) -> None:
    run("models", "add", archive)
    run("models", "add", write_argos(tmp_path / "de.argosmodel", folder, "de", "en"))
    (tmp_path / ".data/cleanup/models/de-en/sentencepiece.model").unlink()
    found = run("models", "list")
    assert found.code == 0
    assert str(archive) in found.out
    assert found.err.startswith(f"cleanup: {tmp_path}/.data/cleanup/models/de-en/sentencepiece.model: missing")


REFUSED = [
    (["add", "nothing.argosmodel"], "nothing.argosmodel: no such file"),
    (["add", "xx-yy"], "'xx-yy': no package of this pair is known; give a file, a folder or an address"),
    (["add", "evil.argosmodel"], "evil.argosmodel: the entry '../evil' leaves its folder; do not use this archive"),
    (["add", "half.argosmodel"], "half.argosmodel: no archive, or not whole (File is not a zip file); fetch it anew"),
    (["add", "empty"], "empty: no model.toml and no metadata.json, so this is no translation model"),
    (["add", "http://127.0.0.1:9"], "http://127.0.0.1:9: no address of a file; give https://…"),
    (["show", "xx-en"], "no model 'xx-en' in {models}; `cleanup models list` has them all"),
    (["remove", "../x"], "no model '../x' in {models}; `cleanup models list` has them all"),
    (["verify", "xx-en"], "no model 'xx-en' in {models}; `cleanup models list` has them all"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_one_clear_line(run: Run, archive: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "empty").mkdir()
    shutil.copy(archive, tmp_path / "half.argosmodel")
    with (tmp_path / "half.argosmodel").open("r+b") as file:
        file.truncate(2000)
    with zipfile.ZipFile(tmp_path / "evil.argosmodel", "w") as evil:
        evil.writestr("../evil", "x")
    assert run("models", *arguments).refusal == message.format(models=tmp_path / ".data/cleanup/models")


def test_without_a_command_it_shows_its_help(run: Run) -> None:
    found = run("models")
    assert found.code == 2
    assert "verify" in found.err
