"""The texts of a page: its own fields, and every text block in its streams, each with the path to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from django.db.models import CharField, TextField
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text. `path` begins with the field's name; `rich` texts are HTML."""

    path: Path
    text: str
    rich: bool

    @property
    def markup(self) -> str:
        """The text as HTML."""
        return self.text if self.rich else escape(self.text, quote=False)

    def written(self, markup: str) -> str:
        """Return changed HTML as the text is kept."""
        return markup if self.rich else unescape(markup)


def leaves(page: Page) -> list[Leaf]:
    """Return the page's texts in the order of its fields: the title, and what its own class adds."""
    inherited = {field.name for field in Page._meta.get_fields()} - {"title"}
    return [
        leaf
        for field in page._meta.get_fields()
        if field.concrete and field.name not in inherited and field.editable
        for leaf in _in_field(field, getattr(page, field.attname))
    ]


def _in_field(field: Any, value: Any) -> Iterator[Leaf]:
    if isinstance(field, StreamField):
        block = field.stream_block
        yield from _in_block(block, block.get_prep_value(value), (field.name,))
    elif isinstance(field, RichTextField) and value:
        yield Leaf((field.name,), value, rich=True)
    elif type(field) in (CharField, TextField) and not field.choices and value:  # not addresses, slugs and the like
        yield Leaf((field.name,), value, rich=False)


def _in_block(block: Any, value: Any, path: Path) -> Iterator[Leaf]:
    """Yield the texts in a block's value, given as it is kept in the database."""
    if isinstance(block, blocks.RichTextBlock | blocks.CharBlock | blocks.TextBlock):
        if isinstance(value, str) and value:
            yield Leaf(path, value, rich=isinstance(block, blocks.RichTextBlock))
        return
    for child, inner, step in _children(block, value):
        yield from _in_block(child, inner, (*path, *step))


def _children(block: Any, value: Any) -> Iterator[tuple[Any, Any, Path]]:
    """Yield the blocks within a block, with their values and the steps to them."""
    if isinstance(block, blocks.BaseStreamBlock):
        for number, child in enumerate(value or ()):
            if child["type"] in block.child_blocks:
                yield block.child_blocks[child["type"]], child["value"], (number, "value")
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield child, (value or {}).get(name), (name,)
    elif isinstance(block, blocks.ListBlock):
        for number, child in enumerate(value or ()):
            yield block.child_block, child["value"], (number, "value")


def put(page: Page, path: Path, text: str) -> None:
    """Put a text where `path` leads. Nothing is saved."""
    name, *steps = path
    field = page._meta.get_field(name)
    if not steps:
        setattr(page, field.attname, text)
        return
    value = field.stream_block.get_prep_value(getattr(page, field.attname))
    inner = value
    for step in steps[:-1]:
        inner = inner[step]
    inner[steps[-1]] = text
    setattr(page, field.attname, field.stream_block.to_python(value))
