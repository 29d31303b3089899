"""What the recogniser can answer: the printable signs of the card, and the CTC blank before them."""

GLYPHS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "abcdefghijklmnopqrstuvwxyz"
    "0123456789"
    " .,:/-'()&+"
)
BLANK = 0
CLASSES = len(GLYPHS) + 1

_INDEX = {glyph: index + 1 for index, glyph in enumerate(GLYPHS)}


def encode(text: str) -> list[int]:
    """Classes of a text; raises KeyError for a sign that no card shows."""
    return [_INDEX[glyph] for glyph in text]


def decode(classes: list[int]) -> str:
    """Greedy CTC: repetitions merged, blanks dropped (Graves et al., ICML 2006, section 3.2)."""
    merged = [one for one, before in zip(classes, [BLANK, *classes]) if one != before]
    return "".join(GLYPHS[one - 1] for one in merged if one != BLANK)
