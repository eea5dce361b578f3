"""Things around a foot seen close up: floor, chair, table leg, towel and band."""

from __future__ import annotations

from typing import Final

from tools.pictures.foot_curve import opened, polygon
from tools.pictures.palette import DARK, PROP, PROP_SHADE, mixed
from tools.pictures.svg import Element, Point, ellipse, group, path, rect

BAND: Final = PROP_SHADE
BAND_EDGE: Final = mixed(PROP_SHADE, DARK, 0.45)
"""The edge that tells a band from the table leg it is tied to."""
FLOOR_Y: Final = 274.0
"""Height of the floor in close-ups from the side."""


def floor(y: float = FLOOR_Y, *, left: float = 24, right: float = 396) -> Element:
    """The floor seen from the side, as a line whose upper edge lies at `y`."""
    return path(polygon([(left, y + 4), (right, y + 4)]), stroke=PROP, width=8)


def shadow(centre: Point, radii: Point) -> Element:
    """The floor under a foot seen from above, as a soft patch."""
    return ellipse(centre, radii, fill=PROP, opacity=0.32)


def chair(front: float, *, seat_y: float, back: float) -> list[Element]:
    """A chair from the side behind a foot: legs near `front` and `back`, its seat between them."""
    left, right = min(front, back), max(front, back)
    legs = [
        rect((x - 6, seat_y), (12, FLOOR_Y - seat_y), radius=4, fill=PROP_SHADE)
        for x in (left + 10, right - 10)
    ]
    return [*legs, rect((left, seat_y - 10), (right - left, 20), radius=9, fill=PROP)]


def table_leg(base: Point, *, top: float, width: float = 36) -> list[Element]:
    """A table leg standing on the floor at `base`, seen from above and behind, up to `top`."""
    left = base[0] - width / 2
    return [
        ellipse((base[0], base[1]), (width * 0.86, width * 0.3), fill=PROP, opacity=0.4),
        rect((left, top), (width, base[1] - top), radius=7, fill=PROP),
        rect((left + width * 0.66, top), (width * 0.34, base[1] - top), radius=7, fill=PROP_SHADE),
    ]


def band(strands: list[list[Point]], width: float) -> Element:
    """An exercise band; each strand is a row of points. A stretched band is drawn narrower."""
    drawn = []
    for row in strands:
        drawn.append(path(opened(row), stroke=BAND_EDGE, width=width + 3))
        drawn.append(path(opened(row), stroke=BAND, width=width))
    return group(drawn, part="band")
