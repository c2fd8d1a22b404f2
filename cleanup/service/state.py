"""What the routes share: the configuration in force, the workers, the counts, the hooks' deliveries."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from cleanup.service.access import Rates
from cleanup.service.config import ServiceConfig, database
from cleanup.service.jobs import Bug
from cleanup.service.metrics import Metrics
from cleanup.service.outbox import Outbox
from cleanup.service.pool import Pool
from cleanup.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Plan:
    """All that the service is told: how to clean, and how to serve."""

    settings: Settings
    config: ServiceConfig


@dataclass
class State:
    """One running service. `config` changes as a whole on a reload; `reread` gives the plan as the disk has it now."""

    config: ServiceConfig
    pool: Pool
    metrics: Metrics
    reread: Callable[[], Plan]
    rates: Rates = field(default_factory=Rates)
    reloading: asyncio.Lock = field(default_factory=asyncio.Lock)
    leaving: bool = False
    outbox: Outbox | None = None
    answering: dict[tuple[str, str], asyncio.Task[bytes]] = field(default_factory=dict)
    wake: asyncio.Event = field(default_factory=asyncio.Event)  # set when a delivery is to be posted

    def open(self, config: ServiceConfig) -> None:
        """Heed another configuration; OutputError when its hooks' deliveries cannot be kept."""
        if config.hooks and self.outbox is None:
            self.outbox = Outbox(database(config))
        self.config = config

    def report(self, bug: Bug) -> None:
        """Count and log a bug that a story brought out, by its type and place."""
        self.metrics.bugs.inc()
        log.error("story.bug", extra={"exception": bug.name, "at": bug.place})
