"""Trains the recogniser; run by `npm run train:lines`, which sets up the environment.

    train.py --lines DIR --out DIR --minutes 60

Stops after `--minutes` of computing, at a learning rate that has come down to nothing; a second run
with the same `--out` goes on where the first was stopped. Prints and writes `curve.csv`: seconds,
lines seen, loss, and the error on the tune split.
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
from torch import nn

from evaluate import evaluate
from lines import Batch, LineSet, draw_batches
from network import LineNetwork, count_parameters, steps_of

BATCH = 64
PEAK_RATE = 3e-3
WARM_UP = 0.03
AVERAGE = 0.998
"""Weight of the past in the running average of the parameters, which is what is kept."""
SECONDS_BETWEEN_REPORTS = 300


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    Training(options).run()


class Training:
    def __init__(self, options: argparse.Namespace) -> None:
        self.out: Path = options.out
        self.seconds = options.minutes * 60
        self.network = LineNetwork().to(memory_format=torch.channels_last)
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
        self.train_set = LineSet(options.lines, "train")
        self.tune_set = LineSet(options.lines, "tune")
        self.checkpoint = self.out / "checkpoint.pt"
        if self.checkpoint.exists():
            self._resume()
        self.batches = draw_batches(
            self.train_set, BATCH, np.random.default_rng([options.seed, self.seen])
        )
        print(f"{count_parameters(self.network):,} parameters", flush=True)

    def run(self) -> None:
        loss_of = nn.CTCLoss(zero_infinity=True)
        ready: queue.Queue[Batch] = queue.Queue(maxsize=8)
        threading.Thread(target=self._fill, args=(ready,), daemon=True).start()
        losses: list[float] = []
        reported = self.spent
        while self.spent < self.seconds:
            began = time.monotonic()
            rate = self._rate()
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            batch = ready.get()
            losses.append(self._step(batch, loss_of))
            self.seen += len(batch.lines)
            self.spent += time.monotonic() - began
            if self.spent - reported > SECONDS_BETWEEN_REPORTS or self.spent >= self.seconds:
                self._report(float(np.mean(losses)))
                losses, reported = [], self.spent

    def _fill(self, ready: "queue.Queue[Batch]") -> None:
        for batch in self.batches:
            ready.put(batch)

    def _step(self, batch: Batch, loss_of: nn.CTCLoss) -> float:
        self.network.train()
        pixels = batch.pixels.to(memory_format=torch.channels_last)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = self.network(pixels)
        scores = logits.float().log_softmax(2).transpose(0, 1)
        loss = loss_of(scores, batch.targets, steps_of(batch.widths), batch.lengths)
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
        error = evaluate(self.average.module, self.tune_set)
        row = [round(self.spent), self.seen, round(loss, 4), *(round(one, 5) for one in error)]
        print(row, len(self.train_set.lines), "lines", flush=True)
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
