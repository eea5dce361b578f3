"""Two footprints seen from above in a ring: how the feet stand to each other."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from tools.pictures.outline import oval, smooth
from tools.pictures.palette import PROP, SKIN, SKIN_SHADE
from tools.pictures.shape import Shape, View
from tools.pictures.svg import Element, Point, circle

Values = Mapping[str, Any]
# A right foot, toes up the page, the big toe towards the other foot.
_SOLE: Final[Sequence[Point]] = (
    (0, 31), (-8, 27), (-9.5, 18), (-7.5, 6), (-9.5, -6), (-12, -15), (-7, -20.5), (2, -20), (10, -15),
    (12, -7), (11, 6), (9.6, 18), (8, 27),
)  # fmt: skip
_TOES: Final = (
    (-8.2, -25.6, 4.6),
    (-1.4, -26.2, 3.4),
    (4.2, -24.0, 3.1),
    (8.8, -20.4, 2.8),
    (12.0, -15.6, 2.5),
)


def footprints(values: Values) -> list[Element]:
    """Both footprints, the left one first, at their `feet` offsets from the `place` of the ring."""
    place: Point = (values["place"][0], values["place"][1])
    shapes: list[Shape] = []
    for (dx, dy), mirror, colour in zip(values["feet"], (-1, 1), (SKIN_SHADE, SKIN), strict=True):
        sole = [(dx + mirror * x, dy + y) for x, y in _SOLE]
        toes = [oval((dx + mirror * x, dy + y), (radius, radius * 1.1)) for x, y, radius in _TOES]
        shapes += [Shape(outline=outline, fill=colour) for outline in (smooth(sole), *toes)]
    view = View(place=place, scale=values.get("scale", 1.0))
    return [
        circle(place, values["radius"], fill=PROP, opacity=0.2),
        *view.drawn(shapes),
        circle(place, values["radius"], stroke=PROP, width=4),
    ]
