"""What cleanup finds in a page, and which of it an editor has not yet decided on."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

import msgspec
from django.conf import settings
from django.core.cache import cache as kept
from wagtail.models import Page, PageLogEntry

from cleanup.findings import Verdict
from cleanup.formats import html
from cleanup.integrations.wagtail.leaves import Leaf, Path, leaves, put
from cleanup.pipeline import Cleaner
from cleanup.report import Located
from cleanup.settings import Settings
from cleanup.taxonomy import Severity

ACCEPT, REJECT = "cleanup.accept", "cleanup.reject"
AROUND = 40  # characters of a text on either side of a finding
HOUR = 3600


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in one text of a page: `start` and `stop` are places in that text's HTML, in code points.

    `key` is the same as long as the finding and what stands around it are.
    """

    key: str
    path: Path
    rule: str
    why: str
    severity: Severity
    sure: bool
    start: int
    stop: int
    before: str
    after: str | None
    lead: str
    tail: str

    @property
    def label(self) -> str:
        """The field's name, as an editor reads it."""
        return str(self.path[0]).replace("_", " ")

    @property
    def told(self) -> dict[str, Any]:
        """What the page's history keeps of a decision on it."""
        return {"key": self.key, "rule": self.rule, "why": self.why, "before": self.before, "after": self.after}


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The site's setting CLEANUP. `settings` is as in a cleanup.toml; findings from `hold` up hold publishing back."""

    settings: Settings = Settings()
    hold: Severity | None = Severity.MAJOR


@cache
def options() -> Options:
    """Return the site's options; msgspec.ValidationError names what is wrong with them."""
    return msgspec.convert(getattr(settings, "CLEANUP", {}), Options)


@cache
def cleaner() -> Cleaner:
    """Return the site's cleaner, loaded when a page is first checked."""
    return options().settings.cleaner()


def unresolved(page: Page) -> list[Found]:
    """Return what there is in a page and not turned down by an editor, in the order of its texts."""
    turned_down = {
        entry.data.get("key") for entry in PageLogEntry.objects.filter(page=page.pk, action=REJECT).only("data")
    }
    return [found for found in check(page) if found.key not in turned_down]


def holding(page: Page) -> list[Found]:
    """Return what is grave enough to hold publishing back."""
    hold = options().hold
    grave = list(Severity)[list(Severity).index(hold) :] if hold else []
    return [found for found in unresolved(page) if found.severity in grave]


def check(page: Page) -> list[Found]:
    """Return what there is in a page's texts, read as one story. A page may say its `cleanup_source_language`."""
    texts = leaves(page)
    source = getattr(page, "cleanup_source_language", None) or None
    name = f"cleanup-{sha256(pickle.dumps((texts, source))).hexdigest()}"
    found: list[Found] | None = kept.get(name)
    if found is None:
        found = _check(texts, source)
        kept.set(name, found, HOUR)
    return found


def _check(texts: list[Leaf], source: str | None) -> list[Found]:
    whole, places = "", []
    for leaf in texts:
        tag = "h1" if leaf.path == ("title",) else "div"
        whole += f"<{tag}>"
        places.append((len(whole), len(whole) + len(leaf.markup), leaf))
        whole += f"{leaf.markup}</{tag}>\n"
    report = cleaner().clean(html.read(whole), source_language=source)
    return [
        _found(located, leaf, start)
        for located in report.findings
        for start, stop, leaf in places
        if located.verdict is not Verdict.REFUSED and start <= located.start and located.end <= stop
    ]


def _found(located: Located, leaf: Leaf, base: int) -> Found:
    start, stop = located.start - base, located.end - base
    lead, tail = leaf.markup[max(start - AROUND, 0) : start], leaf.markup[stop : stop + AROUND]
    told = repr((leaf.path[0], located.rule, lead, located.before, located.after, tail))
    return Found(
        key=sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        path=leaf.path,
        rule=located.rule,
        why=located.why,
        severity=Severity(located.severity),
        sure=located.verdict is Verdict.APPLIED,
        start=start,
        stop=stop,
        before=located.before,
        after=located.after,
        lead=lead,
        tail=tail,
    )


def accept(page: Page, found: Found) -> None:
    """Make one repair in the page. Nothing is saved."""
    leaf = next(leaf for leaf in leaves(page) if leaf.path == found.path)
    markup = leaf.markup[: found.start] + (found.after or "") + leaf.markup[found.stop :]
    put(page, leaf.path, leaf.written(markup))
