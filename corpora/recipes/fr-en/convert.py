"""Third step of the French-English model: the weights in CTranslate2's format, int8, as a package.

    python corpora/recipes/fr-en/convert.py WORK/averaged.pt WORK/pieces.model OUT [--size small|large]

OUT receives `model.bin`, `config.json`, `shared_vocabulary.json` (CTranslate2 `Translator`), `pieces.model`
(SentencePiece) and `model.toml`: `cleanup models add OUT` takes it. `--argos FILE` also writes it as an Argos package.
"""

from __future__ import annotations

import argparse
import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sentencepiece
import torch
from ctranslate2.converters import Converter
from ctranslate2.specs import common_spec, transformer_spec
from network import SIZES, Size  # beside this file

WEIGHTS = ("model.bin", "config.json", "shared_vocabulary.json")
MANIFEST = """\
format = 1
kind = "translation"
name = "fr-en"
source = ["fr"]
target = ["en"]
source-pieces = "pieces.model"
target-pieces = "pieces.model"
licence = "Apache-2.0; see CARD.md for the data"

[files]  # bytes
"""
METADATA = {
    "package_version": "1.0",
    "argos_version": "1.9",
    "from_code": "fr",
    "from_name": "French",
    "to_code": "en",
    "to_name": "English",
}


@dataclass
class Weights(Converter):  # type: ignore[misc]
    """A checkpoint of train.py as CTranslate2 meets it."""

    checkpoint: Path
    pieces: Path
    size: Size

    def _load(self) -> transformer_spec.TransformerSpec:
        weights: dict[str, Any] = torch.load(self.checkpoint, map_location="cpu", weights_only=True)["model"]
        weights = {name: weight.float().numpy() for name, weight in weights.items()}
        spec = specification(self.size)
        spec.encoder.embeddings[0].weight = weights["embeddings.weight"]
        spec.decoder.embeddings.weight = weights["embeddings.weight"]
        spec.decoder.projection.weight = weights["embeddings.weight"]
        for side in ("encoder", "decoder"):
            half = getattr(spec, side)
            half.layer_norm.gamma = weights[f"{side}_last.weight"]
            for number, layer in enumerate(half.layer):
                begin = f"{side}.{number}."
                fill(layer, {name.removeprefix(begin): w for name, w in weights.items() if name.startswith(begin)})
        vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(self.pieces))
        pieces = [vocabulary.id_to_piece(i) for i in range(vocabulary.vocab_size())]
        spec.register_source_vocabulary(pieces)
        spec.register_target_vocabulary(pieces)
        spec.config.bos_token = spec.config.decoder_start_token = "<s>"  # noqa: S105  no password
        spec.config.eos_token, spec.config.unk_token = "</s>", "<unk>"
        spec.config.add_source_eos = True
        spec.config.layer_norm_epsilon = 1e-6
        return spec


def specification(size: Size) -> transformer_spec.TransformerSpec:
    shape: dict[str, Any] = {
        "activation": common_spec.Activation.SWISH,
        "ffn_glu": True,
        "rms_norm": True,
        "rotary_dim": 0,
        "rotary_interleave": False,
    }
    encoder = transformer_spec.TransformerEncoderSpec(size.encoder, size.heads, **shape)
    decoder = transformer_spec.TransformerDecoderSpec(size.decoder, size.heads, **shape)
    encoder.scale_embeddings = decoder.scale_embeddings = True
    del encoder.position_encodings  # rotary
    return transformer_spec.TransformerSpec(encoder, decoder)


def fill(layer: Any, own: dict[str, Any]) -> None:
    layer.self_attention.layer_norm.gamma = own["itself.norm.weight"]
    layer.self_attention.linear[0].weight = own["itself.inputs.weight"]
    layer.self_attention.linear[1].weight = own["itself.outputs.weight"]
    if "look.norm.weight" in own:
        layer.attention.layer_norm.gamma = own["look.norm.weight"]
        layer.attention.linear[0].weight = own["look.queries.weight"]
        layer.attention.linear[1].weight = own["look.source.weight"]
        layer.attention.linear[2].weight = own["look.outputs.weight"]
    layer.ffn.layer_norm.gamma = own["feed.norm.weight"]
    layer.ffn.linear_0.weight = own["feed.gate.weight"]
    layer.ffn.linear_0_noact.weight = own["feed.up.weight"]
    layer.ffn.linear_1.weight = own["feed.down.weight"]


def write_argos(folder: Path, file: Path) -> None:
    """Write the package as Argos Translate installs it."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("translate-fr_en-1_0/metadata.json", json.dumps(METADATA, indent=1))
        archive.write(folder / "pieces.model", "translate-fr_en-1_0/sentencepiece.model")
        for name in WEIGHTS:
            archive.write(folder / name, f"translate-fr_en-1_0/model/{name}")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("checkpoint", type=Path)
    asked.add_argument("pieces", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--size", choices=SIZES, default="small")
    asked.add_argument("--quantization", default="int8")
    asked.add_argument("--argos", type=Path)
    given = asked.parse_args()
    converter = Weights(given.checkpoint, given.pieces, SIZES[given.size])
    given.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:  # the converter empties the one it writes to
        made = converter.convert(str(Path(folder, "model")), quantization=given.quantization)
        for file in Path(made).iterdir():
            shutil.copy(file, given.out)
    shutil.copy(given.pieces, given.out / "pieces.model")
    files = (*WEIGHTS, "pieces.model")
    sizes = "".join(f'"{name}" = {(given.out / name).stat().st_size}\n' for name in files)
    (given.out / "model.toml").write_text(MANIFEST + sizes, encoding="utf-8")
    if given.argos:
        write_argos(given.out, given.argos)


if __name__ == "__main__":
    main()
