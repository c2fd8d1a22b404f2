from io import StringIO

import pytest
from handmade import STORY, decision, every_verdict, report, reports
from hypothesis import given
from rich.console import Console

from cleanup.findings import Verdict
from cleanup.report import Report
from cleanup.report.terminal import plain, show


def shown(whole: Report, *, word: bool = False, colour: bool = False) -> str:
    """Return what stands in a terminal of forty columns."""
    console = Console(file=StringIO(), width=40, force_terminal=colour, color_system="standard" if colour else None)
    show(whole, "story.txt", console, word)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_without_colour() -> None:
    assert shown(every_verdict()) == (
        "story.txt:1:32 applied breaks.tail 0.98\n"
        "  - The minister has spoken of the donations[-. questionable-] in October, 😀 said the ONU on Monday.\n"
        "  + The minister has spoken of the {+questionable +}donations in October, 😀 said the ONU on Monday.\n"
        "    A bogus stop.\n"
        "    lexicon: organisations: United Nations\n"
        "\n"
        "story.txt:1:79 applied fr-en.acronyms.un 0.98\n"
        "  - …of the donations. questionable in October, 😀 said the [-ONU-] on Monday.\n"
        "  + …of the donations. questionable in October, 😀 said the {+UN+} on Monday.\n"
        "    ONU is the French name of the UN\n"
        "    lexicon: organisations: United Nations\n"
        "\n"
        "story.txt:3:45 suggested fr-en.acronyms.un 0.98\n"
        "  - They did not conclude, officially at least, [-okay-]. Its debt has increased. reduce.\n"
        "  + They did not conclude, officially at least, {+an agreement+}. Its debt has increased. reduce.\n"
        "    ONU is the French name of the UN\n"
        "    suggested only: an editor should say\n"
        "    lexicon: organisations: United Nations\n"
        "\n"
        "story.txt:3:64 flagged fr-en.acronyms.un 0.50\n"
        "    …did not conclude, officially at least, okay. Its debt has {==increased. reduce==}.\n"
        "    Up or down? Look at the original.\n"
        "\n"
        "story.txt: 34 words, 2 applied, 1 suggested, 1 flagged, 1 refused (en, from fr: guessed 0.93)\n"
        "not consulted: reference: no source text\n"
    )


def test_a_word_diff_is_one_line() -> None:
    assert "\n    …of the donations. questionable in October, 😀 said the [-ONU-]{+UN+} on Monday.\n" in shown(
        every_verdict(), word=True
    )


def test_in_colour_the_changed_words_are_lit() -> None:
    lit = shown(every_verdict(), colour=True)
    assert "\x1b[1;31m[-ONU-]\x1b[0m" in lit
    assert "\x1b[1;32m{+UN+}\x1b[0m" in lit


HOSTILE = ["[bold red]ONU[/]", "[link=x]ONU[/link] :smile:", "[/]ONU", "\\[ONU]"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_story_is_never_markup(text: str) -> None:
    said = shown(report(text, decision(text, "ONU", "UN", why=text)))
    assert text.replace("ONU", "[-ONU-]") in said
    assert f"    {text}\n" in said


def test_a_story_never_steers_the_terminal() -> None:
    text = "\x1b]0;owned\x07 ONU \x1b[2J\u202e\ud83d\rend"
    said = shown(report(text, decision(text, "ONU", "\x1b[31mUN")))
    assert "<U+001B>]0;owned<U+0007> [-ONU-] <U+001B>[2J<U+202E><U+D83D><U+000D>end" in said
    assert "{+<U+001B>[31mUN+}" in said


@given(reports())
def test_the_last_lines_are_the_figures(whole: Report) -> None:
    lines = shown(whole).splitlines()
    assert lines[-2].startswith("story.txt: ")
    assert lines[-1] == "not consulted: reference: no source text"


def test_nothing_found_is_one_line() -> None:
    assert shown(report("One", missing=())) == (
        "story.txt: 1 word, 0 applied, 0 suggested, 0 flagged (en, from fr: guessed 0.93)\n"
    )


def test_refused_is_counted_and_not_shown() -> None:
    refused = decision(STORY, "ONU", "UN", Verdict.REFUSED, reason="no")
    assert "refused fr-en" not in shown(report(STORY, refused))
    assert "1 refused" in shown(report(STORY, refused))


@pytest.mark.parametrize("word", [False, True])
def test_plain_is_what_a_terminal_without_colour_shows(word: bool) -> None:
    assert plain(every_verdict(), "story.txt", word) + "\n" == shown(every_verdict(), word=word)
