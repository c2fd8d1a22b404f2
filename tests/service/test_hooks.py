"""Webhooks, signed by the standard's own library: of now, acted on once, posted until they arrive, lost by no kill."""

from __future__ import annotations

import json
import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from standardwebhooks import Webhook

from .running import MENDED, MT, Service, command, service

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - the standard's example
OTHER = "whsec_b3RoZXItb3RoZXItb3RoZXItb3RoZXIhISEh"
STORY = {"text": MT}


@dataclass
class Cms:
    """The other side: takes reports, or answers as `answers` says, one status after the other."""

    url: str
    answers: list[int] = field(default_factory=list)
    taken: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)

    def wait_for(self, count: int, seconds: float = 120) -> None:
        """Wait until so many reports are there."""
        until = time.monotonic() + seconds
        while len(self.taken) < count:
            assert time.monotonic() < until, self.taken
            time.sleep(0.05)


@pytest.fixture
def cms() -> Iterator[Cms]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            side.asked.append(time.monotonic())
            status = side.answers.pop(0) if side.answers else 204
            if status < 300:
                side.taken.append(Webhook(SECRET).verify(body, dict(self.headers)))
                side.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    side = Cms(f"http://127.0.0.1:{server.server_port}/reports")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield side
    server.shutdown()
    thread.join()
    server.server_close()


def config(post_to: str = "", **more: object) -> str:
    lines = [
        'database = "hooks.sqlite3"',
        "[hooks.wire]",
        f'secrets = ["{SECRET}", "{OTHER}"]',
        'source-language = "fr"',
    ]
    lines += [f'post-to = "{post_to}"'] if post_to else []
    return "\n".join([*lines, *(f"{name.replace('_', '-')} = {value}" for name, value in more.items())]) + "\n"


def signed(number: str, body: bytes, secret: str = SECRET, ago: float = 0) -> dict[str, str]:
    at = datetime.now(UTC) - timedelta(seconds=ago)
    return {
        "webhook-id": number,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(number, at, body.decode()),
        "content-type": "application/json",
    }


def deliver(running: Service, number: str, story: object = STORY, **options: Any) -> httpx.Response:
    body = json.dumps(story).encode()
    return running.post("/v1/hooks/wire", content=body, headers=signed(number, body, **options))


@pytest.fixture(scope="module")
def answering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("hooks")
    (folder / ".git").mkdir()
    with service(folder, config()) as running:
        yield running


def test_a_delivery_is_answered_with_its_report(answering: Service) -> None:
    answer = deliver(answering, "msg_1")
    assert (answer.status_code, answer.json()["text"], answer.json()["id"]) == (200, MENDED, "msg_1")
    assert answer.json()["source_language_guessed"] is False
    assert deliver(answering, "msg_2", secret=OTHER).status_code == 200


def test_the_same_delivery_again_acts_once(answering: Service) -> None:
    cleaned = answering.metric("cleanup_story_seconds_count")
    first = deliver(answering, "msg_again", ago=60)
    with ThreadPoolExecutor(8) as pool:
        later = list(pool.map(lambda _: deliver(answering, "msg_again"), range(8)))
    assert {answer.content for answer in later} == {first.content}
    assert answering.metric("cleanup_story_seconds_count") == cleaned + 1


def test_the_same_delivery_many_times_at_once_acts_once(answering: Service) -> None:
    cleaned = answering.metric("cleanup_story_seconds_count")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: deliver(answering, "msg_at_once"), range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert answering.metric("cleanup_story_seconds_count") == cleaned + 1


def test_an_id_belongs_to_one_body(answering: Service) -> None:
    assert deliver(answering, "msg_mine").status_code == 200
    answer = deliver(answering, "msg_mine", {"text": "Another story."})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "other-body")


