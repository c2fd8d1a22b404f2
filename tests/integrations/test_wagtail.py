"""An editor at work in a Wagtail newsroom, in a real browser: sees findings, takes and leaves them, publishes."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

SITE = Path(__file__).parent / "newsroom"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip
STARTING = 300  # seconds, on a machine that has much else to do


@dataclass(frozen=True)
class Newsroom:
    """The example site as a process; `database` is its file."""

    url: str
    database: Path

    def history(self) -> list[str]:
        """The page's history: its actions, the newest last."""
        return [row[0] for row in self.rows("SELECT action FROM wagtailcore_pagelogentry ORDER BY timestamp, id")]

    def rows(self, query: str) -> list[tuple[str, ...]]:
        """What the database has."""
        with closing(sqlite3.connect(self.database, timeout=20)) as db:
            return db.execute(query).fetchall()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    folder = tmp_path_factory.mktemp("newsroom")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=SITE, env=os.environ | {"NEWSROOM_FOLDER": str(folder)}, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        until = time.monotonic() + STARTING
        while not _answers(f"http://127.0.0.1:{port}/admin/login/"):
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < until, (folder / "log").read_text()
            time.sleep(0.3)
        yield Newsroom(f"http://127.0.0.1:{port}", folder / "newsroom.sqlite3")
    finally:
        process.terminate()
        process.wait()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except OSError:
        return False


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = os.environ.get("CLEANUP_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium is installed: see the README (Debian: apt-get install chromium)")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=QUIET)
        yield started
        started.close()


expect.set_options(timeout=30_000)


@pytest.fixture
def editor(newsroom: Newsroom, browser: Browser) -> Iterator[Page]:
    """A browser in which the editor is signed in and has the story open."""
    context = browser.new_context(base_url=newsroom.url)
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto("/admin/login/")
    page.fill("[name=username]", "editor")
    page.fill("[name=password]", "editor")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    page.goto(f"/admin/pages/{_story(newsroom)}/edit/")
    yield page
    context.close()


def _story(newsroom: Newsroom) -> int:
    return int(newsroom.rows("SELECT page_ptr_id FROM stories_storypage")[0][0])


def findings(page: Page) -> list[str]:
    """What the panel shows, finding by finding, as "before>after"."""
    return page.locator("[data-cleanup-finding]").evaluate_all(
        "all => all.map(each => `${each.querySelector('del').textContent}>${each.querySelector('ins')?.textContent}`)"
    )


def decide(page: Page, decision: str, number: int = 0) -> None:
    """Press a button of a finding; the page is loaded anew."""
    count = page.locator("[data-cleanup-finding]").count()
    page.locator("[data-cleanup-finding]").nth(number).locator(f"[data-cleanup-decision={decision}]").click()
    expect(page.locator("[data-cleanup-finding]")).to_have_count(count - 1, timeout=30_000)


def publish(page: Page) -> None:
    """Choose "Publish" from the menu of actions."""
    page.locator("[data-action-menu] , footer").get_by_role("button", name="More actions").last.click()
    page.locator("button[name=action-publish]").last.click()


def test_an_editor_sees_accepts_rejects_and_publishes(newsroom: Newsroom, editor: Page) -> None:
    assert findings(editor) == ["ONU>UN"] * 4 + ["64,2>64.2"] + ["ONU>UN"] * 2
    assert "7 findings in the draft" in editor.locator("[data-cleanup]").inner_text()
    assert "6 to be decided on" in editor.locator("[data-cleanup]").inner_text()

    if folder := os.environ.get("CLEANUP_SCREENSHOTS"):
        editor.screenshot(path=f"{folder}/wagtail.png")
    decide(editor, "accept")
    assert editor.locator("[name=title]").input_value() == "The report of the UN is read"
    assert newsroom.history()[-1] == "cleanup.accept"

    decide(editor, "reject")  # the summary's
    assert "the report of the onu" in editor.locator("[name=summary]").input_value().lower()
    assert findings(editor) == ["ONU>UN", "ONU>UN", "64,2>64.2", "ONU>UN", "ONU>UN"]
    assert newsroom.history()[-1] == "cleanup.reject"

    publish(editor)
    expect(editor.get_by_text("Not published: cleanup has 4 findings to be decided on first")).to_be_visible()
    assert newsroom.rows("SELECT live FROM wagtailcore_page WHERE slug = 'report'") == [(0,)]

    editor.locator("[data-cleanup-decision=accept-sure]").click()
    expect(editor.get_by_text("Nothing is found in this draft.")).to_be_visible()
    assert newsroom.history().count("cleanup.accept") == 6

    publish(editor)
    expect(editor.get_by_text("has been published").first).to_be_visible()
    editor.goto("/report/")
    text = editor.locator("main").inner_text()
    assert text.splitlines()[0] == "The report of the UN is read"
    assert "The report of the ONU was read on Monday by the ministers & their aides." in text
    assert "The mayor spoke of the UN on Tuesday & of the war." in text
    assert "What the UN says" in text
    assert "had cost 64.2 million euros" in text
    assert "A spokesman of the UN" in text
    assert "The UN waits." in text
    assert editor.locator("main a").first.get_attribute("href") == "https://a.example/?a=1&b=2"
    assert "https://a.example/ONU" in editor.content()

    editor.goto(f"/admin/pages/{_story(newsroom)}/history/")
    history = editor.locator("main").inner_text()
    assert "Accepted a repair: “ONU” now reads “UN”" in history
    assert "Accepted a repair: “64,2” now reads “64.2”" in history
    assert "Left as it is: “ONU”" in history


