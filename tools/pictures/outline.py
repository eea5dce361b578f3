"""Closed outlines made of cubic curves: the one kind of shape a body, a prop or a highlight is built from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, dist, hypot, radians, sin
from typing import Final

from tools.pictures.svg import Point, step

_ROUND: Final = 0.5522847
"""Handle length of a quarter circle, as part of its radius."""

Curve = tuple[Point, Point, Point]
"""First handle, second handle and end of one cubic curve."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed outline: where it starts and the curves that lead back there."""

    start: Point
    curves: tuple[Curve, ...]

    def moved(self, to: Callable[[Point], Point]) -> "Outline":
        """The outline with every point put where `to` says (a shift, turn or scale)."""
        curves = tuple((to(first), to(second), to(end)) for first, second, end in self.curves)
        return Outline(to(self.start), curves)

    def steps(self) -> str:
        """The outline as path data."""
        return step("M", self.start) + "".join(step("C", *curve) for curve in self.curves) + "Z"

    def flattened(self, pieces: int = 8) -> list[Point]:
        """Corner points that follow the curves, `pieces` a curve."""
        corners: list[Point] = []
        here = self.start
        for first, second, end in self.curves:
            corners += [_at(here, first, second, end, (index + 1) / pieces) for index in range(pieces)]
            here = end
        return corners


def _at(start: Point, first: Point, second: Point, end: Point, part: float) -> Point:
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    corners = (start, first, second, end)
    return (
        sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True)),
        sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True)),
    )


def smooth(corners: Sequence[Point], tension: float = 1.0) -> Outline:
    """A round closed outline through `corners`; a lower `tension` gives tighter bends (0 is a polygon)."""
    count = len(corners)
    bearings = [
        _bearing(corners[index - 1], corners[index], corners[(index + 1) % count]) for index in range(count)
    ]
    curves: list[Curve] = []
    for index, start in enumerate(corners):
        after = (index + 1) % count
        end = corners[after]
        reach = tension * dist(start, end) / 3
        (dx, dy), (ex, ey) = bearings[index], bearings[after]
        first = (start[0] + dx * reach, start[1] + dy * reach)
        second = (end[0] - ex * reach, end[1] - ey * reach)
        curves.append((first, second, end))
    return Outline(corners[0], tuple(curves))


def _bearing(before: Point, here: Point, after: Point) -> Point:
    """The direction of the outline at a corner, nearer to that of the shorter side: no long side waves."""
    near, far = dist(before, here) or 1e-6, dist(here, after) or 1e-6
    dx = (here[0] - before[0]) / near * far + (after[0] - here[0]) / far * near
    dy = (here[1] - before[1]) / near * far + (after[1] - here[1]) / far * near
    length = hypot(dx, dy) or 1.0
    return dx / length, dy / length


def polygon(corners: Sequence[Point]) -> Outline:
    """A closed outline with straight edges."""
    edges = list(pairwise([*corners, corners[0]]))
    return Outline(corners[0], tuple((start, end, end) for start, end in edges))


def oval(centre: Point, radii: Point, turn_deg: float = 0) -> Outline:
    """An ellipse, turned clockwise as seen by `turn_deg`."""
    turn_x, turn_y = cos(radians(turn_deg)), sin(radians(turn_deg))

    def at(x: float, y: float) -> Point:
        across, along = x * radii[0], y * radii[1]
        return centre[0] + across * turn_x - along * turn_y, centre[1] + across * turn_y + along * turn_x

    k = _ROUND
    return Outline(
        at(1, 0),
        (
            (at(1, k), at(k, 1), at(0, 1)),
            (at(-k, 1), at(-1, k), at(-1, 0)),
            (at(-1, -k), at(-k, -1), at(0, -1)),
            (at(k, -1), at(1, -k), at(1, 0)),
        ),
    )


def disc(centre: Point, radius: float) -> Outline:
    """A circle."""
    return oval(centre, (radius, radius))


def box(corner: Point, size: Point, radius: float = 2.0) -> Outline:
    """An upright rectangle with rounded corners, from its upper left corner."""
    (x, y), (width, height) = corner, size
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ROUND)
    right, low = x + width, y + height
    return Outline(
        (x + r, y),
        (
            ((right - r, y), (right - r, y), (right - r, y)),
            ((right - k, y), (right, y + k), (right, y + r)),
            ((right, low - r), (right, low - r), (right, low - r)),
            ((right, low - k), (right - k, low), (right - r, low)),
            ((x + r, low), (x + r, low), (x + r, low)),
            ((x + k, low), (x, low - k), (x, low - r)),
            ((x, y + r), (x, y + r), (x, y + r)),
            ((x, y + k), (x + k, y), (x + r, y)),
        ),
    )


def ribbon(line: Sequence[Point], widths: Sequence[float]) -> Outline:
    """A band along `line`, as wide as `widths` at each of its points, with round ends."""
    last = len(line) - 1
    along = [
        _bearing(line[index - 1], line[index], line[index + 1])
        if 0 < index < last
        else _bearing(*((line[0], line[0], line[1]) if index == 0 else (line[-2], line[-1], line[-1])))
        for index in range(last + 1)
    ]
    there = list(zip(line, widths, along, strict=True))
    back = [(point, width, (-dx, -dy)) for point, width, (dx, dy) in reversed(there)]
    curves = [*_side(there), *_cap(*there[-1]), *_side(back), *_cap(*back[-1])]
    return Outline(_beside(*there[0], 1.0, 0.0), tuple(curves))


_Station = tuple[Point, float, Point]
"""One point of a band: where it is, how wide, and which way the band goes on."""


def _beside(point: Point, width: float, way: Point, across: float, onward: float) -> Point:
    """A point off the middle line of a band, in halves of its width across and onward."""
    half = width / 2
    return (
        point[0] + half * (way[1] * across + way[0] * onward),
        point[1] + half * (-way[0] * across + way[1] * onward),
    )


def _side(stations: Sequence[_Station]) -> list[Curve]:
    curves = []
    for here, there in pairwise(stations):
        start, end = _beside(*here, 1.0, 0.0), _beside(*there, 1.0, 0.0)
        reach = dist(start, end) / 3
        first = (start[0] + here[2][0] * reach, start[1] + here[2][1] * reach)
        second = (end[0] - there[2][0] * reach, end[1] - there[2][1] * reach)
        curves.append((first, second, end))
    return curves


def _cap(point: Point, width: float, way: Point) -> list[Curve]:
    """The half circle that ends a band."""
    turns = ((1.0, _ROUND), (_ROUND, 1.0), (0.0, 1.0), (-_ROUND, 1.0), (-1.0, _ROUND), (-1.0, 0.0))
    stops = [_beside(point, width, way, across, onward) for across, onward in turns]
    return [(stops[0], stops[1], stops[2]), (stops[3], stops[4], stops[5])]
