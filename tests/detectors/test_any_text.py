"""Whatever comes in: nothing is raised, cleaning is done once, all can be undone and told."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files

import jsonschema
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleanup.edits import apply, undo
from cleanup.findings import Verdict
from cleanup.formats import html
from cleanup.formats import text as plain
from cleanup.text import Document
from detectors.verdicts import cleaner

SCHEMA = jsonschema.Draft202012Validator(
    json.loads(files("cleanup.report").joinpath("report.schema.json").read_text(encoding="utf-8"))
)
HOSTILE = [
    "\ud800", "\udfff", "👨\u200d👩\u200d👧", "🏳️\u200d🌈", "\u202eabc\u202c", "שלום", "مرحبا", "e\u0301\u0301",
    "\u0301", "\0", "\x1b[31m", "\x07", "\u2028", "\u2029", "\u0085", "\ufeff", "\ufffc", "\ufffd",
    "\U0010ffff", "\u200b",
    "\u00ad", "\r", "\r\n", "\n\n", "\t", "\u00a0", "\u202f", "“", "”", '"', "'", "’", "«", "»", "„", "(", ")", "–",
    "— ", "...", ". ", ".", ",", " ,", " ;", "%", "1,5", "12.500", "14h30", "20.48 o'clock", "a.m.", "&", "&amp;",
    "&#8217;", "&#xD800;", "&nbsp;", "<", "<b>", "</b>", "<br>", "<p", "</p>", "<!--", "-->", "<a href='", "Ã", "Ã©",
    "â€™", "Ａ", "，", "И", "中",
]  # fmt: skip
WOUNDED = [
    "It made 1.6 billion euros. euros.", "of ONU.", "to Russia. intended for it", "the the", "« Enough », said",
    "75 thousand people", "– We go, said Anna Kovalyova.", "Kim’s father. Jong Un,", "Kim Jong Un", "Roberta Metsola",
    "Metzola", "” tired “", "isolated. rice field.", "increased. reduce.", "Parissaid",
    "News Portal Net News Portal Net", "The minister said on Monday that the talks would go on.",
]  # fmt: skip
anything = st.one_of(
    st.lists(st.sampled_from(HOSTILE + WOUNDED), max_size=12).map("".join),
    st.lists(st.sampled_from(HOSTILE + WOUNDED), max_size=10).map(" ".join),
    st.text(st.characters(), max_size=40),
    st.tuples(st.sampled_from(HOSTILE + WOUNDED), st.integers(20, 60)).map(lambda two: two[0] * two[1]),
)
sources = st.sampled_from(["", "fr", "ru", "zh"])


def hold(read: Callable[[str], Document], text: str, source: str) -> None:
    report = cleaner(source).clean(read(text))
    assert apply(report.text, undo(report.edits, text)) == text
    assert cleaner(source).clean(read(report.text)).text == report.text
    SCHEMA.validate(json.loads(json.dumps(report.to_dict())))
    assert all(text[found.start : found.end] == found.before for found in report.findings)
    assert report.edits or not report.of(Verdict.APPLIED)


@settings(max_examples=300, deadline=None)
@given(anything, sources)
@example("the " * 500, "fr")
@example("«a»" * 300, "fr")
def test_plain_text(text: str, source: str) -> None:
    hold(plain.read, text, source)


@settings(max_examples=300, deadline=None)
@given(anything, sources)
@example("<p>" + "<b>the </b>" * 40, "fr")
def test_html(text: str, source: str) -> None:
    hold(html.read, text, source)


@settings(max_examples=300, deadline=None)
@given(st.lists(anything, max_size=3).map("</p><p>".join), sources)
def test_pages(text: str, source: str) -> None:
    hold(html.read, f"<p>{text}</p>", source)