GOOD = json.dumps(STORY).encode()


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({}, 200, None),
        ({"webhook-signature": ""}, 400, "not-signed"),
        ({"webhook-id": ""}, 400, "not-signed"),
        ({"webhook-id": "../../etc passwd"}, 400, "bad-id"),
        ({"webhook-id": "msg_other"}, 401, "bad-signature"),
        ({"webhook-timestamp": str(int(time.time()) - 10)}, 401, "bad-signature"),
        ({"webhook-timestamp": "NaN"}, 401, "stale"),
        ({"webhook-timestamp": "9" * 400}, 401, "stale"),
        ({"webhook-signature": "v1,aaaa"}, 401, "bad-signature"),
        ({"webhook-signature": "v1,!!!!"}, 401, "bad-signature"),
        ({"webhook-signature": "v2,aaaa v1"}, 401, "bad-signature"),
        ({"webhook-signature": signed("msg_x", GOOD, "whsec_" + "A" * 32)["webhook-signature"]}, 401, "bad-signature"),
        (signed("msg_x", GOOD, ago=301), 401, "stale"),
        (signed("msg_x", GOOD, ago=-4000), 401, "stale"),
    ],
)
def test_what_is_not_signed_or_not_of_now_is_refused(
    answering: Service, change: dict[str, str], status: int, code: str | None
) -> None:
    headers = signed("msg_x", GOOD) | change
    answer = answering.post("/v1/hooks/wire", content=GOOD, headers=headers)
    assert (answer.status_code, answer.json().get("error", {}).get("code")) == (status, code)


def test_a_body_that_was_changed_on_the_way_is_refused(answering: Service) -> None:
    headers = signed("msg_y", GOOD)
    assert answering.post("/v1/hooks/wire", content=GOOD + b" ", headers=headers).status_code == 401
    assert answering.post("/v1/hooks/wire", content=b"\xff" + GOOD, headers=headers).status_code == 401


@pytest.mark.parametrize(
    "name", ["other", "Wire", "wire%00", "..%2f..%2fetc%2fpasswd", "%2e%2e/wire", "wire/../wire", "a" * 5000, "%ff", ""]
)
def test_tricks_in_the_name_find_nothing(answering: Service, name: str) -> None:
    answer = answering.post(f"/v1/hooks/{name}", content=GOOD, headers=signed("msg_z", GOOD))
    assert answer.status_code in ((200,) if name == "wire/../wire" else (404, 405, 422))


@pytest.mark.parametrize(("story", "status"), [([], 422), ({"text": 3}, 422), ({"text": "a", "language": "x"}, 400)])
def test_a_story_that_is_none(answering: Service, story: object, status: int) -> None:
    assert deliver(answering, f"msg_{len(str(story))}", story).status_code == status


def test_a_report_is_posted_signed_and_once(folder: Path, cms: Cms) -> None:
    with service(folder, config(cms.url)) as running:
        answers = [deliver(running, "msg_1") for _ in range(3)]
        assert [(answer.status_code, answer.json()) for answer in answers] == [
            (202, {"id": "msg_1", "accepted": True})
        ] * 3
        cms.wait_for(1)
        deliver(running, "msg_2", {"text": MT, "id": "story-7"})
        deliver(running, "msg_3", {"text": MT, "language": "x"})
        cms.wait_for(3)
        running.wait_for("hook.delivered", at_least=3)
        assert deliver(running, "msg_1").json() == {"id": "msg_1", "accepted": True}
        time.sleep(1.5)
        told = {headers["webhook-id"]: report for headers, report in zip(cms.headers, cms.taken, strict=True)}
        assert len(cms.taken) == 3
        assert (told["msg_1"]["text"], told["msg_1"]["id"], told["msg_2"]["id"]) == (MENDED, "msg_1", "story-7")
        assert set(told["msg_3"]) == {"id", "error"}
        assert running.metric('cleanup_hook_deliveries_total{outcome="delivered"}') == 3
    with sqlite3.connect(folder / "hooks.sqlite3") as db:
        assert db.execute("SELECT count(*), count(body), count(report) FROM deliveries").fetchone() == (3, 0, 0)
    assert (folder / "hooks.sqlite3").stat().st_mode & 0o777 == 0o600


def test_a_post_that_fails_is_tried_again_later_and_later(folder: Path, cms: Cms) -> None:
    cms.answers = [500, 503, 301]
    with service(folder, config(cms.url, first_retry=0.3)) as running:
        deliver(running, "msg_1")
        cms.wait_for(1)
        running.wait_for("hook.delivered")
        assert [line["why"] for line in running.events("hook.failed")] == [f"answered {n}" for n in (500, 503, 301)]
    waits = [later - earlier for earlier, later in zip(cms.asked, cms.asked[1:], strict=False)]
    assert len(waits) == 3
    assert 0.2 < waits[0] < waits[1] < waits[2]
    assert waits[2] > 3.5


