"""The Django application."""

from __future__ import annotations

from django.apps import AppConfig


class CleanupConfig(AppConfig):
    """cleanup in a Wagtail site. It has no tables: what editors decide stands in the pages' history."""

    name = "cleanup.integrations.wagtail"
    label = "cleanup_wagtail"
    verbose_name = "cleanup"
