"""Photographs written by `npm run generate:photographs`, as greys."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

CARD_ASPECT = 1428 / 900
"""Width of the card by its height."""
UNIT_SQUARE = np.float32([[0, 0], [1, 0], [1, 1], [0, 1]])


@dataclass(frozen=True)
class Photograph:
    path: Path
    corners: np.ndarray
    """4 x 2, pixels: of the card in reading orientation, from its upper left clockwise."""
    runs: np.ndarray
    """N x 4: left, right, middle and height of the capitals, in shares of the card."""


class PhotographSet:
    """All photographs of a split in a folder; those written later are taken in by `refresh`."""

    def __init__(self, folder: Path, split: str) -> None:
        self.photographs: list[Photograph] = []
        self._folder, self._split = folder, split
        self._lines_read: dict[Path, int] = {}
        self.refresh()

    def refresh(self) -> None:
        for path in sorted(self._folder.glob(f"{self._split}-*.jsonl")):
            text = path.read_text()
            lines = text.split("\n")[:-1]
            for line in lines[self._lines_read.get(path, 0) :]:
                entry = json.loads(line)
                self.photographs.append(
                    Photograph(
                        self._folder / entry["file"],
                        np.float32(entry["corners"]),
                        np.float32(entry["runs"]),
                    )
                )
            self._lines_read[path] = len(lines)


@lru_cache(maxsize=20_000)
def _read_bytes(path: Path) -> np.ndarray:
    return np.fromfile(path, np.uint8)


def read_greys(photograph: Photograph) -> np.ndarray:
    return cv2.imdecode(_read_bytes(photograph.path), cv2.IMREAD_GRAYSCALE)


def standardise(greys: np.ndarray) -> np.ndarray:
    """Mean 0 and deviation 1, so that light and paper do not matter; noise alone stays small."""
    levels = greys.astype(np.float32)
    return (levels - levels.mean()) / max(float(levels.std()), 6.0)


def vary_light(greys: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """What cameras and lamps change, beyond what the generator drew."""
    levels = greys.astype(np.float32) / 255
    if random.random() < 0.5:
        levels = np.clip(levels, 0, 1) ** random.uniform(0.6, 1.7)
    if random.random() < 0.3:
        height, width = levels.shape
        slope = random.uniform(-0.5, 0.5, 2)
        across = np.linspace(-slope[0], slope[0], width, dtype=np.float32)
        down = np.linspace(-slope[1], slope[1], height, dtype=np.float32)
        levels = levels * (1 + across[None] + down[:, None])
    if random.random() < 0.25:
        levels = cv2.GaussianBlur(levels, (0, 0), random.uniform(0.4, 1.3))
    if random.random() < 0.4:
        noise = random.standard_normal(levels.shape, dtype=np.float32)
        levels = levels + random.uniform(0, 0.05) * noise
    if random.random() < 0.2:
        _cover(levels, random)
    return np.clip(levels, 0, 1) * 255


def _cover(levels: np.ndarray, random: np.random.Generator) -> None:
    """Something of one grey that lies over the picture."""
    height, width = levels.shape
    centre = (int(random.uniform(0, width)), int(random.uniform(0, height)))
    axes = (int(random.uniform(0.02, 0.2) * width), int(random.uniform(0.02, 0.12) * width))
    angle, grey = float(random.uniform(0, 180)), float(random.uniform(0, 1))
    cv2.ellipse(levels, centre, axes, angle, 0, 360, grey, -1, cv2.LINE_AA)
