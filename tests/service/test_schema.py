"""schemathesis against /openapi.json: whatever fits the description, or just does not, is never answered with 500."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from .running import Service, service


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("described")
    (folder / ".git").mkdir()
    secret = "whsec_" + "A" * 32
    with service(folder, f'database = "hooks.sqlite3"\n[hooks.wire]\nsecrets = ["{secret}"]\n') as running:
        yield running


CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
OPERATIONS = {
    "GET /v1/rules", "GET /v1/models", "GET /healthz", "GET /readyz", "GET /metrics", "POST /v1/clean",
    "POST /v1/clean/batch", "POST /v1/hooks/{name}", "GET /v2/check", "POST /v2/check", "GET /v2/languages",
    "GET /v2/healthcheck", "GET /v2/info", "GET /v2/maxtextlength", "GET /v2/configinfo",
}  # fmt: skip


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("label", sorted(OPERATIONS))
def test_what_fits_the_description_and_what_does_not(described: Service, label: str, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{described.url}/openapi.json")
    operations = {found.ok().label: found.ok() for found in schema.get_all_operations()}
    assert set(operations) == OPERATIONS
    if mode is GenerationMode.NEGATIVE and not list(operations[label].iter_parameters()) and not operations[label].body:
        return  # nothing can be wrong with a request that has nothing in it

    @settings(max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operations[label].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()


def test_no_bug_was_met(described: Service) -> None:
    """Runs after the others: none of them brought a worker down."""
    assert described.metric("cleanup_bugs_total") == 0
    assert described.metric("cleanup_workers_replaced_total") == 0
    assert not [line for line in described.lines if line["level"] == "error"]
    asked = 'cleanup_requests_total{{method="POST",route="/v1/clean",status="{}"}}'
    assert described.metric(asked.format(200)) > 20
    assert described.metric(asked.format(422)) > 20
