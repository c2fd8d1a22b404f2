"""What the service bears: clients at once, each with one story after the other. Stories a second, latencies, memory.

    python tests/bench/service.py [--seconds 60] [--clients 32] [--flat 20000] [NEWS.jsonl.gz]

The server is a child process with as many workers as there are cores; the clients are this process, on the same cores.
Stories have 600 words. Clean ones are put together from the clean stories that come with cleanup, or from NEWS (JSON
lines with `text`); marked ones have ten sentences in which a bogus stop waits for the fluency model, spread over them.
No two requests send the same text. Rules and fluency model are on. A third kind is half and half. The
processor's time is that of server and workers together: what others take of the machine shows in stories a second.

The last table sends so many requests, every fourth of them marked, and shows the memory of the server and its
workers on the way. Fails when a request is answered with anything but 200, or 503 with Retry-After.
"""

# ruff: noqa: T201  a script that prints a table, and starts what it measures

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

import httpx

STORIES = Path(__file__).parents[2] / "corpora" / "stories"
WORDS, MARKED = 600, 10
PEOPLE = "The minister,The mayor,A spokesman,The director,A lawyer,The commissioner,An adviser,The president".split(",")
WOUNDS = (
    "{} spoke on {} of the donations. questionable in October, and of the budget of the state.",
    "{} said on {} that the men had been put on the list. people accused of fraud in the town.",
    "{} told reporters on {} of a profit amounting to {n} billion euros. euros.",
    "{} confirmed on {} the arms deliveries to the country. intended for its defence in the north.",
    "{} recalled on {} what had happened in the capital. during the conflict of {n} years ago.",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

Make = Callable[[random.Random], str]


def paragraphs(news: Path | None) -> list[str]:
    """Return paragraphs of clean copy."""
    if news is None:
        english = [path for path in sorted(STORIES.glob("clean-*.txt")) if path.stem[6:9] not in ("fr-", "de-", "es-")]
        texts = [path.read_text("utf-8") for path in english]
    else:
        with gzip.open(news, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    return [line for text in texts for line in text.splitlines() if len(line.split()) > 8]


def clean(pool: list[str]) -> Make:
    """Return what makes clean stories of 600 words."""

    def make(lots: random.Random) -> str:
        lines: list[str] = []
        while sum(len(line.split()) for line in lines) < WORDS:
            lines.append(lots.choice(pool))
        return "\n\n".join(lines)

    return make


def wound(lots: random.Random) -> str:
    """Return a sentence with a stop that only the fluency model can judge."""
    return lots.choice(WOUNDS).format(lots.choice(PEOPLE), lots.choice(DAYS), n=lots.randrange(2, 90))


def marked(pool: list[str]) -> Make:
    """Return what makes stories of 600 words, ten sentences of them marked."""
    plain = clean(pool)

    def make(lots: random.Random) -> str:
        wounds = [wound(lots) for _ in range(MARKED)]
        lines = plain(lots).split("\n\n")
        while len(lines) > 1 and sum(len(line.split()) for line in [*lines[1:], *wounds]) >= WORDS:
            lines.pop(0)
        for each in wounds:
            lines.insert(lots.randrange(len(lines) + 1), each)
        return "\n\n".join(lines)

    return make


@contextmanager
def server(workers: int) -> Iterator[tuple[str, int]]:
    """Run `cleanup serve`; gives its address and its process id."""
    command = [sys.executable, "-m", "cleanup", "serve", "--port", "0", "--workers", str(workers)]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("wb") as stream:
            process = Popen(command, stderr=stream, cwd=folder)
        try:
            while "service.ready" not in log.read_text("utf-8"):
                if process.poll() is not None:
                    sys.exit(log.read_text("utf-8"))
                time.sleep(0.1)
            lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
            port = next(line["port"] for line in lines if line["event"] == "service.listening")
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait()


class Load:
    """Clients that send stories until time or number is up; what became of each."""

    def __init__(self, url: str, make: list[Make], seed: int) -> None:
        self.url, self.make, self.lots = url, make, random.Random(seed)  # noqa: S311 - lots
        self.statuses: Counter[int] = Counter()
        self.seconds: list[float] = []
        self.marked = 0

    async def run(self, clients: int, seconds: float = float("inf"), number: float = float("inf")) -> float:
        """Send; returns how long it took."""
        self.left, began = number, time.perf_counter()
        self.until = began + seconds
        limits = httpx.Limits(max_connections=clients, max_keepalive_connections=clients)
        async with httpx.AsyncClient(base_url=self.url, timeout=60, trust_env=False, limits=limits) as client:
            await asyncio.gather(*(self._client(client) for _ in range(clients)))
        return time.perf_counter() - began

    async def _client(self, client: httpx.AsyncClient) -> None:
        while time.perf_counter() < self.until and self.left > 0:
            self.left -= 1
            text = self.lots.choice(self.make)(self.lots)
            began = time.perf_counter()
            answer = await client.post("/v1/clean", json={"text": text, "source_language": "fr"})
            self.seconds.append(time.perf_counter() - began)
            self.statuses[answer.status_code] += 1
            if answer.status_code == httpx.codes.OK:
                self.marked += sum(f["rule"].startswith("breaks.") for f in answer.json()["findings"])
            elif answer.status_code == httpx.codes.SERVICE_UNAVAILABLE and "retry-after" in answer.headers:
                await asyncio.sleep(float(answer.headers["retry-after"]))
            else:
                sys.exit(f"{answer.status_code}: {answer.text}")


def share(seconds: list[float], part: float) -> float:
    """Return the latency that so large a part stays below."""
    return sorted(seconds)[min(int(len(seconds) * part), len(seconds) - 1)]


def memory(pid: int) -> tuple[float, float]:
    """Return the resident memory of a server and of its workers together, in MiB."""
    return _resident(pid), sum(_resident(child) for child in _children(pid))


def processor(pid: int) -> float:
    """Return the seconds of processor that a server and its workers have had."""
    fields = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in (pid, *_children(pid))]
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _resident(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def print_load(url: str, pid: int, kinds: dict[str, list[Make]], clients: int, seconds: float) -> None:
    """Print the first table."""
    heads = ("stories/s", "p50 ms", "p99 ms", "200", "503", "CPU ms/story", "marked in each")
    print(f"{f'{clients} clients, {seconds:g} s':24}" + "".join(f"{head:>16}" for head in heads))
    for seed, (name, make) in enumerate(kinds.items()):
        load = Load(url, make, seed)
        before = processor(pid)
        took = asyncio.run(load.run(clients, seconds=seconds))
        worked = processor(pid) - before
        done = load.statuses[200]
        cells = (
            f"{done / took:.1f}", f"{share(load.seconds, 0.5) * 1000:.0f}", f"{share(load.seconds, 0.99) * 1000:.0f}",
            f"{done}", f"{load.statuses[503]}", f"{worked / done * 1000:.1f}", f"{load.marked / done:.1f}",
        )  # fmt: skip
        print(f"{name:24}" + "".join(f"{cell:>16}" for cell in cells), flush=True)


def print_memory(url: str, pid: int, make: list[Make], clients: int, number: int) -> None:
    """Print the second table: memory after each tenth of the requests."""
    print(f"\n{'requests':24}{'server MiB':>16}{'workers MiB':>16}")
    for tenth in range(11):
        if tenth:
            asyncio.run(Load(url, make, 100 + tenth).run(clients, number=number / 10))
        own, workers = memory(pid)
        print(f"{number * tenth // 10:<24}{own:16.0f}{workers:16.0f}", flush=True)


def main() -> None:
    """Print both tables."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("news", nargs="?", type=Path)
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--clients", type=int, default=32)
    asked.add_argument("--flat", type=int, default=20_000)
    said = asked.parse_args()
    pool = paragraphs(said.news)
    kinds = {
        "clean": [clean(pool)],
        "ten marked sentences": [marked(pool)],
        "half and half": [clean(pool), marked(pool)],
    }
    with server(os.cpu_count() or 1) as (url, pid):
        asyncio.run(Load(url, kinds["half and half"], 99).run(4, number=20))  # what the first stories load is loaded
        print_load(url, pid, kinds, said.clients, said.seconds)
        if said.flat:
            print_memory(url, pid, [*kinds["clean"] * 3, *kinds["ten marked sentences"]], said.clients, said.flat)


if __name__ == "__main__":
    main()
