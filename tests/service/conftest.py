"""One service for all tests that only ask it something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .running import Service, service


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("service")
    (folder / ".git").mkdir()
    with service(folder, workers=2) as started:
        yield started


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, out of reach of anybody's configuration."""
    (tmp_path / ".git").mkdir()
    return tmp_path
