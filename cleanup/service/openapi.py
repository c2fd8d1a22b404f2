"""What /openapi.json says beyond what the routes say of themselves: the report's schema, problems, examples."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

Described = dict[str, Any]
Answers = dict[int | str, Described]


def _read(name: str) -> Described:
    told: Described = json.loads(files("cleanup").joinpath(name).read_text(encoding="utf-8"))
    return told


EXAMPLES = _read("service/examples.json")
STORY, STORIES = EXAMPLES["story"], EXAMPLES["stories"]


def answer(description: str, schema: Described, **more: Any) -> Described:
    """Return an answer as OpenAPI describes one."""
    return {"description": description, "content": {"application/json": {"schema": schema} | more}}


def _report_schema() -> Described:
    """Return the report's schema with its definitions where OpenAPI keeps such."""
    text = json.dumps(_read("report/report.schema.json"))
    schema: Described = json.loads(text.replace("#/$defs/", "#/components/schemas/report-"))
    return schema


_SCHEMA = _report_schema()
DEFINITIONS: Described = {f"report-{name}": each for name, each in _SCHEMA.pop("$defs").items()} | {"report": _SCHEMA}
_SCHEMA.pop("$schema")
_SCHEMA["examples"] = [EXAMPLES["report"]]  # here, since FastAPI takes what is null out of the examples of answers
_REF: Described = {"$ref": "#/components/schemas/report"}
_NO_REPORT: Described = {
    "type": "object",
    "required": ["id", "error"],
    "properties": {"id": {"type": "string"}, "error": {"type": "string"}},
}
PROBLEM: Described = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
        }
    },
}

REPORT: Answers = {200: answer("The report", _REF)}
_REPORTS = answer(
    "A report for each story, in order",
    {
        "type": "object",
        "required": ["reports"],
        "properties": {"reports": {"type": "array", "items": {"anyOf": [_REF, _NO_REPORT]}}},
    },
)
REPORTS: Answers = {200: _REPORTS}

_MEANINGS = {
    400: ("bad-json", "Not JSON, or a language or format that means nothing"),
    401: ("no-key", "A key is wanted"),
    403: ("wrong-key", "The key is not known"),
    404: ("not-found", "There is no such thing"),
    408: ("too-slow", "The body took too long to come"),
    409: ("other-body", "This webhook-id came before with another body"),
    413: ("too-large", "Body, story or batch too large"),
    422: ("invalid", "JSON of another shape"),
    429: ("too-many", "Too many requests a minute; see Retry-After"),
    500: ("bug", "A bug in cleanup"),
    503: ("busy", "No worker is free; see Retry-After"),
    504: ("out-of-time", "The story took too long to clean"),
}


def problem(status: int) -> Described:
    """Return how OpenAPI describes a problem."""
    code, meaning = _MEANINGS[status]
    return answer(meaning, PROBLEM, example={"error": {"code": code, "message": meaning}})


PROBLEMS: Answers = {status: problem(status) for status in _MEANINGS if status not in (404, 409)}
_ACCEPTED: Described = {
    "type": "object",
    "required": ["id", "accepted"],
    "properties": {"id": {"type": "string"}, "accepted": {"const": True}},
}
HOOKED: Answers = {
    **REPORT,
    202: answer("Taken; the report will be posted", _ACCEPTED),
    **{status: problem(status) for status in _MEANINGS},
}
_SIGNED_BY = ("webhook-id", "webhook-timestamp", "webhook-signature")
SIGNED: Described = {
    "parameters": [{"name": name, "in": "header", "schema": {"type": "string"}} for name in _SIGNED_BY],
    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Story"}}}},
}

IN_PLACE: Answers = {
    status: {"description": _MEANINGS[status][1], "content": {"text/plain": {"schema": {"type": "string"}}}}
    for status in (403, 429)
}
_TEXT: Answers = {
    status: {"description": meaning, "content": {"text/plain": {"schema": {"type": "string"}}}}
    for status, (_, meaning) in _MEANINGS.items()
    if status not in (401, 404, 409, 422, 504)  # LanguageTool's clients know no such
}
_MATCHES: Answers = {200: answer("The matches", {"type": "object", "required": ["software", "matches"]})}
CHECKED: Answers = _MATCHES | _TEXT

_FIELDS: Described = {
    "text": {"type": "string", "description": "The text; this or 'data'.", "example": STORY["text"]},
    "data": {"type": "string", "description": "JSON: a text, or its parts with markup between them."},
    "language": {"type": "string", "description": "en-US, de, auto…", "example": "en-US"},
    "motherTongue": {"type": "string", "description": "The original's language.", "example": STORY["source_language"]},
    "enabledRules": {"type": "string"},
    "disabledRules": {"type": "string"},
    "enabledCategories": {"type": "string"},
    "disabledCategories": {"type": "string"},
    "enabledOnly": {"type": "boolean"},
    "level": {"type": "string", "enum": ["default", "picky"]},
    "preferredVariants": {"type": "string"},
    "apiKey": {"type": "string"},
}


QUERY: Described = {"parameters": [{"name": name, "in": "query", "schema": kind} for name, kind in _FIELDS.items()]}
_FORM: Described = {"type": "object", "required": ["language"], "properties": _FIELDS}
FORM: Described = {"requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": _FORM}}}}
