"""Trains one of the two networks; run by `npm run train:card`, which sets up the environment.

    train.py --network locator|line-map --photographs DIR --out DIR --minutes 40

Stops after `--minutes` of computing, at a learning rate that has come down to nothing; a second run
with the same `--out` goes on where the first was stopped. Prints and writes `curve.csv`: seconds,
photographs seen, loss, and the figures of the network's `evaluate` on the tune split.
"""

import argparse
import csv
import math
import queue
import threading
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

import line_map
import locator
from blocks import count_parameters
from photographs import PhotographSet

NETWORKS = {"locator": (locator, locator.CardLocator), "line-map": (line_map, line_map.LineMap)}
BATCH = 16
PEAK_RATE = 2e-3
WARM_UP = 0.03
AVERAGE = 0.998
"""Weight of the past in the running average of the parameters, which is what is kept."""
SECONDS_BETWEEN_REPORTS = 300
JUDGED = 120
"""Photographs of the tune split that a report looks at."""

Batch = tuple[Tensor, Tensor]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--network", choices=NETWORKS, required=True)
    parser.add_argument("--photographs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    Training(options).run()


class Training:
    def __init__(self, options: argparse.Namespace) -> None:
        self.out: Path = options.out
        self.seconds = options.minutes * 60
        self.task, build = NETWORKS[options.network]
        self.network: nn.Module = build().to(memory_format=torch.channels_last)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.network,
            multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE),
            use_buffers=True,
        )
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), lr=PEAK_RATE, weight_decay=0.02
        )
        self.spent = 0.0
        self.seen = 0
        self.train_set = PhotographSet(options.photographs, "train")
        self.tune_set = PhotographSet(options.photographs, "tune")
        self.checkpoint = self.out / "checkpoint.pt"
        if self.checkpoint.exists():
            self._resume()
        self.random = np.random.default_rng([options.seed, self.seen])
        print(f"{count_parameters(self.network):,} parameters", flush=True)

    def run(self) -> None:
        ready: queue.Queue[Batch] = queue.Queue(maxsize=6)
        threading.Thread(target=self._fill, args=(ready,), daemon=True).start()
        losses: list[float] = []
        reported = self.spent
        while self.spent < self.seconds:
            began = time.monotonic()
            rate = self._rate()
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            losses.append(self._step(ready.get()))
            self.seen += BATCH
            self.spent += time.monotonic() - began
            if self.spent - reported > SECONDS_BETWEEN_REPORTS or self.spent >= self.seconds:
                self._report(float(np.mean(losses)))
                losses, reported = [], self.spent

    def _fill(self, ready: "queue.Queue[Batch]") -> None:
        while True:
            self.train_set.refresh()
            photographs = self.train_set.photographs
            for _ in range(50):
                drawn = self.random.integers(0, len(photographs), BATCH)
                samples = [self.task.draw_sample(photographs[one], self.random) for one in drawn]
                pixels = torch.from_numpy(np.stack([pixels for pixels, _ in samples]))[:, None]
                targets = torch.from_numpy(np.stack([target for _, target in samples]))
                ready.put((pixels, targets))

    def _step(self, batch: Batch) -> float:
        self.network.train()
        pixels, targets = batch
        with torch.autocast("cpu", dtype=torch.bfloat16):
            answers = self.network(pixels.to(memory_format=torch.channels_last))
        loss = self.task.loss_of(answers.float(), targets)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimiser.step()
        self.average.update_parameters(self.network)
        return loss.item()

    def _rate(self) -> float:
        share = min(self.spent / self.seconds, 1.0)
        if share < WARM_UP:
            return PEAK_RATE * (share / WARM_UP + 0.02)
        return PEAK_RATE * (0.5 + 0.5 * math.cos(math.pi * share)) + 1e-6

    def _report(self, loss: float) -> None:
        self.average.eval()
        figures = self.task.evaluate(self.average.module, self.tune_set.photographs[:JUDGED])
        row = [round(self.spent), self.seen, round(loss, 4), *(round(one, 4) for one in figures)]
        print(row, len(self.train_set.photographs), "photographs", flush=True)
        with (self.out / "curve.csv").open("a", newline="") as file:
            csv.writer(file).writerow(row)
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
        state = torch.load(self.checkpoint, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.spent, self.seen = state["spent"], state["seen"]


if __name__ == "__main__":
    main()
