"""Second step of the fluency model: a small decoder-only transformer, trained on what prepare.py made.

    python corpora/recipes/fluency/train.py WORK --steps 3000 [--size small|large] [--device cpu|cuda]
    python corpora/recipes/fluency/train.py WORK --steps 600 --cool

The transformer is that of network.py. Matrices are moved by Muon (Jordan 2024), embeddings and gains by Adam. The
learning rate is constant, then falls to nothing (`--cool`, from the checkpoint that the first call left): one may train
for as long as there is time, and cool when there is no more. On a GPU, `--size large --device cuda --steps 10000` goes
eight times through 31 million words.

While training, the softmax runs over the target and a Poisson sample of the other pieces, each weighed by one over its
chance of being there (importance sampling, Bengio and Senécal 2003): exact for frequent pieces, a tenth of the work
for the rest. Held-out loss is over all pieces. Seeded; on two cores with bfloat16 about a second and a half a step.
"""

# ruff: noqa: T201  a script that tells how it goes

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import count, islice
from pathlib import Path

import numpy as np
import torch
from network import PIECES, SIZES, Model, Size
from torch import Tensor
from torch.nn import functional

SEED = 20
WARM = 100  # steps until the learning rate is whole


def loss_over_sample(states: Tensor, targets: Tensor, weights: Tensor, chances: Tensor) -> Tensor:
    """Mean negative log-likelihood in nats; `chances` (pieces): that of each piece to be in the sample."""
    there = torch.nonzero(torch.rand_like(chances) < chances).squeeze(1)
    others = functional.linear(states, weights[there].to(states.dtype)).float() - chances[there].log()
    others = others.masked_fill(targets[:, None] == there[None, :], float("-inf"))
    target = (states * functional.embedding(targets, weights).to(states.dtype)).float().sum(-1)
    return (torch.logaddexp(others.logsumexp(-1), target) - target).mean()


