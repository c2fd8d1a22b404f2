"""What the service says when it cannot do what it was asked: a status, a code for programs, a line for people."""

from __future__ import annotations

import msgspec

SOON = 1  # seconds after which a client may try again where all are busy


class Problem(Exception):  # noqa: N818 - it is an answer
    """An answer other than the one asked for. `retry_after` is in seconds, None where trying again is of no use."""

    def __init__(self, status: int, code: str, message: str, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.retry_after = status, code, message, retry_after

    @classmethod
    def busy(cls, message: str) -> Problem:
        """Return 503: try again soon."""
        return cls(503, "busy", message, SOON)

    @property
    def headers(self) -> dict[str, str]:
        """The headers that go with it."""
        return {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}

    @property
    def json(self) -> bytes:
        """The body, for all but LanguageTool's clients."""
        return msgspec.json.encode({"error": {"code": self.code, "message": self.message}})


def in_place(error: Problem) -> str:
    """Return the message as LanguageTool's clients show it: plain, one line."""
    return f"Error: {error.message}"
