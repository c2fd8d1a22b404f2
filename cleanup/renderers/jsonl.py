"""The report as one line of JSON."""

import json
import re

from cleanup.report import Report

# Not line ends in JSON, but to readers who split text at all that Unicode calls one; and surrogates, which UTF-8 lacks.
_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def render(report: Report, path: str) -> str:  # noqa: ARG001 - every renderer is given it
    text = json.dumps(report.to_dict(), ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
