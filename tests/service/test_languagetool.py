"""LanguageTool's API: Python's own client, and requests in the shapes that LTeX, LibreOffice and Superdesk send."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import language_tool_python
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanup
from cleanup.service.annotated import FIRST, Units, annotated

from .running import CLEAN, MENDED, MT, Service, service

STORIES = Path(__file__).parents[2] / "corpora" / "stories"
ARTICLE = Path(os.environ.get("CLEANUP_ARTICLE") or Path(__file__).parents[3] / "shared/data/article.kim-visit.en.txt")
MEMBERS = {
    "message", "shortMessage", "replacements", "offset", "length", "context", "sentence", "type", "rule",
    "ignoreForIncompleteSentence", "contextForSureMatch",
}  # fmt: skip


def check(running: Service, **form: str) -> dict[str, Any]:
    """Ask as most clients do; the answer is 200."""
    answer = running.post("/v2/check", data={"language": "en-US", "motherTongue": "fr"} | form)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    told: dict[str, Any] = answer.json()
    return told


def mended(text: str, matches: list[dict[str, Any]]) -> str:
    """Take every first replacement, as a client does that counts in UTF-16."""
    units = text.encode("utf-16-le", "surrogatepass")
    for match in sorted(matches, key=lambda match: -match["offset"]):
        if match["replacements"]:
            start, stop = 2 * match["offset"], 2 * (match["offset"] + match["length"])
            units = units[:start] + match["replacements"][0]["value"].encode("utf-16-le") + units[stop:]
    return units.decode("utf-16-le", "surrogatepass")


@pytest.fixture
def tool(running: Service) -> Iterator[language_tool_python.LanguageTool]:
    with language_tool_python.LanguageTool("en-US", "fr", remote_server=running.url) as client:
        yield client


@pytest.mark.parametrize("path", [*sorted(STORIES.glob("fr-*.txt")), ARTICLE], ids=lambda path: path.stem)
def test_the_clients_correct_is_the_librarys(tool: language_tool_python.LanguageTool, path: Path) -> None:
    if not path.exists():
        pytest.skip("the article that cleanup was made for is not on this machine")
    text = path.read_text("utf-8")
    report = cleanup.Cleaner().clean(text, source_language="fr", language="en")
    assert report.text != text
    assert tool.correct(text) == report.text


@pytest.mark.parametrize("before", ["", "🎈 ", "🎈🎉 At the fair 👩‍👩‍👧: ", "é\u0301 ", "\U00020bb7 "])
def test_an_emoji_before_a_match(tool: language_tool_python.LanguageTool, running: Service, before: str) -> None:
    (match,) = tool.check(before + MT)
    assert (before + MT)[match.offset : match.offset + match.error_length] == "ONU"
    assert tool.correct(before + MT) == before + MENDED
    (told,) = check(running, text=before + MT)["matches"]
    assert told["offset"] == len(before.encode("utf-16-le")) // 2 + MT.index("ONU")
    context = told["context"]["text"].encode("utf-16-le")
    assert context[2 * told["context"]["offset"] :][:6].decode("utf-16-le") == "ONU"


def test_every_member_is_there(running: Service) -> None:
    told = check(running, text=f"{CLEAN} {MT}")
    assert set(told) == {"software", "warnings", "language", "matches", "sentenceRanges"}
    assert set(told["software"]) == {
        "name", "version", "buildDate", "apiVersion", "premium", "premiumHint", "status",
    }  # fmt: skip
    assert told["warnings"] == {"incompleteResults": False}
    assert (told["language"]["code"], told["language"]["name"]) == ("en-US", "English (US)")
    assert set(told["language"]["detectedLanguage"]) == {"name", "code", "confidence"}
    (match,) = told["matches"]
    assert set(match) == MEMBERS
    assert match["sentence"] == MT
    assert match["replacements"] == [{"value": "UN"}]
    assert set(match["rule"]) == {"id", "description", "issueType", "urls", "tags", "category"}
    assert match["rule"]["category"] == {"id": "ACRONYM", "name": "Untranslated acronym"}
    assert told["sentenceRanges"] == [[0, len(CLEAN)], [len(CLEAN) + 1, len(CLEAN) + 1 + len(MT)]]


def test_rule_ids_are_not_taken_for_spelling_and_types_are_those_that_superdesk_shows(running: Service) -> None:
    rules = running.get("/v2/configinfo").json()["rules"]
    assert len(rules) > 1000
    for rule in rules:
        assert not rule["ruleId"].startswith(("MORFOLOGIK_", "HUNSPELL_"))
        assert not rule["ruleId"].endswith(("SPELLER_RULE", "SPELLING_RULE"))
        assert rule["locQualityIssueType"] in (
            "misspelling", "grammar", "typographical", "whitespace", "locale-violation",
        )  # fmt: skip


LTEX = [
    {"markup": "\\section{", "interpretAs": ""},
    {"text": "The report 🎈 of the "},
    {"markup": "\\emph{"},
    {"text": "ONU"},
    {"markup": "}"},
    {"text": " was read on Monday by "},
    {"markup": "$x$", "interpretAs": "Dummy0"},
    {"text": " and the ministers of the ONU in the country."},
    {"markup": "}", "interpretAs": "\n\n"},
]


def test_ltex_sends_markup(running: Service) -> None:
    whole = "".join(part.get("text") or part["markup"] for part in LTEX)
    data = json.dumps({"annotation": LTEX})
    told = check(running, data=data, language="en-US", level="default", username="", apiKey="")
    assert mended(whole, told["matches"]) == whole.replace("ONU", "UN")
    assert len(told["matches"]) == 2


def test_markup_never_changes(running: Service) -> None:
    parts = [{"text": "He cited a figure of 64"}, {"markup": "<b>", "interpretAs": ","}, {"text": "2 million euros."}]
    told = check(running, data=json.dumps({"annotation": parts}))
    assert "<b>" in mended("He cited a figure of 64<b>2 million euros.", told["matches"])


def test_libreoffice_asks_paragraph_by_paragraph(running: Service) -> None:
    body = urlencode({"text": MT, "language": "en-US", "unknown": "x"}) + "&enabledOnly=false"
    answer = running.post(
        "/v2/check", content=body.encode(), headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert [match["replacements"] for match in answer.json()["matches"]] == [[{"value": "UN"}]]


def test_superdesk_asks_by_get(running: Service) -> None:
    answer = running.get("/v2/check", params={"text": MT, "language": "en"})
    assert len(answer.json()["matches"]) == 1


def test_auto_tells_the_language(running: Service) -> None:
    told = check(running, text=f"{CLEAN} {MT}", language="auto", preferredVariants="en-GB,de-AT")
    assert (told["language"]["code"], told["language"]["name"]) == ("en-GB", "English (GB)")
    assert len(told["matches"]) == 1


SUSPECT = (
    "The minister spoke on Monday of the avoidance of risk. to see the bank fall, and of the new budget of the state."
)


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ({}, ["acronyms.foreign"]),
        ({"level": "picky"}, ["acronyms.foreign", "breaks.cut-sentence"]),
        ({"level": "picky", "disabledRules": "acronyms.foreign,x"}, ["breaks.cut-sentence"]),
        ({"disabledCategories": "ACRONYM"}, []),
        ({"enabledRules": "breaks.cut-sentence"}, ["acronyms.foreign", "breaks.cut-sentence"]),
        ({"enabledRules": "breaks.cut-sentence", "enabledOnly": "true"}, ["breaks.cut-sentence"]),
        ({"enabledCategories": "BOGUS_STOP", "enabledOnly": "true"}, ["breaks.cut-sentence"]),
        ({"enabledRules": "NO_SUCH_RULE", "enabledOnly": "true"}, []),
    ],
)
def test_what_a_client_wants_to_see(running: Service, form: dict[str, str], found: list[str]) -> None:
    told = check(running, text=f"{MT} {SUSPECT}", **form)
    assert [match["rule"]["id"] for match in told["matches"]] == found


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"language=en", "Missing 'text' or 'data' parameter"),
        (b"language=en&text=a&data=b", "Set only 'text' or 'data' parameter, not both"),
        (b"text=a", "Missing 'language' parameter"),
        (b"text=a&language=tlh", "'tlh' is not a language code known to cleanup"),
        (b"text=a&language=en&enabledOnly=true", "You must specify enabledRules or enabledCategories"),
        (b"text=%ff&language=en", "the parameters are not UTF-8"),
        (b"text=\xff&language=en", "the parameters are not UTF-8"),
        (b"&".join([b"a=b"] * 101), "more than 100 parameters"),
        (b"language=en&data=%7B", "'data' is not as LanguageTool wants it"),
        (b"language=en&data=" + b"%5B" * 60_000, "'data' is"),
        (b"language=en&data=%7B%7D", "'data' wants either 'text' or 'annotation'"),
        (b"language=en&data=%7B%22annotation%22:[%7B%7D]%7D", "each part of 'annotation' wants either"),
        (b"language=en&text=a&motherTongue=../x", "'../x' is no language code"),
    ],
)
def test_what_is_refused_is_plain_text(running: Service, body: bytes, message: str) -> None:
    answer = running.post("/v2/check", content=body)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert answer.text.startswith(f"Error: {message}")


def test_what_is_too_long(running: Service) -> None:
    most = int(running.get("/v2/maxtextlength").text)
    long = "a " * (most // 2 + 1)
    for form in (
        {"text": long},
        {"data": json.dumps({"text": long})},
        {"data": json.dumps({"annotation": [{"text": long}]})},
    ):
        answer = running.post("/v2/check", data={"language": "en"} | form)
        assert (answer.status_code, answer.headers["content-type"]) == (413, "text/plain; charset=utf-8")


def test_what_it_says_of_itself(running: Service) -> None:
    assert running.get("/v2/healthcheck").text == "OK"
    assert running.get("/v2/info").json()["software"]["name"] == "cleanup"
    languages = running.get("/v2/languages").json()
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in languages
    assert {each["code"] for each in languages} == {"en", "fr", "de", "es"}
    assert running.get("/v2/words").status_code == 404


def test_the_key_may_come_among_the_parameters(folder: Path) -> None:
    with service(folder, '[keys]\ndesk = "0123456789abcdef"\n') as running:
        asked = {"text": MT, "language": "en"}
        assert running.post("/v2/check", data=asked).status_code == 403
        assert running.post("/v2/check", data=asked | {"apiKey": "wrong"}).status_code == 403
        assert running.post("/v2/check", data=asked | {"apiKey": "0123456789abcdef"}).status_code == 200
        assert running.get("/v2/healthcheck").status_code == 200


@given(
    st.lists(
        st.one_of(
            st.builds(lambda text: {"text": text}, st.text()),
            st.builds(lambda a, b: {"markup": a, "interpretAs": b}, st.text(max_size=3), st.text(max_size=3)),
        )
    )
)
def test_annotated_text_comes_back(parts: list[dict[str, str]]) -> None:
    whole = annotated(json.dumps({"annotation": parts}))
    told = "".join(part.get("text") or part.get("markup", "") for part in parts)
    assert whole.outside(whole.document.original) == told
    assert whole.document.text == "".join(part.get("text") or part.get("interpretAs", "") for part in parts)
    assert whole.document.again(whole.document.original).text == whole.document.text
    assert whole.offset(len(whole.document.original)) == len(told)


@given(st.text())
def test_units_are_those_of_utf_16(text: str) -> None:
    units = Units.of(text)
    assert [units.at(i) for i in range(len(text) + 1)] == [
        len(text[:i].encode("utf-16-le", "surrogatepass")) // 2 for i in range(len(text) + 1)
    ]


def test_a_private_character_of_the_text_is_left_alone() -> None:
    whole = annotated(json.dumps({"annotation": [{"text": f"a{chr(FIRST)}b"}, {"markup": "<i>"}, {"text": "c"}]}))
    assert whole.document.text == f"a{chr(FIRST)}bc"
    assert whole.outside(whole.document.original) == f"a{chr(FIRST)}b<i>c"
