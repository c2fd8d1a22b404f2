"""`/v1/clean` and `/v1/clean/batch`: a story, or several, in; reports out."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace
from math import inf
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from cleanup import formats, plugs
from cleanup.batch import encode
from cleanup.pipeline import Cleaner
from cleanup.policy import Policy
from cleanup.report import Report
from cleanup.service.hand import Answer
from cleanup.service.jobs import Bug, Job, Refused, Reply, Told
from cleanup.service.openapi import PROBLEMS, REPORT, REPORTS, STORIES, STORY
from cleanup.service.problems import Problem
from cleanup.service.state import State

router = APIRouter(prefix="/v1", tags=["stories"])

Glob = Annotated[str, Field(min_length=1, max_length=200)]
Globs = Annotated[list[Glob], Field(max_length=100)]
Code = Annotated[str, Field(max_length=35)]


class Options(BaseModel):
    """What this request asks beyond what the service was started with; it can only narrow the rules."""

    model_config = ConfigDict(extra="forbid")

    select: Globs = Field(default=["*"], description="Only these rules, by globs.")
    ignore: Globs = Field(default=[], description="Not these rules, by globs.")
    min_confidence: float | None = Field(default=None, ge=0, le=1, description="Refuse repairs less sure than this.")
    suggestions: bool | None = Field(default=None, description="Apply the suggested repairs too.")
    format: Annotated[str, Field(max_length=20)] | None = Field(
        default=None, description="text, html…; told from the text when absent."
    )


class Story(BaseModel):
    """One story as it came from the engine."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [STORY]})

    id: Annotated[str, Field(max_length=200)] = ""
    text: str = Field(description="The copy: plain text, or HTML.")
    source: str | None = Field(default=None, description="The original, when it is there.")
    language: Code | None = Field(default=None, description="The copy's language; guessed when absent.")
    source_language: Code | None = Field(default=None, description="The original's language; guessed when absent.")
    options: Options = Options()


class Stories(BaseModel):
    """Several stories; each is answered for itself."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [STORIES]})

    stories: Annotated[list[Story], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Clean:
    """The job of cleaning one story; answers with its report."""

    text: str
    source: str | None = None
    id: str = ""
    language: str | None = None
    source_language: str | None = None
    policy: Policy = field(default_factory=Policy)
    format: str | None = None
    own: tuple[str, ...] = ()  # what of the policy the request said

    def do(self, cleaner: Cleaner) -> Reply:
        """Return the report as JSON."""
        report = self.report(cleaner)
        return Reply(encode(report.to_dict()), counted(report))

    def report(self, cleaner: Cleaner) -> Report:
        """Return the report; CleanupError for a language or a format that means nothing."""
        usual = {name: getattr(cleaner.policy, name) for name in ("min_confidence", "suggestions")}
        asked = replace(self.policy, **{name: value for name, value in usual.items() if name not in self.own})
        form = plugs.load(formats, self.format) if self.format else formats.pick(None, self.text)
        return cleaner.under(asked).clean(
            form.read(self.text),
            self.source,
            id=self.id,
            language=self.language,
            source_language=self.source_language,
        )


def counted(report: Report) -> tuple[Told, ...]:
    """Return how many findings of each kind there are."""
    counts = Counter((d.verdict.value, d.finding.category.value) for d in report.decisions)
    return tuple(Told(verdict, category, count) for (verdict, category), count in sorted(counts.items()))


@router.post("/clean", responses=REPORT | PROBLEMS, response_class=Response, summary="Clean one story")
async def clean(story: Story, request: Request) -> Response:
    """Answer with the report: the corrected text, and each finding with its place and its reason."""
    state: State = request.app.state.service
    return Response(body_of(await answered(job_of(story, state), state), state), media_type="application/json")


@router.post("/clean/batch", responses=REPORTS | PROBLEMS, response_class=Response, summary="Clean several")
async def clean_batch(batch: Stories, request: Request) -> Response:
    """Answer with a report for each story, in order, or `{"id", "error"}` for one that could not be cleaned."""
    state: State = request.app.state.service
    if len(batch.stories) > (most := state.config.limits.stories):
        raise Problem(413, "too-many-stories", f"more than {most} stories in one batch")
    jobs = [job_of(story, state) for story in batch.stories]
    turn = asyncio.Semaphore(state.pool.size)

    async def one(job: Clean) -> bytes:
        async with turn:
            try:
                return body_of(await answered(job, state), state)
            except Problem as problem:
                return msgspec.json.encode({"id": job.id, "error": problem.message})

    reports = await asyncio.gather(*map(one, jobs))
    return Response(b'{"reports": [' + b",".join(reports) + b"]}", media_type="application/json")


def job_of(story: Story, state: State) -> Clean:
    """Return the job of a story; Problem 413 for one that is too long."""
    for name, text in (("text", story.text), ("source", story.source or "")):
        check_length(text, name, state)
    asked = story.options
    own: dict[str, Any] = {
        name: value for name in ("min_confidence", "suggestions") if (value := getattr(asked, name)) is not None
    }
    policy = Policy(tuple(asked.select), tuple(asked.ignore), **own)
    return Clean(
        story.text, story.source, story.id, story.language, story.source_language, policy, asked.format, tuple(own)
    )


def check_length(text: str, name: str, state: State) -> None:
    """Raise Problem 413 when a text has too many characters."""
    if len(text) > (most := state.config.limits.characters):
        raise Problem(413, "too-long", f"'{name}' has {len(text)} characters; {most} are the most")


async def answered(job: Job, state: State, wait: float = inf, work: float = inf) -> Answer:
    """Return what a worker makes of a job; Problem where none can take it. Times in seconds, within the limits."""
    if state.leaving:
        raise Problem.busy("the service is stopping")
    return await state.pool.run(job, wait, work)


def body_of(answer: Answer, state: State) -> bytes:
    """Return the body of a good answer; Problem for any other."""
    if isinstance(answer, Refused):
        raise Problem(400, "refused", answer.message)
    if isinstance(answer, Bug):
        state.report(answer)
        raise Problem(500, "bug", f"a bug in cleanup, please report it: {answer.name} at {answer.place}")
    state.metrics.tell(answer.told)
    return answer.body
