import inspect
import json

import pytest
from handmade import every_verdict, reports
from hypothesis import given, settings

from cleanup import plugs, renderers
from cleanup.report import Report

NAMES = plugs.names(renderers)


def test_pages_and_styles_are_no_plug_ins() -> None:
    assert {"diff", "html", "json", "jsonl", "line", "text", "words"} <= set(NAMES)
    assert not [name for name in NAMES if name.startswith("_")]


@pytest.mark.parametrize("name", NAMES)
def test_a_renderer_says_what_it_writes_and_writes_it(name: str) -> None:
    module = plugs.load(renderers, name)
    assert module.__doc__
    assert list(inspect.signature(module.render).parameters) == ["report", "path"]
    assert module.render(every_verdict(), "story.txt")


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=30)
@given(whole=reports())
def test_a_renderer_takes_any_report(name: str, whole: Report) -> None:
    shown = plugs.load(renderers, name).render(whole, "story.txt")
    shown.encode()


@given(reports())
def test_the_two_json_formats_say_the_same(whole: Report) -> None:
    told = [json.loads(plugs.load(renderers, name).render(whole, "")) for name in ("json", "jsonl")]
    assert told == [whole.to_dict()] * 2
