"""The transformer of the French-English model: deep encoder, shallow decoder, in shapes that CTranslate2 runs.

Layers as LLaMA has them (Touvron and others 2023), one table of embeddings for both languages and for the output.
Head 0 of the last layer's attention on the source is taught where words come from (Chen and others 2016).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

PIECES = 8_000
START, END = 1, 2


@dataclass(frozen=True)
class Size:
    """Shapes of a model, and of its batches."""

    width: int
    encoder: int  # layers
    decoder: int
    heads: int
    inner: int  # of the feed-forward half
    pieces: int  # in a batch, both sides, with padding


SIZES = {
    "small": Size(width=256, encoder=6, decoder=2, heads=4, inner=704, pieces=6144),  # 9 MB in int8
    "large": Size(width=512, encoder=6, decoder=2, heads=8, inner=1408, pieces=65_536),  # 34 MB in int8
}


def rotated(x: Tensor, turns: tuple[Tensor, Tensor]) -> Tensor:
    """Rotary positions (Su and others 2021), first half against second, as CTranslate2 has them."""
    cos, sin = turns
    one, two = x.chunk(2, dim=-1)
    return torch.cat((one * cos - two * sin, two * cos + one * sin), dim=-1)


class Norm(nn.RMSNorm):
    """An RMS norm in the numbers of its input."""

    def forward(self, x: Tensor) -> Tensor:
        return functional.rms_norm(x, self.normalized_shape, self.weight.to(x.dtype), self.eps)


def split(x: Tensor, heads: int) -> Tensor:
    """(lines, length, width) to (lines, heads, length, width of a head)."""
    return x.unflatten(-1, (heads, -1)).transpose(1, 2)


class Attention(nn.Module):
    """A line on itself: all of it, or (`causal`) what came before."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.norm = Norm(size.width, eps=1e-6)
        self.inputs = nn.Linear(size.width, 3 * size.width, bias=False)  # queries, keys, values
        self.outputs = nn.Linear(size.width, size.width, bias=False)

    def forward(self, x: Tensor, turns: tuple[Tensor, Tensor], mask: Tensor | None) -> Tensor:
        queries, keys, values = (split(part, self.heads) for part in self.inputs(self.norm(x)).chunk(3, dim=-1))
        seen = functional.scaled_dot_product_attention(
            rotated(queries, turns), rotated(keys, turns), values, attn_mask=mask, is_causal=mask is None
        )
        return x + self.outputs(seen.transpose(1, 2).flatten(2))


class Look(nn.Module):
    """The target on the source, with what head 0 looks at."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.norm = Norm(size.width, eps=1e-6)
        self.queries = nn.Linear(size.width, size.width, bias=False)
        self.source = nn.Linear(size.width, 2 * size.width, bias=False)  # keys, values
        self.outputs = nn.Linear(size.width, size.width, bias=False)

    def forward(self, x: Tensor, source: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        queries = split(self.queries(self.norm(x)), self.heads)
        keys, values = (split(part, self.heads) for part in self.source(source).chunk(2, dim=-1))
        weights = (queries @ keys.transpose(-1, -2)).float() / queries.shape[-1] ** 0.5
        weights = weights.masked_fill(~mask, float("-inf"))
        seen = weights.softmax(-1).to(values.dtype) @ values
        return x + self.outputs(seen.transpose(1, 2).flatten(2)), weights[:, 0].log_softmax(-1)


class Feed(nn.Module):
    """The feed-forward half, gated (Shazeer 2020)."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.norm = Norm(size.width, eps=1e-6)
        self.gate = nn.Linear(size.width, size.inner, bias=False)
        self.up = nn.Linear(size.width, size.inner, bias=False)
        self.down = nn.Linear(size.inner, size.width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        y = self.norm(x)
        return x + self.down(functional.silu(self.gate(y)) * self.up(y))


class EncoderLayer(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.itself = Attention(size)
        self.feed = Feed(size)

    def forward(self, x: Tensor, turns: tuple[Tensor, Tensor], mask: Tensor) -> Tensor:
        return self.feed(self.itself(x, turns, mask))


class DecoderLayer(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.itself = Attention(size)
        self.look = Look(size)
        self.feed = Feed(size)

    def forward(self, x: Tensor, source: Tensor, turns: tuple[Tensor, Tensor], mask: Tensor) -> tuple[Tensor, Tensor]:
        x, looked = self.look(self.itself(x, turns, None), source, mask)
        return self.feed(x), looked


class Model(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.embeddings = nn.Embedding(PIECES, size.width)
        nn.init.normal_(self.embeddings.weight, std=size.width**-0.5)
        self.encoder = nn.ModuleList(EncoderLayer(size) for _ in range(size.encoder))
        self.encoder_last = Norm(size.width, eps=1e-6)
        self.decoder = nn.ModuleList(DecoderLayer(size) for _ in range(size.decoder))
        self.decoder_last = Norm(size.width, eps=1e-6)
        for name, weight in self.named_parameters():
            if name.endswith(("outputs.weight", "down.weight")):
                nn.init.zeros_(weight)
        nn.init.constant_(self.decoder_last.weight, 0.25)  # at first a state is its own piece, hardly what follows
        half = size.width // size.heads // 2
        turns = torch.outer(torch.arange(1024), 10_000 ** -(torch.arange(half) / half))
        self.register_buffer("cos", turns.cos(), persistent=False)
        self.register_buffer("sin", turns.sin(), persistent=False)

    def forward(self, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Return states (lines, target length, width), before the projection, and head 0's log attention.

        `source` ends with END and is padded with -1; `target` begins with its start and may be padded with anything.
        """
        there = (source >= 0)[:, None, None, :]
        x, turns = self._embedded(source.clamp(min=0))
        for encoding in self.encoder:
            x = encoding(x, turns, there)
        x = self.encoder_last(x)
        y, turns = self._embedded(target)
        for decoding in self.decoder:
            y, looked = decoding(y, x, turns, there)
        return self.decoder_last(y), looked

    def _embedded(self, pieces: Tensor) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        x = self.embeddings(pieces) * self.size.width**0.5
        kind = torch.get_autocast_dtype(x.device.type) if torch.is_autocast_enabled(x.device.type) else x.dtype
        cos, sin = (part[: pieces.shape[1]].to(kind) for part in (self.cos, self.sin))
        return x.to(kind), (cos, sin)
