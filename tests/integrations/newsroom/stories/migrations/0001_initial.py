"""The story's table, in whatever Wagtail is installed."""

from __future__ import annotations

import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by `makemigrations`; the blocks of the stream are not the database's concern."""

    initial = True
    dependencies = (("wagtailcore", "__latest__"),)
    operations = (
        migrations.CreateModel(
            name="StoryPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True, on_delete=models.CASCADE, parent_link=True, primary_key=True,
                        serialize=False, to="wagtailcore.page",
                    ),
                ),
                ("source_language", models.CharField(blank=True, max_length=5)),
                ("summary", models.TextField(blank=True)),
                ("lead", wagtail.fields.RichTextField(blank=True)),
                ("body", wagtail.fields.StreamField([], blank=True)),
            ],
            bases=("wagtailcore.page",),
        ),
    )  # fmt: skip
