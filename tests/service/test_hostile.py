"""What comes from those who mean no good: refused, in bounded time and memory."""

from __future__ import annotations

import json
import logging
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cleanup.pipeline import Cleaner
from cleanup.service.jobs import Bug
from cleanup.service.logs import Lines
from cleanup.service.worker import answer

from .running import MT, Service, service

MIB = 1024 * 1024


def raw(running: Service, *parts: bytes, pause: float = 0.0, wait: float = 20.0) -> bytes:
    """Send bytes as they are, with pauses between; return what comes back until the other side hangs up."""
    host, _, port = running.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=wait) as wire:
        try:
            for part in parts:
                wire.sendall(part)
                time.sleep(pause)
        except (BrokenPipeError, ConnectionResetError):
            pass
        told = b""
        try:
            while data := wire.recv(65536):
                told += data
        except (ConnectionResetError, TimeoutError):
            pass
        return told


def status(told: bytes) -> int:
    return int(told.split(b" ", 2)[1]) if told.startswith(b"HTTP/1.1 ") else 0


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("strict")
    (folder / ".git").mkdir()
    with service(folder, "[limits]\nheaders = 1.0\nbody-time = 1.5\nconnections = 40\n") as running:
        yield running


def memory(running: Service) -> int:
    """The service's own peak of memory, in bytes."""
    text = Path(f"/proc/{running.process.pid}/status").read_text()
    return next(int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("VmHWM"))


def test_headers_that_drip(strict: Service) -> None:
    began = time.monotonic()
    told = raw(strict, b"POST /v1/clean HTTP/1.1\r\n", *[b"X-a: b\r\n"] * 40, pause=0.2)
    assert status(told) == 408
    assert time.monotonic() - began < 20
    began = time.monotonic()
    assert status(raw(strict)) == 408  # says nothing at all
    assert time.monotonic() - began < 5


