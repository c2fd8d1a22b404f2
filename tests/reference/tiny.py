"""Small models to test with: real vocabularies, real CTranslate2 files, random weights. They translate nothing."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import common_spec, transformer_spec

WIDTH, HEADS = 16, 2
TEXT = """\
Le ministre a signé un accord avec les États-Unis. | The minister signed a deal with the United States.
La ville a rouvert trois écoles après les pluies. | The city reopened three schools after the rains.
Les deux équipes joueront dimanche à Lyon. | The two teams will play in Lyon on Sunday.
Le prix du blé a baissé de 4 % en mars. | The price of wheat fell by 4% in March.
"""
MANIFEST = """\
format = 1
kind = "translation"
name = "{name}"
source = ["fr"]
target = ["en"]
source-pieces = "pieces.model"
target-pieces = "pieces.model"
"""


def write_pieces(path: Path, symbols: tuple[str, ...] = ()) -> list[str]:
    """Write a SentencePiece vocabulary learnt from the lines above; return its pieces."""
    lines = [side.strip() for line in TEXT.splitlines() for side in line.split("|")]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix=str(path.with_suffix("")),
        vocab_size=120,
        hard_vocab_limit=False,
        character_coverage=1.0,
        user_defined_symbols=list(symbols),
        minloglevel=2,
    )
    path.with_suffix(".vocab").unlink()
    read = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [read.id_to_piece(number) for number in range(read.vocab_size())]


def write_model(folder: Path, pieces: list[str], seed: int = 1) -> None:
    """Write a CTranslate2 translation model of one layer a side, its weights drawn by lot."""
    lots = np.random.default_rng(seed)
    spec = transformer_spec.TransformerSpec.from_config(1, HEADS, activation=common_spec.Activation.RELU)
    for half in (spec.encoder, spec.decoder):
        _norm(half.layer_norm)
        for layer in half.layer:
            attentions = [layer.self_attention, *([layer.attention] if half is spec.decoder else [])]
            for attention in attentions:
                _norm(attention.layer_norm)
                widths = {2: (3, 1), 3: (1, 2, 1)}[len(attention.linear)]
                for linear, times in zip(attention.linear, widths, strict=True):
                    _linear(linear, lots, times * WIDTH)
            _norm(layer.ffn.layer_norm)
            _linear(layer.ffn.linear_0, lots, 2 * WIDTH)
            _linear(layer.ffn.linear_1, lots, WIDTH, 2 * WIDTH)
    tables = lots.normal(0, 1, (3, len(pieces), WIDTH)).astype(np.float32)
    spec.encoder.embeddings[0].weight, spec.decoder.embeddings.weight, spec.decoder.projection.weight = tables
    spec.decoder.projection.weight = tables[2] * 0.4
    likelier = {"</s>": 3.0, "<unk>": -30.0}  # so that it comes to an end, and never says that it does not know
    spec.decoder.projection.bias = np.array([likelier.get(piece, 0.0) for piece in pieces], np.float32)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.validate()
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def _norm(norm: common_spec.LayerNormSpec) -> None:
    norm.gamma, norm.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)


def _linear(linear: common_spec.LinearSpec, lots: np.random.Generator, rows: int, columns: int = WIDTH) -> None:
    linear.weight = lots.normal(0, 0.4, (rows, columns)).astype(np.float32)
    linear.bias = np.zeros(rows, np.float32)


def write_folder(folder: Path, name: str = "fr-en", manifest: str = MANIFEST, symbols: tuple[str, ...] = ()) -> Path:
    """Write a model's folder with a `model.toml`."""
    folder.mkdir(parents=True)
    write_model(folder, write_pieces(folder / "pieces.model", symbols))
    (folder / "model.toml").write_text(manifest.format(name=name), encoding="utf-8")
    return folder


def write_argos(archive: Path, folder: Path, source: str = "fr", target: str = "en") -> Path:
    """Write an Argos package with the model in a folder: `metadata.json`, `sentencepiece.model`, `model/`."""
    root = f"translate-{source}_{target}-1_0"
    said = {"package_version": "1.0", "argos_version": "1.9", "from_code": source, "from_name": source.upper()}
    said |= {"to_code": target, "to_name": target.upper()}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{root}/metadata.json", json.dumps(said))
        packed.write(folder / "pieces.model", f"{root}/sentencepiece.model")
        for name in ("model.bin", "config.json", "shared_vocabulary.json"):
            packed.write(folder / name, f"{root}/model/{name}")
    return archive
