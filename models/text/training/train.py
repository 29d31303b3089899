"""Trains the recogniser; run by `npm run train:lines`, which sets up the environment.

    train.py --lines DIR --out DIR --minutes 60

Prints and writes `curve.csv`; see `TrainingRun`.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from evaluate import FIGURES, evaluate
from lines import Batch, LineSet, draw_batches
from network import LineNetwork, steps_of
from training_run import Task, TrainingRun, add_run_options, device_of, prepare

BATCH = 64
PEAK_RATE = 3e-3


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=Path, required=True)
    add_run_options(parser, minutes=90)
    options = parser.parse_args()
    prepare(options)
    train_set = LineSet(options.lines, "train")
    tune_set = LineSet(options.lines, "tune")
    task = Task(
        network=LineNetwork(),
        batch_size=BATCH,
        peak_rate=PEAK_RATE,
        batches=lambda random: draw_batches(train_set, BATCH, random),
        loss_of=loss_of,
        evaluate=lambda network: evaluate(network, tune_set),
        figures=FIGURES,
        describe_data=lambda: f"{len(train_set.lines)} lines",
    )
    TrainingRun(task, options).run()


def loss_of(network: nn.Module, batch: Batch) -> Tensor:
    """On the CPU from the scores on: only there CTC's gradient is the same each time, and not every
    accelerator has it."""
    device = device_of(network)
    pixels = batch.pixels.to(device, memory_format=torch.channels_last)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        logits = network(pixels)
    scores = logits.float().log_softmax(2).transpose(0, 1).cpu()
    steps = steps_of(batch.widths)
    return nn.functional.ctc_loss(
        scores, batch.targets, steps, batch.lengths, zero_infinity=True
    )


if __name__ == "__main__":
    main()
