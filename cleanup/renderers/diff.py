"""A unified diff of the applied repairs, as `git apply` takes it."""

from cleanup.report import Report


def render(report: Report, path: str) -> str:
    return report.diff(path)
