"""Writes the trained network for the reader: ONNX, and its glyphs and figures as JSON beside it.

    export.py --checkpoint DIR/checkpoint.pt --lines DIR --out ../card-recogniser

The running average of the parameters is exported, batch normalisation folded into the convolutions,
and brought to 8 bits. The figures are those of the file that is written.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from eight_bits import quantise
from evaluate import FIGURES, evaluate, measure
from glyphs import GLYPHS, decode
from lines import Line, LineSet, standardise, widen
from network import HEIGHT, LineNetwork
from training_run import load_average, load_checkpoint

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
    state = load_checkpoint(options.checkpoint)
    network = load_average(LineNetwork(), state)
    path = options.out / f"{NAME}.onnx"
    write_network(network, path)
    quantise(
        path,
        samples_of(LineSet(options.lines, "train")),
        ["Conv", "Add", "Relu"],
        first_kept=2,
    )
    tune = LineSet(options.lines, "tune")
    before = evaluate(network, tune)
    error = judge(path, tune)
    print("before quantisation", before, "after", error)
    figures = dict(zip(FIGURES, error))
    card = {
        "glyphs": GLYPHS,
        "minutesTrained": round(state["spent"] / 60, 1),
        "linesSeen": state["seen"],
        "tuneLines": len(tune.lines),
        **{name: round(value, 5) for name, value in figures.items()},
    }
    (options.out / f"{NAME}.json").write_text(json.dumps(card, indent=2) + "\n")
    print(path.stat().st_size, "bytes", card)


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


def samples_of(lines: LineSet) -> Iterator[dict[str, np.ndarray]]:
    chosen = np.random.default_rng(0).permutation(len(lines.lines))[:CALIBRATION_LINES]
    return (
        {"line": standardise(widen(lines.pixels(lines.lines[one])))[None, None]} for one in chosen
    )


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
