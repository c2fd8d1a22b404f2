"""The report as one JSON object, indented."""

import json
import re

from cleanup.report import Report

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report, path: str) -> str:  # noqa: ARG001 - every renderer is given it
    text = json.dumps(report.to_dict(), ensure_ascii=False, indent=2)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
