"""Trains one of the two networks; run by `npm run train:card`, which sets up the environment.

    train.py --network locator|line-map --photographs DIR --out DIR --minutes 40

Prints and writes `curve.csv`; see `TrainingRun`.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

import line_map
import locator
from photographs import PhotographSet
from training_run import Task, TrainingRun, add_run_options, device_of, prepare

NETWORKS = {"locator": (locator, locator.CardLocator), "line-map": (line_map, line_map.LineMap)}
BATCH = 16
PEAK_RATE = 2e-3
BATCHES_BEFORE_REFRESH = 50
JUDGED = 120
"""Photographs of the tune split that a report looks at."""

Batch = tuple[Tensor, Tensor]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--network", choices=NETWORKS, required=True)
    parser.add_argument("--photographs", type=Path, required=True)
    add_run_options(parser, minutes=40)
    options = parser.parse_args()
    prepare(options)
    kind, build = NETWORKS[options.network]
    train_set = PhotographSet(options.photographs, "train")
    judged = PhotographSet(options.photographs, "tune").photographs[:JUDGED]

    def batches(random: np.random.Generator) -> Iterator[Batch]:
        while True:
            train_set.refresh()
            photographs = train_set.photographs
            for _ in range(BATCHES_BEFORE_REFRESH):
                drawn = random.integers(0, len(photographs), BATCH)
                samples = [kind.draw_sample(photographs[one], random) for one in drawn]
                pixels = torch.from_numpy(np.stack([pixels for pixels, _ in samples]))[:, None]
                yield pixels, torch.from_numpy(np.stack([target for _, target in samples]))

    def loss_of(network: nn.Module, batch: Batch) -> Tensor:
        pixels, targets = batch
        device = device_of(network)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            answers = network(pixels.to(device, memory_format=torch.channels_last))
        return kind.loss_of(answers.float(), targets.to(device))

    task = Task(
        network=build(),
        batch_size=BATCH,
        peak_rate=PEAK_RATE,
        batches=batches,
        loss_of=loss_of,
        evaluate=lambda network: kind.evaluate(network, judged),
        figures=kind.FIGURES,
        describe_data=lambda: f"{len(train_set.photographs)} photographs",
    )
    TrainingRun(task, options).run()


if __name__ == "__main__":
    main()
