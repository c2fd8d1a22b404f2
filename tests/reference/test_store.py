from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cleanup.errors import ModelError
from cleanup.reference import store as stores
from cleanup.reference.store import Store
from cleanup.reference.sums import digest
from cleanup.reference.translator import Translator

from .serving import Site
from .tiny import write_argos


def silent(here: int, total: int | None) -> None:
    pass


def left_over(store: Store) -> list[str]:
    """What stands in a store besides models and locks."""
    return sorted(p.name for p in store.folder.iterdir() if p.name.startswith((".new", ".old")))


def test_from_a_file(store: Store, archive: Path) -> None:
    assert store.names() == []
    assert store.add_file(archive) == "fr-en"
    assert store.names() == ["fr-en"]
    assert store.record("fr-en").archive == digest(archive)
    assert store.record("fr-en").origin == str(archive)
    assert store.faults("fr-en") == []
    assert left_over(store) == []


def test_from_a_folder_and_from_an_address_it_is_the_same_model(store: Store, folder: Path, site: Site) -> None:
    sentences = ["Le ministre a signé un accord.", "Les deux équipes joueront dimanche à Lyon."]
    store.add_folder(folder)
    copied = Translator(store.folder / "fr-en").score(sentences, ["The minister", "The teams"])
    store.remove("fr-en")
    store.add_address(f"{site.address}/fr_en.argosmodel", silent)
    assert Translator(store.folder / "fr-en").score(sentences, ["The minister", "The teams"]) == copied
    assert store.record("fr-en").origin == f"{site.address}/fr_en.argosmodel"
    assert not list((store.folder / ".fetched").iterdir())


def test_an_archive_may_hold_the_model_without_a_folder_around_it(store: Store, folder: Path, tmp_path: Path) -> None:
    packed = shutil.make_archive(str(tmp_path / "flat"), "zip", folder)
    assert store.add_file(Path(packed)) == "fr-en"


def test_there_is_one_already(store: Store, archive: Path, folder: Path) -> None:
    store.add_file(archive)
    before = store.record("fr-en")
    with pytest.raises(ModelError, match="there is a model 'fr-en' already; add it with --replace"):
        store.add_folder(folder)
    assert store.record("fr-en") == before
    store.add_folder(folder, replace=True)
    assert store.record("fr-en").origin == str(folder)
    assert left_over(store) == []


def test_remove(store: Store, archive: Path) -> None:
    store.add_file(archive)
    store.remove("fr-en")
    assert store.names() == []
    assert left_over(store) == []
    for gone in (store.remove, store.open):
        with pytest.raises(ModelError, match="no model 'fr-en' in"):
            gone("fr-en")


@pytest.mark.parametrize("name", ["..", ".", "", "../..", ".fetched"])
def test_only_models_are_removed(store: Store, archive: Path, name: str) -> None:
    store.add_file(archive)
    with pytest.raises(ModelError, match="no model"):
        store.remove(name)
    assert store.names() == ["fr-en"]


def test_what_has_changed_since_is_found(store: Store, archive: Path) -> None:
    store.add_file(archive)
    folder = store.folder / "fr-en"
    data = bytearray((folder / "model/model.bin").read_bytes())
    data[-1] ^= 1
    (folder / "model/model.bin").write_bytes(data)
    (folder / "model/config.json").unlink()
    (folder / "new").write_text("x")
    assert store.faults("fr-en") == [
        f"{folder / 'model/config.json'}: missing",
        f"{folder / 'model/model.bin'}: changed since",
        f"{folder / 'new'}: was not there when the model was added",
    ]


@pytest.mark.parametrize("record", ["{", "[]", '{"origin": 3}'])
def test_a_record_that_cannot_be_read(store: Store, archive: Path, record: str) -> None:
    store.add_file(archive)
    (store.folder / "fr-en" / stores.RECORD).write_text(record)
    with pytest.raises(ModelError, match="remove the model and add it anew"):
        store.record("fr-en")


@pytest.mark.parametrize("part", ["model/model.bin", "sentencepiece.model", "model/shared_vocabulary.json"])
def test_a_truncated_model_is_not_added(store: Store, archive: Path, tmp_path: Path, part: str) -> None:
    shutil.unpack_archive(archive, tmp_path / "in", "zip")
    [path] = tmp_path.glob(f"in/*/{part}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    packed = Path(shutil.make_archive(str(tmp_path / "truncated"), "zip", tmp_path / "in"))
    with pytest.raises(ModelError) as raised:
        store.add_file(packed)
    assert str(raised.value).startswith(str(packed))
    assert ".new-" not in str(raised.value)
    assert "\n" not in str(raised.value)
    assert (store.names(), left_over(store)) == ([], [])


def test_a_vocabulary_is_missing(store: Store, folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "m"))
    (copy / "pieces.model").unlink()
    with pytest.raises(ModelError, match=r"pieces\.model: missing, so the model is not whole; add it anew"):
        store.add_folder(copy)


