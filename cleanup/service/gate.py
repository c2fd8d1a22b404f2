"""What every request passes: its number, the clock, the key, the body's limits; and what every answer passes out."""

from __future__ import annotations

import asyncio
import logging
import re
from time import perf_counter
from uuid import uuid4

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cleanup.service import access
from cleanup.service.logs import request_id
from cleanup.service.problems import Problem, in_place
from cleanup.service.state import State
from cleanup.service.worker import bug

FREE = frozenset({"/healthz", "/readyz", "/openapi.json", "/v2/healthcheck"})  # for whoever asks, as often as they ask
SIGNED = "/v1/hooks/"  # these say by their signature who they are
LANGUAGETOOL = "/v2/"  # its clients send the key among their parameters

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = logging.getLogger(__name__)


class Gate:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self.app, self.state = app, state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, whatever happens."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = perf_counter()
        given = Headers(scope=scope).get("x-request-id", "")
        number = given if _ID.fullmatch(given) else uuid4().hex
        token = request_id.set(number)
        answer = _Answer(send, number)
        try:
            await self._pass(scope, receive, answer)
        finally:
            self._tell(scope, answer.status, perf_counter() - began)
            request_id.reset(token)

    async def _pass(self, scope: Scope, receive: Receive, send: _Answer) -> None:
        try:
            self._admit(scope)
            body = await asyncio.wait_for(self._body(scope, receive), self.state.config.limits.body_time)
            if not scope["path"].startswith((SIGNED, LANGUAGETOOL)):  # these look for themselves
                _check_text(body)
            await self.app(scope, _replay(body, receive), send)
        except TimeoutError:
            await _refuse(Problem(408, "too-slow", "the body took too long to come"), scope, receive, send)
        except Problem as problem:
            await _refuse(problem, scope, receive, send)
        except Exception as error:
            found = bug(error)
            log.error("request.bug", extra={"exception": found.name, "at": found.place})  # noqa: TRY400 - see logs
            self.state.metrics.bugs.inc()
            if send.status:
                raise
            await _refuse(Problem(500, "bug", "a bug in cleanup, please report it"), scope, receive, send)

    def _admit(self, scope: Scope) -> None:
        path, config = scope["path"], self.state.config
        if path in FREE or path.startswith(SIGNED) or scope["method"] == "OPTIONS":
            scope["client_name"] = access.ANYBODY
            return
        given = access.key_in(Headers(scope=scope))
        client = scope["client"][0] if scope.get("client") else ""
        try:
            if given or not path.startswith(LANGUAGETOOL):
                scope["client_name"] = access.client_of(config.keys, given)
                client = scope["client_name"] or client
        finally:  # who tries keys is counted too
            self.state.rates.take(client, config.limits.per_minute)

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        """Return the whole body; Problem 413 as soon as it is known to be too large."""
        limit = self.state.config.limits.body
        said = Headers(scope=scope).get("content-length", "0")
        if said.isdecimal() and int(said[:19]) > limit:
            raise _too_large(limit)
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Problem(400, "gone", "the client has gone before its body was whole")
            body += message.get("body", b"")
            if len(body) > limit:
                raise _too_large(limit)
            if not message.get("more_body"):
                return bytes(body)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        """Count and log the request by its route: what stands in the address may be a story."""
        route = getattr(scope.get("route"), "path", "other")
        method = scope["method"] if scope["method"] in ("GET", "POST", "HEAD", "OPTIONS") else "other"
        self.state.metrics.requests.labels(route, method, str(status)).inc()
        self.state.metrics.seconds.labels(route).observe(seconds)
        told = {"route": route, "method": method, "status": status, "ms": round(seconds * 1000, 1)}
        client = scope.get("client_name")
        log.info("request", extra=told | ({"client": client} if client else {}))


def _too_large(limit: int) -> Problem:
    return Problem(413, "too-large", f"the body is larger than {limit} bytes")


def _check_text(body: bytes) -> None:
    """Raise Problem 400 for what is not UTF-8: Python's reader of JSON takes more."""
    try:
        body.decode()
    except UnicodeDecodeError as error:
        raise Problem(400, "bad-utf-8", f"byte {error.start} of the body is not UTF-8") from error


def _replay(body: bytes, receive: Receive) -> Receive:
    """Return what gives the body first, and then what comes: that the client has gone."""
    left = [body]

    async def again() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return again


class _Answer:
    """Sends what the application sends, with the request's number; remembers the status."""

    def __init__(self, send: Send, number: str) -> None:
        self._send, self._number = send, number
        self.status = 0

    async def __call__(self, message: Message) -> None:
        """Send one message."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            own = [(b"x-request-id", self._number.encode()), (b"x-content-type-options", b"nosniff")]
            message = {**message, "headers": [*message.get("headers", []), *own]}
        await self._send(message)


async def _refuse(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    await response(problem, scope["path"])(scope, receive, send)


def response(problem: Problem, path: str) -> Response:
    """Return a problem as the clients of `path` read it; the connection ends where a body is left unread."""
    headers = problem.headers | ({"Connection": "close"} if problem.status in (408, 413) else {})
    if path.startswith(LANGUAGETOOL):
        status = {401: 403, 504: 500}.get(problem.status, problem.status)  # its clients know no others
        return Response(in_place(problem), status, headers, "text/plain")
    return Response(problem.json, problem.status, headers, "application/json")
