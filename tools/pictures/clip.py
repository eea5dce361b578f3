"""Cuts an outline to a circle, so that a magnified detail ends at the rim of its lens."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin

from tools.pictures.svg import Point

_RIM_CORNERS = 72


def clipped(corners: Sequence[Point], centre: Point, radius: float) -> list[Point]:
    """The part of the polygon `corners` inside a circle; empty when nothing is inside."""
    angles = [2 * pi * index / _RIM_CORNERS for index in range(_RIM_CORNERS)]
    rim = [(centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in angles]
    inside = list(corners)
    for start, end in pairwise([*rim, rim[0]]):
        inside = _kept_left(inside, start, end)
    return simplified(inside)


def _kept_left(corners: list[Point], start: Point, end: Point) -> list[Point]:
    """The part of a polygon on the inner side of one edge of the rim."""

    def depth(point: Point) -> float:
        return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])

    kept: list[Point] = []
    for here, after in pairwise([*corners, *corners[:1]]):
        now, then = depth(here), depth(after)
        if now >= 0:
            kept.append(here)
        if (now >= 0) != (then >= 0):
            part = now / (now - then)
            kept.append((here[0] + (after[0] - here[0]) * part, here[1] + (after[1] - here[1]) * part))
    return kept


def simplified(corners: Sequence[Point], tolerance: float = 0.12) -> list[Point]:
    """The polygon without corners that lie within `tolerance` of the line between their neighbours."""
    if len(corners) < 4:
        return list(corners)
    kept = [0, len(corners) - 1]
    open_spans = [(0, len(corners) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        offsets = [(_offset(corners[i], corners[first], corners[last]), i) for i in range(first + 1, last)]
        worst, index = max(offsets, default=(0.0, first))
        if worst > tolerance:
            kept.append(index)
            open_spans += [(first, index), (index, last)]
    return [corners[index] for index in sorted(kept)]


def _offset(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if length < 1e-9:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(dx * (point[1] - start[1]) - dy * (point[0] - start[0])) / length
