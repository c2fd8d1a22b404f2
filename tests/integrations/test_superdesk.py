"""The macro for Superdesk: as it is called, asking a running service, and as superdesk-core's own registry takes it."""

from __future__ import annotations

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from cleanup.integrations import superdesk

FILE = Path(superdesk.__file__)


def item() -> dict[str, Any]:
    return {
        "_id": "urn:1",
        "language": "en",
        "headline": "The report of the ONU is read",
        "body_html": "<p>The mayor spoke of the <b>ONU</b> on Tuesday &amp; of 64,2 million euros.</p>",
        "byline": "By ONU",
    }


MENDED = {
    "headline": "The report of the UN is read",
    "body_html": "<p>The mayor spoke of the <b>UN</b> on Tuesday &amp; of 64.2 million euros.</p>",
}


@pytest.fixture(autouse=True)
def _asked(cleanup_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANUP_URL", cleanup_url)


def test_an_item_is_repaired_where_it_stands() -> None:
    given = item()
    returned, diff = superdesk.callback(given, from_language="fr", to_language="en")
    assert returned is given
    assert given == item() | MENDED
    assert diff == {"ONU": "UN", "64,2": "64.2"}


@pytest.mark.parametrize(
    "given",
    [{}, {"headline": "The talks go on", "body_html": "<p>The minister said so on Monday.</p>", "abstract": None}],
)
def test_an_item_with_nothing_to_repair_comes_back_as_it_was(given: dict[str, Any]) -> None:
    assert superdesk.callback(dict(given), desk="POLITICS") == (given, {})


def test_without_the_service_a_translation_goes_on_and_an_editor_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANUP_URL", "http://127.0.0.1:1")
    given = item()
    assert superdesk.callback(given, from_language="fr", to_language="en") == (item(), {})
    with pytest.raises(RuntimeError, match=r"cleanup cannot be reached at http://127\.0\.0\.1:1"):
        superdesk.callback(given)


REGISTRY = """
import json, os, sys, types, importlib.util
spec = importlib.util.spec_from_file_location("registry", sys.argv[1])
registry = importlib.util.module_from_spec(spec)
spec.loader.exec_module(registry)
from flask import Flask
app = Flask("newsroom")
app.config["MACROS_MODULE"] = "newsroom.macros"
item = json.load(sys.stdin)
with app.app_context():
    macros = [macro for macro in registry.macros]
    macro = registry.macros.find("cleanup_machine_translation")
    macro["callback"](item, from_language="fr", to_language="en")  # as MacrosService.execute_translation_macro does
    print(json.dumps({"macros": [{k: v for k, v in m.items() if k != "callback"} for m in macros], "item": item}))
"""


def test_superdesks_own_registry_takes_it(tmp_path: Path) -> None:
    try:
        core = importlib.metadata.distribution("superdesk-core")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("superdesk-core is not installed: pip install --no-deps superdesk-core && pip install flask")
    if find_spec("imp") is None:
        pytest.skip("superdesk-core's registry wants Python's module imp, which is gone since 3.12")
    folder = tmp_path / "newsroom" / "macros"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "__init__.py").write_text("from newsroom.macros import cleanup_macro\n")
    shutil.copy(FILE, folder / "cleanup_macro.py")
    register = core.locate_file("apps/macros/macro_register.py")
    done = subprocess.run(
        [sys.executable, "-c", REGISTRY, str(register)], input=json.dumps(item()), cwd=tmp_path,
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["item"] == item() | MENDED
    (macro,) = told["macros"]
    assert (macro["name"], macro["label"]) == (superdesk.name, "Clean up machine translation")
    assert (macro["access_type"], macro["action_type"], macro["replace_type"]) == ("frontend", "direct", "no-replace")
    assert (macro["from_languages"], macro["to_languages"]) == (superdesk.from_languages, superdesk.to_languages)
    assert macro["description"].startswith("Repair an item")
