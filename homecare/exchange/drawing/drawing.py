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
Role = Literal["text", "title", "heading"]
"""What words are on a page: a screen reader can go from heading to heading."""
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
    """A line of text; `y` is its baseline, `size` in points.

    One that `goes_on` is the same paragraph as the words just before it.
    """

    x: float
    y: float
    text: str
    size: float = 7.5
    ink: Ink = "ink"
    bold: bool = False
    anchor: Anchor = "start"
    role: Role = "text"
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Shapes that make one picture; `described` says it in words for readers who do not see it."""

    shapes: tuple["Shape", ...]
    described: str


Shape = Stroke | Area | Box | Dot | Words | Figure


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
    if isinstance(shape, Figure):
        return replace(shape, shapes=tuple(moved(inner, dx, dy) for inner in shape.shapes))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


def as_figure(drawing: Drawing) -> Drawing:
    """The drawing as one picture with its description, to be put among others on a page."""
    if not drawing.described:
        return drawing
    return replace(drawing, shapes=(Figure(shapes=drawing.shapes, described=drawing.described),))


def box(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """The corners of a rectangle, for an area."""
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
