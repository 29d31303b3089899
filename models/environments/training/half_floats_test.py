import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import nn

from half_floats import store_halves


class HalfFloatsTest(unittest.TestCase):
    def test_a_file_of_halves_is_half_as_large_and_answers_the_same(self) -> None:
        torch.manual_seed(1)
        network = nn.Sequential(nn.Conv2d(1, 64, 3), nn.ReLU(), nn.Conv2d(64, 64, 3)).eval()
        picture = torch.randn(1, 1, 12, 12)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "network.onnx"
            torch.onnx.export(network, (picture,), str(path), input_names=["picture"], dynamo=False)
            whole, size = answer(path, picture), path.stat().st_size
            store_halves(path)
            halves = answer(path, picture)
            self.assertLess(path.stat().st_size, 0.55 * size)
        self.assertEqual(halves.dtype, np.float32)
        np.testing.assert_allclose(halves, whole, atol=1e-3)
        self.assertFalse(np.array_equal(halves, whole))


def answer(path: Path, picture: torch.Tensor) -> np.ndarray:
    (found,) = onnxruntime.InferenceSession(str(path)).run(None, {"picture": picture.numpy()})
    return found
