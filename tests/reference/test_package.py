from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cleanup.errors import ModelError
from cleanup.reference import known, package
from cleanup.reference.manifest import Family

from .tiny import MANIFEST

METADATA = {"from_code": "fr", "to_code": "en", "package_version": "1.9", "from_name": "French", "dependencies": []}


@pytest.fixture
def copy(tmp_path: Path, folder: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "m"))


@pytest.fixture
def argos(copy: Path) -> Path:
    (copy / "model").mkdir()
    for name in ("model.bin", "config.json", "shared_vocabulary.json"):
        (copy / name).rename(copy / "model" / name)
    (copy / "pieces.model").rename(copy / "sentencepiece.model")
    (copy / "model.toml").unlink()
    (copy / "metadata.json").write_text(json.dumps(METADATA))
    return copy


def test_a_manifest(folder: Path) -> None:
    found = package.read(folder)
    assert (found.name, found.family, found.length_penalty) == ("fr-en", Family.MARIAN, 1.0)
    assert found.pair(None, None) == found.pair("fr", "en") == ("fr", "en")


def test_an_argos_package_as_it_is(argos: Path) -> None:
    found = package.read(argos)
    assert (found.name, found.version, found.length_penalty) == ("fr-en", "1.9", 0.2)
    assert found.source_pieces == found.target_pieces == argos / "sentencepiece.model"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"from_code": "../x"}, "metadata.json: "),
        ({"from_code": None}, "metadata.json: "),
        ({"type": "sbd"}, 'an Argos package of type "sbd"'),
    ],
)
def test_metadata_that_does_not_do(argos: Path, change: dict[str, str], message: str) -> None:
    (argos / "metadata.json").write_text(json.dumps(METADATA | change))
    refused(argos, message)


def test_an_argos_package_with_another_kind_of_vocabulary(argos: Path) -> None:
    (argos / "sentencepiece.model").rename(argos / "bpe.model")
    refused(argos, "bpe.model: a BPE vocabulary; only packages with a sentencepiece.model can be used")


@pytest.mark.parametrize("name", ["model.bin", "pieces.model"])
def test_a_part_is_missing(copy: Path, name: str) -> None:
    (copy / name).unlink()
    refused(copy, f"{copy / name}: missing, so the model is not whole")


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("format = 2\n" + MANIFEST.split("\n", 1)[1], "not a translation model of format 1"),
        (MANIFEST.replace("translation", "fluency"), "not a translation model of format 1"),
        (MANIFEST.replace("{name}", "../evil"), "model.toml: "),
        (MANIFEST.replace("{name}", ".hidden"), "model.toml: "),
        (MANIFEST.replace('"pieces.model"', '"../pieces.model"', 1), "model.toml: "),
        (MANIFEST + 'model = ".."\n', "model.toml: "),
        (MANIFEST + 'family = "gpt"\n', "model.toml: "),
        (MANIFEST + "sise = 3\n", "model.toml: "),
        (MANIFEST.replace('["fr"]', "[]"), "model.toml: "),
        ("format = ", "model.toml: "),
        (MANIFEST + '[files]\n"model.bin" = 3\n', "model.bin: missing or not 3 bytes long"),
        (MANIFEST + '[files]\n"more.bin" = 3\n', "more.bin: missing or not 3 bytes long"),
    ],
)
def test_a_manifest_that_does_not_do(copy: Path, manifest: str, message: str) -> None:
    (copy / "model.toml").write_text(manifest.replace("{name}", "fr-en"))
    refused(copy, message)


def test_no_model_at_all(tmp_path: Path) -> None:
    refused(tmp_path, "no model.toml and no metadata.json")


def test_a_family_that_needs_tags_says_which(copy: Path) -> None:
    (copy / "model.toml").write_text(MANIFEST.format(name="nllb") + 'family = "nllb"\n')
    with pytest.raises(ModelError, match='no tag for "fr"; add it under'):
        package.read(copy).tag("fr")


def refused(folder: Path, message: str) -> None:
    with pytest.raises(ModelError) as raised:
        package.read(folder)
    assert str(raised.value).startswith(str(folder))
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_table_of_known_packages() -> None:
    found = known.packages()
    assert {"fr-en", "es-en", "de-en", "ru-en", "zh-en", "ar-en"} <= set(found)
    for pair, one in found.items():
        assert f"translate-{pair.replace('-', '_')}-" in one.address
    assert len({one.sha256 for one in found.values()}) == len(found)
