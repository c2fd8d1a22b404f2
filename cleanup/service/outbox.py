"""The hooks' deliveries, in SQLite: none is lost when the service is killed, none is taken for new twice."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock

from cleanup.errors import OutputError
from cleanup.service.stages import Stage

_SCHEMA = """
CREATE TABLE IF NOT EXISTS deliveries (
  hook TEXT NOT NULL, id TEXT NOT NULL, digest BLOB NOT NULL, state TEXT NOT NULL, body BLOB, report BLOB,
  attempts INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL, received REAL NOT NULL, changed REAL NOT NULL, error TEXT,
  PRIMARY KEY (hook, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS due ON deliveries (state, due);
"""
_SHOWN = "hook, id, state, attempts, due, received, error"


DONE = (Stage.ANSWERED, Stage.DELIVERED)


@dataclass(frozen=True, slots=True)
class Shown:
    """A delivery as `cleanup hooks` lists it: nothing of the story. Times in seconds since 1970."""

    hook: str
    id: str
    stage: Stage
    attempts: int
    due: float
    received: float
    error: str | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery with what is left of its body and its report."""

    hook: str
    id: str
    stage: Stage
    same: bool  # whether the body that came now is the one that came first
    body: bytes | None
    report: bytes | None
    attempts: int


class Outbox:
    """The deliveries in a file that only we can read; may be used from any thread, and by several processes.

    Raises OutputError when the file cannot be made or is no such database.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(f"{path}: cannot keep the hooks' deliveries there: {error}") from error

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def receive(self, hook: str, number: str, body: bytes, stage: Stage) -> Delivery:
        """Keep a delivery, once it is on the disk; one that came before is returned as it is now."""
        now, digest = time.time(), sha256(body).digest()
        row = (hook, number, digest, stage, body, now, now, now)
        with self._writing() as db:
            db.execute(
                "INSERT OR IGNORE INTO deliveries (hook, id, digest, state, body, due, received, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return self._one(db, hook, number, digest)

    def _one(self, db: sqlite3.Connection, hook: str, number: str, digest: bytes) -> Delivery:
        state, known, body, report, attempts = db.execute(
            "SELECT state, digest, body, report, attempts FROM deliveries WHERE hook = ? AND id = ?", (hook, number)
        ).fetchone()
        return Delivery(hook, number, Stage(state), known == digest, body, report, attempts)

    def due(self, hooks: Iterable[str], most: int) -> list[Delivery]:
        """Return deliveries to these hooks that are to be posted now, the longest due first."""
        names = sorted(hooks)
        marks = ", ".join("?" * len(names))
        query = (
            f"SELECT hook, id, body, report, attempts FROM deliveries"  # noqa: S608 - question marks, nothing else
            f" WHERE state = ? AND due <= ? AND hook IN ({marks}) ORDER BY due LIMIT ?"
        )
        with self._lock:
            rows = self._db.execute(query, (Stage.QUEUED, time.time(), *names, most)).fetchall()
        return [Delivery(row[0], row[1], Stage.QUEUED, True, *row[2:]) for row in rows]

    def answered(self, hook: str, number: str, report: bytes) -> None:
        """Keep the answer for when the delivery comes again; the story is let go."""
        self._set(hook, number, state=Stage.ANSWERED, report=report, body=None)

    def cleaned(self, hook: str, number: str, report: bytes) -> None:
        """Keep the report that is to be posted; the story is let go."""
        self._set(hook, number, report=report, body=None)

    def delivered(self, hook: str, number: str) -> None:
        """Let all but the id go."""
        self._set(hook, number, state=Stage.DELIVERED, report=None, body=None, error=None)

    def failed(self, hook: str, number: str, error: str, attempts: int, due: float | None) -> None:
        """Note what went wrong and when to try again; never, when `due` is None."""
        stage = Stage.QUEUED if due is not None else Stage.DEAD
        self._set(hook, number, state=stage, error=error, attempts=attempts, due=due or 0.0)

    def _set(self, hook: str, number: str, **values: object) -> None:
        values |= {"changed": time.time()}
        columns = ", ".join(f"{name} = ?" for name in values)
        with self._writing() as db:
            query = f"UPDATE deliveries SET {columns} WHERE hook = ? AND id = ?"  # noqa: S608 - names of our own
            db.execute(query, (*values.values(), hook, number))

    def listed(self, stage: Stage | None = None) -> list[Shown]:
        """Return what there is, the oldest first."""
        query = f"SELECT {_SHOWN} FROM deliveries WHERE state = ?1 OR ?1 IS NULL ORDER BY received"  # noqa: S608
        with self._lock:
            return [Shown(r[0], r[1], Stage(r[2]), *r[3:]) for r in self._db.execute(query, (stage,))]

    def redrive(self, ids: Iterable[str] | None = None) -> int:
        """Queue dead deliveries anew, all when no `ids` are given; returns how many."""
        with self._writing() as db:
            query = "UPDATE deliveries SET state = ?, attempts = 0, due = 0 WHERE state = ?"
            if ids is None:
                return db.execute(query, (Stage.QUEUED, Stage.DEAD)).rowcount
            return sum(db.execute(f"{query} AND id = ?", (Stage.QUEUED, Stage.DEAD, each)).rowcount for each in ids)

    def forget(self, days: int) -> None:
        """Delete what was done with so many days ago, and what was received then and never asked for again."""
        stages = (*DONE, Stage.RECEIVED)
        with self._writing() as db:
            db.execute(
                "DELETE FROM deliveries WHERE state IN (?, ?, ?) AND changed < ?", (*stages, time.time() - days * 86400)
            )
