import re

from handmade import STORY, decision, every_verdict, report, reports
from hypothesis import given

from cleanup.findings import Verdict
from cleanup.renderers import diff, line, text, words
from cleanup.report import Report


@given(reports())
def test_text_is_the_corrected_text(whole: Report) -> None:
    assert text.render(whole, "story.txt") == whole.text


def test_diff_names_the_path_and_holds_the_repairs() -> None:
    shown = diff.render(every_verdict(), "desk/story.txt")
    assert shown.startswith("--- a/desk/story.txt\n+++ b/desk/story.txt\n@@ ")
    assert "\n+The minister has spoken of the questionable donations in October, 😀 said the UN on Monday.\n" in shown
    assert diff.render(report(STORY), "story.txt") == ""


def test_words() -> None:
    assert words.render(every_verdict(), "story.txt") == (
        "story.txt:1:32\n"
        "The minister has spoken of the {+questionable +}donations[-. questionable-]"
        " in October, 😀 said the ONU on Monday.\n"
        "\n"
        "story.txt:1:79\n"
        "…of the donations. questionable in October, 😀 said the [-ONU-]{+UN+} on Monday.\n"
    )
    assert words.render(report(STORY), "story.txt") == ""


def test_words_are_whole_and_what_is_invisible_is_named() -> None:
    inside = report("it was organized\u00a0!", decision("it was organized\u00a0!", "z", "s"))
    assert "it was [-organized-]{+organised+}\u00a0!" in words.render(inside, "s")
    space = report("it was\u00a0!\r\nEnd", decision("it was\u00a0!\r\nEnd", "\u00a0!\r\n", "!\n"))
    assert "it was[-<U+00A0>-]!" in words.render(space, "s")


LINE = re.compile(r"story\.txt:\d+:\d+: (minor|major|critical): \S+: .+: `[^`]*`( -> `[^`]*`)?")


def test_line() -> None:
    rows = line.render(every_verdict(), "story.txt").splitlines()
    assert len(rows) == 4
    assert all(LINE.fullmatch(row) for row in rows)
    assert (
        rows[0]
        == "story.txt:1:32: major: breaks.tail: A bogus stop: `donations. questionable` -> `questionable donations`"
    )
    assert rows[3].endswith(": Up or down? Look at the original: `increased. reduce`")


@given(reports())
def test_line_is_one_for_each_finding_not_refused(whole: Report) -> None:
    shown = [found for found in whole.findings if found.verdict is not Verdict.REFUSED]
    assert len(line.render(whole, "story.txt").splitlines()) == len(shown)
