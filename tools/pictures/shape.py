"""Coloured shapes in world units, and the view that puts them on the page, cut to a lens if there is one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, sin

from tools.pictures.outline import Outline
from tools.pictures.svg import Element, Point, path, step

_RIM_CORNERS = 72
"""Corners of the polygon that stands for the round rim of a lens: enough to look round when printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A filled outline; `part` says what it shows when a reader must find it ("highlight")."""

    outline: Outline
    fill: str
    opacity: float = 1
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the world is seen: `focus` (world) lies at `place` (page), enlarged by `scale`.

    With a `lens` radius only what lies that near to `place` is drawn.
    """

    place: Point
    scale: float
    focus: Point = (0, 0)
    lens: float | None = None

    def __post_init__(self) -> None:
        if self.scale <= 0:
            raise ValueError("A view needs a scale above zero.")

    def at(self, point: Point) -> Point:
        """The page position of a world point."""
        return (
            self.place[0] + (point[0] - self.focus[0]) * self.scale,
            self.place[1] + (point[1] - self.focus[1]) * self.scale,
        )

    def drawn(self, shapes: Iterable[Shape]) -> list[Element]:
        """The shapes as page elements, in order, without those a lens does not show."""
        return [element for shape in shapes if (element := self._drawn(shape)) is not None]

    def _drawn(self, shape: Shape) -> Element | None:
        outline = shape.outline.moved(self.at)
        if self.lens is None:
            data = outline.steps()
        else:
            corners = clipped(outline.flattened(), self.place, self.lens)
            if len(corners) < 3:
                return None
            data = step("M", corners[0]) + "".join(step("L", corner) for corner in corners[1:]) + "Z"
        return path(data, fill=shape.fill, opacity=shape.opacity, part=shape.part)


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
