"""/v1/clean and /v1/clean/batch answer as the library does, with options that only narrow."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

import cleanup
from cleanup import formats

from .running import CLEAN, MENDED, MT, Service

SCHEMA = json.loads(files("cleanup.report").joinpath("report.schema.json").read_text("utf-8"))
PAGE = "<p>The report of the <b>ONU</b> was read on Monday by the ministers of the country.</p>"


@pytest.mark.parametrize("text", [MT, CLEAN, PAGE, ""])
def test_the_report_is_the_librarys(running: Service, text: str) -> None:
    report = running.post("/v1/clean", json={"text": text, "source_language": "fr", "id": "7"}).json()
    jsonschema.validate(report, SCHEMA)
    document = formats.pick(None, text).read(text)
    assert report == cleanup.Cleaner().clean(document, source_language="fr", id="7").to_dict()


def test_a_batch_answers_each_story_for_itself(running: Service) -> None:
    stories: list[dict[str, Any]] = [
        {"id": "a", "text": MT, "source_language": "fr"},
        {"id": "b", "text": MT, "source_language": "French"},
        {"id": "c", "text": CLEAN},
    ]
    first, second, third = running.post("/v1/clean/batch", json={"stories": stories * 1}).json()["reports"]
    assert (first["id"], first["text"]) == ("a", MENDED)
    assert second == {"id": "b", "error": "'French' is no language code; say fr, de, pt-BR or the like"}
    assert (third["id"], third["text"], third["findings"]) == ("c", CLEAN, [])


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({}, MENDED),
        ({"select": ["acronyms.*"]}, MENDED),
        ({"select": ["breaks.*"]}, MT),
        ({"ignore": ["acronyms.*"]}, MT),
        ({"min_confidence": 0.999}, MT),
        ({"format": "text"}, MENDED),
    ],
)
def test_options(running: Service, options: dict[str, Any], text: str) -> None:
    report = running.post("/v1/clean", json={"text": MT, "source_language": "fr", "options": options}).json()
    assert report["text"] == text


def test_suggestions_are_applied_where_asked(running: Service) -> None:
    story = (
        "The minister spoke on Monday of the donations. questionable in October, and of the new budget of the state."
    )
    plain = running.post("/v1/clean", json={"text": story}).json()
    asked = running.post("/v1/clean", json={"text": story, "options": {"suggestions": True}}).json()
    assert plain["summary"]["suggested"] == asked["summary"]["applied"] == 1
    assert asked["text"] != plain["text"] == story


@pytest.mark.parametrize(
    ("body", "status", "code", "message"),
    [
        (b"", 422, "invalid", "body: Field required"),
        (b"{", 400, "bad-json", "the body is not JSON"),
        (b"\xff\xfe", 400, "bad-utf-8", "byte 0 of the body is not UTF-8"),
        (b"[" * 100_000, 400, "bad-json", "There was an error parsing the body"),
        (b'{"text": "a", "source_language": "x"}', 400, "refused", "'x' is no language code; say fr, de, pt-BR or"),
        (b'{"text": "a", "options": {"format": "../../x"}}', 400, "refused", "no format named '../../x': choose from"),
        (b'{"text": 3}', 422, "invalid", "body.text: Input should be a valid string"),
        (b'{"text": "a", "texts": "b"}', 422, "invalid", "body.texts: Extra inputs are not permitted"),
        (b'{"text": "a", "options": {"min_confidence": NaN}}', 422, "invalid", "body.options.min_confidence: Input"),
    ],
)
def test_what_is_refused(running: Service, body: bytes, status: int, code: str, message: str) -> None:
    answer = running.post("/v1/clean", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["message"].startswith(message)


def test_half_a_character_comes_back_as_it_came(running: Service) -> None:
    answer = running.post("/v1/clean", content=b'{"text": "a \\ud800 b"}', headers={"Content-Type": "application/json"})
    assert answer.json()["text"] == "a \ud800 b"


def test_the_service_tells_of_itself(running: Service) -> None:
    assert running.get("/healthz").json() == {"status": "ok", "version": cleanup.__version__}
    assert running.get("/readyz").json()["workers"] == 2
    rules = running.get("/v1/rules").json()["rules"]
    assert {"name", "safety", "category", "why"} == set(rules[0])
    assert running.get("/readyz").json()["rules"] == len(rules) > 1000
    assert running.get("/v1/models").json() == {"models": [{"name": "fluency-en", "kind": "fluency"}], "missing": []}
    assert running.get("/review").status_code == 404
    assert running.get("/nowhere").json() == {"error": {"code": "not-found", "message": "Not Found"}}
    wrong = running.get("/v1/clean")
    assert (wrong.status_code, wrong.headers["allow"], wrong.json()["error"]["code"]) == (405, "POST", "wrong-method")


def test_what_is_counted(running: Service) -> None:
    found = 'cleanup_findings_total{category="acronym",verdict="applied"}'
    asked = 'cleanup_requests_total{method="POST",route="/v1/clean",status="200"}'
    before = running.metric(found), running.metric(asked)
    running.post("/v1/clean", json={"text": MT, "source_language": "fr"})
    assert (running.metric(found), running.metric(asked)) == (before[0] + 1, before[1] + 1)
    assert running.metric("cleanup_ready") == 1


def test_the_number_of_a_request_goes_through(running: Service) -> None:
    answer = running.get("/v1/models", headers={"X-Request-ID": "desk-42"})
    assert answer.headers["x-request-id"] == "desk-42"
    running.wait_for("request")
    assert "desk-42" in {line.get("request") for line in running.lines}
    assert len(running.get("/v1/models", headers={"X-Request-ID": "a b"}).headers["x-request-id"]) == 32


def test_no_page_of_elsewhere_may_ask(running: Service) -> None:
    answer = running.post("/v1/clean", json={"text": "a"}, headers={"Origin": "https://elsewhere.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_openapi_examples_hold(running: Service) -> None:
    described = running.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path in ("/v1/clean", "/v1/clean/batch"):
        operation = described["paths"][path]["post"]
        name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        for example in described["components"]["schemas"][name]["examples"]:
            assert running.post(path, json=example).status_code == 200
    report = {"$ref": "#/components/schemas/report", "components": described["components"]}
    for example in described["components"]["schemas"]["report"]["examples"]:
        jsonschema.validate(example, report)
