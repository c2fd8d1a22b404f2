"""`/v2`: LanguageTool's API, so that its clients show what we find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from cleanup.batch import encode
from cleanup.errors import ConfigError, InputError
from cleanup.pipeline import Cleaner, checked_code
from cleanup.service import access, annotated, matches
from cleanup.service.jobs import Reply
from cleanup.service.matches import Wanted
from cleanup.service.openapi import CHECKED, FORM, IN_PLACE, QUERY
from cleanup.service.problems import Problem
from cleanup.service.state import State
from cleanup.service.stories import answered, body_of, check_length, counted
from cleanup.taxonomy import KINDS, Category

router = APIRouter(prefix="/v2", tags=["LanguageTool's API"])

AUTO = "auto"
MOST_PARAMETERS = 100
WAIT, WORK = 0.9, 4.0  # seconds: Superdesk gives up after five

Parameters = dict[str, str]


@dataclass(frozen=True, slots=True)
class Check:
    """The job of checking one text; answers as LanguageTool does."""

    text: str | None
    data: str | None
    language: str
    source_language: str | None
    wanted: Wanted
    preferred: tuple[str, ...] = ()

    def do(self, cleaner: Cleaner) -> Reply:
        """Return the matches as JSON; InputError when `data` is not what it should be."""
        whole = annotated.annotated(self.data) if self.data is not None else annotated.whole(self.text or "")
        given = None if self.language == AUTO else self.language
        report = cleaner.clean(whole.document, language=given, source_language=self.source_language)
        return Reply(encode(matches.answer(report, whole, self.wanted, self.language, self.preferred)), counted(report))


@router.get("/check", summary="Check a text", response_class=Response, responses=CHECKED, openapi_extra=QUERY)
@router.post("/check", summary="Check a text", response_class=Response, responses=CHECKED, openapi_extra=FORM)
async def check(request: Request) -> Response:
    """Answer with the findings as LanguageTool's matches."""
    state: State = request.app.state.service
    given = await _parameters(request)
    _admit(request, given, state)
    answer = await answered(_job(given, state), state, wait=WAIT, work=WORK)
    return Response(body_of(answer, state), media_type="application/json")


async def _parameters(request: Request) -> Parameters:
    """Return the parameters of the address and of the form; Problem 400 when they are not UTF-8, or too many."""
    raw = [request.scope["query_string"], await request.body() if request.method == "POST" else b""]
    try:
        pairs = [
            pair
            for part in raw
            for pair in parse_qsl(
                part.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS
            )
        ]
    except UnicodeDecodeError as error:
        raise Problem(400, "no-text", "the parameters are not UTF-8") from error
    except ValueError as error:
        raise Problem(400, "no-form", f"more than {MOST_PARAMETERS} parameters") from error
    return dict(reversed(pairs))  # of two with one name the first holds


def _admit(request: Request, given: Parameters, state: State) -> None:
    """Ask for the key, which may be among the parameters."""
    if "client_name" not in request.scope:
        request.scope["client_name"] = access.client_of(state.config.keys, given.get("apiKey", ""))


def _job(given: Parameters, state: State) -> Check:
    text, data = given.get("text"), given.get("data")
    if text is None and data is None:
        raise Problem(400, "no-text", "Missing 'text' or 'data' parameter")
    if text is not None and data is not None:
        raise Problem(400, "two-texts", "Set only 'text' or 'data' parameter, not both")
    check_length(text or "", "text", state)
    check_length(_prose(data), "data", state)
    said = given.get("language", "")
    if not said:
        raise Problem(400, "no-language", "Missing 'language' parameter, e.g. 'language=en-US' or 'language=auto'")
    code = AUTO if said.lower() == AUTO else _known(said, state)
    mother = given.get("motherTongue", "").partition("-")[0].lower()
    source = mother if mother and mother != code.partition("-")[0] else None
    return Check(text, data, code, _code(source), _wanted(given), _list(given, "preferredVariants"))


def _prose(data: str | None) -> str:
    """Return the prose in `data`, to be measured; Problem 400 when it is not what it should be."""
    try:
        return annotated.prose(data) if data is not None else ""
    except InputError as error:
        raise Problem(400, "no-text", str(error)) from error


def _known(said: str, state: State) -> str:
    """Return a language as we write it; Problem 400 when no copy in it can be cleaned."""
    language, _, region = said.replace("_", "-").partition("-")
    if language.lower() not in state.pool.catalogue.languages:
        raise Problem(400, "no-such-language", f"'{said[:20]}' is not a language code known to cleanup")
    return f"{language.lower()}-{region}" if region else language.lower()


def _code(source: str | None) -> str | None:
    try:
        return checked_code(source)
    except ConfigError as error:
        raise Problem(400, "no-such-language", str(error)) from error


def _wanted(given: Parameters) -> Wanted:
    only = given.get("enabledOnly", "").lower() in ("true", "yes")
    names = ("enabledRules", "disabledRules", "enabledCategories", "disabledCategories")
    wanted = Wanted(given.get("level") == "picky", only, *(frozenset(_list(given, name)) for name in names))
    if only and not (wanted.enabled_rules or wanted.enabled_categories):
        raise Problem(
            400, "nothing-enabled", "You must specify enabledRules or enabledCategories when using enabledOnly=true"
        )
    return wanted


def _list(given: Parameters, name: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in given.get(name, "").split(",") if each.strip())


@router.get("/languages", summary="The languages of copy", responses=IN_PLACE)
async def languages(request: Request) -> list[dict[str, str]]:
    """Answer with each language, and each with a region."""
    state: State = request.app.state.service
    codes = state.pool.catalogue.languages
    regions = [(code, f"{code}-{region}") for code in codes for region in matches.REGIONS.get(code, {})]
    return [
        {"name": matches.name_of(long), "code": code, "longCode": long}
        for code, long in [*((code, code) for code in codes), *regions]
    ]


@router.get("/healthcheck", summary="Whether the service lives", response_class=PlainTextResponse)
async def healthcheck() -> str:
    """Answer OK."""
    return "OK"


@router.get("/info", summary="What this is", responses=IN_PLACE)
async def info() -> dict[str, Any]:
    """Answer with name and version."""
    return {"software": matches.SOFTWARE}


@router.get("/maxtextlength", summary="The longest text", response_class=PlainTextResponse, responses=IN_PLACE)
async def maxtextlength(request: Request) -> str:
    """Answer with a number of characters."""
    state: State = request.app.state.service
    return str(state.config.limits.characters)


@router.get("/configinfo", summary="The rules", response_class=Response, responses=IN_PLACE)
async def configinfo(request: Request) -> Response:
    """Answer with the longest text and the rules in force."""
    state: State = request.app.state.service
    rules = [
        {
            "ruleId": rule.name,
            "description": rule.why,
            "categoryId": matches.category_id(rule.category),
            "categoryName": KINDS[Category(rule.category)].title,
            "locQualityIssueType": KINDS[Category(rule.category)].issue_type,
            "isPicky": rule.safety == "suggest",
        }
        for rule in state.pool.catalogue.rules
    ]
    told = {"software": matches.SOFTWARE, "parameter": {"maxTextLength": state.config.limits.characters}}
    return Response(msgspec.json.encode(told | {"rules": rules}), media_type="application/json")
