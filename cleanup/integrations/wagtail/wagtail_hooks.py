"""Where cleanup meets Wagtail: the decisions' address, the history's words, and the hold on publishing."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.html import strip_tags
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from cleanup.integrations.wagtail.checks import ACCEPT, REJECT, holding, unresolved
from cleanup.integrations.wagtail.views import decide

JSON = "application/json"
MOST_TITLES = 5  # named in a message


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return where decisions are sent."""
    return [path("cleanup/<int:page_id>/", decide, name="cleanup_decide")]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell(request: HttpRequest, page: Page) -> None:
    """Say after a save how much is found; an autosave is told nothing, since nobody reads it."""
    if JSON not in request.headers.get("Accept", "") and (found := unresolved(page)):
        messages.warning(request, f"cleanup: {len(found)} finding{'s'[: len(found) != 1]} in this draft")


@hooks.register("before_publish_page")
def hold(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep a page from being published while findings are grave and undecided."""
    found = holding(page)
    if not found:
        return None
    count = f"{len(found)} finding{'s'[: len(found) != 1]}"
    messages.error(request, f"Not published: cleanup has {count} to be decided on first. The draft is saved.")
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def hold_all(request: HttpRequest, action: str, objects: Iterable[Any], _: Any) -> HttpResponse | None:
    """Keep pages chosen in a listing, and drafts below them where asked, from being published for the same reason."""
    if action != "publish" or request.method != "POST":
        return None
    chosen = [page for page in objects if isinstance(page, Page)]
    below = [page.get_descendants().not_live() for page in chosen if request.POST.get("include_descendants")]
    held = [page for page in (*chosen, *chain(*below)) if holding(page.get_latest_revision_as_object())]
    if not held:
        return None
    titles = ", ".join(f"“{page.get_admin_display_title()}”" for page in held[:MOST_TITLES])
    messages.error(request, f"Not published: cleanup has findings to be decided on first in {len(held)}: {titles}")
    return redirect("wagtailadmin_explore", held[0].get_parent().pk)


@hooks.register("register_log_actions")
def history(actions: Any) -> None:
    """Name the decisions in the history."""

    @actions.register_action(ACCEPT)
    class Accepted(LogFormatter):
        label = "cleanup: accept a repair"

        def format_message(self, log_entry: Any) -> str:
            return f"Accepted a repair: “{_words(log_entry, 'before')}” now reads “{_words(log_entry, 'after')}”"

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("why", ""))

    @actions.register_action(REJECT)
    class Rejected(LogFormatter):
        label = "cleanup: reject a finding"

        def format_message(self, log_entry: Any) -> str:
            return f"Left as it is: “{_words(log_entry, 'before')}”"

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("why", ""))


def _words(entry: Any, name: str) -> str:
    return unescape(strip_tags(entry.data.get(name) or ""))
