"""HTTP from the wire: uvicorn's, with an end to headers that never end and to connections without number."""

from __future__ import annotations

import asyncio
from asyncio import TimerHandle

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_HEADER_BYTES = 64 * 1024
_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_LONG = b"HTTP/1.1 413 Content Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_FULL = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Bounded(HttpToolsProtocol):
    """Counts the bytes of each head, and the time since its first."""

    head_seconds = 10.0
    most_connections = 256
    longest = MOST_HEADER_BYTES

    _alarm: TimerHandle | None = None
    _head = 0  # bytes of the request's head, while it is not whole
    _all = 0  # bytes since the last request ended
    _reading_head = True

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > self.most_connections:
            self._hang_up(_FULL)
        else:
            self._set_alarm()

    def connection_lost(self, exc: Exception | None) -> None:
        self._quiet()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._reading_head:
            self._head += len(data)
        self._all += len(data)
        super().data_received(data)
        if self._reading_head and self._head > MOST_HEADER_BYTES:
            self._hang_up(_TOO_LARGE)
        elif self._all > self.longest:
            self._hang_up(_TOO_LONG)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._alarm is None:
            self._set_alarm()

    def on_headers_complete(self) -> None:
        self._quiet()
        self._reading_head, self._head = False, 0
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._reading_head, self._all = True, 0
        super().on_message_complete()

    def _set_alarm(self) -> None:
        self._alarm = self.loop.call_later(self.head_seconds, self._hang_up, _TOO_SLOW)

    def _quiet(self) -> None:
        if self._alarm:
            self._alarm.cancel()
        self._alarm = None

    def _hang_up(self, last: bytes) -> None:
        self._quiet()
        if not self.transport.is_closing():
            self.transport.write(last)
            self.transport.close()


def bounded(seconds: float, connections: int, body: int) -> type[Bounded]:
    """Return the protocol for so many connections, with so many seconds for a request's head to come.

    `body` is the largest that is read, in bytes: chunks may take as much again, for their framing and trailers.
    """
    longest = MOST_HEADER_BYTES + 2 * body
    own = {"head_seconds": seconds, "most_connections": connections, "longest": longest}
    return type("OurBounded", (Bounded,), own)
