"""Posting reports to where hooks say: again with longer and longer waits when it fails, and then no more."""

from __future__ import annotations

import asyncio
import logging
import random
import sqlite3
import time
from contextlib import suppress
from functools import partial

import httpx
import msgspec
from fastapi.exceptions import RequestValidationError

from cleanup.service.config import Hook
from cleanup.service.hooks import job_for
from cleanup.service.jobs import Bug, Refused
from cleanup.service.outbox import Delivery, Outbox
from cleanup.service.problems import Problem
from cleanup.service.signing import sign
from cleanup.service.state import State

AT_ONCE = 8
POLL = 1.0  # seconds after which deliveries that another process queued anew are seen
ANSWER = 10.0  # seconds that the other side has to answer
LONGEST = 3600.0  # seconds between two attempts
FORGET = 3600.0  # seconds between two looks for what may be forgotten
GONE, BUSY = 410, 503

log = logging.getLogger(__name__)


class NotTaken(Exception):  # noqa: N818 - it is tried again
    """A post that was not taken; says why without a word of what was posted.

    Not before `after` seconds, never when it was the `last`; one that is not `counted` was not even tried.
    """

    def __init__(self, why: str, after: float = 0.0, *, last: bool = False, counted: bool = True) -> None:
        super().__init__(why)
        self.after, self.last, self.counted = after, last, counted


class Postman:
    """Cleans and posts the deliveries that are due, until it is cancelled."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._under_way: dict[tuple[str, str], asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Go on until cancelled; what is under way then stays queued, and is done after the next start."""
        last = 0.0
        async with httpx.AsyncClient(timeout=ANSWER, trust_env=False, follow_redirects=False) as client:
            try:
                while True:
                    self.state.wake.clear()
                    if self.state.outbox:
                        last = await self._look(self.state.outbox, client, last)
                    await self._wait()
            finally:
                for task in self._under_way.values():
                    task.cancel()
                await asyncio.gather(*self._under_way.values(), return_exceptions=True)

    async def _look(self, outbox: Outbox, client: httpx.AsyncClient, last: float) -> float:
        """Begin what is due, and forget what may be; returns when that was done last."""
        try:
            await self._begin(outbox, client)
            if time.time() - last < FORGET:
                return last
            await asyncio.to_thread(outbox.forget, self.state.config.keep_days)
        except sqlite3.Error:  # the disk is full, say: what is queued stays queued until it is not
            log.exception("hooks.database")
        return time.time()

    async def _wait(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.state.wake.wait(), POLL)

    async def _begin(self, outbox: Outbox, client: httpx.AsyncClient) -> None:
        hooks = {name: hook for name, hook in self.state.config.hooks.items() if hook.post_to}
        before = set(self._under_way)  # one that is done while we look may still look due
        for delivery in await asyncio.to_thread(outbox.due, hooks, 2 * AT_ONCE):
            at = (delivery.hook, delivery.id)
            if at in before or at in self._under_way or len(self._under_way) >= AT_ONCE:
                continue
            task = asyncio.create_task(self._deliver(delivery, hooks[delivery.hook], outbox, client))
            self._under_way[at] = task
            task.add_done_callback(partial(self._done, at))

    def _done(self, at: tuple[str, str], task: asyncio.Task[None]) -> None:
        del self._under_way[at]
        if task.cancelled():
            return
        if error := task.exception():
            log.error("hook.bug", exc_info=error)
        else:
            self.state.wake.set()

    async def _deliver(self, delivery: Delivery, hook: Hook, outbox: Outbox, client: httpx.AsyncClient) -> None:
        told = {"hook": delivery.hook, "delivery": delivery.id}
        try:
            report = delivery.report or await self._clean(delivery, hook, outbox)
            await _post(delivery, hook, report, client)
        except NotTaken as failure:
            outcome = await self._failed(delivery, hook, outbox, failure)
            log.warning(f"hook.{outcome}", extra=told | {"why": str(failure), "attempt": delivery.attempts + 1})
        else:
            outcome = "delivered"
            await asyncio.to_thread(outbox.delivered, delivery.hook, delivery.id)
            log.info("hook.delivered", extra=told)
        self.state.metrics.deliveries.labels(outcome).inc()

    async def _clean(self, delivery: Delivery, hook: Hook, outbox: Outbox) -> bytes:
        """Return the report, once it is kept; `{"id", "error"}` for a story that cannot be cleaned."""
        try:
            job = job_for(hook, delivery.id, delivery.body or b"", self.state)
            answer = await self.state.pool.run(job)
        except Problem as problem:
            raise NotTaken(problem.code, counted=problem.status != BUSY) from problem
        except RequestValidationError as error:
            raise NotTaken("is no story any more", last=True) from error
        if isinstance(answer, Bug):
            self.state.report(answer)
            raise NotTaken(f"bug: {answer.name} at {answer.place}")
        if isinstance(answer, Refused):
            report = msgspec.json.encode({"id": job.id, "error": answer.message})
        else:
            self.state.metrics.tell(answer.told)
            report = answer.body
        await asyncio.to_thread(outbox.cleaned, delivery.hook, delivery.id, report)
        return report

    async def _failed(self, delivery: Delivery, hook: Hook, outbox: Outbox, failure: NotTaken) -> str:
        attempts = delivery.attempts + failure.counted
        dead = failure.last or attempts >= hook.attempts
        usual = min(hook.first_retry * 4 ** max(attempts - 1, 0), LONGEST)
        wait = max(usual * random.uniform(0.8, 1.2), failure.after)  # noqa: S311 - so that not all come at once
        due = None if dead else time.time() + wait
        await asyncio.to_thread(outbox.failed, delivery.hook, delivery.id, str(failure), attempts, due)
        return "dead" if dead else "failed"


async def _post(delivery: Delivery, hook: Hook, report: bytes, client: httpx.AsyncClient) -> None:
    """Post a report; NotTaken unless the other side says that it has it."""
    headers = sign(hook.secrets[0], delivery.id, report, int(time.time())) | {"Content-Type": "application/json"}
    try:
        async with client.stream("POST", hook.post_to or "", content=report, headers=headers) as answer:
            status, after = answer.status_code, answer.headers.get("retry-after", "")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NotTaken(type(error).__name__) from error
    if not 200 <= status < 300:  # noqa: PLR2004 - HTTP
        seconds = min(float(after), LONGEST) if after.isascii() and after.isdecimal() else 0.0
        raise NotTaken(f"answered {status}", seconds, last=status == GONE)
