"""The recogniser: a compact convolutional CTC network.

In: N x 1 x 32 x W greys of one line, standardised. Out: N x W/4 x classes logits. Three stages
halve the height and twice the width; a convolution over the remaining height leaves a sequence,
which is read with context by convolutions along the line. No recurrence: every step is computed at
once, and the time is the same for every text of a width.
"""

import torch
from torch import Tensor, nn

from glyphs import CLASSES

HEIGHT = 32
STEP = 4
"""Pixels of the line for each step of the answer."""


def _convolve(
    inputs: int, outputs: int, kernel: tuple[int, int], stride: tuple[int, int] = (1, 1)
) -> nn.Sequential:
    padding = (kernel[0] // 2, kernel[1] // 2)
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    """Two convolutions beside an identity (He et al., CVPR 2016)."""

    def __init__(self, channels: int, kernel: tuple[int, int]) -> None:
        super().__init__()
        self.body = nn.Sequential(
            _convolve(channels, channels, kernel), _convolve(channels, channels, kernel)
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.body(x)


class LineNetwork(nn.Module):
    def __init__(self, channels: tuple[int, int, int, int] = (16, 40, 80, 160)) -> None:
        super().__init__()
        stem, low, middle, high = channels
        self.glyphs = nn.Sequential(
            _convolve(1, stem, (3, 3), (2, 2)),
            _convolve(stem, low, (3, 3), (2, 2)),
            Residual(low, (3, 3)),
            _convolve(low, middle, (3, 3), (2, 1)),
            Residual(middle, (3, 3)),
            Residual(middle, (3, 3)),
        )
        self.collapse = nn.Sequential(
            nn.Conv2d(middle, high, (HEIGHT // 8, 1), bias=False),
            nn.BatchNorm2d(high),
            nn.ReLU(inplace=True),
        )
        self.context = nn.Sequential(
            Residual(high, (1, 5)), Residual(high, (1, 5)), nn.Dropout(0.1)
        )
        self.answer = nn.Conv2d(high, CLASSES, 1)

    def forward(self, x: Tensor) -> Tensor:
        features = self.context(self.collapse(self.glyphs(x)))
        return self.answer(features).squeeze(2).transpose(1, 2)


def steps_of(width: Tensor) -> Tensor:
    """Steps of the answer for lines of these widths: two halvings that round up."""
    return torch.div(torch.div(width + 1, 2, rounding_mode="floor") + 1, 2, rounding_mode="floor")
