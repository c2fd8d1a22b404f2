"""How far the delivery of a webhook has come."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """How far a delivery has come."""

    RECEIVED = "received"  # to be answered with its report, which is not there yet
    ANSWERED = "answered"
    QUEUED = "queued"  # to be cleaned, and its report to be posted
    DELIVERED = "delivered"
    DEAD = "dead"  # posted as often as may be, in vain
