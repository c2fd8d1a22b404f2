"""Who may ask, and how often: API keys compared in constant time, and a bucket of requests for each client."""

from __future__ import annotations

import hmac
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from time import monotonic

from starlette.datastructures import Headers

from cleanup.service.problems import Problem

MOST_CLIENTS = 10_000  # whose buckets are remembered; the longest unseen is forgotten first
ANYBODY = ""


def client_of(keys: Mapping[str, str], given: str) -> str:
    """Return the name of the client whose key was given, "" where no keys are asked for; Problem 401 or 403."""
    if not keys:
        return ANYBODY
    if not given:
        raise Problem(401, "no-key", "this service wants a key: send 'Authorization: Bearer KEY' or 'X-API-Key: KEY'")
    found = ANYBODY
    for name, key in keys.items():  # all of them, so that time tells nothing
        if hmac.compare_digest(key.encode(), given.encode("utf-8", "surrogateescape")):
            found = name
    if not found:
        raise Problem(403, "wrong-key", "this key is not known here")
    return found


def key_in(headers: Headers) -> str:
    """Return the key that came in the headers, "" when none did."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else headers.get("x-api-key", "")


@dataclass(slots=True)
class _Bucket:
    left: float
    seen: float


class Rates:
    """A bucket for each client that holds a minute's requests and fills steadily."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, client: str, per_minute: int) -> None:
        """Take one request out of a client's bucket; Problem 429 when it is empty."""
        if not per_minute:
            return
        now = monotonic()
        bucket = self._buckets.setdefault(client, _Bucket(per_minute, now))
        self._buckets.move_to_end(client)
        bucket.left = min(per_minute, bucket.left + (now - bucket.seen) * per_minute / 60)
        bucket.seen = now
        if bucket.left < 1:
            wait = ceil((1 - bucket.left) * 60 / per_minute)
            raise Problem(429, "too-many", f"more than {per_minute} requests a minute", wait)
        bucket.left -= 1
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
