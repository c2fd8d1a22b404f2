"""Third step of the fluency model: the weights in CTranslate2's format, int8, with the vocabulary beside them.

    python corpora/recipes/fluency/convert.py WORK/cooled.pt WORK/pieces.model OUT [--size small|large]

OUT receives `model.bin`, `config.json`, `vocabulary.json` (CTranslate2 `Generator`) and `pieces.model` (SentencePiece).
"""

from __future__ import annotations

import argparse
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sentencepiece
import torch
from ctranslate2.converters import Converter
from ctranslate2.specs import common_spec, transformer_spec
from network import SIZES, Size  # beside this file

HALVES = ("before_attention.weight", "before_feed.weight")


@dataclass
class Weights(Converter):  # type: ignore[misc]
    """A checkpoint of train.py as CTranslate2 meets it."""

    checkpoint: Path
    pieces: Path
    size: Size

    def _load(self) -> transformer_spec.TransformerDecoderModelSpec:
        weights: dict[str, Any] = torch.load(self.checkpoint, map_location="cpu", weights_only=True)["model"]
        weights = {name: weight.float().numpy() for name, weight in weights.items()}
        spec = transformer_spec.TransformerDecoderModelSpec.from_config(
            self.size.layers,
            self.size.heads,
            activation=common_spec.Activation.SWISH,
            pre_norm=True,
            ffn_glu=True,
            rms_norm=True,
            rotary_dim=0,
            rotary_interleave=False,
        )
        decoder = spec.decoder
        decoder.scale_embeddings = True
        decoder.embeddings.weight = weights["embeddings.weight"]
        decoder.projection.weight = weights["embeddings.weight"]
        decoder.layer_norm.gamma = weights["last.weight"]
        for number, layer in enumerate(decoder.layer):
            own = {name.split(".", 2)[2]: w for name, w in weights.items() if name.startswith(f"layers.{number}.")}
            layer.self_attention.layer_norm.gamma = own["before_attention.weight"]
            layer.self_attention.linear[0].weight = own["inputs.weight"]
            layer.self_attention.linear[1].weight = own["outputs.weight"]
            layer.ffn.layer_norm.gamma = own["before_feed.weight"]
            layer.ffn.linear_0.weight = own["gate.weight"]
            layer.ffn.linear_0_noact.weight = own["up.weight"]
            layer.ffn.linear_1.weight = own["down.weight"]
        vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(self.pieces))
        spec.register_vocabulary([vocabulary.id_to_piece(i) for i in range(vocabulary.vocab_size())])
        spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "</s>", "<unk>"
        spec.config.layer_norm_epsilon = 1e-6
        return spec


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("checkpoint", type=Path)
    asked.add_argument("pieces", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--size", choices=SIZES, default="small")
    asked.add_argument("--quantization", default="int8")
    given = asked.parse_args()
    converter = Weights(given.checkpoint, given.pieces, SIZES[given.size])
    given.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:  # the converter empties the one it writes to
        made = converter.convert(str(Path(folder, "model")), quantization=given.quantization)
        for file in Path(made).iterdir():
            shutil.copy(file, given.out)
    shutil.copy(given.pieces, given.out / "pieces.model")


if __name__ == "__main__":
    main()
