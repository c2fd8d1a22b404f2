"""`/v1/hooks/{name}`: what a CMS sends by itself, signed; answered with the report, or queued to be posted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from cleanup.service.config import Hook
from cleanup.service.openapi import HOOKED, SIGNED
from cleanup.service.outbox import Delivery, Outbox
from cleanup.service.problems import Problem
from cleanup.service.signing import verified
from cleanup.service.stages import Stage
from cleanup.service.state import State
from cleanup.service.stories import Clean, Story, answered, body_of, job_of

router = APIRouter(prefix="/v1/hooks", tags=["webhooks"])

Name = Annotated[str, Path(max_length=64)]


@router.post("/{name}", responses=HOOKED, response_class=Response, openapi_extra=SIGNED, summary="A CMS's webhook")
async def deliver(name: Name, request: Request) -> Response:
    """Take a delivery that is signed as standardwebhooks.com says; the same one again gets the same answer."""
    state: State = request.app.state.service
    hook, outbox = state.config.hooks.get(name), state.outbox
    if hook is None or outbox is None:
        raise Problem(404, "not-found", "there is no hook of this name")
    body = await request.body()
    number = verified(hook.secrets, request.headers, body)
    job = job_for(hook, number, body, state)
    stage = Stage.QUEUED if hook.post_to else Stage.RECEIVED
    delivery = await asyncio.to_thread(outbox.receive, name, number, body, stage)
    if not delivery.same:
        raise Problem(409, "other-body", "this webhook-id came before with another body; give each delivery its own")
    if hook.post_to:
        state.wake.set()
        told = msgspec.json.encode({"id": number, "accepted": True})
        return Response(told, 202, media_type="application/json")
    return Response(await _report(delivery, job, outbox, state), media_type="application/json")


def job_for(hook: Hook, number: str, body: bytes, state: State) -> Clean:
    """Return the job of a delivery's story, which has the delivery's id when it has none of its own."""
    try:
        story = Story.model_validate_json(body)
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_input=False, include_url=False)) from error
    job = job_of(story, state)
    return replace(job, id=job.id or number, source_language=job.source_language or hook.source_language)


async def _report(delivery: Delivery, job: Clean, outbox: Outbox, state: State) -> bytes:
    """Return the answer that the delivery had, else clean its story: once, however many ask at once."""
    if delivery.report is not None:
        return delivery.report
    at = (delivery.hook, delivery.id)
    if at not in state.answering:
        task = asyncio.create_task(_answer(delivery, job, outbox, state))
        state.answering[at] = task
        task.add_done_callback(lambda _: state.answering.pop(at))
    return await asyncio.shield(state.answering[at])


async def _answer(delivery: Delivery, job: Clean, outbox: Outbox, state: State) -> bytes:
    report = body_of(await answered(job, state), state)
    await asyncio.to_thread(outbox.answered, delivery.hook, delivery.id, report)
    return report
