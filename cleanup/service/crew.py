"""A crew: workers with one configuration, a thread beside each that hands it jobs, and the line where jobs wait."""

from __future__ import annotations

import logging
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition, Thread

from cleanup.errors import CleanupError
from cleanup.service.hand import Answer, Died, Hand, Overrun
from cleanup.service.jobs import Job
from cleanup.service.metrics import Metrics
from cleanup.settings import Settings

AGAIN = 2.0  # seconds before a process that would not start is tried once more

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Task:
    """A job in the line, where its answer goes, and how long it may take."""

    job: Job
    seconds: float
    answer: Future[Answer] = field(default_factory=Future)


class Line:
    """Jobs that wait. Only the crew that is `serving` may take them; when there is none, no one may."""

    def __init__(self) -> None:
        self.changed = Condition()
        self.tasks: deque[Task] = deque()
        self.serving: Crew | None = None

    def add(self, task: Task) -> None:
        """Put a job at the end."""
        with self.changed:
            self.tasks.append(task)
            self.changed.notify_all()

    def take(self, crew: Crew) -> Task | None:
        """Return the first job, when there is one; None when the crew is to go home."""
        with self.changed:
            while self.serving is crew and not self.tasks:
                self.changed.wait()
            return self.tasks.popleft() if self.serving is crew else None

    def serve_by(self, crew: Crew | None) -> Crew | None:
        """Let another crew take the jobs; returns the one that did."""
        with self.changed:
            before, self.serving = self.serving, crew
            self.changed.notify_all()
        return before


class Crew:
    """The workers of one configuration, and what they have loaded."""

    def __init__(self, settings: Settings, size: int, line: Line, metrics: Metrics) -> None:
        self._line, self._metrics = line, metrics
        self.hands = [Hand(settings) for _ in range(size)]
        self._threads = [Thread(target=self._work, args=(hand,), daemon=True) for hand in self.hands]
        try:
            for hand in self.hands:
                hand.begin()
            self.catalogue = tuple(hand.ready() for hand in self.hands)[-1]
        except CleanupError:
            for hand in self.hands:
                hand.end()
            raise

    def start(self) -> Crew | None:
        """Take over the line; returns the crew that had it."""
        before = self._line.serve_by(self)
        for thread in self._threads:
            thread.start()
        return before

    def join(self) -> None:
        """Wait until all have gone home."""
        for thread in self._threads:
            thread.join()

    def _work(self, hand: Hand) -> None:
        while task := self._line.take(self):
            if task.answer.set_running_or_notify_cancel():
                self._do(task, hand)
            if hand.pid is None:
                self._replace(hand)
        hand.leave()

    def _do(self, task: Task, hand: Hand) -> None:
        try:
            task.answer.set_result(hand.do(task.job, task.seconds))
        except (Overrun, Died) as error:
            task.answer.set_exception(error)

    def _replace(self, hand: Hand) -> None:
        """Start the process anew, however often it takes, as long as this crew serves."""
        self._metrics.replaced.inc()
        while self._line.serving is self:
            try:
                hand.begin()
                hand.ready()
            except CleanupError as error:
                log.error("worker.lost", extra={"why": str(error)})  # noqa: TRY400 - the message is all there is
                with self._line.changed:
                    self._line.changed.wait_for(lambda: self._line.serving is not self, AGAIN)
            else:
                log.warning("worker.replaced")
                return
