"""The loop that every network of the project is trained in."""

import argparse
import csv
import math
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

WARM_UP = 0.03
AVERAGE = 0.998
"""Weight of the past in the running average of the parameters, which is what is kept."""
MOST_SECONDS_BETWEEN_REPORTS = 300
LEAST_REPORTS = 8
BATCHES_READY = 8


@dataclass(frozen=True)
class Task:
    """What a network is trained on, and by what it is judged."""

    network: nn.Module
    batch_size: int
    peak_rate: float
    batches: Callable[[np.random.Generator], Iterator[Any]]
    """Without end."""
    loss_of: Callable[[nn.Module, Any], Tensor]
    evaluate: Callable[[nn.Module], Sequence[float]]
    """Figures on the tune split, for the curve."""
    figures: Sequence[str]
    """Their names, in the order of `evaluate`."""
    describe_data: Callable[[], str]


def add_run_options(parser: argparse.ArgumentParser, minutes: float) -> None:
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=minutes)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cpu", action="store_true", help="even where there is an accelerator")


def prepare(options: argparse.Namespace) -> None:
    """Before the network is built, so that a seed says how it begins."""
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False


def choose_device(only_cpu: bool) -> torch.device:
    """The accelerator of the machine (CUDA, Metal and others that torch was built for), if it has one."""
    found = None if only_cpu else torch.accelerator.current_accelerator(check_available=True)
    return torch.device("cpu") if found is None else found


def device_of(network: nn.Module) -> torch.device:
    """Where samples have to be for a network; the CPU for one without parameters."""
    return next((one.device for one in network.parameters()), torch.device("cpu"))


class TrainingRun:
    """Stops after `--minutes` of computing, at a learning rate that has come down to nothing; a second
    run with the same `--out` goes on where the first was stopped."""

    def __init__(self, task: Task, options: argparse.Namespace) -> None:
        self.task = task
        self.out: Path = options.out
        self.seconds = options.minutes * 60
        device = choose_device(options.cpu)
        self.network = task.network.to(device, memory_format=torch.channels_last)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.network,
            multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE),
            use_buffers=True,
        )
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), lr=task.peak_rate, weight_decay=0.02
        )
        self.spent = 0.0
        self.seen = 0
        self.checkpoint = self.out / "checkpoint.pt"
        if self.checkpoint.exists():
            self._resume()
        self.random = np.random.default_rng([options.seed, self.seen])
        print(f"{count_parameters(self.network):,} parameters on {device}", flush=True)

    def run(self) -> None:
        ready: queue.Queue[Any] = queue.Queue(maxsize=BATCHES_READY)
        threading.Thread(target=self._fill, args=(ready,), daemon=True).start()
        losses: list[float] = []
        reported = self.spent
        pause = min(MOST_SECONDS_BETWEEN_REPORTS, self.seconds / LEAST_REPORTS)
        while self.spent < self.seconds:
            began = time.monotonic()
            rate = self._rate()
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            losses.append(self._step(ready.get()))
            self.seen += self.task.batch_size
            self.spent += time.monotonic() - began
            if self.spent - reported > pause or self.spent >= self.seconds:
                self._report(float(np.mean(losses)))
                losses, reported = [], self.spent

    def _fill(self, ready: "queue.Queue[Any]") -> None:
        for batch in self.task.batches(self.random):
            ready.put(batch)

    def _step(self, batch: Any) -> float:
        self.network.train()
        loss = self.task.loss_of(self.network, batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimiser.step()
        self.average.update_parameters(self.network)
        return loss.item()

    def _rate(self) -> float:
        share = min(self.spent / self.seconds, 1.0)
        if share < WARM_UP:
            return self.task.peak_rate * (share / WARM_UP + 0.02)
        return self.task.peak_rate * (0.5 + 0.5 * math.cos(math.pi * share)) + 1e-6

    def _report(self, loss: float) -> None:
        """A row of `curve.csv`: seconds, samples seen, loss, and the figures of `evaluate`; names in the first."""
        self.average.eval()
        figures = self.task.evaluate(self.average.module)
        row = [round(self.spent), self.seen, round(loss, 4), *(round(one, 5) for one in figures)]
        print(row, self.task.describe_data(), flush=True)
        curve = self.out / "curve.csv"
        names = [] if curve.exists() else [["seconds", "seen", "loss", *self.task.figures]]
        with curve.open("a", newline="") as file:
            csv.writer(file).writerows([*names, row])
        torch.save(
            {
                "network": self.network.state_dict(),
                "average": self.average.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "spent": self.spent,
                "seen": self.seen,
            },
            self.checkpoint,
        )

    def _resume(self) -> None:
        state = load_checkpoint(self.checkpoint)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.spent, self.seen = state["spent"], state["seen"]


def load_checkpoint(path: Path) -> dict[str, Any]:
    """In the CPU's memory, whatever device it was trained on."""
    return torch.load(path, weights_only=True, map_location="cpu")


def load_average(network: nn.Module, state: dict[str, Any]) -> nn.Module:
    """The running average of a checkpoint, which is what is exported."""
    prefix = "module."
    network.load_state_dict(
        {
            name.removeprefix(prefix): value
            for name, value in state["average"].items()
            if name.startswith(prefix)
        }
    )
    return network.eval()


def count_parameters(network: nn.Module) -> int:
    return sum(parameter.numel() for parameter in network.parameters())
