"""A heart, the sign of care in icon and spot pictures."""

from __future__ import annotations

from typing import Final

from tools.pictures.foot_curve import moved, turned
from tools.pictures.svg import Point, step

_CURVES: Final = (
    ((-0.3, -0.98), (-1.0, -0.94), (-1.0, -0.3)),
    ((-1.0, 0.2), (-0.42, 0.54), (0.0, 0.92)),
    ((0.42, 0.54), (1.0, 0.2), (1.0, -0.3)),
    ((1.0, -0.94), (0.3, -0.98), (0.0, -0.42)),
)
"""A heart 2 wide, from its dip round to its dip again."""


def heart_shape(centre: Point, size: float, *, turn_deg: float = 0.0) -> str:
    """Path data of a heart `size` wide round `centre`."""

    def at(point: Point) -> Point:
        return moved(turned((point[0] * size / 2, point[1] * size / 2), turn_deg), *centre)

    curves = [step("C", *(at(point) for point in curve)) for curve in _CURVES]
    return step("M", at((0.0, -0.42))) + "".join(curves) + "Z"
