"""`cleanup serve`: the HTTP service."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from cleanup.cli.flags import with_settings
from cleanup.errors import ConfigError
from cleanup.settings import Resolved

NEEDED = ("fastapi", "uvicorn", "httptools", "prometheus_client", "httpx")


@with_settings
def serve(
    resolved: Resolved,
    *,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="On which port.")] = 8765,
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that clean.")] = os.cpu_count() or 1,
    service: Annotated[
        Path | None,
        typer.Option(metavar="FILE", envvar="CLEANUP_SERVICE", help="Limits, keys, hooks: see the README."),
    ] = None,
) -> None:
    """Serve over HTTP: /v1 for a CMS, /v2 for LanguageTool's clients. SIGHUP loads rules and files anew."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise ConfigError(f"{missing[0]} is not installed; to serve, say: pip install 'cleanup[service]'")
    from cleanup.service import config  # noqa: PLC0415 - the base install does without
    from cleanup.service.server import Door, serve_until_told  # noqa: PLC0415
    from cleanup.service.state import Plan  # noqa: PLC0415

    def reread() -> Plan:
        return Plan(resolved.again().settings, config.read(service))

    serve_until_told(reread, Door(host, port, workers))
