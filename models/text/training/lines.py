"""Lines written by `npm run generate:lines`, varied anew each time they are seen."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor

from glyphs import encode
from network import HEIGHT

MAX_WIDTH = 1152
STRETCH = 1.2
"""Lines are read so much wider than they are cut: an apostrophe beside an I is narrower than two
steps of the answer otherwise."""
MOST_STRETCH = 1.18
"""Other printers' letters are wider or narrower by this factor at most."""
RARE_WEIGHT = 3
"""How much oftener a line with an apostrophe is seen: one name in twenty has one."""
WIDTH_STEP = 32
"""Batches are as wide as a multiple of this, so that few shapes are planned."""


@dataclass(frozen=True)
class Line:
    text: str
    width: int
    cap_px: float
    """Height of the capitals in the photograph, pixels: below 7 most are beyond reading."""
    start: int
    """Of its greys in the shard."""
    shard: int


class LineSet:
    """Shards mapped into memory; only complete ones, those whose greys are all there."""

    def __init__(self, folder: Path, split: str) -> None:
        self._greys: list[np.ndarray] = []
        self.lines: list[Line] = []
        self._known: set[Path] = set()
        self._folder, self._split = folder, split
        self.refresh()

    def refresh(self) -> None:
        """Takes in shards written since: training may begin before the last card is drawn."""
        for path in sorted(self._folder.glob(f"{self._split}-*.jsonl")):
            if path not in self._known:
                self._add(path)

    def _add(self, path: Path) -> None:
        greys_path = path.with_suffix(".grey")
        size = greys_path.stat().st_size
        start, found = 0, []
        for entry in path.read_text().splitlines():
            try:
                line = json.loads(entry)
            except json.JSONDecodeError:
                return
            kept = Line(line["text"], line["width"], line["capPx"], start, len(self._greys))
            start += HEIGHT * kept.width
            if kept.text and kept.width * STRETCH * MOST_STRETCH <= MAX_WIDTH:
                is_rare = "'" in kept.text and self._split == "train"
                found.extend([kept] * (RARE_WEIGHT if is_rare else 1))
        if start != size or not found:
            return
        self._known.add(path)
        self._greys.append(np.memmap(greys_path, np.uint8, "r"))
        self.lines.extend(found)

    def pixels(self, line: Line) -> np.ndarray:
        flat = self._greys[line.shard][line.start : line.start + HEIGHT * line.width]
        return flat.reshape(HEIGHT, line.width)


def standardise(greys: np.ndarray) -> np.ndarray:
    """Mean 0 and deviation 1, so that light and paper do not matter; noise alone stays small."""
    levels = greys.astype(np.float32)
    return (levels - levels.mean()) / max(float(levels.std()), 6.0)


def widen(greys: np.ndarray) -> np.ndarray:
    height, width = greys.shape
    size = (max(round(width * STRETCH), 8), height)
    return cv2.resize(greys, size, interpolation=cv2.INTER_LINEAR)


def vary(greys: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """What cutting, cameras and other printers change, beyond what the generator drew."""
    varied = _move(greys, random) if random.random() < 0.6 else widen(greys)
    if random.random() < 0.15:
        varied = cv2.GaussianBlur(varied, (0, 0), random.uniform(0.3, 1.0))
    if random.random() < 0.12:
        varied = _coarsen(varied, random)
    levels = standardise(varied)
    if random.random() < 0.3:
        levels = levels * (1 + 0.12 * random.standard_normal()) + _shade(levels.shape[1], random)
    if random.random() < 0.3:
        noise = random.standard_normal(levels.shape, dtype=np.float32)
        levels = levels + random.uniform(0, 0.25) * noise
    if random.random() < 0.06:
        _strike(levels, random)
    return levels.astype(np.float32)


def _move(greys: np.ndarray, random: np.random.Generator) -> np.ndarray:
    width = greys.shape[1]
    stretch = STRETCH * random.uniform(1 / MOST_STRETCH, MOST_STRETCH)
    rise = random.uniform(0.94, 1.06)
    slant = random.uniform(-0.12, 0.12)
    moved = max(int(width * stretch), 8)
    matrix = np.array(
        [
            [stretch, slant, -slant * HEIGHT / 2],
            [0, rise, HEIGHT * (1 - rise) / 2 + random.uniform(-1.5, 1.5)],
        ],
        np.float32,
    )
    return cv2.warpAffine(
        greys, matrix, (moved, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def _coarsen(greys: np.ndarray, random: np.random.Generator) -> np.ndarray:
    height, width = greys.shape
    scale = random.uniform(0.4, 0.8)
    small = cv2.resize(
        greys, (max(int(width * scale), 4), int(height * scale)), interpolation=cv2.INTER_AREA
    )
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)


def _shade(width: int, random: np.random.Generator) -> np.ndarray:
    """Light that changes along the line."""
    ends = random.uniform(-0.5, 0.5, 2)
    return np.linspace(ends[0], ends[1], width, dtype=np.float32)


def _strike(levels: np.ndarray, random: np.random.Generator) -> None:
    """A hair, a scratch or the stroke of a signature or watermark across the line."""
    height, width = levels.shape
    start = (int(random.uniform(0, width)), int(random.uniform(-8, height + 8)))
    end = (int(start[0] + random.uniform(-60, 60)), int(random.uniform(-8, height + 8)))
    colour = float(random.uniform(-1.8, 1.5))
    cv2.line(levels, start, end, colour, int(random.integers(1, 4)), cv2.LINE_AA)


@dataclass(frozen=True)
class Batch:
    pixels: Tensor
    """N x 1 x 32 x W, standardised, 0 right of a line's end."""
    widths: Tensor
    targets: Tensor
    """All texts after one another."""
    lengths: Tensor
    lines: list[Line]


def to_batch(lines: list[Line], rasters: list[np.ndarray]) -> Batch:
    widest = max(raster.shape[1] for raster in rasters)
    width = -(-widest // WIDTH_STEP) * WIDTH_STEP
    pixels = torch.zeros(len(rasters), 1, HEIGHT, width)
    for index, raster in enumerate(rasters):
        pixels[index, 0, :, : raster.shape[1]] = torch.from_numpy(raster)
    encoded = [encode(line.text) for line in lines]
    return Batch(
        pixels,
        torch.tensor([raster.shape[1] for raster in rasters]),
        torch.tensor([one for text in encoded for one in text]),
        torch.tensor([len(text) for text in encoded]),
        lines,
    )


def draw_batches(
    line_set: LineSet, size: int, random: np.random.Generator
) -> Iterator[Batch]:
    """Without end: lines of like width together, in random order."""
    while True:
        line_set.refresh()
        drawn = random.integers(0, len(line_set.lines), size * 24)
        lines = sorted((line_set.lines[one] for one in drawn), key=lambda line: line.width)
        groups = [lines[start : start + size] for start in range(0, len(lines), size)]
        random.shuffle(groups)
        for group in groups:
            yield to_batch(group, [vary(line_set.pixels(line), random) for line in group])


def plain_batches(line_set: LineSet, size: int) -> Iterator[Batch]:
    """Every line once, as it was drawn."""
    lines = sorted(line_set.lines, key=lambda line: line.width)
    for start in range(0, len(lines), size):
        group = lines[start : start + size]
        yield to_batch(group, [standardise(widen(line_set.pixels(line))) for line in group])
