"""rules/measured.tsv: what each rule came to when `cleanup eval rules` was last run; it ships with the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from cleanup.errors import OutputError, RuleError
from cleanup.files import why
from cleanup.rulebook import Rule

TABLE = "measured.tsv"
COLUMNS = ("rule", "as", "hits", "agree", "disagree", "clean")
LEAST_AGREEMENT = 0.95  # of the edits that references judge; a rule below it may not be safe


@dataclass(slots=True)
class Tally:
    """What a rule came to: places met in machine translation; what references say of its first candidate there:
    agree (they have the words it puts in), disagree (they have those it takes out); places met in what people wrote.
    """

    hits: int = 0
    agree: int = 0
    disagree: int = 0
    clean: int = 0
    seconds: float = 0.0

    @property
    def agreement(self) -> float | None:
        """The share of judged edits with which references agree; None where they judge none."""
        judged = self.agree + self.disagree
        return self.agree / judged if judged else None

    def allows_safe(self) -> bool:
        """Whether a rule with these figures may be applied on its own word."""
        return not self.clean and (self.agreement is None or self.agreement >= LEAST_AGREEMENT)


def digest(rule: Rule) -> str:
    """Return what tells whether a rule still does what was measured."""
    said = msgspec.json.encode((rule.file.detect, rule.file.candidates, rule.file.unless, rule.sources))
    return sha256(said).hexdigest()[:8]


def read(folder: Path, rules: Sequence[Rule]) -> dict[str, Tally]:
    """Return the figures in a folder's table of those rules that have not changed since."""
    path = folder / TABLE
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read: {why(error) if isinstance(error, OSError) else error}") from error
    known = {rule.name: digest(rule) for rule in rules}
    found = {}
    for number, line in enumerate(lines[1:], 2):
        try:
            name, as_, hits, agree, disagree, clean = line.split("\t")
            tally = Tally(int(hits), int(agree), int(disagree), int(clean))
        except ValueError as error:
            raise RuleError(
                f"{path}:{number}: wants {len(COLUMNS)} columns, from the third on whole numbers"
            ) from error
        if known.get(name) == as_:
            found[name] = tally
    return found


def write(path: Path, rules: Sequence[Rule], tallies: Mapping[str, Tally]) -> None:
    """Write the table of the rules' figures."""
    rows = ["\t".join(COLUMNS)]
    for rule in rules:
        told = tallies[rule.name]
        rows.append(f"{rule.name}\t{digest(rule)}\t{told.hits}\t{told.agree}\t{told.disagree}\t{told.clean}")
    try:
        path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {why(error)}") from error
