"""A round lens that shows one place of a scene enlarged, tied to that place by a quiet line."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from tools.pictures.palette import PROP
from tools.pictures.shape import Shape, View
from tools.pictures.svg import Element, Point, circle, path, step


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """`focus` (world) shown at `place` (page) within `radius`, at `zoom` page units a world unit."""

    focus: Point
    place: Point
    radius: float
    zoom: float

    def __post_init__(self) -> None:
        if self.radius <= 0 or self.zoom <= 0:
            raise ValueError("A lens needs a radius and a zoom above zero.")


def lens_elements(lens: Lens, view: View, shapes: Sequence[Shape]) -> list[Element]:
    """The lens with everything it shows, and the small ring at the place it shows."""
    inside = View(place=lens.place, scale=lens.zoom, focus=lens.focus, lens=lens.radius)
    return [
        *tether(view.at(lens.focus), lens.radius * view.scale / lens.zoom, lens.place, lens.radius),
        circle(lens.place, lens.radius, fill=PROP, opacity=0.2),
        *inside.drawn(shapes),
        circle(lens.place, lens.radius, stroke=PROP, width=4),
    ]


def tether(source: Point, small: float, place: Point, radius: float) -> list[Element]:
    """The small ring round what a lens shows, and the line from it to the lens."""
    dx, dy = place[0] - source[0], place[1] - source[1]
    length = hypot(dx, dy) or 1.0
    ends = [
        (source[0] + dx / length * small, source[1] + dy / length * small),
        (place[0] - dx / length * radius, place[1] - dy / length * radius),
    ]
    return [
        circle(source, small, stroke=PROP, width=2.5),
        path([step("M", ends[0]), step("L", ends[1])], stroke=PROP, width=2.5),
    ]
