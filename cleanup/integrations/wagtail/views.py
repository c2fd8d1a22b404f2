"""What an editor decides: a repair is made in a new revision, and stands in the page's history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from wagtail.log_actions import log
from wagtail.models import Page

from cleanup.integrations.wagtail import checks
from cleanup.integrations.wagtail.checks import ACCEPT, REJECT, Found

GONE = "This is no longer in the draft: it was saved in the meantime. Reload the page."


@require_POST
def decide(request: HttpRequest, page_id: int) -> HttpResponse:
    """Accept or reject a finding by its key, or accept all that are sure; 204, or 409 when it is not there any more."""
    page = get_object_or_404(Page, pk=page_id).get_latest_revision_as_object()
    allowed = page.permissions_for_user(request.user)
    if not allowed.can_edit() or allowed.page_locked():
        raise PermissionDenied
    decision, key = request.POST.get("decision", ""), request.POST.get("key", "")
    found = [each for each in checks.unresolved(page) if (each.sure if decision == "accept-sure" else each.key == key)]
    if not found:
        return HttpResponse(GONE, status=409, content_type="text/plain")
    decided = _DECISIONS.get(decision)
    if decided is None or (decision != "reject" and any(each.after is None for each in found)):
        return HttpResponse("There is no such decision.", status=400, content_type="text/plain")
    decided(page, found, request)
    return HttpResponse(status=204)


def _accept(page: Page, found: Sequence[Found], request: HttpRequest) -> None:
    """Make the repairs from last to first, so that the places of the others stay right."""
    for each in sorted(found, key=lambda each: each.start, reverse=True):
        checks.accept(page, each)
    revision = page.save_revision(user=request.user)
    for each in found:  # each with a number of its own, else the history shows them as one
        told = {"uuid": uuid4(), "revision": revision, "content_changed": True, "data": each.told}
        log(instance=page, action=ACCEPT, user=request.user, **told)


def _reject(page: Page, found: Sequence[Found], request: HttpRequest) -> None:
    for each in found:
        log(instance=page, action=REJECT, user=request.user, data=each.told)


Decided = Callable[[Page, Sequence[Found], HttpRequest], None]
_DECISIONS: dict[str, Decided] = {"accept": _accept, "accept-sure": _accept, "reject": _reject}
