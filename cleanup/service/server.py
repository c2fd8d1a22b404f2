"""Running the service: workers first, then the door is opened; at the end the other way round."""

from __future__ import annotations

import logging
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import uvicorn

from cleanup.errors import ConfigError
from cleanup.service import logs
from cleanup.service.app import create
from cleanup.service.metrics import Metrics
from cleanup.service.pool import Pool
from cleanup.service.protocol import bounded
from cleanup.service.state import Plan, State

BACKLOG = 512
LOOPBACK = ("127.0.0.1", "::1", "localhost")
KEEP_ALIVE = 15  # seconds that a connection may be idle

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Door:
    """Where the service listens, and with how many workers."""

    host: str
    port: int
    workers: int


def serve_until_told(reread: Callable[[], Plan], door: Door) -> None:
    """Serve until told to stop; `reread` gives the plan as it stands on the disk. CleanupError when it cannot begin."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until there is something to load anew
    plan = reread()
    metrics = Metrics()
    pool = Pool(plan.settings, door.workers, metrics, plan.config.limits)
    state = State(plan.config, pool, metrics, reread)
    state.open(plan.config)
    listening = _listen(door)
    logs.begin()
    metrics.watch(lambda: pool.waiting, lambda: pool.ready)
    pool.start()
    try:
        log.info("service.listening", extra={"host": door.host, "port": listening.getsockname()[1]})
        if door.host not in LOOPBACK and not plan.config.keys:
            log.warning("service.without-keys", extra={"host": door.host})
        uvicorn.Server(_http(state)).run(sockets=[listening])
    finally:
        pool.stop()


def _http(state: State) -> uvicorn.Config:
    limits = state.config.limits
    return uvicorn.Config(
        create(state),
        http=bounded(limits.headers, limits.connections, limits.body),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=ceil(limits.stop),
    )


def _listen(door: Door) -> socket.socket:
    """Return the socket; ConfigError when the address is taken, or none of ours."""
    family = socket.AF_INET6 if ":" in door.host else socket.AF_INET
    try:
        return socket.create_server((door.host, door.port), family=family, backlog=BACKLOG)
    except OSError as error:
        reason = os.strerror(error.errno or 0).lower()
        raise ConfigError(f"{door.host}:{door.port}: cannot be listened on: {reason}; say another --port") from error
