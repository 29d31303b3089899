"""Takes up the network of a file that `export.py` wrote, to train on from it."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn


def load_start(network: nn.Module, path: Path, samples: Iterable[Tensor]) -> None:
    """The file has its batch normalisation folded into the convolutions. It is put back with the means
    and deviations of `samples`, so that the network answers as the file does and can be trained.

    Raises ValueError for the file of another network.
    """
    convolutions = [one for one in network.modules() if isinstance(one, nn.Conv2d)]
    stored = read_convolutions(path)
    if [tuple(one.weight.shape) for one in convolutions] != [kernel.shape for kernel, _ in stored]:
        raise ValueError(f"{path} is the file of another network")
    normalised = {
        one: norm
        for one, norm in pairwise(network.modules())
        if isinstance(one, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d)
    }
    with torch.no_grad():
        for convolution, (kernel, bias) in zip(convolutions, stored):
            convolution.weight.copy_(torch.tensor(kernel))
            if convolution in normalised:
                _shift_alone(normalised[convolution], torch.tensor(bias))
            else:
                convolution.bias.copy_(torch.tensor(bias))
        _normalise(network, list(normalised.values()), samples)


def _shift_alone(norm: nn.BatchNorm2d, bias: Tensor) -> None:
    norm.running_mean.zero_()
    norm.running_var.fill_(1)
    norm.weight.fill_((1 + norm.eps) ** 0.5)
    norm.bias.copy_(bias)


def _normalise(
    network: nn.Module, norms: list[nn.BatchNorm2d], samples: Iterable[Tensor]
) -> None:
    """Of normalisations that shift alone: what comes in is measured, and then taken away and given back."""
    sums = {norm: torch.zeros(3, norm.num_features, dtype=torch.float64) for norm in norms}

    def measure(norm: nn.BatchNorm2d, inputs: tuple[Tensor]) -> None:
        values = inputs[0].double().transpose(0, 1).flatten(1)
        powers = [values**0, values, values**2]
        sums[norm] += torch.stack([power.sum(1) for power in powers])

    handles = [norm.register_forward_pre_hook(measure) for norm in norms]
    network.eval()
    for pixels in samples:
        network(pixels)
    for handle in handles:
        handle.remove()
    for norm, (count, total, squares) in sums.items():
        mean = total / count
        variance = squares / count - mean**2
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.add_(mean)


def read_convolutions(path: Path) -> list[tuple[np.ndarray, np.ndarray]]:
    """Kernel and bias of each convolution in the order in which they are computed, of a file of floats
    or of 8 bits."""
    graph = onnx.load(path).graph
    known = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    for node in graph.node:
        inputs = [known.get(name) for name in node.input]
        if any(one is None for one in inputs):
            continue
        if node.op_type == "Cast":
            known[node.output[0]] = inputs[0].astype(np.float32)
        elif node.op_type == "DequantizeLinear":
            known[node.output[0]] = _dequantise(*inputs)
    found = [node.input for node in graph.node if node.op_type == "Conv"]
    return [(known[kernel], known[bias]) for _, kernel, bias in found]


def _dequantise(levels: np.ndarray, scale: np.ndarray, zero: np.ndarray) -> np.ndarray:
    """With a scale for each output, the first dimension."""
    by_output = (-1, *[1] * (levels.ndim - 1))
    steps = levels.astype(np.int32) - zero.astype(np.int32).reshape(by_output)
    return (steps * scale.reshape(by_output)).astype(np.float32)