def test_dead_letters_are_listed_and_driven_again(folder: Path, cms: Cms) -> None:
    cms.answers = [500, 500, 410]
    file = str(folder / "service.toml")
    with service(folder, config(cms.url, first_retry=0.05, attempts=2)) as running:
        deliver(running, "msg_1")
        running.wait_for("hook.dead")
        deliver(running, "msg_2")
        running.wait_for("hook.dead", at_least=2)
        listed = command("hooks", "list", "--service", file, "--state", "dead").stdout.splitlines()
        first, second = (line.split(maxsplit=5) for line in listed)
        assert (first[:4], first[5]) == (["dead", "wire", "msg_1", "2"], "answered 500")
        assert (second[:4], second[5]) == (["dead", "wire", "msg_2", "1"], "answered 410")
        told = command("hooks", "redrive", "msg_1", "msg_9", "--service", file)
        assert (told.returncode, told.stdout) == (2, "1 delivery queued\n")
        assert told.stderr.startswith("cleanup: only 1 of these are dead")
        cms.wait_for(1)
        assert command("hooks", "redrive", "--all", "--service", file).stdout == "1 delivery queued\n"
        cms.wait_for(2)
        running.wait_for("hook.delivered", at_least=2)
        assert command("hooks", "list", "--service", file, "--state", "dead").stdout == ""
        assert [line.split()[0] for line in command("hooks", "list", "--service", file).stdout.splitlines()] == [
            "delivered"
        ] * 2
    for report in cms.taken:
        assert report["text"] == MENDED


class Sender:
    """Sends deliveries one after the other, each until it is accepted."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.url = ""
        self.accepted: list[str] = []
        self.stop = threading.Event()

    def run(self) -> None:
        """Send until stopped."""
        while not self.stop.is_set():
            at = f"m{self.number}-{len(self.accepted)}"
            body = json.dumps({"text": f"{MT} Number {at}."}).encode()
            try:
                with httpx.Client(trust_env=False, timeout=5) as client:
                    answer = client.post(f"{self.url}/v1/hooks/wire", content=body, headers=signed(at, body))
            except (httpx.HTTPError, httpx.InvalidURL):
                time.sleep(0.05)
            else:
                self.accepted += [at] if answer.status_code == 202 else []


def test_a_kill_loses_nothing(folder: Path, cms: Cms) -> None:
    """The service is killed again and again while deliveries come; each that it took arrives, none as two reports."""
    senders = [Sender(number) for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        sending = [pool.submit(sender.run) for sender in senders]
        for _ in range(3):
            with service(folder, config(cms.url, first_retry=0.2)) as running:
                for sender in senders:
                    sender.url = running.url
                time.sleep(1.5)
                running.stop(signal.SIGKILL)
        for sender in senders:
            sender.stop.set()
        for each in sending:
            each.result()
    accepted = {number for sender in senders for number in sender.accepted}
    assert len(accepted) > 20
    with service(folder, config(cms.url, first_retry=0.2)):
        until = time.monotonic() + 120
        while not accepted <= {headers["webhook-id"] for headers in cms.headers}:
            assert time.monotonic() < until
            time.sleep(0.1)
        time.sleep(1.5)
        listed = command("hooks", "list", "--service", str(folder / "service.toml")).stdout.splitlines()
        assert Counter(line.split()[0] for line in listed) == {"delivered": len(listed)}
    texts: dict[str, str] = {}
    for headers, report in zip(cms.headers, cms.taken, strict=True):
        assert (
            texts.setdefault(headers["webhook-id"], report["text"]) == report["text"]
        )  # a second post is the same one
        assert report["text"].startswith(MENDED)


def test_hooks_that_cannot_be_listed(tmp_path: Path) -> None:
    (tmp_path / "service.toml").write_text(config())
    told = command("hooks", "list", "--service", str(tmp_path / "service.toml"))
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "there are no deliveries yet" in told.stderr
    (tmp_path / "hooks.sqlite3").write_bytes(b"no database, but something else that is longer than a header" * 20)
    told = command("hooks", "list", "--service", str(tmp_path / "service.toml"))
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    told = command("hooks", "redrive", "--service", str(tmp_path / "service.toml"))
    assert told.stderr == "cleanup: say which deliveries, by their ids, or --all\n"
