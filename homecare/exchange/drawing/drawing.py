"""A picture in millimetres made of a few plain shapes: drawn once, shown on paper and on screen alike."""

from dataclasses import dataclass, replace
from typing import Literal

Ink = Literal[
    "ink",
    "soft",
    "faint",
    "band",
    "paper",
    "main",
    "box",
    "green",
    "amber",
    "red",
    "skin",
    "site1",
    "site2",
    "site3",
]
"""What a colour is for; which colour that is, paper and screen decide. All differ in grey alone."""
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
POINT_MM = 0.3528
"""A printer's point in mm: the unit of the size of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line through points, `width` in mm; `dash` is the length of its dashes, 0 for a whole line."""

    points: tuple[Point, ...]
    ink: Ink = "ink"
    width: float = 0.2
    dash: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled shape through points."""

    points: tuple[Point, ...]
    ink: Ink


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle; without `fill` only its outline, without `edge` only its inside."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    edge: Ink | None = None
    line: float = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A filled circle; `radius` in mm."""

    x: float
    y: float
    radius: float
    ink: Ink = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text; `y` is its baseline, `size` in points."""

    x: float
    y: float
    text: str
    size: float = 7.5
    ink: Ink = "ink"
    bold: bool = False
    anchor: Anchor = "start"


Shape = Stroke | Area | Box | Dot | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes on a sheet of this size in mm, the first at the back; `described` says it in words.

    The `scale` on the left, so many mm wide, stays in sight when the rest is scrolled.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    described: str = ""
    scale: float = 0.0


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The same shape further right and down."""
    if isinstance(shape, Stroke | Area):
        return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


def box(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """The corners of a rectangle, for an area."""
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
