"""Makes the newsroom anew, with an editor (editor / editor) and one draft, and serves it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, call_command
from wagtail.models import Page, Site

from stories.models import StoryPage

BODY = [
    {"type": "heading", "value": "What the ONU says"},
    {
        "type": "paragraph",
        "value": '<p>The minister said on Monday that the talks had cost <a href="https://a.example/?a=1&amp;b=2">'
        "64,2 million euros</a>.</p><p>The town &amp; its <b>people</b> were told the day after.</p>",
    },
    {"type": "quotation", "value": {"words": "We have read it.", "speaker": "A spokesman of the ONU"}},
    {"type": "points", "value": [{"type": "item", "value": "The ONU waits."}]},
    {"type": "link", "value": "https://a.example/ONU"},
]


class Command(BaseCommand):
    """`demo`: `--port N` says where, `--only-make` does not serve."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--only-make", action="store_true")

    def handle(self, **said: Any) -> None:
        settings.FOLDER.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        if not StoryPage.objects.exists():
            _fill()
        if not said["only_make"]:
            self.stdout.write(f"http://127.0.0.1:{said['port']}/admin/ (editor / editor)")
            call_command("runserver", f"127.0.0.1:{said['port']}", use_reloader=False)


def _fill() -> None:
    get_user_model().objects.create_superuser("editor", "editor@newsroom.example", "editor")
    story = StoryPage(
        title="The report of the ONU is read",
        slug="report",
        live=False,
        source_language="fr",
        summary="The report of the ONU was read on Monday by the ministers & their aides.",
        lead="<p>The mayor spoke of the <b>ONU</b> on Tuesday &amp; of the war.</p>",
        body=BODY,
    )
    Page.objects.get(depth=1).get_children().first().add_child(instance=story)
    story.save_revision()
    Site.objects.update(hostname="127.0.0.1")
