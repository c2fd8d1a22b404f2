"""What the service says of itself: rules, models, health, readiness, metrics."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response

from cleanup import __version__
from cleanup.service.openapi import problem
from cleanup.service.problems import Problem
from cleanup.service.state import State

router = APIRouter(tags=["the service"])

_KEYS: dict[int | str, dict[str, Any]] = {status: problem(status) for status in (401, 403, 429)}


def _state(request: Request) -> State:
    state: State = request.app.state.service
    return state


@router.get("/v1/rules", summary="The rules in force", responses=_KEYS)
async def rules(request: Request) -> dict[str, list[dict[str, str]]]:
    """Answer with each rule's name, safety, category, and what it is for."""
    return {"rules": [asdict(rule) for rule in _state(request).pool.catalogue.rules]}


@router.get("/v1/models", summary="The models in use", responses=_KEYS)
async def models(request: Request) -> dict[str, list[dict[str, str]] | list[str]]:
    """Answer with each model that is loaded, and what is done without."""
    catalogue = _state(request).pool.catalogue
    loaded = [{"name": catalogue.model, "kind": "fluency"}] if catalogue.model else []
    return {"models": loaded, "missing": list(catalogue.missing)}


@router.get("/healthz", summary="Whether the service lives")
async def health() -> dict[str, str]:
    """Answer as long as anything is answered."""
    return {"status": "ok", "version": __version__}


@router.get("/readyz", summary="Whether a story would be taken", responses={503: problem(503)})
async def ready(request: Request) -> dict[str, str | int]:
    """Answer 200 when workers have everything loaded, 503 when there are none or the service is stopping."""
    state = _state(request)
    if state.leaving or not state.pool.ready:
        raise Problem.busy("the service is stopping" if state.leaving else "no worker is ready")
    return {"status": "ready", "workers": len(state.pool.pids), "rules": len(state.pool.catalogue.rules)}


@router.get("/metrics", summary="For Prometheus", response_class=Response, responses=_KEYS)
async def metrics(request: Request) -> Response:
    """Answer with counts and times in Prometheus's text format."""
    return Response(_state(request).metrics.page(), media_type="text/plain; version=0.0.4; charset=utf-8")
