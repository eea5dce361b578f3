"""Closed outlines made of cubic curves: the one kind of shape a body, a prop or a highlight is built from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import Final

from homecare.pictures.svg import Point, step

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
    curves: list[Curve] = []
    for index, start in enumerate(corners):
        before, end, after = (corners[(index + offset) % count] for offset in (-1, 1, 2))
        length = hypot(end[0] - start[0], end[1] - start[1])
        first = _handle(before, start, end, length, tension)
        second = _handle(after, end, start, length, tension)
        curves.append((first, second, end))
    return Outline(corners[0], tuple(curves))


def _handle(before: Point, here: Point, after: Point, length: float, tension: float) -> Point:
    """A handle at `here` along the line of its neighbours, a third of the stretch long, so bends never loop."""
    dx, dy = after[0] - before[0], after[1] - before[1]
    whole = hypot(dx, dy) or 1.0
    reach = tension * length / 3
    return here[0] + dx / whole * reach, here[1] + dy / whole * reach


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
    sides: tuple[list[Point], list[Point]] = ([], [])
    for index, (x, y) in enumerate(line):
        before, after = line[max(index - 1, 0)], line[min(index + 1, len(line) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy) or 1.0
        half = widths[index] / 2
        across = (-dy / length * half, dx / length * half)
        sides[0].append((x + across[0], y + across[1]))
        sides[1].append((x - across[0], y - across[1]))
    caps = (_beyond(line[-2], line[-1], widths[-1] / 2), _beyond(line[1], line[0], widths[0] / 2))
    return smooth([*sides[0], caps[0], *reversed(sides[1]), caps[1]])


def _beyond(before: Point, end: Point, reach: float) -> Point:
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = hypot(dx, dy) or 1.0
    return end[0] + dx / length * reach, end[1] + dy / length * reach
