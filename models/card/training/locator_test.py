import unittest

import numpy as np
import torch
from torch import Tensor, nn

from blocks import ask
from locator import CardLocator, SIDE, fit_corners, place_cells

CORNERS = np.array([[60.0, 80.0], [200.0, 95.0], [190.0, 185.0], [55.0, 170.0]])


class Placed(nn.Module):
    """Answers what should be answered for a card with these corners."""

    def forward(self, picture: Tensor) -> Tensor:
        cells = place_cells(CORNERS, (SIDE, SIDE))
        cells[0] -= 0.5
        return torch.from_numpy(cells)[None]


class LocatorTest(unittest.TestCase):
    def test_the_corners_follow_from_where_each_cell_lies_on_the_card(self) -> None:
        found = fit_corners(ask(Placed(), np.zeros((SIDE, SIDE), np.float32)))
        np.testing.assert_allclose(found, CORNERS, atol=0.5)

    def test_a_locator_answers_three_planes_of_cells(self) -> None:
        answer = ask(CardLocator().eval(), np.zeros((SIDE, SIDE), np.float32))
        self.assertEqual(answer.shape, (3, SIDE // 8, SIDE // 8))
