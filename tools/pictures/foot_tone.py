"""Tones of a foot seen close up, beside the colours every picture shares."""

from typing import Final

NAIL: Final = "#FBDCD0"
"""Toenails, and the lightest spot on a prop that touches skin."""


def mixed(first: str, second: str, part: float) -> str:
    """The colour `part` of the way (0 to 1) between two #RRGGBB colours."""
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(start + (end - start) * part):02X}" for start, end in pairs)
