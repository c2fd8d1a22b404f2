"""The corrected text, in the format in which it came."""

from cleanup.report import Report


def render(report: Report, path: str) -> str:  # noqa: ARG001 - every renderer is given it
    return report.text
