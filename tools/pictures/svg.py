"""A small writer of plain SVG: shapes and groups, nothing that needs a style sheet, a script or a font.

Only elements that every SVG renderer draws alike are offered. The text is deterministic: the same elements
give the same bytes on every machine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, TypedDict, Unpack

Point = tuple[float, float]
"""x to the right and y down, in viewBox units."""

WIDTH: Final = 420
"""Width of every exercise picture in viewBox units."""
HEIGHT: Final = 320
"""Height of every exercise picture in viewBox units."""

_ARGUMENTS: Final = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One SVG element: its tag, its attributes in writing order, and what it contains."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Element", ...] = ()


def number(value: float) -> str:
    """A coordinate with at most one decimal and no negative zero: `12`, `12.5`."""
    rounded = round(value, 1) + 0.0
    return f"{rounded:g}"


def points(values: Iterable[Point]) -> str:
    """Coordinates as SVG writes them: `1 2 3 4`."""
    return " ".join(f"{number(x)} {number(y)}" for x, y in values)


def step(command: str, *values: Point) -> str:
    """One absolute path command (`M`, `L`, `Q`, `C` or `Z`) with its points.

    Raises ValueError for another command or a wrong number of points.
    """
    if _ARGUMENTS.get(command) != len(values):
        raise ValueError(f"Path command {command!r} does not take {len(values)} points.")
    return command + points(values)


class Paint(TypedDict, total=False):
    """How a shape is painted; `part` names what it shows ("highlight", "arrow")."""

    fill: str | None
    stroke: str | None
    width: float
    opacity: float
    part: str | None


def _paint(
    *,
    fill: str | None = None,
    stroke: str | None = None,
    width: float = 1,
    opacity: float = 1,
    part: str | None = None,
) -> list[tuple[str, str]]:
    attributes = [("fill", fill or "none")]
    if stroke is not None:
        attributes += [("stroke", stroke), ("stroke-width", number(width))]
        attributes += [("stroke-linecap", "round"), ("stroke-linejoin", "round")]
    if opacity < 1:
        attributes.append(("opacity", f"{round(opacity, 2):g}"))
    if part is not None:
        attributes.append(("data-part", part))
    return attributes


def path(
    d: str | Sequence[str],
    **paint: Unpack[Paint],
) -> Element:
    """A path from its data, or from the steps of it."""
    data = d if isinstance(d, str) else "".join(d)
    painted = _paint(**paint)
    return Element(tag="path", attributes=(("d", data), *painted))


def rect(
    corner: Point,
    size: Point,
    *,
    radius: float = 0,
    **paint: Unpack[Paint],
) -> Element:
    """A rectangle from its upper left corner and its width and height, with rounded corners of `radius`."""
    place = [("x", corner[0]), ("y", corner[1]), ("width", size[0]), ("height", size[1])]
    if radius:
        place.append(("rx", radius))
    written = [(name, number(value)) for name, value in place]
    return Element(tag="rect", attributes=(*written, *_paint(**paint)))


def circle(
    centre: Point,
    radius: float,
    **paint: Unpack[Paint],
) -> Element:
    """A circle from its centre and radius."""
    place = (("cx", number(centre[0])), ("cy", number(centre[1])), ("r", number(radius)))
    return Element(tag="circle", attributes=(*place, *_paint(**paint)))


def ellipse(
    centre: Point,
    radii: Point,
    **paint: Unpack[Paint],
) -> Element:
    """An upright ellipse from its centre and its two radii."""
    place = [("cx", centre[0]), ("cy", centre[1]), ("rx", radii[0]), ("ry", radii[1])]
    written = [(name, number(value)) for name, value in place]
    return Element(tag="ellipse", attributes=(*written, *_paint(**paint)))


def group(
    children: Iterable[Element],
    *,
    transform: str | None = None,
    opacity: float = 1,
    part: str | None = None,
) -> Element:
    """Elements kept together, moved by an SVG `transform` if given; `part` names what they show."""
    attributes: list[tuple[str, str]] = []
    if transform is not None:
        attributes.append(("transform", transform))
    if opacity < 1:
        attributes.append(("opacity", f"{round(opacity, 2):g}"))
    if part is not None:
        attributes.append(("data-part", part))
    return Element(tag="g", attributes=tuple(attributes), children=tuple(children))


def _written(element: Element) -> str:
    head = element.tag + "".join(f' {name}="{escape(value)}"' for name, value in element.attributes)
    if not element.children:
        return f"<{head}/>"
    inside = "".join(_written(child) for child in element.children)
    return f"<{head}>{inside}</{element.tag}>"


def picture(children: Iterable[Element], *, width: int = WIDTH, height: int = HEIGHT) -> str:
    """A whole SVG file, one top-level element a line, transparent where nothing is drawn."""
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">']
    lines += [_written(child) for child in children]
    return "\n".join([*lines, "</svg>"]) + "\n"
