from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cleanup.errors import ModelError
from cleanup.reference import downloads
from cleanup.reference.downloads import Download

from .serving import Site, serving

DATA = bytes(range(256)) * 20_000  # 5 MB: several pieces


@pytest.fixture
def told() -> list[tuple[int, int | None]]:
    return []


def fetched(site: Site, tmp_path: Path, told: list[tuple[int, int | None]], sha256: str | None = None) -> bytes:
    download = Download(f"{site.address}/m.argosmodel", tmp_path / "in", sha256)
    return download.fetch(lambda here, total: told.append((here, total))).read_bytes()


def test_whole_and_told_of(tmp_path: Path, told: list[tuple[int, int | None]]) -> None:
    with serving({"/m.argosmodel": DATA}) as site:
        assert fetched(site, tmp_path, told, hashlib.sha256(DATA).hexdigest()) == DATA
    assert told[-1] == (len(DATA), len(DATA))
    assert len(told) > 3
    assert told == sorted(told)


def test_a_connection_that_breaks_is_taken_up_where_it_broke(
    tmp_path: Path, told: list[tuple[int, int | None]]
) -> None:
    with serving({"/m.argosmodel": DATA}) as site:
        site.cuts = [3_000_000, 1_000_000]
        assert fetched(site, tmp_path, told) == DATA
        assert site.asked[0] is None
        assert all(asked and 0 < int(asked[6:-1]) <= 4_000_000 for asked in site.asked[1:])
        assert len(site.asked) == 3


def test_another_day_goes_on_from_there(
    tmp_path: Path, told: list[tuple[int, int | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "TRIES", 1)
    with serving({"/m.argosmodel": DATA}) as site:
        site.cuts = [3_500_000]
        with pytest.raises(ModelError, match="the same command takes it up again"):
            fetched(site, tmp_path, told)
        assert fetched(site, tmp_path, told) == DATA
        first, second = site.asked
        assert first is None
        assert second
        assert 3_400_000 < int(second[6:-1]) <= 3_500_000


def test_a_file_that_changed_meanwhile_is_fetched_from_its_beginning(
    tmp_path: Path, told: list[tuple[int, int | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "TRIES", 1)
    with serving({"/m.argosmodel": DATA}) as site:
        site.cuts = [3_500_000]
        with pytest.raises(ModelError):
            fetched(site, tmp_path, told)
        site.files["/m.argosmodel"], site.tag = DATA[::-1], '"two"'
        assert fetched(site, tmp_path, told) == DATA[::-1]


def test_a_server_without_ranges(tmp_path: Path, told: list[tuple[int, int | None]]) -> None:
    with serving({"/m.argosmodel": DATA}) as site:
        site.cuts, site.ranges = [3_000_000], False
        assert fetched(site, tmp_path, told) == DATA


def test_another_checksum_than_was_known(tmp_path: Path, told: list[tuple[int, int | None]]) -> None:
    with serving({"/m.argosmodel": DATA}) as site, pytest.raises(ModelError, match=r"its SHA-256 is \w+, not 0+;"):
        fetched(site, tmp_path, told, "0" * 64)
    assert not list((tmp_path / "in").iterdir())


def test_no_such_file_there(tmp_path: Path, told: list[tuple[int, int | None]]) -> None:
    with serving({}) as site, pytest.raises(ModelError, match="the server answers 404"):
        fetched(site, tmp_path, told)


def test_nobody_there(tmp_path: Path, told: list[tuple[int, int | None]]) -> None:
    with serving({}) as site:
        pass
    with pytest.raises(ModelError, match=r"refused.*takes it up again") as raised:
        fetched(site, tmp_path, told)
    assert "\n" not in str(raised.value)


def test_more_than_a_model_has(
    tmp_path: Path, told: list[tuple[int, int | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "MOST_BYTES", 1000)
    with serving({"/m.argosmodel": DATA}) as site, pytest.raises(ModelError, match="a model has at most 1,000"):
        fetched(site, tmp_path, told)


@pytest.mark.parametrize("address", ["ftp://host/m", "file:///etc/passwd", "https://", "https://host/", "m.argosmodel"])
def test_no_address(tmp_path: Path, address: str) -> None:
    with pytest.raises(ModelError, match="no address of a file"):
        Download(address, tmp_path)


def test_by_the_proxy_that_the_environment_names(
    tmp_path: Path, told: list[tuple[int, int | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving({"http://models.invalid/m.argosmodel": DATA}) as site:
        monkeypatch.setenv("http_proxy", site.address)
        site.address = "http://models.invalid"
        assert fetched(site, tmp_path, told) == DATA


@pytest.mark.parametrize(
    ("asked", "led_to", "open_"),
    [
        ("https://a/m", "https://b/m", False),
        ("https://a/m", "http://b/m", True),
        ("http://a/m", "http://b/m", False),
        ("https://a/m", "/m", False),
    ],
)
def test_an_encrypted_address_leads_to_no_other(asked: str, led_to: str, open_: bool) -> None:
    assert downloads.in_the_open(asked, led_to) is open_


def test_a_server_that_leads_elsewhere(tmp_path: Path, told: list[tuple[int, int | None]]) -> None:
    with serving({"/there": DATA}) as site:
        site.moved["/m.argosmodel"] = "/there"
        assert fetched(site, tmp_path, told) == DATA
