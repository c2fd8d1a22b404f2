"""The panel on a page's edit view: each finding, with buttons to take it or leave it."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Any

from django.template import Context, Template
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.admin.panels import Panel

from cleanup.integrations.wagtail.checks import Found, holding, unresolved

_CUT_BEFORE = re.compile(r"^[^<>]*>|^#?\w{0,9};")
_CUT_BEHIND = re.compile(r"<[^<>]*$|&#?\w{0,9}$")


@cache
def _template() -> Template:
    return Template(files(__package__).joinpath("panel.html").read_text(encoding="utf-8"))


def shown(found: Found) -> dict[str, Any]:
    """Return a finding as an editor reads it: without markup, also where that was cut in two."""
    whole = {
        "lead": _CUT_BEFORE.sub("", found.lead),
        "before": found.before,
        "after": found.after or "",
        "tail": _CUT_BEHIND.sub("", found.tail),
    }
    return {name: unescape(strip_tags(text)) for name, text in whole.items()} | {"found": found}


class CleanupPanel(Panel):
    """Shows what cleanup finds in the latest draft."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"heading": "Machine translation"} | options))

    class BoundPanel(Panel.BoundPanel):
        """The panel of one page."""

        def is_shown(self) -> bool:
            """Return whether there is a draft to look at."""
            return bool(self.instance.pk)

        def render_html(self, parent_context: Any = None) -> str:  # noqa: ARG002 - Wagtail's own form
            """Return the panel, the page checked as it was last saved."""
            found = unresolved(self.instance)
            told = {
                "findings": [shown(each) for each in found],
                "sure": sum(each.sure for each in found),
                "holding": len(holding(self.instance)),
                "url": reverse("cleanup_decide", args=[self.instance.pk]),
            }
            return str(_template().render(Context(told)))
