from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.errors import ModelError
from cleanup.reference import choice
from cleanup.reference.store import Store

from .tiny import write_argos


@pytest.fixture
def along(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of models that come along, fr-en among them; none is added yet."""
    (tmp_path / "along").mkdir()
    (tmp_path / "along/fr-en").symlink_to(folder)
    monkeypatch.setattr(choice, "reference_folder", lambda: tmp_path / "along")
    monkeypatch.setattr(choice, "models_folder", lambda: tmp_path / "added")
    return tmp_path / "along"


@pytest.fixture
def store(along: Path, tmp_path: Path) -> Store:
    return Store(tmp_path / "added")


def folder_of(source: str, target: str, asked: str | None = None) -> Path | None:
    found = choice.choose(source, target, asked)
    return found and found.folder


def test_the_one_that_comes_along(along: Path) -> None:
    assert folder_of("fr", "en") == along / "fr-en"
    assert folder_of("fr", "en", "fr-en") == along / "fr-en"


def test_one_that_was_added_goes_before_it(along: Path, store: Store, archive: Path) -> None:
    store.add_file(archive)
    assert folder_of("fr", "en") == folder_of("fr", "en", "fr-en") == store.folder / "fr-en"


def test_none_for_a_pair_that_nobody_translates(along: Path) -> None:
    assert folder_of("de", "en") is None
    assert folder_of("en", "fr") is None


def test_none_where_none_is_asked_for(along: Path) -> None:
    assert folder_of("fr", "en", "none") is None


def test_a_folder_that_is_asked_for(along: Path, folder: Path) -> None:
    assert folder_of("fr", "en", str(folder)) == folder


def test_a_broken_one_is_passed_over_unless_it_is_asked_for(
    along: Path, store: Store, folder: Path, tmp_path: Path
) -> None:
    store.add_file(write_argos(tmp_path / "de.argosmodel", folder, "de", "en"))
    (store.folder / "de-en/sentencepiece.model").unlink()
    assert folder_of("de", "en") is None
    with pytest.raises(ModelError, match=r"sentencepiece\.model: missing"):
        choice.choose("de", "en", "de-en")


@pytest.mark.parametrize(("asked", "message"), [("xx-yy", "no model 'xx-yy'"), ("fr-en", "not de-en")])
def test_what_is_asked_for_must_do(along: Path, asked: str, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        choice.choose("de", "en", asked)
