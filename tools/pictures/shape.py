"""Coloured shapes in world units, and the view that puts them on the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from tools.pictures.clip import clipped
from tools.pictures.outline import Outline
from tools.pictures.svg import Element, Point, path, step


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
