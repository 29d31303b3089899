import tempfile
import unittest
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from export import NAME, write_network
from half_floats import store_halves
from network import HEIGHT, LineNetwork
from start import load_start, read_convolutions

SHIPPED = Path(__file__).parent.parent / "card-recogniser"


def draw_samples(count: int) -> Iterator[Tensor]:
    random = torch.Generator().manual_seed(7)
    for _ in range(count):
        yield torch.randn(4, 1, HEIGHT, 64, generator=random)


class StartTest(unittest.TestCase):
    def setUp(self) -> None:
        torch.manual_seed(1)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "network.onnx"

    def test_a_network_that_was_written_is_taken_up_with_the_answers_it_gave(self) -> None:
        written = learn_normalisation(LineNetwork())
        write_network(written, self.path)
        store_halves(self.path)
        taken_up = LineNetwork()
        load_start(taken_up, self.path, draw_samples(4))
        (line,) = draw_samples(1)
        with torch.no_grad():
            expected, found = written.eval()(line), taken_up.eval()(line)
        torch.testing.assert_close(found, expected, atol=1e-2, rtol=1e-2)

    def test_what_is_taken_up_answers_alike_while_it_is_trained(self) -> None:
        write_network(learn_normalisation(LineNetwork()), self.path)
        taken_up = LineNetwork()
        samples = list(draw_samples(1))
        load_start(taken_up, self.path, samples)
        with torch.no_grad():
            judged = taken_up.eval()(samples[0])
            taken_up.train().context[-1].eval()
            trained = taken_up(samples[0])
        torch.testing.assert_close(trained, judged, atol=1e-2, rtol=1e-2)

    def test_another_network_is_refused(self) -> None:
        write_network(learn_normalisation(LineNetwork((8, 8, 8, 8))), self.path)
        with self.assertRaisesRegex(ValueError, "another network"):
            load_start(LineNetwork(), self.path, draw_samples(1))

    def test_the_shipped_network_is_taken_up_with_the_answers_it_gives(self) -> None:
        path = SHIPPED / f"{NAME}-float.onnx"
        taken_up = LineNetwork()
        load_start(taken_up, path, draw_samples(2))
        (lines,) = draw_samples(1)
        (expected,) = onnxruntime.InferenceSession(str(path)).run(None, {"line": lines.numpy()})
        with torch.no_grad():
            found = taken_up(lines).softmax(2).numpy()
        np.testing.assert_allclose(found, expected, atol=1e-4)

    def test_the_shipped_files_are_one_network(self) -> None:
        floats = read_convolutions(SHIPPED / f"{NAME}-float.onnx")
        levels = read_convolutions(SHIPPED / f"{NAME}.onnx")
        for (kernel, bias), (coarse_kernel, coarse_bias) in zip(floats, levels, strict=True):
            step = np.abs(kernel).max() / 64
            np.testing.assert_allclose(coarse_kernel, kernel, atol=step)
            np.testing.assert_allclose(coarse_bias, bias, atol=step)


def learn_normalisation(network: nn.Module) -> nn.Module:
    """Means and deviations that are not those of the beginning."""
    network.train()
    for sample in draw_samples(20):
        network(sample * 2 + 1)
    return network
