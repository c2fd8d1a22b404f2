"""The workers: processes that clean, kept at the number asked for.

A reload starts a second crew and lets the first go home when the second is ready: nothing waits for it.
"""

from __future__ import annotations

import asyncio
from math import inf
from time import monotonic

from cleanup.service.config import Limits
from cleanup.service.crew import Crew, Line, Task
from cleanup.service.hand import Answer, Died, Overrun
from cleanup.service.jobs import Catalogue, Job
from cleanup.service.metrics import Metrics
from cleanup.service.problems import Problem
from cleanup.settings import Settings


class Pool:
    """Cleans stories in processes. `start` comes first; `run` is for the event loop, which it never blocks."""

    def __init__(self, settings: Settings, workers: int, metrics: Metrics, limits: Limits) -> None:
        self.limits, self.size = limits, workers
        self._settings, self._metrics = settings, metrics
        self._line = Line()
        self._crew: Crew | None = None
        self._admitted = 0

    def start(self) -> None:
        """Start the workers and wait until they are ready; CleanupError when rules or model cannot be loaded."""
        self.reload(self._settings, self.limits)

    def reload(self, settings: Settings, limits: Limits) -> None:
        """Put workers with `settings`, loaded anew, in the place of those there are; these finish what they have.

        CleanupError when they cannot be loaded: then all is as it was.
        """
        crew = Crew(settings, self.size, self._line, self._metrics)
        self._settings, self._crew, self.limits = settings, crew, limits
        if before := crew.start():
            before.join()

    def stop(self) -> None:
        """Let the workers finish the job that each has, and go; jobs that still wait are not done."""
        if before := self._line.serve_by(None):
            before.join()
        self._crew = None

    @property
    def catalogue(self) -> Catalogue:
        """What the workers have loaded."""
        return self._crew.catalogue if self._crew else Catalogue()

    @property
    def ready(self) -> bool:
        """Whether a worker is there to take a story."""
        return self._crew is not None and any(hand.pid for hand in self._crew.hands)

    @property
    def waiting(self) -> int:
        """How many jobs stand in the line."""
        return len(self._line.tasks)

    @property
    def pids(self) -> list[int]:
        """The workers' process ids."""
        return [hand.pid for hand in self._crew.hands if hand.pid] if self._crew else []

    async def run(self, job: Job, wait: float = inf, work: float = inf) -> Answer:
        """Return the answer to a job, which may `wait` in the line and `work` so many seconds, or as the limits say.

        Raises Problem: 503 when too many wait or none was free in time, 504 when the work took too long.
        """
        if self._admitted >= self.limits.at_once:
            raise Problem.busy("as many stories are being cleaned as may be at once")
        self._admitted += 1
        try:
            task = Task(job, min(work, self.limits.work))
            return await self._answered(task, min(wait, self.limits.wait))
        finally:
            self._admitted -= 1

    async def _answered(self, task: Task, patience: float) -> Answer:
        began = monotonic()
        asked = asyncio.current_task()
        assert asked is not None  # noqa: S101 - for the type: a coroutine runs in a task
        late = asyncio.get_running_loop().call_later(patience, task.answer.cancel)
        self._line.add(task)
        try:
            return await asyncio.wrap_future(task.answer)
        except asyncio.CancelledError:
            if not asked.cancelling():  # it was the alarm that gave this up, not the server
                raise Problem.busy(f"no worker was free within {patience:g} s") from None
            raise
        except Overrun as error:
            raise Problem(504, "out-of-time", f"the story {error}; send less of it at once") from error
        except Died as error:
            raise Problem(500, "worker-lost", "the process that cleaned this story ended; try it once more") from error
        finally:
            late.cancel()
            self._metrics.work.observe(monotonic() - began)