def test_an_archive_of_something_else(store: Store, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/readme.txt").write_text("hello")
    packed = Path(shutil.make_archive(str(tmp_path / "other"), "zip", tmp_path / "in"))
    with pytest.raises(ModelError, match="so this is no translation model"):
        store.add_file(packed)
    assert left_over(store) == []


def test_an_address_of_something_else_leaves_nothing(store: Store, site: Site) -> None:
    site.files["/page.html"] = b"<html>not found</html>"
    with pytest.raises(ModelError, match=f"^{site.address}/page.html: no archive, or not whole"):
        store.add_address(f"{site.address}/page.html", silent)
    assert not list((store.folder / ".fetched").iterdir())


def test_no_such_file(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such file"):
        store.add_file(tmp_path / "nothing.argosmodel")


def test_nobody_sees_half_a_model(store: Store, archive: Path) -> None:
    """While one is added and removed again and again, whoever looks sees a whole one or none."""
    done = threading.Event()
    seen: list[bool] = []

    def look() -> None:
        while not done.is_set():
            for name in store.names():
                try:
                    seen.append(not store.faults(name))
                except (ModelError, FileNotFoundError):  # removed meanwhile
                    continue

    watcher = threading.Thread(target=look)
    watcher.start()
    for _ in range(8):
        store.add_file(archive)
        store.remove("fr-en")
    done.set()
    watcher.join()
    assert left_over(store) == []


def test_threads_that_add_the_same_at_once(store: Store, archive: Path) -> None:
    def add(_: int) -> str:
        try:
            return store.add_file(archive)
        except ModelError as error:
            return str(error).partition(": ")[2]

    with ThreadPoolExecutor(4) as pool:
        told = sorted(pool.map(add, range(4)))
    assert told == ["fr-en", *["there is a model 'fr-en' already; add it with --replace"] * 3]
    assert store.faults("fr-en") == []
    assert left_over(store) == []


def test_processes_that_add_at_once(store: Store, folder: Path, tmp_path: Path) -> None:
    pairs = [("fr", "en"), ("de", "en"), ("fr", "en")]
    made = [write_argos(tmp_path / f"{n}.argosmodel", folder, *pair) for n, pair in enumerate(pairs)]
    code = (
        "import sys; from pathlib import Path; from cleanup.reference.store import Store; "
        "Store(Path(sys.argv[1])).add_file(Path(sys.argv[2]), replace=True)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, store.folder, path], env=dict(os.environ)) for path in made
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert store.names() == ["de-en", "fr-en"]
    assert [store.faults(name) for name in store.names()] == [[], []]
    assert left_over(store) == []


def test_two_that_fetch_the_same_address_fetch_it_in_turn(store: Store, site: Site) -> None:
    address = f"{site.address}/fr_en.argosmodel"
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda _: store.add_address(address, silent, replace=True), range(2))) == ["fr-en"] * 2
    assert store.faults("fr-en") == []


def test_records_are_plain_json(store: Store, archive: Path) -> None:
    store.add_file(archive)
    said = json.loads((store.folder / "fr-en" / stores.RECORD).read_text())
    assert set(said) == {"origin", "added", "files", "archive"}


@pytest.mark.parametrize("change", [str.upper, str])
def test_a_checksum_that_was_said(store: Store, archive: Path, change: Callable[[str], str]) -> None:
    with pytest.raises(ModelError, match="its SHA-256 is"):
        store.add_file(archive, sha256="0" * 64)
    assert store.add_file(archive, sha256=change(digest(archive))) == "fr-en"


def test_what_a_killed_command_left_is_swept_up_a_day_later(store: Store, archive: Path) -> None:
    for name in (".new-1", ".old-1", ".new-2", ".old-2"):
        (store.folder / name).mkdir(parents=True)
    for name in (".new-1", ".old-1"):
        os.utime(store.folder / name, (0, 0))
    store.add_file(archive)
    assert left_over(store) == [".new-2", ".old-2"]


def test_a_record_that_comes_with_an_archive_counts_for_nothing(store: Store, folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "m"))
    (copy / stores.RECORD).write_text('{"origin": "https://trusted", "added": "", "files": {}}')
    store.add_folder(copy)
    assert store.record("fr-en").origin == str(copy)
    assert store.faults("fr-en") == []
