"""The sign of the app: a white footprint with a heart, on calm teal.

The PNG files in the assets are these drawings at their sizes;
a test looks for foot, heart and corners in each.
"""

from __future__ import annotations

from typing import Final

from tools.pictures.foot_curve import closed, moved, turned
from tools.pictures.palette import SHIRT
from tools.pictures.svg import Element, Point, path, picture, rect, step

SIZE: Final = 512
WHITE: Final = "#FFFFFF"
_SOLE: Final[tuple[Point, ...]] = (
    (-84, -68), (-58, -116), (-8, -134), (44, -126), (80, -92), (88, -44), (76, 10), (64, 60),
    (66, 112), (58, 156), (22, 184), (-20, 182), (-52, 154), (-58, 108), (-44, 60), (-54, 8), (-78, -30),
)  # fmt: skip
_TOES: Final[tuple[tuple[Point, Point, float], ...]] = (
    ((-74, -166), (35, 46), -8), ((-16, -190), (24, 32), 0), ((32, -184), (21, 28), 8),
    ((72, -160), (19, 25), 16), ((102, -124), (17, 22), 26),
)  # fmt: skip
"""Middle, radii and turn (degrees) of each toe, big toe first: the print a right foot leaves."""
_HEART: Final = (
    ((-0.3, -0.98), (-1.0, -0.94), (-1.0, -0.3)),
    ((-1.0, 0.2), (-0.42, 0.54), (0.0, 0.92)),
    ((0.42, 0.54), (1.0, 0.2), (1.0, -0.3)),
    ((1.0, -0.94), (0.3, -0.98), (0.0, -0.42)),
)
"""A heart 2 wide, from its dip round to its dip again."""


def icon() -> str:
    """The icon on a rounded square, transparent at its corners."""
    ground = rect((0, 0), (SIZE, SIZE), radius=116, fill=SHIRT)
    return picture([ground, *_print(1.0)], width=SIZE, height=SIZE)


def maskable() -> str:
    """The icon on a full square, its motif within the middle 80 % that every mask keeps."""
    ground = rect((0, 0), (SIZE, SIZE), fill=SHIRT)
    return picture([ground, *_print(0.8)], width=SIZE, height=SIZE)


def _print(scale: float) -> list[Element]:
    def on_page(point: Point) -> Point:
        x, y = turned(point, 9)
        return moved((x * scale, y * scale), 254, 262)

    sole = path(closed([on_page(point) for point in _SOLE]), fill=WHITE)
    toes = [path(closed([on_page(p) for p in _oval(*toe)]), fill=WHITE) for toe in _TOES]
    heart = path(heart_shape(on_page((0, -36)), 112 * scale, turn_deg=9), fill=SHIRT)
    return [sole, *toes, heart]


def _oval(middle: Point, radii: Point, turn_deg: float) -> list[Point]:
    across, along = radii
    quarter = [(0.0, -1.0), (0.74, -0.7), (1.0, 0.0), (0.74, 0.7)]
    whole = [*quarter, *((-x, -y) for x, y in quarter)]
    ring = [(x * across, y * along) for x, y in whole]
    return [moved(turned(point, turn_deg), *middle) for point in ring]


def heart_shape(centre: Point, size: float, *, turn_deg: float = 0.0) -> str:
    """Path data of a heart `size` wide round `centre`."""

    def at(point: Point) -> Point:
        return moved(turned((point[0] * size / 2, point[1] * size / 2), turn_deg), *centre)

    curves = [step("C", *(at(point) for point in curve)) for curve in _HEART]
    return step("M", at((0.0, -0.42))) + "".join(curves) + "Z"
