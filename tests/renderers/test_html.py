import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from handmade import decision, every_verdict, report, reports
from hypothesis import given, settings

from cleanup.edits import apply
from cleanup.findings import Verdict
from cleanup.renderers import html
from cleanup.report import Report

VOID = {"meta"}
TAGS = VOID | {"html", "head", "title", "style", "body", "header", "main", "section", "h1", "h2", "p", "ul", "ol", "li"}
TAGS |= {
    "a",
    "b",
    "del",
    "ins",
    "mark",
    "sup",
    "span",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "dl",
    "div",
    "dt",
    "dd",
}
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;\u202e\x00\x1b[31m $path </td></table>"


class Page(HTMLParser):
    """A page read strictly: every element closed in turn, ids one of a kind."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.cells: dict[str, list[str]] = {"before": [], "after": []}
        self.cell = ""
        self.feed(text)
        self.close()
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))
        assert self.links == [link for link in self.links if link in self.ids]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(given)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"].removeprefix("#")] if "href" in given else []
        self.open += [] if tag in VOID else [tag]
        if tag == "td":
            self.cell = given["class"]
            self.cells[self.cell].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "td" in self.open and "sup" not in self.open:
            self.cells[self.cell][-1] += data


@settings(max_examples=60)
@given(reports())
def test_the_page_is_whole_and_holds_the_story_before_and_after(whole: Report) -> None:
    page = Page(html.render(whole, "story.txt"))
    assert page.tags <= TAGS
    prose = whole.document.text
    edits = [e for d in whole.of(Verdict.APPLIED) if d.candidate for e in d.candidate.edits]
    assert squeezed("".join(page.cells["before"])) == squeezed(prose)
    assert squeezed("".join(page.cells["after"])) == squeezed(apply(prose, edits))


def squeezed(text: str) -> str:
    """Return `text` without the white space that parts lines."""
    return "".join(text.split())


def test_hostile_text_is_only_text() -> None:
    text = f"the ONU {HOSTILE} okay"
    whole = report(
        text,
        decision(text, "ONU", HOSTILE, why=HOSTILE, rule=HOSTILE),
        decision(text, "okay", HOSTILE, Verdict.SUGGESTED, why=HOSTILE, reason=HOSTILE),
        missing=(HOSTILE,),
    )
    shown = html.render(replace(whole, language=replace(whole.language, code=HOSTILE)), HOSTILE)
    page = Page(shown)
    assert page.tags <= TAGS
    assert not [name for name in page.attributes if name.startswith("on") or name == "src"]
    assert "<script" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert not re.search("[\x00\x1b]", shown)


def test_the_page_needs_nothing_else() -> None:
    shown = html.render(every_verdict(), "story.txt")
    assert '<html lang="en">' in shown
    assert "<title>story.txt: corrections</title>" in shown
    assert "default-src 'none'" in shown
    assert not re.search(r"https?:|//\w|url\(|@import|<link|<script|<img", shown)
    assert "prefers-color-scheme: dark" in shown
    assert "@media print" in shown


@pytest.mark.parametrize(
    "said",
    [
        "breaks.tail",
        "A bogus stop.",
        "Applied",
        "Suggested",
        "To look at",
        "Refused",
        "98%",
        "organisations: United Nations",
        "it overlaps a surer repair",
        "Not consulted: reference: no source text.",
        "line 1, column 79",
        '<del>ONU</del> <span class="to">→</span> <ins>UN</ins>',
        "translated from fr (guessed, 93% sure)",
    ],
)
def test_the_page_tells_all(said: str) -> None:
    assert said in html.render(every_verdict(), "story.txt")


def test_a_reason_is_there_for_pointer_keyboard_and_screen_reader() -> None:
    shown = html.render(every_verdict(), "story.txt")
    assert (
        '<a class="m flagged" id="m4" href="#f4" aria-describedby="w4"'
        ' data-tip="To look at: Up or down? Look at the original.">increased. reduce<sup>4</sup></a>'
    ) in shown
    assert '<p class="why" id="w4">Up or down? Look at the original.</p>' in shown


def test_a_flag_that_an_applied_repair_covers_is_still_listed() -> None:
    text = "said the ONU on Monday"
    whole = report(text, decision(text, "the ONU on", None, Verdict.FLAGGED), decision(text, "ONU", "UN"))
    page = Page(html.render(whole, "story.txt"))
    assert {"f1", "f2", "m2"} <= set(page.ids)
    assert "m1" not in page.ids
