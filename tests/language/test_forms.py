"""How languages write quotations, figures and times, as their tables say."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.errors import RuleError
from cleanup.language import forms
from cleanup.language.lexicons import Lexicons
from cleanup.paths import rules_folder


def of(target: str) -> forms.Forms:
    return forms.of(Lexicons((rules_folder(),), target))


@pytest.mark.parametrize(
    ("target", "quotes", "space", "decimal", "group", "foreign"),
    [
        ("en", ("“", "”"), "", ".", ",", (",", ".")),
        ("fr", ("«", "»"), "\u00a0", ",", "\u00a0", (".", ",")),
        ("es", ("«", "»"), "", ",", ".", (".", ",")),
        ("de", ("„", "“"), "", ",", ".", (".", ",")),
    ],
)
def test_forms(  # noqa: PLR0913, PLR0917 - a language is all this
    target: str, quotes: tuple[str, str], space: str, decimal: str, group: str, foreign: tuple[str, str]
) -> None:
    own = of(target)
    assert (own.quotes[0], own.quote_space, own.decimal, own.groups[0]) == (quotes, space, decimal, group)
    assert (own.foreign_decimal, own.foreign_group) == foreign
    assert own.spaces_group == (target != "en")


@pytest.mark.parametrize(
    ("target", "source", "strict"),
    [("en", None, True), ("fr", None, False), ("fr", "en", True), ("de", "en", True), ("es", "en", False)],
)
def test_which_copy_writes_figures_in_no_other_way(target: str, source: str | None, strict: bool) -> None:
    assert of(target).strict(source) == strict


def test_a_language_without_a_table_has_no_forms(tmp_path: Path) -> None:
    assert forms.of(Lexicons((tmp_path,), "xx")) == forms.Forms()


def test_a_form_that_nobody_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "any-xx" / "lexicons" / "forms.tsv"
    path.parent.mkdir(parents=True)
    path.write_text("form\tvalue\ndecimals\t,\n")
    with pytest.raises(RuleError, match="there is no form 'decimals'"):
        forms.of(Lexicons((tmp_path,), "xx"))
