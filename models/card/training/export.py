"""Writes a trained network for the reader: ONNX, and its figures as JSON beside it.

    export.py --network locator|line-map --checkpoint DIR/checkpoint.pt --photographs DIR --out DIR

The running average of the parameters is exported, batch normalisation folded into the convolutions,
and brought to 8 bits where that keeps the figures. The figures are those of the file that is written.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from eight_bits import quantise
from photographs import PhotographSet
from train import NETWORKS
from training_run import count_parameters, load_average, load_checkpoint

CALIBRATION_PHOTOGRAPHS = 160
OPERATORS = ["Conv", "Add", "Relu", "Resize"]


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
    state = load_checkpoint(options.checkpoint)
    network = load_average(build(), state)
    path = options.out / f"card-{options.network}.onnx"
    write_network(network, task.plain_sample, options, path)
    tune = PhotographSet(options.photographs, "tune").photographs
    before = task.evaluate(network, tune)
    quantise(path, samples_of(task, options.photographs), OPERATORS)
    figures = task.evaluate(Runtime(path), tune)
    print("before quantisation", before, "after", figures)
    card = {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "parameters": count_parameters(network),
        "minutesTrained": round(state["spent"] / 60, 1),
        "photographsSeen": state["seen"],
        "tunePhotographs": len(tune),
        **dict(zip(task.FIGURES, (round(one, 5) for one in figures))),
    }
    path.with_suffix(".json").write_text(json.dumps(card, indent=2) + "\n")
    print(path.stat().st_size, "bytes", card)


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


def samples_of(task, folder: Path) -> Iterator[dict[str, np.ndarray]]:
    photographs = PhotographSet(folder, "train").photographs
    chosen = np.random.default_rng(0).permutation(len(photographs))[:CALIBRATION_PHOTOGRAPHS]
    return (
        {"picture": task.plain_sample(photographs[one])[0][None, None]} for one in chosen
    )


if __name__ == "__main__":
    main()
