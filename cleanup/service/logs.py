"""Logs: one JSON object a line on stderr. Never a word of a story: not of a body, an address, or an exception."""

from __future__ import annotations

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from cleanup.service.worker import bug

request_id: ContextVar[str] = ContextVar("request_id", default="")

_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}
_OURS = "cleanup"


class Lines(logging.Formatter):
    """Writes our records with all that is said in `extra`, others by where they come from: their text may quote."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line of JSON."""
        ours = record.name.partition(".")[0] == _OURS
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.msg if ours else f"{record.name}:{record.funcName}",
        }
        if current := request_id.get():
            told["request"] = current
        if ours:
            told |= {name: value for name, value in vars(record).items() if name not in _USUAL}
        if record.exc_info and record.exc_info[1]:
            found = bug(record.exc_info[1])
            told |= {"exception": found.name, "at": found.place}
        return json.dumps(told, default=str)


def begin() -> None:
    """Send all logging of this process to stderr, as lines of JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    for name in ("httpx", "httpcore", "uvicorn"):
        logging.getLogger(name).setLevel(logging.WARNING)
