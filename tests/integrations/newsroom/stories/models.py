"""One kind of page: a story with every sort of text that a page can have."""

from __future__ import annotations

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from cleanup.integrations.wagtail.panels import CleanupPanel


class StoryPage(Page):
    """A story, translated by machine from `source_language`."""

    source_language = models.CharField(max_length=5, blank=True, choices=[("fr", "French"), ("de", "German")])
    summary = models.TextField(blank=True)
    lead = RichTextField(blank=True)
    body = StreamField(
        [
            ("heading", blocks.CharBlock()),
            ("paragraph", blocks.RichTextBlock()),
            ("quotation", blocks.StructBlock([("words", blocks.TextBlock()), ("speaker", blocks.CharBlock())])),
            ("points", blocks.ListBlock(blocks.CharBlock())),
            ("link", blocks.URLBlock()),
        ],
        blank=True,
    )

    content_panels = (
        *Page.content_panels,
        CleanupPanel(),
        FieldPanel("source_language"),
        FieldPanel("summary"),
        FieldPanel("lead"),
        FieldPanel("body"),
    )

    @property
    def cleanup_source_language(self) -> str:
        """The original's language, for cleanup."""
        return self.source_language
