"""Brings an exported network to 8 bits."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import (
    CalibrationDataReader,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process


def quantise(
    path: Path,
    samples: Iterator[dict[str, np.ndarray]],
    operators: list[str],
    first_kept: int = 1,
) -> None:
    """Weights and activations of 8 bits: a third of the time where the processor has VNNI.

    Seven of the eight bits of a weight are used, because processors without VNNI add up two products
    in 16 bits. `samples`, inputs by name, give the ranges and come from the train split. The first
    convolutions, `first_kept` of them, and the last one stay as they are: the pixels and the answer
    lose most by it, and cost least.
    """
    widened = path.with_suffix(".float.onnx")
    quant_pre_process(str(path), str(widened))
    convolutions = [node.name for node in onnx.load(widened).graph.node if node.op_type == "Conv"]
    quantize_static(
        str(widened),
        str(path),
        Ranges(samples),
        quant_format=QuantFormat.QDQ,
        op_types_to_quantize=operators,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=[*convolutions[:first_kept], convolutions[-1]],
    )
    widened.unlink()


class Ranges(CalibrationDataReader):
    def __init__(self, samples: Iterator[dict[str, np.ndarray]]) -> None:
        self._samples = samples

    def get_next(self) -> dict[str, np.ndarray] | None:
        return next(self._samples, None)