def test_a_wound_that_an_editor_types_is_seen_after_the_save(newsroom: Newsroom, editor: Page) -> None:
    editor.fill("[name=summary]", "The mayor said on Tuesday that the FMI had lent the town 3,5 million euros.")
    editor.get_by_role("button", name="Save draft").first.click()
    expect(editor.get_by_text("cleanup: 2 findings in this draft")).to_be_visible()
    editor.goto(f"/admin/pages/{_story(newsroom)}/edit/")
    assert findings(editor) == ["FMI>IMF", "3,5>3.5"]
    decide(editor, "accept")
    decide(editor, "accept")
    assert editor.locator("[name=summary]").input_value() == (
        "The mayor said on Tuesday that the IMF had lent the town 3.5 million euros."
    )


def test_what_is_not_there_any_more_is_not_decided(newsroom: Newsroom, editor: Page) -> None:
    token = editor.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
    url = f"/admin/cleanup/{_story(newsroom)}/"
    headers = {"X-CSRFToken": token or ""}
    before = newsroom.history()
    for form, status in (
        ({"decision": "accept", "key": "0" * 32}, 409),
        ({"decision": "drop", "key": ""}, 409),
        ({}, 409),
    ):
        assert editor.request.post(url, form=form, headers=headers).status == status
    assert editor.request.post("/admin/cleanup/99999/", form={}, headers=headers).status == 404
    assert editor.request.get(url).status == 405
    assert editor.request.post(url, form={"decision": "reject"}).status == 403  # without the token
    assert newsroom.history() == before


def test_a_page_is_not_published_from_a_listing_either(newsroom: Newsroom, editor: Page) -> None:
    editor.fill("[name=summary]", "The mayor said on Tuesday that the FMI had lent the town some money.")
    editor.get_by_role("button", name="Save draft").first.click()
    expect(editor.get_by_text(re.compile(r"cleanup: \d+ findings? in this draft"))).to_be_visible()
    published = newsroom.history().count("wagtail.publish")
    unpublish = f"/admin/pages/{_story(newsroom)}/unpublish/"
    token = editor.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    assert editor.request.post(unpublish, form={}, headers={"X-CSRFToken": token}).ok
    for chosen in (_story(newsroom), 2):  # the page itself, and the one above it with all drafts below
        editor.goto(f"/admin/bulk/wagtailcore/page/publish/?id={chosen}")
        if chosen == 2:
            editor.locator("[name=include_descendants]").check()
        editor.locator("main form button[type=submit], main form input[type=submit]").last.click()
        expect(editor.get_by_text("cleanup has findings to be decided on first in 1").first).to_be_visible()
    assert newsroom.history().count("wagtail.publish") == published
    editor.goto(f"/admin/pages/{_story(newsroom)}/edit/")
    editor.locator("[data-cleanup-decision=accept-sure]").click()
    expect(editor.get_by_text("Nothing is found in this draft.")).to_be_visible(timeout=30_000)
    editor.goto(f"/admin/bulk/wagtailcore/page/publish/?id={_story(newsroom)}")
    editor.locator("main form button[type=submit], main form input[type=submit]").last.click()
    until = time.monotonic() + 30
    while newsroom.history().count("wagtail.publish") == published:
        assert time.monotonic() < until
        time.sleep(0.2)


def test_a_stranger_decides_nothing(newsroom: Newsroom, browser: Browser) -> None:
    context = browser.new_context(base_url=newsroom.url)
    page = context.new_page()
    page.goto("/admin/login/")
    token = page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    form = {"decision": "accept-sure", "csrfmiddlewaretoken": token}
    answer = context.request.post(f"/admin/cleanup/{_story(newsroom)}/", form=form, max_redirects=0)
    assert answer.status in (302, 403)
    context.close()


HOLDS = """
import django; django.setup()
from cleanup.integrations.wagtail import checks
from stories.models import StoryPage
page = StoryPage(title="It cost 64,2 million euros", summary="The report of the ONU was read.", source_language="fr")
for hold in ("minor", "major", "critical", None):
    checks.options.cache_clear()
    checks.settings.CLEANUP = {"hold": hold}
    print([found.before for found in checks.holding(page)])
checks.options.cache_clear(); checks.cleaner.cache_clear(); checks.kept.clear()
checks.settings.CLEANUP = {"settings": {"ignore": ["acronyms.*"]}}
print([found.before for found in checks.unresolved(page)])
"""


def test_what_holds_publishing_is_the_sites_to_say(newsroom: Newsroom) -> None:
    own = {"NEWSROOM_FOLDER": str(newsroom.database.parent), "DJANGO_SETTINGS_MODULE": "newsroom_settings"}
    told = subprocess.run(
        [sys.executable, "-c", HOLDS], cwd=SITE, env=os.environ | own, capture_output=True, text=True, check=False
    )
    assert told.stdout.splitlines() == ["['64,2', 'ONU']", "['ONU']", "[]", "[]", "['64,2']"], told.stderr
