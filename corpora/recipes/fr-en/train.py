"""Second step of the French-English model: the transformer of network.py, trained on what prepare.py made.

    python corpora/recipes/fr-en/train.py WORK --minutes 60 [--size small|large] [--device cpu|cuda] [--also made.npz]
    python corpora/recipes/fr-en/train.py WORK --minutes 20 --cool

Matrices are moved by Muon (Jordan 2024), embeddings and gains by Adam. The learning rate is constant, then falls to
nothing (`--cool`, from the checkpoint that the first call left, into cooled.pt): one may train for as long as there is
time, and cool when there is no more. `averaged.pt` is a running mean of the weights. The loss is cross-entropy with
label smoothing, and the log-probability that head 0 gives to the source piece which eflomal's links name: thin CPU time
buys little, and where words come from is what takes longest to learn unaided. Seeded; goes on from WORK/checkpoint.pt.
"""

# ruff: noqa: T201  a script that tells how it goes

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

import torch
from batches import SEED, Batch, Pairs
from network import SIZES, Model
from torch import Tensor
from torch.nn import functional

WARM = 100  # steps until the learning rate is whole
SMOOTHING = 0.1
LINKS = 0.3  # what the links weigh beside the words
MEMORY = 0.995  # of the running mean, a step


def losses(model: Model, source: Tensor, target: Tensor, wanted: Tensor, links: Tensor) -> tuple[Tensor, Tensor]:
    """Return the sum to be made small, and the nats a piece without smoothing or links."""
    states, looked = model(source, target)
    scores = functional.linear(states, model.embeddings.weight.to(states.dtype)).float().flatten(0, 1)
    logs, wanted, there = scores.log_softmax(-1), wanted.flatten(), (wanted.flatten() >= 0).float()
    pieces = there.sum()
    nats = -(logs.gather(1, wanted.clamp(min=0)[:, None]).squeeze(1) * there).sum() / pieces
    smooth = -(logs.mean(-1) * there).sum() / pieces
    linked = (links >= 0).float()
    missed = -(looked.gather(2, links.clamp(min=0)[:, :, None]).squeeze(2) * linked).sum() / linked.sum().clamp(min=1)
    return (1 - SMOOTHING) * nats + SMOOTHING * smooth + LINKS * missed, nats.detach()


def movers_of(model: Model) -> list[torch.optim.Optimizer]:
    matrices = [w for name, w in model.named_parameters() if w.ndim == 2 and name != "embeddings.weight"]
    gains = [weight for weight in model.parameters() if weight.ndim == 1]
    return [
        torch.optim.Muon(matrices, lr=0.02, momentum=0.95, weight_decay=0.01, ns_steps=4),
        torch.optim.Adam(
            [{"params": [model.embeddings.weight], "lr": 0.002}, {"params": gains, "lr": 0.002}],
            betas=(0.9, 0.95),
            eps=1e-10,
        ),
    ]


