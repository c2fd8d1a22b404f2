"""The service that a CMS asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def cleanup_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running `cleanup serve`."""
    folder = tmp_path_factory.mktemp("asked")
    (folder / ".git").mkdir()
    log = folder / "log"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CLEANUP_")}
    command = [sys.executable, "-m", "cleanup", "serve", "--port", "0", "--workers", "1"]
    with log.open("wb") as stream:
        process = subprocess.Popen(command, stderr=stream, cwd=folder, env=environment)
    try:
        yield f"http://127.0.0.1:{_port(log, process)}"
    finally:
        process.terminate()
        process.wait()


def _port(log: Path, process: subprocess.Popen[bytes]) -> int:
    until = time.monotonic() + 90
    while "service.ready" not in log.read_text():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < until, log.read_text()
        time.sleep(0.1)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    return int(next(line["port"] for line in lines if line["event"] == "service.listening"))
