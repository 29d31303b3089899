"""Writes the trained network for the reader: ONNX, and its glyphs and figures as JSON beside it.

    export.py --checkpoint DIR/checkpoint.pt --lines DIR --out ../card-recogniser

The running average of the parameters is exported, batch normalisation folded into the convolutions,
as floats to train on from and in 8 bits for the reader. The figures are those of the files that are
written.
"""

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from eight_bits import quantise
from evaluate import FIGURES, measure
from glyphs import GLYPHS, decode
from half_floats import store_halves
from lines import Line, LineSet, standardise, widen
from network import HEIGHT, STEP, LineNetwork
from training_run import load_average, load_checkpoint

NAME = "card-recogniser"
CALIBRATION_LINES = 400
READER_WIDTH_STEP = 16
"""The reader pads lines to a multiple of this, `models/text/recognise-card-line.ts`. It matters: with nothing
right of the last letter 6.1 % of lines are wrong instead of 5.7."""


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
    float_path = options.out / f"{NAME}-float.onnx"
    shutil.copyfile(path, float_path)
    store_halves(float_path)
    quantise(
        path,
        samples_of(LineSet(options.lines, "train")),
        ["Conv", "Add", "Relu"],
        first_kept=2,
    )
    tune = LineSet(options.lines, "tune")
    card = {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "glyphs": GLYPHS,
        "minutesTrained": round(state["spent"] / 60, 1),
        "linesSeen": state["seen"],
        "tuneLines": len(tune.lines),
        **figures_of(path, tune),
        "float": figures_of(float_path, tune),
    }
    (options.out / f"{NAME}.json").write_text(json.dumps(card, indent=2) + "\n")
    print(path.stat().st_size, "and", float_path.stat().st_size, "bytes", card)


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


def figures_of(path: Path, lines: LineSet) -> dict[str, float]:
    """As `evaluate` tells them, by the runtime and one line after the other, as the reader does."""
    session = onnxruntime.InferenceSession(str(path))

    def read(line: Line) -> str:
        raster = standardise(widen(lines.pixels(line)))
        width = raster.shape[1]
        padded = np.pad(raster, ((0, 0), (0, -width % READER_WIDTH_STEP)))
        (answer,) = session.run(None, {"line": padded[None, None]})
        return decode(answer[0, : -(-width // STEP)].argmax(1).tolist())

    found = measure((line, read(line)) for line in lines.lines)
    return {name: round(value, 5) for name, value in zip(FIGURES, found)}


if __name__ == "__main__":
    main()
