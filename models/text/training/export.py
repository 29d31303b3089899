"""Writes the trained network for the reader: ONNX, and its glyphs and figures as JSON beside it.

    export.py --checkpoint DIR/checkpoint.pt --lines DIR --out ../card-recogniser

The running average of the parameters is exported, batch normalisation folded into the convolutions,
and brought to 8 bits. The figures are those of the file that is written.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import (
    CalibrationDataReader,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from evaluate import evaluate, measure
from glyphs import GLYPHS, decode
from lines import Line, LineSet, standardise, widen
from network import HEIGHT, LineNetwork

NAME = "card-recogniser"
CALIBRATION_LINES = 400


class Probabilities(nn.Module):
    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, line: Tensor) -> Tensor:
        return self.network(line).softmax(2)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--lines", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(options.checkpoint, weights_only=True)
    network = load_average(state)
    path = options.out / f"{NAME}.onnx"
    write_network(network, path)
    quantise(path, LineSet(options.lines, "train"))
    tune = LineSet(options.lines, "tune")
    before = evaluate(network, tune)
    error = judge(path, tune)
    print("before quantisation", before, "after", error)
    figures = dict(zip(("characterError", "lineError", "readableLineError"), error))
    card = {
        "glyphs": GLYPHS,
        "minutesTrained": round(state["spent"] / 60, 1),
        "linesSeen": state["seen"],
        "tuneLines": len(tune.lines),
        **{name: round(value, 5) for name, value in figures.items()},
    }
    (options.out / f"{NAME}.json").write_text(json.dumps(card, indent=2) + "\n")
    print(path.stat().st_size, "bytes", card)


def load_average(state: dict) -> LineNetwork:
    network = LineNetwork()
    prefix = "module."
    network.load_state_dict(
        {
            name.removeprefix(prefix): value
            for name, value in state["average"].items()
            if name.startswith(prefix)
        }
    )
    return network.eval()


def write_network(network: nn.Module, path: Path) -> None:
    torch.onnx.export(
        Probabilities(network).eval(),
        (torch.zeros(1, 1, HEIGHT, 320),),
        str(path),
        input_names=["line"],
        output_names=["probabilities"],
        dynamic_axes={"line": {0: "lines", 3: "width"}, "probabilities": {0: "lines", 1: "steps"}},
        opset_version=17,
        dynamo=False,
    )


def quantise(path: Path, lines: LineSet) -> None:
    """Weights and activations of 8 bits: a third of the time where the processor has VNNI.

    Seven of the eight bits of a weight are used, because processors without VNNI add up two products
    in 16 bits. The ranges come from lines of the train split.
    """
    widened = path.with_suffix(".float.onnx")
    quant_pre_process(str(path), str(widened))
    convolutions = [node.name for node in onnx.load(widened).graph.node if node.op_type == "Conv"]
    random = np.random.default_rng(0)
    chosen = random.permutation(len(lines.lines))[:CALIBRATION_LINES]
    quantize_static(
        str(widened),
        str(path),
        Ranges(lines, [lines.lines[one] for one in chosen]),
        quant_format=QuantFormat.QDQ,
        op_types_to_quantize=["Conv", "Add", "Relu"],
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        # The pixels and the answer lose most by it, and cost least.
        nodes_to_exclude=[*convolutions[:2], convolutions[-1]],
    )
    widened.unlink()


class Ranges(CalibrationDataReader):
    def __init__(self, line_set: LineSet, lines: list[Line]) -> None:
        self._rasters = (standardise(widen(line_set.pixels(line))) for line in lines)

    def get_next(self) -> dict[str, np.ndarray] | None:
        raster = next(self._rasters, None)
        return None if raster is None else {"line": raster[None, None]}


def judge(path: Path, lines: LineSet) -> tuple[float, float, float]:
    """As `evaluate` does, by the runtime and one line after the other, as the reader does."""
    session = onnxruntime.InferenceSession(str(path))

    def read(line: Line) -> str:
        raster = standardise(widen(lines.pixels(line)))
        (answer,) = session.run(None, {"line": raster[None, None]})
        return decode(answer[0].argmax(1).tolist())

    return measure((line, read(line)) for line in lines.lines)


if __name__ == "__main__":
    main()
