"""A service as a process of its own, as `cleanup serve` starts it, with what it writes to its log."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

STARTING = 90  # seconds, on a machine that has much else to do
MT = "The report of the ONU was read on Monday by the ministers of the country."
MENDED = MT.replace("ONU", "UN")
CLEAN = "The minister said on Monday that the talks would go on until the end of the week."


@dataclass
class Service:
    """One running service. `log` holds all it has written."""

    process: subprocess.Popen[bytes]
    log: Path
    url: str = ""

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The log, line by line; each must be JSON."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines(keepends=True) if line[-1] == "\n"]

    def events(self, name: str) -> list[dict[str, Any]]:
        """The lines of one kind."""
        return [line for line in self.lines if line["event"] == name]

    def wait_for(self, name: str, seconds: float = STARTING, at_least: int = 1) -> dict[str, Any]:
        """Wait until the log has so many lines of a kind; return the last."""
        until = time.monotonic() + seconds
        while len(found := self.events(name)) < at_least:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < until, self.log.read_text("utf-8")
            time.sleep(0.05)
        return found[-1]

    def client(self, **options: Any) -> httpx.Client:
        """A client for it that heeds no proxy."""
        return httpx.Client(base_url=self.url, timeout=60, trust_env=False, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        """Post once, on a connection of its own."""
        with self.client() as client:
            return client.post(path, **options)

    def get(self, path: str, **options: Any) -> httpx.Response:
        """Get once."""
        with self.client() as client:
            return client.get(path, **options)

    def metric(self, name: str) -> float:
        """One figure of /metrics, its labels included; 0 when it has not been counted yet."""
        found = re.search(rf"^{re.escape(name)} (\S+)$", self.get("/metrics").text, re.MULTILINE)
        return float(found[1]) if found else 0.0

    def workers(self) -> set[int]:
        """The process ids of what it has started to clean."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return {int(pid) for pid in children if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()}

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and wait until it has gone."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=60)


@contextmanager
def service(folder: Path, config: str = "", *flags: str, workers: int = 1) -> Iterator[Service]:
    """Run a service that keeps its files in `folder` until the block ends."""
    file, log = folder / "service.toml", folder / "log.jsonl"
    file.write_text(config, encoding="utf-8")
    command = [sys.executable, "-m", "cleanup", "serve", "--port", "0", "--workers", str(workers)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CLEANUP_")}
    with log.open("ab") as stream:
        process = subprocess.Popen(
            [*command, "--service", str(file), *flags], stderr=stream, cwd=folder, env=environment
        )
    running = Service(process, log)
    try:
        started = len(running.events("service.ready"))
        running.wait_for("service.ready", at_least=started + 1)
        running.url = f"http://127.0.0.1:{running.events('service.listening')[-1]['port']}"
        yield running
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run another command of cleanup's to its end."""
    line = [sys.executable, "-m", "cleanup", *arguments]
    return subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
