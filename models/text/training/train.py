"""Trains the recogniser; run by `npm run train:lines`, which sets up the environment.

    train.py --lines DIR --out DIR --minutes 60
    train.py --lines DIR --out DIR --minutes 60 --start ../card-recogniser/card-recogniser-float.onnx

Prints and writes `curve.csv`; see `TrainingRun`.
"""

import argparse
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from evaluate import FIGURES, evaluate
from lines import Batch, LineSet, draw_batches
from network import LineNetwork, steps_of
from start import load_start
from training_run import Task, TrainingRun, add_run_options, device_of, prepare

BATCH = 64
PEAK_RATE = 3e-3
PEAK_RATE_FROM_START = 5e-4
"""A network that reads forgets at the rate of one that begins."""
MEASURED_BATCHES = 30
"""What a start's normalisation is measured on."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a network to train on from, as export.py writes")
    parser.add_argument("--peak-rate", type=float, help="of learning; the default knows of --start")
    add_run_options(parser, minutes=90)
    options = parser.parse_args()
    prepare(options)
    train_set = LineSet(options.lines, "train")
    tune_set = LineSet(options.lines, "tune")
    network = LineNetwork()
    if options.start is not None:
        drawn = draw_batches(train_set, BATCH, np.random.default_rng(options.seed))
        samples = (batch.pixels for batch in islice(drawn, MEASURED_BATCHES))
        load_start(network, options.start, samples)
    usual_rate = PEAK_RATE if options.start is None else PEAK_RATE_FROM_START
    task = Task(
        network=network,
        batch_size=BATCH,
        peak_rate=options.peak_rate or usual_rate,
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
