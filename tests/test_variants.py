"""House styles: what they choose, and what repairs put in."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup import Cleaner
from cleanup.errors import ConfigError
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder
from cleanup.story import Story
from cleanup.text import Document
from cleanup.variants import conformed, read_style, styles, variants

LEXICONS = Lexicons((rules_folder(),), "en")

IN_STYLE = [
    ("ap", "The UN met.", "The U.N. met."),
    ("ap", "He left the UN.", "He left the U.N."),
    ("ap", "It fell 3 percent or 3 per cent at 10am.", "It fell 3% or 3% at 10 a.m."),
    ("ap", "The defence of labour.", "The defense of labor."),
    ("guardian", "He left the U.N. She stayed.", "He left the UN. She stayed."),
    ("guardian", "The U.S. Senate sat.", "The US Senate sat."),
    ("guardian", "“He left the U.S.”", "“He left the US.”"),
    ("guardian", "It closed at 10 p.m.", "It closed at 10pm."),
    ("guardian", "\"It's over,\" he said. 'Yes' ('90s)", "“It’s over,” he said. ‘Yes’ (’90s)"),
    ("guardian", "They organize the theater.", "They organise the theatre."),
    ("afp", "It fell 3% at 10 a.m.", "It fell 3 percent at 10 am."),
    ("ap", "It opens at 12:00 p.m. and closes at 10:00 p.m.", "It opens at noon and closes at 10 p.m."),
    ("ap", "Mr Roe and Dr Lee met at 9.30am.", "Mr. Roe and Dr. Lee met at 9:30 a.m."),
    ("guardian", "It shut at 10:30 p.m. Mr. Roe left at 10:00 p.m.", "It shut at 10.30pm. Mr Roe left at 10pm."),
    ("guardian", "It shut at 10 p.m. Monday.", "It shut at 10pm Monday."),
    ("reuters", "The UN said so.", "The U.N. said so."),
]
LEFT_ALONE = [
    ("ap", "UN-Habitat and www.UN.org"),
    ("ap", "TELL US NOW, said the sign. It cost US$5."),
    ("ap", "The Centre for Defence Studies and the Labour Party."),
    ("ap", "It rose by a percentage point. 10 amps."),
    ("guardian", "A computer program to check the meter."),
    ("ap", "It took 10:00 minutes. Version 9.30 came at noon. Dr Pepper Snapple"),
    ("afp", "The U.S.S.R. and U.N.I.T."),
]


@pytest.mark.parametrize(("style", "before", "after"), IN_STYLE)
def test_a_story_is_brought_into_the_house_style(style: str, before: str, after: str) -> None:
    cleaner = Cleaner(language="en", style=style, model=None)
    assert cleaner.clean(before).text == after
    assert cleaner.clean(after).text == after


@pytest.mark.parametrize(("style", "text"), LEFT_ALONE)
def test_names_and_look_alikes_stay(style: str, text: str) -> None:
    assert Cleaner(language="en", style=style, model=None).clean(text).text == text


@pytest.mark.parametrize("text", sorted({before for _, before, _ in IN_STYLE}))
def test_without_a_style_nothing_is_said(text: str) -> None:
    assert not Cleaner(language="en", model=None).clean(text).decisions


@pytest.mark.parametrize(
    ("story", "put_in", "written"),
    [
        ("The U.N. met. The U.N. left.", "the UN", "the U.N."),
        ("The U.N. met. The UN left.", "the UN", "the UN"),
        ("The U.N. met.", "the UN", "the UN"),
        ("It fell 3 per cent, then 4 per cent.", "45%", "45 per cent"),
        ("The labour organisation", "a center", "a centre"),
        ("A color, a favor", "a defence", "a defense"),
    ],
)
def test_a_repair_is_written_as_the_story_writes(story: str, put_in: str, written: str) -> None:
    assert conformed(put_in, Story(Document.plain(story), LEXICONS)) == written


def test_the_desks_style_goes_before_the_storys() -> None:
    story = Story(Document.plain("The U.N. met. The U.N. left."), LEXICONS, style={"un": "UN"})
    assert conformed("the U.N.", story) == "the UN"


def test_every_style_that_comes_along_chooses_what_is_known() -> None:
    assert set(styles(LEXICONS)) == {"ap", "reuters", "guardian", "afp"}
    for name in styles(LEXICONS):
        assert read_style(name, LEXICONS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('un = "U.N"', "un = 'U.N': say UN, U.N."),
        (
            'colour = "red"',
            "'colour' is nothing that styles choose; say un, us, percent, clock, minutes, hours, noon, courtesy, ",
        ),
        ("un = ", "style.toml: "),
    ],
)
def test_a_style_that_chooses_what_is_not_there(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "style.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as refused:
        read_style(str(path), LEXICONS)
    assert told in str(refused.value)


def test_a_style_that_is_not_there() -> None:
    with pytest.raises(ConfigError, match="no house style 'nyt'; say afp, ap, guardian, reuters, or name a file"):
        Cleaner(style="nyt")


def test_no_spelling_stands_on_both_sides() -> None:
    rows = LEXICONS.rows("spellings")
    assert not {row["uk"] for row in rows} & {row["us"] for row in rows}
    assert {way.name for way in variants(LEXICONS)["spelling"]} == {"uk", "us"}
