"""How well lines of a split are read, without correction or vocabulary."""

from collections.abc import Iterable

import torch
from torch import nn

from glyphs import decode
from lines import Line, LineSet, plain_batches
from network import steps_of
from training_run import device_of

FIGURES = ("characterError", "lineError", "readableLineError")
READABLE_CAP_PX = 8.0
"""Capitals at least so high are judged alone as well: below, sharp print too is guesswork."""


def evaluate(network: nn.Module, line_set: LineSet) -> tuple[float, float, float]:
    network.eval()
    return measure(read_all(network, line_set))


def measure(readings: Iterable[tuple[Line, str]]) -> tuple[float, float, float]:
    """Shares of characters wrong, of lines wrong, and of lines wrong among the readable ones."""
    edits = letters = lines = wrong = 0
    readable = readable_wrong = 0
    for line, text in readings:
        lines += 1
        edits += edit_distance(text, line.text)
        letters += len(line.text)
        wrong += text != line.text
        if line.cap_px >= READABLE_CAP_PX:
            readable += 1
            readable_wrong += text != line.text
    return edits / letters, wrong / lines, readable_wrong / max(readable, 1)


def read_all(network: nn.Module, line_set: LineSet) -> list[tuple[Line, str]]:
    device = device_of(network)
    read: list[tuple[Line, str]] = []
    with torch.no_grad():
        for batch in plain_batches(line_set, 64):
            with torch.autocast(device.type, dtype=torch.bfloat16):
                best = network(batch.pixels.to(device)).argmax(2).cpu()
            for line, row, steps in zip(batch.lines, best, steps_of(batch.widths)):
                read.append((line, decode(row[:steps].tolist())))
    return read


def edit_distance(one: str, other: str) -> int:
    """Levenshtein's."""
    before = list(range(len(other) + 1))
    for row, glyph in enumerate(one, 1):
        current = [row]
        for column, against in enumerate(other, 1):
            replaced = before[column - 1] + (glyph != against)
            current.append(min(before[column] + 1, current[-1] + 1, replaced))
        before = current
    return before[-1]
