"""Hands that hold, pull or steady a foot: skin a shade darker than the foot's, sleeves in the cool colour."""

from __future__ import annotations

from typing import Final

from tools.pictures.foot_curve import Placement, closed, opened
from tools.pictures.palette import COOL, COOL_SHADE, SKIN, SKIN_SHADE, mixed
from tools.pictures.svg import Element, Point, group, path

HAND: Final = mixed(SKIN, SKIN_SHADE, 0.8)
HAND_EDGE: Final = mixed(SKIN_SHADE, "#000000", 0.16)
"""The quiet line that tells a finger from its neighbour and from the foot."""


def fist(place: Placement, *, sleeve: float = 46.0) -> list[Element]:
    """A closed hand seen from its back, knuckles up the page at (0, 0), forearm down; thumb on the left.

    `sleeve` is how much of the forearm is seen, in units of a hand about 50 wide.
    """
    size = place.scale
    back = [(-25, 6), (-22, -6), (0, -12), (22, -6), (27, 6), (24, 26), (15, 42), (-13, 42), (-23, 24)]
    thumb = [(-20, 26), (-26, 12), (-16, -2)]
    folds = [[(x, -6), (x, 7)] for x in (-9, 3, 15)]
    return [
        path(opened(place.all([(0, 30), (1, 52)])), stroke=HAND, width=28 * size),
        *sleeve_end(place.all([(1, 54), (2, 54 + sleeve)]), 36 * size),
        path(closed(place.all(back)), fill=HAND),
        *(path(opened(place.all(fold)), stroke=HAND_EDGE, width=2.6 * size) for fold in folds),
        *finger(place.all(thumb), 14 * size),
    ]


def finger(row: list[Point], width: float) -> list[Element]:
    """One finger along `row` (page points, root first), with a quiet edge against its neighbour."""
    return [
        path(opened(row), stroke=HAND_EDGE, width=width + 3.4),
        path(opened(row), stroke=HAND, width=width),
    ]


def fingers(rows: list[list[Point]], width: float) -> Element:
    """Several fingers side by side; their roots run into the hand without an edge."""
    drawn = [element for row in rows for element in finger(row, width)]
    return group(drawn)


def sleeve_end(row: list[Point], width: float) -> list[Element]:
    """A sleeve along `row` (page points, wrist first) with its hem."""
    return [
        path(opened(row), stroke=COOL, width=width),
        path(opened([row[0], _towards(row[0], row[-1], 0.5)]), stroke=COOL_SHADE, width=width),
        path(opened([_towards(row[0], row[-1], 5.0), row[-1]]), stroke=COOL, width=width),
    ]


def _towards(start: Point, end: Point, distance: float) -> Point:
    span = max(1.0, ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
    return start[0] + (end[0] - start[0]) * distance / span, start[1] + (end[1] - start[1]) * distance / span
