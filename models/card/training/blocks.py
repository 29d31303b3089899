"""What both networks are made of, and how they are asked."""

import numpy as np
import torch
from torch import Tensor, nn

from training_run import device_of


def convolve(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    """Two convolutions beside an identity (He et al., CVPR 2016)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.body = nn.Sequential(convolve(channels, channels), convolve(channels, channels))

    def forward(self, x: Tensor) -> Tensor:
        return x + self.body(x)


def ask(network: nn.Module, raster: np.ndarray) -> np.ndarray:
    """The planes answered for one raster."""
    with torch.no_grad():
        sample = torch.from_numpy(raster)[None, None].to(device_of(network))
        return network(sample).float()[0].cpu().numpy()
