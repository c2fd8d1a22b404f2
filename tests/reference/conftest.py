from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cleanup.reference.store import Store

from .serving import Site, serving
from .tiny import write_argos, write_folder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model's folder; nobody writes to it."""
    return write_folder(tmp_path_factory.mktemp("tiny") / "fr-en")


@pytest.fixture(scope="session")
def archive(folder: Path) -> Path:
    """The same model as an Argos package."""
    return write_argos(folder.parent / "translate-fr_en-1_0.argosmodel", folder)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "models")


@pytest.fixture
def site(archive: Path) -> Iterator[Site]:
    with serving({"/fr_en.argosmodel": archive.read_bytes()}) as site:
        yield site
