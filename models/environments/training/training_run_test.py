import argparse
import tempfile
import unittest
import zipfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import numpy as np
import torch
from torch import Tensor, nn

from training_run import (
    Task,
    TrainingRun,
    choose_device,
    device_of,
    load_average,
    load_checkpoint,
    prepare,
)

MINUTES = 0.002


def build() -> nn.Module:
    return nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Dropout(0.5))


def draw(random: np.random.Generator) -> Iterator[Tensor]:
    while True:
        yield torch.from_numpy(random.standard_normal((4, 1, 8, 8), dtype=np.float32))


def start_run(out: Path, seed: int = 1, minutes: float = MINUTES) -> TrainingRun:
    options = argparse.Namespace(out=out, seed=seed, minutes=minutes, threads=1, cpu=True)
    prepare(options)
    task = Task(
        network=build(),
        batch_size=4,
        peak_rate=1e-2,
        batches=draw,
        loss_of=lambda network, batch: network(batch.to(device_of(network))).square().mean(),
        evaluate=lambda network: [0.5],
        figures=["half"],
        describe_data=lambda: "noise",
    )
    return TrainingRun(task, options)


def step_three_times(run: TrainingRun) -> list[float]:
    batches = run.task.batches(run.random)
    return [run._step(next(batches)) for _ in range(3)]


class TrainingRunTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.out = Path(folder.name) / "run"

    def test_an_accelerator_is_taken_where_there_is_one_unless_the_cpu_is_asked_for(self) -> None:
        with mock.patch("torch.accelerator.current_accelerator", return_value=torch.device("cuda")):
            self.assertEqual(choose_device(only_cpu=False).type, "cuda")
            self.assertEqual(choose_device(only_cpu=True).type, "cpu")
        with mock.patch("torch.accelerator.current_accelerator", return_value=None):
            self.assertEqual(choose_device(only_cpu=False).type, "cpu")

    def test_the_same_seed_gives_the_same_losses_and_another_seed_others(self) -> None:
        first = step_three_times(start_run(self.out / "first"))
        self.assertEqual(step_three_times(start_run(self.out / "second")), first)
        self.assertNotEqual(step_three_times(start_run(self.out / "third", seed=2)), first)

    def test_a_run_goes_on_where_it_was_stopped(self) -> None:
        stopped = start_run(self.out)
        stopped.run()
        gone_on = start_run(self.out, minutes=2 * MINUTES)
        self.assertEqual(gone_on.seen, stopped.seen)
        for name, value in gone_on.network.state_dict().items():
            self.assertTrue(torch.equal(value, stopped.network.state_dict()[name]), name)
        gone_on.run()
        self.assertGreater(gone_on.seen, stopped.seen)
        rows = (self.out / "curve.csv").read_text().splitlines()
        self.assertEqual(rows[0], "seconds,seen,loss,half")

    def test_a_checkpoint_of_an_accelerator_loads_where_there_is_none(self) -> None:
        run = start_run(self.out)
        run.run()
        elsewhere = self.out / "elsewhere.pt"
        move_to_cuda(run.checkpoint, elsewhere)
        if not torch.cuda.is_available():
            self.assertRaises(RuntimeError, torch.load, elsewhere, weights_only=True)
        state = load_checkpoint(elsewhere)
        loaded = load_average(build(), state)
        self.assertEqual(device_of(loaded).type, "cpu")
        for name, value in loaded.state_dict().items():
            self.assertTrue(torch.equal(value, run.average.module.state_dict()[name]), name)


def move_to_cuda(written: Path, moved: Path) -> None:
    """Writes what the same run would have written on a machine with CUDA: its tensors say so."""
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(moved, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("data.pkl"):
                content = content.replace(b"X\x03\x00\x00\x00cpu", b"X\x06\x00\x00\x00cuda:0")
            target.writestr(name, content)