def loss_over_all(states: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    return functional.cross_entropy(functional.linear(states, weights.to(states.dtype)).float(), targets)


def sampling_chances(stream: np.ndarray, expected: int) -> Tensor:
    """Chances, at most 1, that make the sample `expected` pieces large, frequent pieces first."""
    frequency = (np.bincount(stream, minlength=PIECES) + 1.0) ** 0.75
    low, high = 0.0, 1e9
    for _ in range(80):
        scale = (low + high) / 2
        low, high = (scale, high) if np.minimum(1, scale * frequency).sum() < expected else (low, scale)
    return torch.tensor(np.minimum(1, low * frequency), dtype=torch.float32)


def held_loss(model: Model, stream: np.ndarray, device: str) -> float:
    """Nats a piece over the whole vocabulary, on up to 100,000 pieces held out."""
    length = model.size.length
    rows = min(100_000 // length, (len(stream) - 1) // length)
    lines = torch.from_numpy(stream[: rows * length + 1].astype(np.int64)).to(device)
    total = 0.0
    with torch.no_grad(), torch.autocast(device, torch.bfloat16):
        for start in range(0, rows, 32):
            some = min(32, rows - start)
            part = lines[start * length : (start + some) * length + 1]
            states = model(part[:-1].view(some, length)).flatten(0, 1)
            total += some * loss_over_all(states, part[1:], model.embeddings.weight).item()
    return total / rows


def optimisers(model: Model) -> list[torch.optim.Optimizer]:
    matrices = [weight for weight in model.layers.parameters() if weight.ndim == 2]
    gains = [weight for weight in model.parameters() if weight.ndim == 1]
    return [
        torch.optim.Muon(matrices, lr=0.02, momentum=0.95, weight_decay=0.01),
        torch.optim.Adam(
            [{"params": [model.embeddings.weight], "lr": 0.002}, {"params": gains, "lr": 0.002}],
            betas=(0.9, 0.95),
            eps=1e-10,
        ),
    ]


@dataclass
class Run:
    """A model in training, what moves it, and how many steps it has made."""

    model: Model
    movers: list[torch.optim.Optimizer]
    done: int = 0

    def __post_init__(self) -> None:
        self.forward = torch.compile(self.model)
        self.rates = [(group, group["lr"]) for mover in self.movers for group in mover.param_groups]

    def restore(self, path: Path, device: str) -> None:
        state = torch.load(path, map_location=device, weights_only=True)
        self.model.load_state_dict(state["model"])
        for mover, was in zip(self.movers, state["movers"], strict=True):
            mover.load_state_dict(was)
        self.done = state["done"]
        self.__post_init__()

    def save(self, path: Path) -> None:
        self.pace(1.0)
        movers = [mover.state_dict() for mover in self.movers]
        torch.save(
            {"model": self.model.state_dict(), "movers": movers, "done": self.done}, part := path.with_suffix(".part")
        )
        part.replace(path)

    def pace(self, share: float) -> None:
        """Set the learning rates to a share of what they are."""
        for group, rate in self.rates:
            group["lr"] = rate * share

    def step(self, batch: Tensor, chances: Tensor | None) -> float:
        with torch.autocast(batch.device.type, torch.bfloat16):
            states, targets = self.forward(batch[:, :-1]).flatten(0, 1), batch[:, 1:].flatten()
            weights = self.model.embeddings.weight
            if chances is None:
                loss = loss_over_all(states, targets, weights)
            else:
                loss = loss_over_sample(states, targets, weights, chances)
        loss.backward()
        for mover in self.movers:
            mover.step()
            mover.zero_grad()
        self.done += 1
        return loss.item()


def batches(stream: np.ndarray, size: Size, done: int, device: str) -> Iterator[Tensor]:
    """Yield batches without end, (lines, length + 1), in an order that `done` steps have gone through already."""
    rows = (len(stream) - 1) // size.length
    order = np.random.default_rng(SEED).permutation(rows)
    for step in count(done):
        chosen = order[np.arange(step * size.lines, (step + 1) * size.lines) % rows]
        lines = [stream[row * size.length : (row + 1) * size.length + 1] for row in chosen]
        yield torch.from_numpy(np.stack(lines).astype(np.int64)).to(device)


def train(run: Run, given: argparse.Namespace) -> None:
    stream, held = (np.fromfile(given.work / f"{name}.bin", np.uint16) for name in ("train", "held"))
    size, start, began = run.model.size, run.done, time.monotonic()
    chances = sampling_chances(stream, size.sample).to(given.device) if size.sample else None
    losses: list[float] = []
    for batch in islice(batches(stream, size, start, given.device), given.steps):
        run.pace(1 - (run.done - start) / given.steps if given.cool else min(1, (run.done + 1) / WARM))
        losses.append(run.step(batch, chances))
        if run.done % 50 == 0:
            pace = (time.monotonic() - began) / (run.done - start)
            print(f"{run.done} {sum(losses[-50:]) / len(losses[-50:]):.4f} {pace:.3f} s", flush=True)
        if run.done % given.every == 0 or run.done == start + given.steps:
            print(f"{run.done} held out: {held_loss(run.model, held, given.device):.4f} nats a piece", flush=True)
            run.save(given.work / ("cooled.pt" if given.cool else "checkpoint.pt"))


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("work", type=Path)
    asked.add_argument("--steps", type=int, required=True)
    asked.add_argument("--size", choices=SIZES, default="small")
    asked.add_argument("--device", default="cpu")
    asked.add_argument("--cool", action="store_true", help="let the learning rate fall to nothing, from the checkpoint")
    asked.add_argument("--every", type=int, default=250, help="steps between two checkpoints")
    given = asked.parse_args()
    torch.manual_seed(SEED)
    model = Model(SIZES[given.size]).to(given.device)
    run = Run(model, optimisers(model))
    if (kept := given.work / "checkpoint.pt").exists():
        run.restore(kept, given.device)
    weights = sum(weight.numel() for weight in model.parameters())
    print(json.dumps(asdict(model.size)), f"{weights:,} weights, step {run.done}", flush=True)
    train(run, given)


if __name__ == "__main__":
    main()
