"""Writes a trained network for the reader: ONNX, and its figures as JSON beside it.

    export.py --network locator|line-map --checkpoint DIR/checkpoint.pt --photographs DIR --out DIR

The running average of the parameters is exported, batch normalisation folded into the convolutions,
and brought to 8 bits where that keeps the figures. The figures are those of the file that is written.
"""

import argparse
import json
from collections.abc import Iterator
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

from blocks import count_parameters
from photographs import PhotographSet
from train import NETWORKS

CALIBRATION_PHOTOGRAPHS = 160
FIGURES = {
    "locator": ("medianCornerMiss", "worstTwentiethCornerMiss"),
    "line-map": ("coresFound", "foundIsCore"),
}


class Probabilities(nn.Module):
    """With the first plane, the likelihood, between 0 and 1."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, picture: Tensor) -> Tensor:
        answer = self.network(picture)
        return torch.cat([answer[:, :1].sigmoid(), answer[:, 1:]], 1)


class Runtime(nn.Module):
    """The written file in the place of the network, for `evaluate`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._session = onnxruntime.InferenceSession(str(path))

    def forward(self, picture: Tensor) -> Tensor:
        (answer,) = self._session.run(None, {"picture": picture.numpy()})
        likely = np.clip(answer[:, :1], 1e-6, 1 - 1e-6)
        logits = np.log(likely / (1 - likely))
        return torch.from_numpy(np.concatenate([logits, answer[:, 1:]], 1))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--network", choices=NETWORKS, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--photographs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    task, build = NETWORKS[options.network]
    state = torch.load(options.checkpoint, weights_only=True)
    network = load_average(build(), state)
    path = options.out / f"card-{options.network}.onnx"
    write_network(network, task.plain_sample, options, path)
    tune = PhotographSet(options.photographs, "tune").photographs
    before = task.evaluate(network, tune)
    quantise(path, samples_of(task, options.photographs))
    figures = task.evaluate(Runtime(path), tune)
    print("before quantisation", before, "after", figures)
    card = {
        "parameters": count_parameters(network),
        "minutesTrained": round(state["spent"] / 60, 1),
        "photographsSeen": state["seen"],
        "tunePhotographs": len(tune),
        **dict(zip(FIGURES[options.network], (round(one, 5) for one in figures))),
    }
    path.with_suffix(".json").write_text(json.dumps(card, indent=2) + "\n")
    print(path.stat().st_size, "bytes", card)


def load_average(network: nn.Module, state: dict) -> nn.Module:
    prefix = "module."
    network.load_state_dict(
        {
            name.removeprefix(prefix): value
            for name, value in state["average"].items()
            if name.startswith(prefix)
        }
    )
    return network.eval()


def write_network(network: nn.Module, sample_of, options: argparse.Namespace, path: Path) -> None:
    first = PhotographSet(options.photographs, "tune").photographs[0]
    picture = torch.from_numpy(sample_of(first)[0])[None, None]
    torch.onnx.export(
        Probabilities(network).eval(),
        (picture,),
        str(path),
        input_names=["picture"],
        output_names=["answer"],
        opset_version=17,
        dynamo=False,
    )


def samples_of(task, folder: Path) -> Iterator[np.ndarray]:
    photographs = PhotographSet(folder, "train").photographs
    chosen = np.random.default_rng(0).permutation(len(photographs))[:CALIBRATION_PHOTOGRAPHS]
    return (task.plain_sample(photographs[one])[0] for one in chosen)


def quantise(path: Path, pictures: Iterator[np.ndarray]) -> None:
    """Weights and activations of 8 bits; seven of the eight of a weight are used, because processors
    without VNNI add up two products in 16 bits. The ranges come from the train split."""
    widened = path.with_suffix(".float.onnx")
    quant_pre_process(str(path), str(widened))
    convolutions = [node.name for node in onnx.load(widened).graph.node if node.op_type == "Conv"]
    quantize_static(
        str(widened),
        str(path),
        Ranges(pictures),
        quant_format=QuantFormat.QDQ,
        op_types_to_quantize=["Conv", "Add", "Relu", "Resize"],
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        # The pixels and the answer lose most by it, and cost least.
        nodes_to_exclude=[convolutions[0], convolutions[-1]],
    )
    widened.unlink()


class Ranges(CalibrationDataReader):
    def __init__(self, pictures: Iterator[np.ndarray]) -> None:
        self._pictures = pictures

    def get_next(self) -> dict[str, np.ndarray] | None:
        picture = next(self._pictures, None)
        return None if picture is None else {"picture": picture[None, None]}


if __name__ == "__main__":
    main()
