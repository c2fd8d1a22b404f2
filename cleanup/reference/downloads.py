"""Model packages from the network: streamed to a file beside the models, resumed where it broke off, checked."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3

from cleanup.errors import ModelError
from cleanup.reference.archives import MOST_BYTES
from cleanup.reference.sums import check_sum

PART = 1 << 16  # bytes; what breaks off within one comes again
TRIES = 4  # a connection that breaks is taken up again where it broke
TIMEOUT = urllib3.Timeout(connect=20, read=60)
RANGE = re.compile(r"bytes (?P<start>\d+)-\d+/(?:\d+|\*)")

#: Told after every piece: bytes here, bytes in all (None where the server does not say).
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Download:
    """A file at an address, on its way into `folder`; what has come of it waits there under a name of its own."""

    address: str
    folder: Path
    sha256: str | None = None

    def __post_init__(self) -> None:
        if not re.match(r"https?://[^/\s]+/\S+$", self.address):
            raise ModelError(f"{self.address}: no address of a file; give https://…")

    @property
    def path(self) -> Path:
        return self.folder / f"{hashlib.sha256(self.address.encode()).hexdigest()[:16]}.part"

    @property
    def _note(self) -> Path:
        return self.path.with_suffix(".json")

    def fetch(self, progress: Progress) -> Path:
        """Return the whole file, its checksum right; raises ModelError, and what came stays to be resumed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for attempt in range(TRIES):
            try:
                self._take_up(progress)
                break
            except (urllib3.exceptions.HTTPError, OSError) as error:
                if attempt == TRIES - 1:
                    raise ModelError(f"{self.address}: {_plain(error)}; the same command takes it up again") from error
        try:
            check_sum(self.path, self.sha256, self.address)
        except ModelError:
            self.discard()
            raise
        return self.path

    def discard(self) -> None:
        """Remove what has come."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def _take_up(self, progress: Progress) -> None:
        there = self.path.stat().st_size if self.path.exists() else 0
        validator = self._validator() if there else None
        headers = {"Accept-Encoding": "identity", "User-Agent": "cleanup"}
        if validator:
            headers |= {"Range": f"bytes={there}-", "If-Range": validator}
        with _pool(self.address) as pool:
            answer = pool.request("GET", self.address, headers=headers, preload_content=False)
            try:
                self._receive(answer, there if validator else 0, progress)
            finally:
                answer.release_conn()

    def _receive(self, answer: Any, there: int, progress: Progress) -> None:
        there = self._begin(answer, there)
        length = answer.headers.get("Content-Length", "")
        total = there + int(length) if length.isdecimal() else None
        if (total or 0) > MOST_BYTES:
            raise ModelError(f"{self.address}: {total:,} bytes; a model has at most {MOST_BYTES:,}")
        with self.path.open("ab" if there else "wb") as file:
            for chunk in answer.stream(PART):
                file.write(chunk)
                there += len(chunk)
                progress(there, total)
                if there > MOST_BYTES:
                    raise ModelError(f"{self.address}: more than {MOST_BYTES:,} bytes; no model has so many")
        if total is not None and there != total:
            raise urllib3.exceptions.ProtocolError("the connection broke off")

    def _begin(self, answer: Any, there: int) -> int:
        """Return where what the server sends begins: at `there`, or at nothing."""
        if in_the_open(self.address, answer.geturl() or ""):
            raise ModelError(f"{self.address}: leads to {answer.geturl()}, which is not encrypted")
        if answer.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:  # what came is more than there is now
            self.discard()
            raise urllib3.exceptions.HTTPError("it has changed")
        span = RANGE.match(answer.headers.get("Content-Range", ""))
        if answer.status == HTTPStatus.PARTIAL_CONTENT and span and int(span["start"]) == there:
            return there
        if answer.status != HTTPStatus.OK:
            raise ModelError(f"{self.address}: the server answers {answer.status} {answer.reason or ''}".rstrip())
        self._note.write_text(json.dumps({"validator": _validator(answer.headers)}), encoding="utf-8")
        return 0

    def _validator(self) -> str | None:
        try:
            said = json.loads(self._note.read_text(encoding="utf-8"))["validator"]
        except (OSError, ValueError, KeyError):
            return None
        return str(said) if said else None


def in_the_open(asked: str, led_to: str) -> bool:
    """Return whether an encrypted address led to one that is not."""
    return asked.startswith("https:") and led_to.startswith("http:")


def _pool(address: str) -> urllib3.PoolManager:
    """Return what connects: straight, or by the proxy that the environment names (HTTPS_PROXY, NO_PROXY)."""
    parts = urlsplit(address)
    proxy = getproxies().get(parts.scheme)
    options: Any = {
        "retries": urllib3.Retry(total=None, connect=0, read=0, status=0, other=0, redirect=5),
        "timeout": TIMEOUT,
    }
    if proxy and not proxy_bypass(parts.netloc):
        return urllib3.ProxyManager(proxy, **options)
    return urllib3.PoolManager(**options)


def _validator(headers: Mapping[str, str]) -> str | None:
    """Return what tells one version of a file from another; a weak ETag does not (RFC 9110, 13.1.5)."""
    tag = headers.get("ETag", "")
    return tag if tag.startswith('"') else headers.get("Last-Modified")


def _plain(error: Exception) -> str:
    while isinstance(error, urllib3.exceptions.MaxRetryError) and error.reason:
        error = error.reason
    return " ".join(str(error).split()).rpartition(">: ")[2] or type(error).__name__
