"""The application: routes, errors as JSON, the gate around all, and what happens at its start, reload and end."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware

from cleanup import __version__
from cleanup.errors import CleanupError
from cleanup.service import about, hooks, languagetool, stories
from cleanup.service.gate import Gate, response
from cleanup.service.openapi import DEFINITIONS
from cleanup.service.posting import Postman
from cleanup.service.problems import Problem
from cleanup.service.state import State

log = logging.getLogger(__name__)

CODES = {404: "not-found", 405: "wrong-method", 400: "bad-json"}


def create(state: State) -> FastAPI:
    """Return the application of a service whose workers are started; it stops them when it ends."""
    app = FastAPI(
        title="cleanup",
        version=__version__,
        description="Finds and repairs what machine translation did to news copy, with a reason for every change.",
        docs_url=None,  # its pages load scripts from elsewhere
        redoc_url=None,
        lifespan=_life,
    )
    app.state.service = state
    for each in (stories, hooks, languagetool, about):
        app.include_router(each.router)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_middleware(Gate, state=state)
    if state.config.origins:
        headers = ["Authorization", "Content-Type", "X-API-Key", "X-Request-ID"]
        app.add_middleware(
            CORSMiddleware, allow_origins=state.config.origins, allow_methods=["GET", "POST"], allow_headers=headers
        )
    describe(app)
    return app


def describe(app: FastAPI) -> None:
    """Put the report's own definitions into the OpenAPI description."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        schema = plain()
        schema.setdefault("components", {}).setdefault("schemas", {}).update(DEFINITIONS)
        return schema

    app.openapi = described  # type: ignore[method-assign]


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    state: State = app.state.service
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_unexpected)
    reloads: set[asyncio.Task[None]] = set()

    def hangup() -> None:
        task = loop.create_task(reload(state))
        reloads.add(task)
        task.add_done_callback(reloads.discard)

    if hasattr(signal, "SIGHUP") and threading.current_thread() is threading.main_thread():
        loop.add_signal_handler(signal.SIGHUP, hangup)
    log.info("service.ready", extra={"workers": len(state.pool.pids), "rules": len(state.pool.catalogue.rules)})
    postman = asyncio.create_task(Postman(state).run())
    yield
    state.leaving = True
    postman.cancel()
    await asyncio.gather(postman, *reloads, return_exceptions=True)
    await asyncio.to_thread(state.pool.stop)
    if state.outbox:
        state.outbox.close()
    log.info("service.stopped")


def _unexpected(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:  # noqa: ARG001 - asyncio's own form
    """Log what went wrong outside of any request, by its type and place."""
    log.error("loop.error", exc_info=context.get("exception"))


async def reload(state: State) -> None:
    """Load rules, settings and service file anew; when one of them is broken, go on as before and say so."""
    async with state.reloading:
        try:
            plan = await asyncio.to_thread(state.reread)
            await asyncio.to_thread(state.pool.reload, plan.settings, plan.config.limits)
            state.open(plan.config)
        except CleanupError as error:
            state.metrics.reloads.labels("refused").inc()
            log.error("reload.refused", extra={"why": str(error)})  # noqa: TRY400 - the message is all there is
            return
        state.metrics.reloads.labels("done").inc()
        log.info("reload.done", extra={"rules": len(state.pool.catalogue.rules)})


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 - for the type
    return response(error, request.url.path)


async def _invalid(request: Request, error: Exception) -> Response:
    """Answer 422 with the first thing wrong, by its place; what was sent is not said again."""
    assert isinstance(error, RequestValidationError)  # noqa: S101
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return response(Problem(400, "bad-json", "the body is not JSON"), request.url.path)
    place = ".".join(str(part) for part in first["loc"])
    return response(Problem(422, "invalid", f"{place}: {first['msg']}"), request.url.path)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    code = CODES.get(error.status_code, "refused")
    answer = response(Problem(error.status_code, code, str(error.detail)), request.url.path)
    answer.headers.update(error.headers or {})
    return answer
