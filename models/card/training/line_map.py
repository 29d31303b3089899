"""The line map: which pixels of a straightened card are the core of a line of print.

In: N x 1 x 416 x 640 greys of the card laid straight in the middle, 576 pixels wide, standardised.
Out: N x 1 x 208 x 320 logits. The core is as high as the capitals and as long as the print, so that rows stay apart.
What is seen of the card around a pixel is a sixth of its width: print is found by its look, not by
where this drawing has it.
"""

import cv2
import numpy as np
from torch import Tensor, nn
from torch.nn import functional

from blocks import Residual, ask, convolve
from photographs import CARD_ASPECT, UNIT_SQUARE, Photograph, read_greys, standardise, vary_light

CANVAS = (640, 416)
CARD_WIDTH = 576
STRIDE = 2
CORE = 0.9
"""Height of a core by that of the capitals."""
WINDOW = (384, 256)
"""Pixels of the straightened card that are learnt from at a time."""


class LineMap(nn.Module):
    def __init__(self, channels: tuple[int, int, int] = (16, 24, 48)) -> None:
        super().__init__()
        stem, fine, coarse = channels
        self.fine = nn.Sequential(convolve(1, stem, stride=2), convolve(stem, fine, stride=2))
        self.coarse = nn.Sequential(
            convolve(fine, coarse, stride=2), Residual(coarse), Residual(coarse), Residual(coarse)
        )
        self.from_coarse = convolve(coarse, fine, kernel=1)
        self.fine_again = convolve(fine, fine)
        self.answer = nn.Sequential(nn.Conv2d(fine, 4, 1), nn.PixelShuffle(2))

    def forward(self, x: Tensor) -> Tensor:
        fine = self.fine(x)
        coarse = functional.interpolate(
            self.from_coarse(self.coarse(fine)), scale_factor=2, mode="nearest"
        )
        return self.answer(self.fine_again(fine + coarse))


def draw_sample(
    photograph: Photograph, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """A window of the card, laid nearly straight, and what should be answered."""
    greys = read_greys(photograph)
    wide = CARD_WIDTH * random.uniform(0.85, 1.15)
    high = CARD_WIDTH / CARD_ASPECT * random.uniform(0.85, 1.15)
    jitter = random.normal(0, 0.012, (4, 2)) * wide
    canvas = UNIT_SQUARE * [wide, high] + jitter
    shift = [
        random.uniform(min(-40, WINDOW[0] - wide - 40), 40),
        random.uniform(min(-40, WINDOW[1] - high - 40), 40),
    ]
    return _cut(greys, photograph, np.float32(canvas + shift), WINDOW, random)


def plain_sample(photograph: Photograph) -> tuple[np.ndarray, np.ndarray]:
    greys = read_greys(photograph)
    card = np.array([CARD_WIDTH, CARD_WIDTH / CARD_ASPECT])
    canvas = UNIT_SQUARE * card + (CANVAS - card) / 2
    return _cut(greys, photograph, np.float32(canvas), CANVAS, None)


def _cut(
    greys: np.ndarray,
    photograph: Photograph,
    canvas: np.ndarray,
    size: tuple[int, int],
    random: np.random.Generator | None,
) -> tuple[np.ndarray, np.ndarray]:
    scale = 1.0
    shrink = np.linalg.norm(canvas[1] - canvas[0]) / np.linalg.norm(
        photograph.corners[1] - photograph.corners[0]
    )
    if shrink < 0.8:
        scale = float(shrink)
        greys = cv2.resize(greys, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    to_canvas = cv2.getPerspectiveTransform(photograph.corners * scale, canvas)
    border = cv2.BORDER_REPLICATE
    card = cv2.warpPerspective(greys, to_canvas, size, flags=cv2.INTER_LINEAR, borderMode=border)
    varied = card if random is None else vary_light(card, random)
    return standardise(varied), draw_cores(photograph.runs, canvas, size)


def draw_cores(runs: np.ndarray, canvas: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """1 x H/2 x W/2: 1 on the cores of the lines of print."""
    to_canvas = cv2.getPerspectiveTransform(UNIT_SQUARE, canvas)
    left, right, middle, height = runs.T
    top, bottom = middle - CORE * height / 2, middle + CORE * height / 2
    quads = np.stack(
        [np.stack([left, top], 1), np.stack([right, top], 1),
         np.stack([right, bottom], 1), np.stack([left, bottom], 1)], 1,
    )  # fmt: skip
    placed = cv2.perspectiveTransform(np.float32(quads.reshape(1, -1, 2)), to_canvas)
    cores = np.zeros((size[1] // STRIDE, size[0] // STRIDE), np.uint8)
    # A cell's middle lies half a cell from its corner; 4 bits of fractions.
    points = np.round((placed.reshape(-1, 4, 2) / STRIDE - 0.5) * 16).astype(np.int32)
    for quad in points:
        cv2.fillConvexPoly(cores, quad, 1, cv2.LINE_8, 4)
    return cores[None].astype(np.float32)


def loss_of(answers: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy, and Dice's so that thin cores weigh as much as all the rest."""
    entropy = functional.binary_cross_entropy_with_logits(answers, targets)
    found = answers.sigmoid()
    overlap = (found * targets).sum()
    dice = 1 - (2 * overlap + 1) / (found.sum() + targets.sum() + 1)
    return entropy + dice


FIGURES = ("coresFound", "foundIsCore")


def evaluate(network: nn.Module, photographs: list[Photograph]) -> list[float]:
    """Shares of the cores that are found, and of what is found that is a core."""
    found = cores = both = 0.0
    for photograph in photographs:
        card, target = plain_sample(photograph)
        answer = ask(network, card) > 0
        found += answer.sum()
        cores += target.sum()
        both += (answer * target).sum()
    return [float(both / max(cores, 1)), float(both / max(found, 1))]
