"""A Superdesk macro that has an item repaired by `cleanup serve`.

Copy this file into your newsroom's folder of macros: it needs nothing but Python, since superdesk-core pins libraries
that cleanup does not run with. CLEANUP_URL says where the service is, CLEANUP_KEY with which key. The macro stands in
the editor's list, and is run on every item that Superdesk translates into one of `to_languages`.
"""

from __future__ import annotations

import json
import logging
import os
import urllib.request

FIELDS = {"headline": "text", "slugline": "text", "abstract": "html", "body_html": "html", "body_footer": "html"}

name = "cleanup_machine_translation"
label = "Clean up machine translation"
access_type = "frontend"
action_type = "direct"
from_languages: list[str] = []  # whatever it was translated from
to_languages = ["en", "en-US", "en-GB", "en-AU", "fr", "fr-FR", "fr-CA", "de", "de-DE", "es", "es-ES"]


def callback(item: dict, from_language=None, to_language=None, **_) -> tuple:  # type: ignore[no-untyped-def, type-arg]
    """Repair an item where it stands; return it, and for each repair what stood there and what stands there now."""
    told = {"language": to_language or item.get("language"), "source_language": from_language}
    fields = [field for field in FIELDS if item.get(field)]
    stories = [dict(told, id=field, text=item[field], options={"format": FIELDS[field]}) for field in fields]
    try:
        reports = _asked(stories) if stories else []
    except OSError as error:
        if not from_language:
            raise RuntimeError(f"cleanup cannot be reached at {_url()}: {error}") from error
        logging.getLogger(__name__).warning("cleanup cannot be reached at %s: left as it is: %s", _url(), error)
        return item, {}
    done = {report["id"]: report for report in reports if "error" not in report}
    item.update((field, report["text"]) for field, report in done.items())
    found = [each for report in done.values() for each in report["findings"] if each["verdict"] == "applied"]
    return item, {each["before"]: each["after"] for each in found}


def _url() -> str:
    return os.environ.get("CLEANUP_URL", "http://127.0.0.1:8765")


def _asked(stories: list) -> list:  # type: ignore[type-arg]
    headers = {"Content-Type": "application/json", "X-API-Key": os.environ.get("CLEANUP_KEY", "")}
    request = urllib.request.Request(  # noqa: S310 - the address is the newsroom's own
        f"{_url()}/v1/clean/batch", json.dumps({"stories": stories}).encode(), headers
    )
    with urllib.request.urlopen(request, timeout=15) as answer:  # noqa: S310
        reports: list = json.load(answer)["reports"]  # type: ignore[type-arg]
        return reports
