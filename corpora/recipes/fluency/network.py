"""The transformer of the fluency model: layers as LLaMA has them (Touvron and others 2023), which CTranslate2 runs."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

PIECES = 16_000


@dataclass(frozen=True)
class Size:
    """Shapes of a model, and of its batches."""

    width: int
    layers: int
    heads: int
    inner: int  # of the feed-forward half
    length: int  # pieces a line
    lines: int  # in a batch
    sample: int  # pieces expected in the sampled softmax; 0: all


SIZES = {
    "small": Size(width=256, layers=4, heads=4, inner=704, length=128, lines=64, sample=1500),
    "large": Size(width=448, layers=6, heads=7, inner=1216, length=256, lines=128, sample=0),  # 22 MB in int8
}


def rotated(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions (Su and others 2021), first half against second, as CTranslate2 has them."""
    one, two = x.chunk(2, dim=-1)
    return torch.cat((one * cos - two * sin, two * cos + one * sin), dim=-1)


class Norm(nn.RMSNorm):
    """An RMS norm in the numbers of its input."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.rms_norm(x, self.normalized_shape, self.weight.to(x.dtype), self.eps)


class Layer(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.before_attention = Norm(size.width, eps=1e-6)
        self.before_feed = Norm(size.width, eps=1e-6)
        self.inputs = nn.Linear(size.width, 3 * size.width, bias=False)  # queries, keys, values
        self.outputs = nn.Linear(size.width, size.width, bias=False)
        self.gate = nn.Linear(size.width, size.inner, bias=False)
        self.up = nn.Linear(size.width, size.inner, bias=False)
        self.down = nn.Linear(size.inner, size.width, bias=False)
        for last in (self.outputs, self.down):
            nn.init.zeros_(last.weight)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        lines, length, width = x.shape
        split = self.inputs(self.before_attention(x)).view(lines, length, 3, self.heads, width // self.heads)
        queries, keys, values = split.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(
            rotated(queries, cos, sin), rotated(keys, cos, sin), values, is_causal=True
        )
        x = x + self.outputs(seen.transpose(1, 2).reshape(lines, length, width))
        y = self.before_feed(x)
        return x + self.down(functional.silu(self.gate(y)) * self.up(y))


class Model(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.embeddings = nn.Embedding(PIECES, size.width)
        nn.init.normal_(self.embeddings.weight, std=size.width**-0.5)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.last = Norm(size.width, eps=1e-6)
        half = size.width // size.heads // 2
        turns = torch.outer(torch.arange(1024), 10_000 ** -(torch.arange(half) / half))
        self.register_buffer("cos", turns.cos(), persistent=False)
        self.register_buffer("sin", turns.sin(), persistent=False)

    def forward(self, pieces: Tensor) -> Tensor:
        """States (lines, length, width), before the projection on the pieces."""
        x = self.embeddings(pieces) * self.size.width**0.5
        kind = torch.get_autocast_dtype(x.device.type) if torch.is_autocast_enabled(x.device.type) else x.dtype
        cos, sin = (part[: pieces.shape[1]].to(kind) for part in (self.cos, self.sin))
        x = x.to(kind)
        for layer in self.layers:
            x = layer(x, cos, sin)
        return self.last(x)
