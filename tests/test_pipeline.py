"""Laws of cleaning, over text and HTML: undone it is the input, done twice it is done once."""

from __future__ import annotations

from functools import cache
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_corpora import GOLDS, STORIES, read

import cleanup
from cleanup import rulebook
from cleanup.edits import apply, undo
from cleanup.formats import html as html_format
from cleanup.formats import text as text_format
from cleanup.paths import rules_folder

# What stories are made of: sound sentences, wounds of each kind, and noise.
SOUND = [
    "The minister said on Monday that the talks would go on.",
    "Gen. Kim Jong Un met U.S. officials at 11 p.m. and left.",
    "“It is okay,” he said, and the crowd had had enough.",
    "Shares of Apple Inc. rose 3.5 percent to $1,234.50.",
]
WOUNDS = [
    "It made 1.6 billion euros. euros.",
    "They were isolated. rice field.",
    "The report on ONU was read.",
    "He spoke of deliveries to Russia. intended for its assault.",
    "« Enough », said the the mayor of Paris.",
    "It cost 64,2 million euros at 20.48 o'clock.",
    "He was ” tired “ of it &quot;again&quot;.",
    "– We are going home, said Anna Kovalyova.",
    "They met but did not conclude, officially at least, okay.",
    "with Kim's father. Jung Un, Kim Jong-il, in GarcÃ\xada's house ; it was 75 thousand people.",
]
NOISE = [
    "😀",
    "\u200f",
    "\ud800",
    "\r\n",
    "\n\n",
    " ",
    "“",
    "”",
    '"',
    "«",
    "...",
    "(",
    "é",
    "日本",
    "\t",
    "a. b",
    "<b>",
    "&amp;",
]

stories = st.lists(st.sampled_from(SOUND + WOUNDS + NOISE), max_size=8).map(" ".join)


@cache
def cleaner(language: str | None = "en") -> cleanup.Cleaner:
    return cleanup.Cleaner(language=language)


def pages(text: str) -> str:
    """Return the story as a page, a link on every fifth word."""
    paragraphs = []
    for paragraph in text.split("\n\n"):
        words = [
            f'<a href="/x?a=1&b={i}">{escape(word, quote=False)}</a>' if i % 5 == 4 else escape(word, quote=False)
            for i, word in enumerate(paragraph.split(" "))
        ]
        paragraphs.append(f"<p>{' '.join(words)}</p>")
    return "<html><body><script>var a = 'of ONU';</script>\n" + "\n".join(paragraphs) + "</body></html>"


@settings(max_examples=150, deadline=None)
@given(stories)
def test_undoing_gives_the_input_back(text: str) -> None:
    for form in (text_format.read(text), html_format.read(text), html_format.read(pages(text))):
        report = cleaner().clean(form)
        assert apply(report.text, undo(report.edits, form.original)) == form.original


ELSEWHERE = [
    "L’ECB a perdu $5,2 millions, dont 3.5 millions à 5 p.m. à Rome.",
    "« Oui », dit-il, puis “non” : la la fin. et le reste ! Moi: «rien».",
    "Er sagte „ja“, «nein» und “doch” ! Es sind 4.5 Prozent. und $3 Mio. am Ma\u03b2.",
    "La NATO dijo « sí » y “no” en en el IMF . y nada.",
]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["fr", "es", "de"]), st.lists(st.sampled_from([*ELSEWHERE, *NOISE]), max_size=5).map(" ".join))
def test_the_laws_hold_for_copy_in_other_languages(language: str, text: str) -> None:
    for form in (text_format.read(text), html_format.read(pages(text))):
        report = cleaner(language).clean(form)
        assert apply(report.text, undo(report.edits, form.original)) == form.original
    once = cleaner(language).clean(text).text
    assert cleaner(language).clean(once).text == once


@settings(max_examples=150, deadline=None)
@given(stories)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaner().clean(text_format.read(text)).text
    assert cleaner().clean(text_format.read(once)).text == once
    page = cleaner().clean(html_format.read(pages(text))).text
    assert cleaner().clean(html_format.read(page)).text == page


@pytest.mark.parametrize("gold", GOLDS, ids=lambda path: path.name.removesuffix(".gold.yaml"))
def test_cleaning_a_cleaned_story_changes_nothing(gold: pytest.Function) -> None:
    text, _ = read(gold)
    once = cleaner(None).clean(text).text
    assert cleaner(None).clean(once).text == once


@pytest.mark.parametrize("rule", rulebook.load([rules_folder()]), ids=lambda rule: rule.name)
def test_one_rule_does_not_undo_another(rule: rulebook.Rule) -> None:
    for before in rule.file.examples.repairs:
        once = cleaner(rule.target).clean(before).text
        assert cleaner(rule.target).clean(once).text == once


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_text_and_html_get_the_same_repairs(path: pytest.Function) -> None:
    text = path.read_text(encoding="utf-8")
    page = html_format.read(pages(text))
    as_text = cleaner(None).clean(text_format.read(text))
    as_html = cleaner(None).clean(page)
    plain = html_format.read(as_html.text).text
    assert plain.split() == as_text.text.split()
    assert "var a = 'of ONU';" in as_html.text
