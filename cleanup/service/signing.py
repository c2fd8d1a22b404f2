"""Signatures of webhooks, as standardwebhooks.com has them: HMAC-SHA256 over the id, the time and the raw body."""

from __future__ import annotations

import base64
import binascii
import hmac
import re
import time
from collections.abc import Iterable, Mapping
from hashlib import sha256

from cleanup.service.config import key
from cleanup.service.problems import Problem

TOLERANCE = 300  # seconds that a delivery may be old, or ahead of us
_ID = re.compile(r"[A-Za-z0-9._:@/+=~-]{1,200}")


def sign(secret: str, number: str, body: bytes, at: int) -> dict[str, str]:
    """Return the three headers of a delivery."""
    signature = base64.b64encode(_mac(secret, number, str(at), body)).decode()
    return {"webhook-id": number, "webhook-timestamp": str(at), "webhook-signature": f"v1,{signature}"}


def verified(secrets: Iterable[str], headers: Mapping[str, str], body: bytes) -> str:
    """Return the id of a delivery that is signed with one of the secrets, and of now; Problem 400 or 401."""
    number, at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    given = [_decoded(each) for each in headers.get("webhook-signature", "").split()[:10]]
    if not (number and at and given):
        raise Problem(400, "not-signed", "a delivery has the headers webhook-id, webhook-timestamp, webhook-signature")
    if not _ID.fullmatch(number):
        raise Problem(400, "bad-id", "webhook-id is 1 to 200 letters, digits or .-_:@/+=~")
    if not (at.isascii() and at.isdecimal() and len(at) < 12 and abs(time.time() - int(at)) <= TOLERANCE):  # noqa: PLR2004 - digits
        raise Problem(401, "stale", f"webhook-timestamp is not within {TOLERANCE} s of now")
    wanted = [_mac(secret, number, at, body) for secret in secrets]
    if not [1 for mac in wanted for each in given if hmac.compare_digest(mac, each)]:
        raise Problem(401, "bad-signature", "webhook-signature fits none of this hook's secrets")
    return number


def _mac(secret: str, number: str, at: str, body: bytes) -> bytes:
    return hmac.new(key(secret), f"{number}.{at}.".encode() + body, sha256).digest()


def _decoded(signature: str) -> bytes:
    version, _, value = signature.partition(",")
    try:
        return base64.b64decode(value, validate=True) if version == "v1" else b""
    except (binascii.Error, ValueError):
        return b""
