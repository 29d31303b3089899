"""The card locator: which cells of a photograph show the card, and which part of the card.

In: N x 1 x 256 x 256 greys of the whole photograph in the upper left, its long side 256, standardised,
and nothing beside it. Out: N x 3 x 32 x 32: a logit of the cell lying on the card, and where on the card it lies, across and down in shares
of its sides. Many cells tell one placing, so that a finger, glare or a corner beyond the frame takes
little from it; which way up the card is follows from the same numbers.
"""

import cv2
import numpy as np
from torch import Tensor, nn
from torch.nn import functional

from blocks import Residual, ask, convolve
from photographs import UNIT_SQUARE, Photograph, read_greys, standardise, vary_light

SIDE = 256
STRIDE = 8
ROUNDS = 4
"""Of reweighting, in the fit of the corners."""


class CardLocator(nn.Module):
    def __init__(self, channels: tuple[int, ...] = (16, 24, 48, 96, 128)) -> None:
        super().__init__()
        first, second, third, fourth, fifth = channels
        self.fine = nn.Sequential(
            convolve(1, first, stride=2),
            convolve(first, second, stride=2),
            convolve(second, third, stride=2),
            Residual(third),
        )
        self.middle = nn.Sequential(
            convolve(third, fourth, stride=2), Residual(fourth), Residual(fourth)
        )
        self.coarse = nn.Sequential(
            convolve(fourth, fifth, stride=2), Residual(fifth), Residual(fifth), Residual(fifth)
        )
        self.from_coarse = convolve(fifth, fourth, kernel=1)
        self.middle_again = Residual(fourth)
        self.from_middle = convolve(fourth, third, kernel=1)
        self.fine_again = Residual(third)
        self.answer = nn.Conv2d(third, 3, 1)

    def forward(self, x: Tensor) -> Tensor:
        fine = self.fine(x)
        middle = self.middle(fine)
        coarse = self.coarse(middle)
        middle = self.middle_again(middle + _double(self.from_coarse(coarse)))
        fine = self.fine_again(fine + _double(self.from_middle(middle)))
        return self.answer(fine)


def _double(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2, mode="nearest")


def draw_sample(
    photograph: Photograph, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """The photograph turned, zoomed and shifted at random, and what should be answered."""
    greys = read_greys(photograph)
    height, width = greys.shape
    scale = SIDE / max(height, width) * float(np.exp(random.uniform(-0.35, 0.45)))
    size = (round(width * scale), round(height * scale))
    small = cv2.resize(greys, size, interpolation=cv2.INTER_AREA)
    turn = random.choice([0, 90, 180, 270]) if random.random() < 0.4 else random.uniform(0, 360)
    matrix = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), float(turn), 1)
    to_middle = SIDE / 2 - np.array(size) / 2
    slack = np.maximum(np.abs(SIDE - np.array(size)) / 2, 20)
    matrix[:, 2] += to_middle + random.uniform(-1, 1, 2) * slack
    border = cv2.BORDER_REPLICATE if random.random() < 0.5 else cv2.BORDER_CONSTANT
    grey = float(random.uniform(0, 255))
    moved = cv2.warpAffine(small, matrix, (SIDE, SIDE), borderMode=border, borderValue=grey)
    corners = cv2.transform((photograph.corners * scale)[None], matrix)[0]
    return standardise(vary_light(moved, random)), place_cells(corners, (SIDE, SIDE))


def plain_sample(photograph: Photograph) -> tuple[np.ndarray, np.ndarray]:
    """The photograph as the reader prepares it, and the card's corners in it."""
    greys = read_greys(photograph)
    height, width = greys.shape
    scale = SIDE / max(height, width)
    size = (round(width * scale), round(height * scale))
    small = standardise(cv2.resize(greys, size, interpolation=cv2.INTER_AREA))
    canvas = np.zeros((SIDE, SIDE), np.float32)
    canvas[: small.shape[0], : small.shape[1]] = small
    return canvas, photograph.corners * scale


def place_cells(corners: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """3 x H/8 x W/8: whether a cell's middle lies on the card, and where."""
    to_card = cv2.getPerspectiveTransform(np.float32(corners), UNIT_SQUARE)
    columns, rows = size[0] // STRIDE, size[1] // STRIDE
    xs, ys = np.meshgrid(np.arange(columns), np.arange(rows))
    middles = (np.stack([xs, ys], -1).reshape(1, -1, 2) + 0.5) * STRIDE
    places = cv2.perspectiveTransform(np.float32(middles), to_card)[0].reshape(rows, columns, 2)
    inside = ((places > 0) & (places < 1)).all(-1)
    return np.concatenate([inside[None], places.transpose(2, 0, 1)]).astype(np.float32)


def loss_of(answers: Tensor, targets: Tensor) -> Tensor:
    on_card = targets[:, 0]
    found = functional.binary_cross_entropy_with_logits(answers[:, 0], on_card)
    misses = (answers[:, 1:] - targets[:, 1:].clamp(-0.2, 1.2)).abs().sum(1)
    return found + 4 * (misses * on_card).sum() / on_card.sum().clamp(min=1)


FIGURES = ("medianCornerMiss", "worstTwentiethCornerMiss")


def evaluate(network: nn.Module, photographs: list[Photograph]) -> list[float]:
    """Median and worst twentieth of the largest miss of a corner, in shares of the card's width."""
    misses = []
    for photograph in photographs:
        canvas, corners = plain_sample(photograph)
        found = fit_corners(ask(network, canvas))
        width = float(np.linalg.norm(corners[1] - corners[0]))
        miss = np.linalg.norm(found - corners, axis=1).max() / width if found is not None else 1.0
        misses.append(min(float(miss), 1.0))
    ordered = sorted(misses)
    return [ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]]


def fit_corners(answer: np.ndarray) -> np.ndarray | None:
    """As `fitHomography` of the reader: least squares with Cauchy weights."""
    cells = answer[0] > 0
    if cells.sum() < 8:
        return None
    rows, columns = np.nonzero(cells)
    middles = (np.stack([columns, rows], 1) + 0.5) * STRIDE
    places = answer[1:, rows, columns].T.astype(float)
    x, y = places.T
    (u, v), one, zero = (middles / SIDE).T, np.ones_like(x), np.zeros_like(x)
    equations = np.concatenate(
        [
            np.stack([x, y, one, zero, zero, zero, -x * u, -y * u], 1),
            np.stack([zero, zero, zero, x, y, one, -x * v, -y * v], 1),
        ]
    )
    weights = np.ones_like(x)
    for _ in range(ROUNDS):
        root = np.sqrt(np.tile(weights, 2))[:, None]
        solution, *_ = np.linalg.lstsq(equations * root, np.r_[u, v] * root[:, 0], rcond=None)
        homography = np.append(solution, 1).reshape(3, 3)
        fitted = cv2.perspectiveTransform(places[None], homography)[0] * SIDE
        misses = np.linalg.norm(fitted - middles, axis=1)
        weights = 1 / (1 + (misses / max(2 * float(np.median(misses)), 1e-6)) ** 2)
    return cv2.perspectiveTransform(UNIT_SQUARE[None].astype(float), homography)[0] * SIDE
