"""The table of what each rule came to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cleanup.errors import OutputError, RuleError
from cleanup.findings import Safety
from cleanup.paths import rules_folder
from cleanup.rulebook import Rule, load, measured
from cleanup.rulebook.measured import Tally
from cleanup.rulebook.rulefile import RuleFile
from cleanup.rulebook.strictyaml import parse

RULES = load([rules_folder()])
FIGURES = measured.read(rules_folder(), RULES)


@pytest.mark.parametrize("rule", [r for r in RULES if r.file.safety is Safety.SAFE], ids=lambda rule: rule.name)
def test_what_is_applied_on_its_own_word_has_the_figures_for_it(rule: Rule) -> None:
    assert FIGURES.get(rule.name, Tally()).allows_safe()


def test_the_table_that_ships_is_of_the_rules_that_ship() -> None:
    assert len(FIGURES) >= 0.95 * len(RULES), "run `cleanup eval rules` again: see corpora/README.md"


def test_a_rule_that_has_changed_since_has_no_figures(tmp_path: Path) -> None:
    first, second = RULES[:2]
    measured.write(tmp_path / measured.TABLE, [first, second], {first.name: Tally(3, 2, 1, 0), second.name: Tally()})
    assert measured.read(tmp_path, RULES) == {first.name: Tally(3, 2, 1, 0), second.name: Tally()}
    text = (first.path.read_text(encoding="utf-8")).replace("candidates: [", "candidates: [other, ")
    changed = replace(first, file=parse(text.encode(), RuleFile, "x"))
    assert list(measured.read(tmp_path, [changed, second])) == [second.name]


@pytest.mark.parametrize("row", ["a\tb", "a\tb\t1\t2\t3\tmany", "a\tb\t1\t2\t3\t4\t5\t6\t7"])
def test_a_malformed_row_is_told_by_its_line(tmp_path: Path, row: str) -> None:
    (tmp_path / measured.TABLE).write_text(f"header\n{row}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"measured\.tsv:2: wants 6 columns"):
        measured.read(tmp_path, RULES)


def test_a_table_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        measured.write(tmp_path / "missing" / "table.tsv", [], {})
