"""One line for each finding, for editors and grep: `path:line:col: severity: rule: message`."""

from cleanup.findings import Verdict
from cleanup.report import Located, Report
from cleanup.report.excerpts import exposed


def render(report: Report, path: str) -> str:
    return "".join(f"{_row(found, path)}\n" for found in report.findings if found.verdict is not Verdict.REFUSED)


def _row(found: Located, path: str) -> str:
    place = f"{path}:{found.line}:{found.column}: {found.severity}: {found.rule}"
    change = f"`{exposed(found.before)}`"
    if found.after is not None:
        change += f" -> `{exposed(found.after)}`"
    return f"{place}: {' '.join(found.why.split()).removesuffix('.')}: {change}"