def test_a_second_request_that_drips(strict: Service) -> None:
    told = raw(strict, b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", b"GET /heal", pause=0.3)
    assert told.count(b"HTTP/1.1 200") == 1
    assert told.count(b"HTTP/1.1 408") == 1


def test_a_body_that_drips(strict: Service) -> None:
    head = b"POST /v1/clean HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
    began = time.monotonic()
    assert status(raw(strict, head, *[b"{"] * 20, pause=0.2)) == 408
    assert time.monotonic() - began < 8


def test_many_that_drip_do_not_keep_others_out(strict: Service) -> None:
    with ThreadPoolExecutor(30) as pool:
        slow = [pool.submit(raw, strict, b"POST /v1/clean HTTP/1.1\r\n") for _ in range(30)]
        time.sleep(0.2)
        assert strict.post("/v1/clean", json={"text": MT}).status_code == 200
        assert {status(each.result()) for each in slow} == {408}


def test_more_connections_than_may_be(strict: Service) -> None:
    with ThreadPoolExecutor(60) as pool:
        told = list(pool.map(lambda _: raw(strict, b"GET /"), range(60)))
    refused = [each for each in told if status(each) == 503]
    assert refused
    assert all(b"retry-after: 1" in each for each in refused)
    assert {status(each) for each in told} == {408, 503}


@pytest.mark.parametrize(
    "head",
    [
        b"POST /v1/clean HTTP/1.1\r\nHost: a\r\nContent-Length: 1073741824\r\n\r\n",
        b"POST /v1/clean HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /v1/hooks/wire HTTP/1.1\r\nHost: a\r\nContent-Length: 1073741824\r\n\r\n",
        b"POST /v2/check HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
def test_a_body_of_a_gigabyte(running: Service, head: bytes) -> None:
    before = memory(running)
    chunk = b"100000\r\n" + b"a" * MIB + b"\r\n" if b"chunked" in head else b"a" * MIB
    assert status(raw(running, head, *[chunk] * 1024)) == 413
    assert memory(running) - before < 30 * MIB
    assert running.get("/healthz").status_code == 200


def test_chunks_that_are_all_frame(running: Service) -> None:
    head = b"POST /v1/clean HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert status(raw(running, head, *[b"1;" + b"x" * 100_000 + b"\r\na\r\n"] * 100)) == 413


def test_headers_without_end(running: Service) -> None:
    assert status(raw(running, b"GET / HTTP/1.1\r\n", *[b"X-a: " + b"b" * 60_000 + b"\r\n"] * 5)) == 431
    assert status(raw(running, b"GET /" + b"a" * 200_000)) == 431


@pytest.mark.parametrize(
    "request_",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST /v1/clean HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/clean HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /v1/clean HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_what_is_no_http(running: Service, request_: bytes) -> None:
    assert status(raw(running, request_, wait=3)) in (0, 400, 404)
    assert running.get("/healthz").status_code == 200


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "body",
    [
        b'{"text": ' * 50_000,
        b'{"text": "a", "options": ' * 300 + b"{}" + b"}" * 300,
        b'{"stories": ' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"text": "\xc3\x28"}',
        b'{"text": "\xed\xa0\x80"}',
        b'{"text": 1e999999}',
        b'{"id": ' + b"9" * 500_000 + b"}",
        b'{"text": "a"}\x00',
        b'\xff\xfe{\x00"\x00',
        b'{"text": "a", "text": "b", "\\u0000": 1}',
    ],
    ids=range(10),
)
@pytest.mark.parametrize("path", ["/v1/clean", "/v1/clean/batch"])
def test_json_that_is_meant_to_hurt(running: Service, path: str, body: bytes) -> None:
    began = time.monotonic()
    answer = running.post(path, content=body, headers=JSON)
    assert answer.status_code in (400, 422)
    assert set(answer.json()) == {"error"}
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "path",
    ["/v1/../../etc/passwd", "/v1/hooks/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "//", "/v2/..;/v1/rules"],
)
def test_tricks_in_the_path(running: Service, path: str) -> None:
    told = raw(running, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
    assert status(told) in (404, 405)
    assert b"root:" not in told


HEAVY = {
    "stops": "a. b. " * 16_000,
    "quotes": "“‘\"'«" * 19_000,
    "figures": "1,2.3 " * 16_000,
    "one word": "a" * 99_000,
    "brackets": "<" * 50_000,
    "tags": "<p><b><i>" * 11_000,
    "names": "Kim Jong Un. Kim " * 5800,
    "marks": "e" + "\u0301" * 99_000,
    "spaces": "a" + " " * 99_000 + "b",
    "ands": "the donations. questionable in October " * 2500,
}


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY.keys())
def test_stories_that_are_meant_to_be_slow(running: Service, text: str) -> None:
    """They are cleaned, or stopped at the limit; the worker is there again in either case."""
    began = time.monotonic()
    answer = running.post("/v1/clean", json={"text": text})
    assert answer.status_code in (200, 504)
    assert time.monotonic() - began < 20
    for _ in range(200):
        if running.post("/v1/clean", json={"text": MT}).status_code == 200:
            break
        time.sleep(0.1)
    else:
        raise AssertionError("the service does not come back")


CANARY = "Zanzibarquartzwombat"


def test_no_word_of_a_story_is_in_the_log(folder: Path) -> None:
    """However it comes: bodies whole and broken, addresses, forms, names, headers, stories that overrun."""
    with service(folder, '[limits]\nwork = 0.15\n[hooks.wire]\nsecrets = ["whsec_' + "A" * 32 + '"]\n') as running:
        story = {"text": f"{CANARY} said. that the ONU", "source": CANARY, "id": CANARY, "language": CANARY}
        for body in (
            story,
            {"text": CANARY},
            {"text": {CANARY: CANARY}},
            {CANARY: 1},
            [CANARY],
            story | {"language": "en"},
        ):
            for path in ("/v1/clean", f"/v1/{CANARY}", "/v1/hooks/wire", f"/v1/hooks/{CANARY}", "/v2/check"):
                running.post(
                    path, json=body, params={"text": CANARY}, headers={"Referer": CANARY, "User-Agent": CANARY}
                )
            running.post("/v1/clean/batch", json={"stories": [body]})
        running.post("/v1/clean", json={"text": f"{CANARY} said. that the ONU " * 3000})
        running.post("/v1/clean", json={"text": CANARY, "options": {"format": CANARY, "select": [CANARY]}})
        for form in ({"text": CANARY}, {"data": CANARY}, {"text": CANARY, "language": CANARY}, {CANARY: CANARY}):
            running.get("/v2/check", params=form)
            running.post("/v2/check", data={"language": "en"} | form)
        running.post("/v1/clean", content=b'{"text": "' + CANARY.encode() + b"\xff", headers=JSON)
        raw(running, f"{CANARY} / HTTP/1.1\r\n\r\n".encode(), wait=3)
        raw(running, f"GET /{CANARY} {CANARY}\r\n\r\n".encode(), wait=3)
        raw(
            running,
            f"POST /v1/clean HTTP/1.1\r\nHost: {CANARY}\r\nContent-Length: 90\r\n\r\n{CANARY}".encode(),
            wait=0.3,
        )
        assert CANARY not in running.get("/metrics").text
        running.stop()
        assert len(running.events("request")) > 40
        assert CANARY.lower() not in running.log.read_text("utf-8").lower()


class Crashing:
    """A job that fails as a bug would: with the story in the exception."""

    def do(self, _: Cleaner) -> None:
        raise KeyError(CANARY)


def test_a_bug_is_told_by_its_place_not_by_its_words() -> None:
    told = answer(Crashing(), Cleaner())  # type: ignore[arg-type]
    assert isinstance(told, Bug)
    assert told.name == "KeyError"
    assert told.place.startswith(f"{__name__}:")
    assert CANARY not in repr(told)


def test_a_log_line_never_has_the_words_of_an_exception_nor_of_others() -> None:
    try:
        int(CANARY)
    except ValueError as error:
        found = (type(error), error, error.__traceback__)
    ours = logging.LogRecord("cleanup.service.x", logging.ERROR, "", 1, "x.y", (), found, "f")
    theirs = logging.LogRecord("asyncio", logging.ERROR, "", 1, f"Task {CANARY}", (), found, "f")
    for record in (ours, theirs):
        line = Lines().format(record)
        assert CANARY not in line
        assert json.loads(line)["exception"] == "ValueError"