@dataclass
class Run:
    """A model in training, what moves it, how many steps it has made, and the running mean of its weights."""

    model: Model
    device: str
    done: int = 0

    def __post_init__(self) -> None:
        self.movers = movers_of(self.model)
        self.mean = {name: weight.clone() for name, weight in self.model.state_dict().items()}
        self.rates = [(group, group["lr"]) for mover in self.movers for group in mover.param_groups]
        self.compiled = torch.compile(losses, dynamic=False)

    def restore(self, path: Path) -> None:
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        for mover, was in zip(self.movers, state["movers"], strict=True):
            mover.load_state_dict(was)
        self.done, self.mean = state["done"], state["mean"]
        self.rates = [(group, group["lr"]) for mover in self.movers for group in mover.param_groups]

    def save(self, path: Path) -> None:
        self.pace(1.0)
        movers = [mover.state_dict() for mover in self.movers]
        kept = {"model": self.model.state_dict(), "movers": movers, "done": self.done, "mean": self.mean}
        torch.save(kept, part := path.with_suffix(".part"))
        part.replace(path)
        torch.save({"model": self.mean, "done": self.done}, part := path.with_name("averaged.part"))
        part.replace(path.with_name("averaged.pt" if path.stem == "checkpoint" else f"averaged-{path.stem}.pt"))

    def pace(self, share: float) -> None:
        """Set the learning rates to a share of what they are."""
        for group, rate in self.rates:
            group["lr"] = rate * share

    def losses(self, batch: Batch, of: Callable[..., tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
        parts = (part.to(self.device) for part in (batch.source, batch.target, batch.wanted, batch.links))
        with torch.autocast(self.device, torch.bfloat16):
            return of(self.model, *parts)

    def step(self, batch: Batch) -> float:
        loss, nats = self.losses(batch, self.compiled)
        loss.backward()
        for mover in self.movers:
            mover.step()
            mover.zero_grad()
        self.done += 1
        memory = min(MEMORY, 1 - 1 / (self.done + 1))
        with torch.no_grad():
            for name, weight in self.model.state_dict().items():
                self.mean[name].lerp_(weight, 1 - memory)
        return nats.item()


def held_nats(run: Run, held: Pairs) -> float:
    """Nats a piece on up to twenty batches of pairs held out."""
    with torch.no_grad():
        some = zip(held.batches(run.model.size, 0), range(20), strict=False)
        found = [run.losses(batch, losses)[1].item() for batch, _ in some]
    return sum(found) / len(found)


def train(run: Run, pairs: Pairs, held: Pairs, given: argparse.Namespace) -> None:
    began = saved = time.monotonic()
    seen: list[float] = []
    path = given.work / ("cooled.pt" if given.cool else "checkpoint.pt")
    start = run.done
    for batch in (batch for epoch in count(start) for batch in pairs.batches(run.model.size, epoch)):
        spent = (now := time.monotonic()) - began
        run.pace(max(0.0, 1 - spent / (60 * given.minutes)) if given.cool else min(1, (run.done + 1) / WARM))
        seen.append(run.step(batch))
        if run.done % 50 == 0:
            pace = spent / (run.done - start)
            print(
                f"{time.strftime('%H:%M')} {run.done} {sum(seen[-50:]) / len(seen[-50:]):.4f} {pace:.2f} s", flush=True
            )
        if (over := spent > 60 * given.minutes) or now - saved > 60 * given.every:
            print(f"{run.done} held out: {held_nats(run, held):.4f} nats a piece", flush=True)
            run.save(path)
            saved = time.monotonic()
        if over:
            return


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("work", type=Path)
    asked.add_argument("--minutes", type=float, required=True)
    asked.add_argument("--size", choices=SIZES, default="small")
    asked.add_argument("--device", default="cpu")
    asked.add_argument("--also", type=Path, action="append", default=[], help="more pairs, made like train.npz")
    asked.add_argument("--law", type=float, default=1.0, help="the share of the pairs of law that is learnt from")
    asked.add_argument("--data", type=Path, help="where train.npz and held.npz are, when not in WORK")
    asked.add_argument(
        "--reverse", action="store_true", help="from English into French, for back.py; a WORK of its own"
    )
    asked.add_argument("--cool", action="store_true", help="let the learning rate fall to nothing, from the checkpoint")
    asked.add_argument("--every", type=float, default=10, help="minutes between two checkpoints")
    given = asked.parse_args()
    given.data = given.data or given.work
    torch.manual_seed(SEED)
    run = Run(Model(SIZES[given.size]).to(given.device), given.device)
    if (kept := given.work / "checkpoint.pt").exists():
        run.restore(kept)
    weights = sum(weight.numel() for weight in run.model.parameters())
    print(json.dumps(asdict(run.model.size)), f"{weights:,} weights, step {run.done}", flush=True)
    pairs = Pairs([given.data / "train.npz", *given.also], given.law, given.reverse)
    held = Pairs([given.data / "held.npz"], reverse=given.reverse)
    print(f"{len(pairs.lines):,} pairs", flush=True)
    train(run, pairs, held, given)


if __name__ == "__main__":
    main()
