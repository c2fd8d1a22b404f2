"""The service's file: what is wrong with it is said in a line, by its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.errors import ConfigError
from cleanup.service import config

SECRET = "whsec_" + "A" * 32
HOOK = f'[hooks.wire]\nsecrets = ["{SECRET}"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[limits]\nbodies = 1", "no key is called 'bodies'; there are body, characters,"),
        ("[limits]\nbody = 0", "limits.body: wants a number >= 1"),
        ("[limits]\nwork = -1", "limits.work: "),
        ('[keys]\ndesk = "short"', "keys"),
        ("[hooks.wire]", "'hooks[...].secrets' is missing"),
        ("[hooks.wire]\nsecrets = []", "hooks"),
        ('[hooks.wire]\nsecrets = ["whsec_AAAA"]', "a secret is 'whsec_' and base64 of 24 bytes or more"),
        (f'[hooks."../wire"]\nsecrets = ["{SECRET}"]', "hooks"),
        (f'{HOOK}post-to = "file:///etc/passwd"', "post-to: 'file:///etc/passwd' is no http or https address"),
        (f'{HOOK}post-to = "http://[oops"', "post-to: 'http://[oops' is no http or https address"),
        (f'{HOOK}post-to = "https://"', "post-to: 'https://' is no http or https address"),
        (f'{HOOK}source-language = "French"', "'French' is no language code"),
        ("limits = 3", "limits: wants a table"),
        ("[limits", "Expected ']' at the end of a table declaration"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "service.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as refused:
        config.read(path)
    told = str(refused.value)
    assert told.startswith(f"{path}: ")
    assert message in told
    assert "\n" not in told


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no such file"):
        config.read(tmp_path / "service.toml")


def test_the_database_stands_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "service.toml"
    path.write_text('database = "deliveries.sqlite3"')
    assert config.database(config.read(path)) == tmp_path / "deliveries.sqlite3"
    assert config.database(config.read(None)).name == "hooks.sqlite3"
