"""Smooth outlines through a few points, and where on the page they lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, dist, radians, sin

from tools.pictures.svg import Point, step


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a drawing made around its own origin lies on the page.

    A point is first scaled, then mirrored, turned (degrees, clockwise as seen) and moved to (`x`, `y`).
    """

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    stretch_y: float = 1.0
    turn_deg: float = 0.0
    mirrored: bool = False

    def __post_init__(self) -> None:
        if self.scale <= 0 or self.stretch_y <= 0:
            raise ValueError("A drawing needs a scale above zero.")

    def at(self, point: Point) -> Point:
        """The page position of one point of the drawing."""
        across = point[0] * self.scale * (-1 if self.mirrored else 1)
        along = point[1] * self.scale * self.stretch_y
        return moved(turned((across, along), self.turn_deg), self.x, self.y)

    def all(self, points: Iterable[Point]) -> list[Point]:
        """The page positions of several points of the drawing."""
        return [self.at(point) for point in points]


def turned(point: Point, deg: float, about: Point = (0.0, 0.0)) -> Point:
    """`point` turned by `deg` degrees clockwise as seen on the page, about `about`."""
    angle = radians(deg)
    across, along = point[0] - about[0], point[1] - about[1]
    return (
        about[0] + across * cos(angle) - along * sin(angle),
        about[1] + across * sin(angle) + along * cos(angle),
    )


def moved(point: Point, dx: float, dy: float) -> Point:
    """`point` moved by `dx` to the right and `dy` down."""
    return point[0] + dx, point[1] + dy


def between(first: Point, second: Point, part: float) -> Point:
    """The point `part` of the way (0 to 1) from `first` to `second`."""
    return first[0] + (second[0] - first[0]) * part, first[1] + (second[1] - first[1]) * part


def closed(outline: Sequence[Point], *, roundness: float = 1.0) -> str:
    """Path data of a smooth closed outline through three or more points; raises ValueError for fewer."""
    if len(outline) < 3:
        raise ValueError("A closed outline needs at least three points.")
    ring = [outline[-1], *outline, outline[0], outline[1]]
    return step("M", outline[0]) + _curves(ring, roundness) + "Z"


def opened(row: Sequence[Point], *, roundness: float = 1.0) -> str:
    """Path data of a smooth open line through two or more points; raises ValueError for fewer."""
    if len(row) < 2:
        raise ValueError("A line needs at least two points.")
    return step("M", row[0]) + _curves([row[0], *row, row[-1]], roundness)


def polygon(corners: Sequence[Point]) -> str:
    """Path data of a closed outline with straight sides."""
    return step("M", corners[0]) + "".join(step("L", corner) for corner in corners[1:]) + "Z"


def _curves(line: Sequence[Point], roundness: float) -> str:
    """Cubic curves between the inner points of `line`; the first and last only give the direction there."""
    parts = []
    for before, start, end, after in zip(line, line[1:], line[2:], line[3:], strict=False):
        length = dist(start, end)
        first = _handle(start, before, end, length * roundness)
        second = _handle(end, after, start, length * roundness)
        parts.append(step("C", first, second, end))
    return "".join(parts)


def _handle(here: Point, away: Point, towards: Point, length: float) -> Point:
    """The control point at `here` of a stretch `length` long that leads to `towards`, coming from `away`."""
    span = dist(away, towards)
    if span == 0:
        return here
    reach = length / 3 / span
    return here[0] + (towards[0] - away[0]) * reach, here[1] + (towards[1] - away[1]) * reach
