"""The service as a process: limits, keys, time-outs that stop work, reloads and stops that lose nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from .running import CLEAN, MENDED, MT, Service, service

LONG = (MT + " ") * 1300  # nearly as long as may be
RULE = """\
why: "a word of the test's own"
category: wrong-sense
detect: {{phrases: ["{bad}"]}}
candidates: ["{good}"]
safety: safe
seen: "a test"
examples:
  repairs: {{"They spoke of the {bad} of the town today.": "They spoke of the {good} of the town today."}}
  keeps: ["They spoke of the town."]
"""


def test_keys(folder: Path) -> None:
    with service(folder, '[keys]\ndesk = "0123456789abcdef"\nwire = "fedcba9876543210"\n') as running:
        assert running.post("/v1/clean", json={"text": "a"}).status_code == 401
        for path in ("/v1/rules", "/v1/models", "/metrics"):
            assert running.get(path).json()["error"]["code"] == "no-key"
        for path in ("/healthz", "/readyz", "/openapi.json"):
            assert running.get(path).status_code == 200
        for key, status in (
            ("0123456789abcdef", 200),
            ("fedcba9876543210", 200),
            ("0123456789abcdeF", 403),
            ("é", 403),
        ):
            for headers in ({"Authorization": f"Bearer {key}"}, {"X-API-Key": key}):
                encoded = {name: value.encode() for name, value in headers.items()}
                assert running.get("/v1/models", headers=encoded).status_code == status
        assert {line.get("client") for line in running.events("request")} == {None, "desk", "wire"}
        assert "0123456789abcdef" not in running.log.read_text()


ANYWHERE = ("--host", "0.0.0.0")  # noqa: S104 - that is what is warned of


@pytest.mark.parametrize(
    ("flags", "keys", "warned"),
    [
        ((), "", False),
        (ANYWHERE, "", True),
        (ANYWHERE, '[keys]\ndesk = "0123456789abcdef"\n', False),
    ],
)
def test_it_warns_where_everybody_may_ask(folder: Path, flags: tuple[str, ...], keys: str, warned: bool) -> None:
    with service(folder, keys, *flags) as running:
        assert bool(running.events("service.without-keys")) is warned


def test_who_tries_keys_is_slowed_down(folder: Path) -> None:
    with service(folder, '[limits]\nper-minute = 5\n[keys]\ndesk = "0123456789abcdef"\n') as running:
        tried = [running.get("/v1/models", headers={"X-API-Key": f"guess {n}"}).status_code for n in range(8)]
        assert tried == [403] * 5 + [429] * 3
        assert running.get("/v1/models", headers={"X-API-Key": "0123456789abcdef"}).status_code == 200


def test_a_page_that_is_named_may_ask(folder: Path) -> None:
    with service(folder, 'origins = ["https://desk.example"]\n') as running, running.client() as client:
        for origin, allowed in (("https://desk.example", "https://desk.example"), ("https://elsewhere.example", None)):
            asks = {"Origin": origin, "Access-Control-Request-Method": "POST"}
            assert client.options("/v1/clean", headers=asks).headers.get("access-control-allow-origin") == allowed
            answer = client.post("/v1/clean", json={"text": "a"}, headers={"Origin": origin})
            assert answer.headers.get("access-control-allow-origin") == allowed


def test_sizes_and_rates(folder: Path) -> None:
    limits = "[limits]\nbody = 2000\ncharacters = 500\nstories = 2\nper-minute = 9\n"
    with service(folder, limits) as running:
        for story, code in (({"text": "a" * 501}, "too-long"), ({"text": "a", "source": "a" * 501}, "too-long")):
            answer = running.post("/v1/clean", json=story)
            assert (answer.status_code, answer.json()["error"]["code"]) == (413, code)
        assert running.post("/v1/clean", json={"text": "a" * 2000}).status_code == 413
        assert running.post("/v1/clean", json={"text": "a" * 500}).status_code == 200
        assert running.post("/v1/clean/batch", json={"stories": [{"text": "a"}] * 3}).status_code == 413
        chunked = running.post("/v1/clean", content=iter([b" " * 1500] * 2))
        assert (chunked.status_code, chunked.json()["error"]["code"]) == (413, "too-large")
        answers = [running.get("/v1/models") for _ in range(4)]
        assert [answer.status_code for answer in answers[:2]] == [200, 200]
        assert answers[3].status_code == 429
        assert 1 <= int(answers[3].headers["retry-after"]) <= 8
        assert running.get("/readyz").status_code == 200


def test_too_many_at_once_are_told_to_come_again(folder: Path) -> None:
    with service(folder, "[limits]\nat-once = 2\n") as running, ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: running.post("/v1/clean", json={"text": LONG}), range(12)))
        codes = {answer.status_code for answer in answers}
        assert codes == {200, 503}
        for answer in answers:
            assert answer.status_code == 200 or answer.headers["retry-after"] == "1"
        assert running.post("/v1/clean", json={"text": CLEAN}).status_code == 200


def test_who_waits_too_long_is_told_to_come_again(folder: Path) -> None:
    with service(folder, "[limits]\nwait = 0.05\n") as running, ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: running.post("/v1/clean", json={"text": LONG}), range(36)))
        assert {answer.status_code for answer in answers} == {200, 503}
        assert "no worker was free" in next(a for a in answers if a.status_code == 503).json()["error"]["message"]


def test_work_that_overruns_is_stopped_and_its_worker_replaced(folder: Path) -> None:
    with service(folder, "[limits]\nwork = 0.1\nwait = 30\n") as running:
        (before,) = running.workers()
        answer = running.post("/v1/clean", json={"text": LONG})
        assert (answer.status_code, answer.json()["error"]["code"]) == (504, "out-of-time")
        running.wait_for("worker.replaced")
        assert running.workers().isdisjoint({before})
        assert not Path(f"/proc/{before}").exists()
        assert running.metric("cleanup_workers_replaced_total") == 1
        assert running.get("/readyz").status_code == 200


def test_a_worker_that_is_killed_is_replaced(folder: Path) -> None:
    with service(folder, "[limits]\nwait = 60\n", workers=1) as running, ThreadPoolExecutor(1) as pool:
        (worker,) = running.workers()
        os.kill(worker, signal.SIGSTOP)
        asked = pool.submit(running.post, "/v1/clean", json={"text": MT})
        time.sleep(0.5)
        os.kill(worker, signal.SIGKILL)
        assert asked.result().json()["error"]["code"] == "worker-lost"
        assert running.post("/v1/clean", json={"text": MT, "source_language": "fr"}).json()["text"] == MENDED


def test_the_service_answers_while_all_workers_work(folder: Path) -> None:
    with service(folder) as running, ThreadPoolExecutor(1) as pool:
        (worker,) = running.workers()
        os.kill(worker, signal.SIGSTOP)
        asked = pool.submit(running.post, "/v1/clean", json={"text": MT})
        for _ in range(20):
            began = time.monotonic()
            assert running.get("/healthz").status_code == 200
            assert time.monotonic() - began < 1
        assert not asked.done()
        os.kill(worker, signal.SIGCONT)
        assert asked.result().status_code == 200


def _rule(folder: Path, bad: str, good: str) -> None:
    path = folder / "rules" / "any-en" / "senses" / "own.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.format(bad=bad, good=good), encoding="utf-8")


def test_a_reload_takes_new_rules_and_drops_no_request(folder: Path) -> None:
    _rule(folder, "quibblewort", "treaty")
    story = {"text": "They spoke of the quibblewort of the town today.", "language": "en"}
    statuses: list[int] = []
    over = threading.Event()

    def hammer() -> None:
        with running.client() as client:
            while not over.is_set():
                statuses.append(client.post("/v1/clean", json=story).status_code)

    with service(folder, "", "--rules", "rules") as running, ThreadPoolExecutor(4) as pool:
        assert "treaty" in running.post("/v1/clean", json=story).json()["text"]
        before = running.workers()
        hammering = [pool.submit(hammer) for _ in range(4)]
        _rule(folder, "quibblewort", "accord")
        running.process.send_signal(signal.SIGHUP)
        running.wait_for("reload.done")
        assert "accord" in running.post("/v1/clean", json=story).json()["text"]
        (folder / "rules" / "any-en" / "senses" / "own.yaml").write_text("why: [", encoding="utf-8")
        running.process.send_signal(signal.SIGHUP)
        refused = running.wait_for("reload.refused")
        over.set()
        for each in hammering:
            each.result()
        assert "own.yaml:" in refused["why"]
        assert "accord" in running.post("/v1/clean", json=story).json()["text"]
        assert set(statuses) == {200}
        assert len(statuses) > 20
        assert running.workers().isdisjoint(before)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_finishes_what_is_begun(folder: Path, number: int) -> None:
    with service(folder) as running, ThreadPoolExecutor(3) as pool:
        workers = running.workers()
        for pid in workers:
            os.kill(pid, signal.SIGSTOP)
        asked = [pool.submit(running.post, "/v1/clean", json={"text": MT, "source_language": "fr"}) for _ in range(3)]
        time.sleep(0.7)
        running.process.send_signal(number)
        time.sleep(0.3)
        with pytest.raises(httpx.TransportError):
            running.get("/healthz")
        for pid in workers:
            os.kill(pid, signal.SIGCONT)
        assert [each.result().json()["text"] for each in asked] == [MENDED] * 3
        assert running.process.wait(timeout=30) in (0, -number, 128 + number)
        assert running.events("service.stopped")
        assert not any(Path(f"/proc/{pid}").exists() for pid in workers)


def test_workers_do_not_outlive_a_service_that_is_killed(folder: Path) -> None:
    with service(folder) as running:
        workers = running.workers()
        assert workers
        running.stop(signal.SIGKILL)
        until = time.monotonic() + 20
        while any(Path(f"/proc/{pid}").exists() for pid in workers):
            assert time.monotonic() < until
            time.sleep(0.1)


def _refusal(folder: Path, *flags: str) -> str:
    command = [sys.executable, "-m", "cleanup", "serve", "--workers", "1", *flags]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=folder, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


def test_what_is_wrong_at_the_start_is_one_line(folder: Path, running: Service) -> None:
    port = running.url.rpartition(":")[2]
    assert _refusal(folder, "--port", port) == (
        f"cleanup: 127.0.0.1:{port}: cannot be listened on: address already in use; say another --port\n"
    )
    (folder / "service.toml").write_text("[limits]\nbodies = 3\n")
    told = _refusal(folder, "--service", "service.toml")
    assert told.startswith("cleanup: service.toml: no key is called 'bodies'; there are body, characters,")
    (folder / "service.toml").write_text('[hooks.wire]\nsecrets = ["hush"]\n')
    assert "a secret is 'whsec_' and base64 of 24 bytes or more" in _refusal(folder, "--service", "service.toml")
    (folder / "rules" / "any-en" / "senses").mkdir(parents=True)
    (folder / "rules" / "any-en" / "senses" / "own.yaml").write_text("why: [")
    told = _refusal(folder, "--port", "0", "--rules", "rules")
    assert "own.yaml:2" in told.splitlines()[-1]
    assert "Traceback" not in told


def test_without_its_libraries_the_command_says_what_to_install(folder: Path) -> None:
    code = (
        "import sys; from importlib.machinery import PathFinder as P; find = P.find_spec\n"
        "P.find_spec = staticmethod(lambda n, *a: None if n.split('.')[0] == 'fastapi' else find(n, *a))\n"
        "sys.argv[1:] = ['serve']; from cleanup.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 2
    assert done.stderr == "cleanup: fastapi is not installed; to serve, say: pip install 'cleanup[service]'\n"


def test_the_command_line_does_not_load_the_service() -> None:
    code = (
        "import sys, cleanup.cli; "
        "print([m for m in ('fastapi', 'uvicorn', 'pydantic', 'httpx', 'sqlite3', 'django') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
