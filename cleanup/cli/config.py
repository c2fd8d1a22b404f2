"""`cleanup config`: what is in force, and where each value came from."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from cleanup.cli import output
from cleanup.cli.flags import with_settings
from cleanup.settings import Resolved


@with_settings
def config(resolved: Resolved) -> None:
    """Print every setting in force and where its value came from; it can serve as a cleanup.toml."""
    output.write(f"# {resolved.file or 'no configuration file'}\n")
    for name, value in msgspec.structs.asdict(resolved.settings).items():
        key = name.replace("_", "-")
        output.write(f"{key} = {_toml(value)}  # {resolved.origins[name]}\n")


def _toml(value: Any) -> str:
    if value is None:
        return '""'
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
