"""What Prometheus is told: counts and times, and nothing that a story says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from cleanup.service.jobs import Told

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)


class Metrics:
    """The service's own registry; two services in one process do not meet."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        own = self.registry
        self.requests = Counter("cleanup_requests", "Requests", ["route", "method", "status"], registry=own)
        self.seconds = Histogram(
            "cleanup_request_seconds", "From request to answer", ["route"], buckets=SECONDS, registry=own
        )
        self.work = Histogram("cleanup_story_seconds", "One story, waiting and work", buckets=SECONDS, registry=own)
        self.findings = Counter("cleanup_findings", "Findings", ["verdict", "category"], registry=own)
        self.replaced = Counter("cleanup_workers_replaced", "Workers that overran or died", registry=own)
        self.reloads = Counter("cleanup_reloads", "Reloads of the rules", ["outcome"], registry=own)
        self.bugs = Counter("cleanup_bugs", "Stories that brought out a bug", registry=own)
        self.deliveries = Counter("cleanup_hook_deliveries", "Posts to a hook's address", ["outcome"], registry=own)
        self.waiting = Gauge("cleanup_stories_waiting", "Stories in the line for a worker", registry=own)
        self.ready = Gauge("cleanup_ready", "1 when a worker is there", registry=own)

    def watch(self, waiting: Callable[[], float], ready: Callable[[], float]) -> None:
        """Ask these two for their gauges whenever Prometheus comes."""
        self.waiting.set_function(waiting)
        self.ready.set_function(ready)

    def tell(self, told: Iterable[Told]) -> None:
        """Count what was found in a story."""
        for each in told:
            self.findings.labels(each.verdict, each.category).inc(each.count)

    def page(self) -> bytes:
        """Return the text that Prometheus reads."""
        return generate_latest(self.registry)
