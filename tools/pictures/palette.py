"""Colours of every picture, as #RRGGBB.

A picture is transparent: it is shown on a light card (#EFF5F3) and on a dark one (#1A1F1E), so every colour
here was chosen to be seen on both.
"""

from typing import Final

SKIN: Final = "#F2B8A2"
"""The working side, and face and hands: the only warm surfaces."""
SKIN_SHADE: Final = "#DD9C85"
"""A working limb that lies behind another, and quiet lines on skin such as the gaps between toes."""
SKIN_DEEP: Final = "#C07E68"
"""Lines on skin that is itself in shade."""
HIGHLIGHT: Final = "#E4572E"
"""The muscle or joint that should feel it, and the one arrow."""
SHIRT: Final = "#0F766E"
"""The trunk."""
SHIRT_SHADE: Final = "#0B5F59"
"""A fold or edge on the trunk."""
COOL: Final = "#8FB8B1"
"""The limbs that rest or only support."""
COOL_SHADE: Final = "#769F98"
"""A resting limb that lies behind another."""
DARK: Final = "#33524E"
"""Shoes and feet of the resting side, hair."""
PROP: Final = "#B9C9C6"
"""Floor, wall, chair, step and other things around the body."""
PROP_SHADE: Final = "#94AAA6"
"""The edge of a thing that must be told from its neighbour, such as a towel on a step."""
NAIL: Final = "#FBDCD0"
"""Toenails, and the lightest spot on a prop that touches skin."""


def mixed(first: str, second: str, part: float) -> str:
    """The colour `part` of the way (0 to 1) between two #RRGGBB colours."""
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(start + (end - start) * part):02X}" for start, end in pairs)
