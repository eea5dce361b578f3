"""The quiet grey things around a body: floor, wall, chair, step, and what a foot plays with.

World units; heights are given upwards from the floor (positive), so a scene file reads like a drawing plan.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tools.pictures.outline import box, disc, oval, polygon, ribbon, smooth
from tools.pictures.palette import DARK, PROP, PROP_SHADE
from tools.pictures.shape import Shape
from tools.pictures.svg import Point

Values = Mapping[str, Any]
_THICK: Final = 7.0


def _block(left: float, right: float, top: float, bottom: float, radius: float = 2.5) -> Shape:
    return Shape(outline=box((left, -top), (right - left, top - bottom), radius), fill=PROP)


def _faint(shape: Shape) -> Shape:
    return Shape(outline=shape.outline, fill=shape.fill, opacity=0.45)


def _floor(values: Values) -> list[Shape]:
    return [
        _block(values["from"], values["to"], values.get("height", 0), values.get("height", 0) - _THICK, 3.5)
    ]


def _wall(values: Values) -> list[Shape]:
    return [_block(values["x"], values["x"] + 13, values.get("height", 262), 0, 4)]


def _worktop(values: Values) -> list[Shape]:
    left, right, top = values["from"], values["to"], values.get("height", 150)
    cupboard = _faint(_block(left + 8, right - 2, top - 8, values.get("foot", 0), 2))
    return [cupboard, _block(left, right, top, top - 10, 4)]


def _step(values: Values) -> list[Shape]:
    """A step with the edge at `from`; a second, higher step rises behind it when `riser` is given."""
    left, right, top = values["from"], values["to"], values["height"]
    shapes = [_block(left, right, top, 0, 3)]
    if "riser" in values:
        shapes.append(_block(values["riser"], right, top * 2, top - 4, 3))
    return shapes


def _rail(values: Values) -> list[Shape]:
    """A handrail: posts at `posts`, from `foot` up to the bar at `height`."""
    top, bottom = values["height"], values.get("foot", 0)
    posts = [_block(x - 3, x + 3, top, bottom, 2) for x in values["posts"]]
    return [*posts, _block(values["from"], values["to"], top + 4, top - 4, 4)]


def _chair(values: Values) -> list[Shape]:
    """A chair seen from the side, its seat from `from` to `to` and its back on the left."""
    left, right, seat = values["from"], values["to"], values["height"]
    legs = [_block(x, x + 7, seat - 4, 0, 2.5) for x in (left + 3, right - 10)]
    back = [] if values.get("stool") else [_block(left - 4, left + 5, seat + 78, seat - 6, 4)]
    return [*legs, *back, _block(left - 2, right, seat, seat - 9, 4)]


def _chair_front(values: Values) -> list[Shape]:
    """A chair seen from the front, centred on `x`."""
    x, seat, half = values["x"], values["height"], values.get("half", 50)
    back = _faint(_block(x - half + 6, x + half - 6, seat + 74, seat, 10))
    legs = [_block(x + side * (half - 8) - 4, x + side * (half - 8) + 4, seat, 0, 3) for side in (-1, 1)]
    return [back, *legs, _block(x - half, x + half, seat + 3, seat - 10, 5)]


def _bed(values: Values) -> list[Shape]:
    left, right, top = values["from"], values["to"], values["height"]
    legs = [_block(x, x + 9, top - 14, 0, 2.5) for x in (left + 12, right - 21)]
    return [*legs, _block(left, right, top, top - 20, 8)]


def _pillow(values: Values) -> list[Shape]:
    (x, low), (width, height) = values["at"], values["size"]
    corners = [(0, 0.1), (0.05, 0.75), (0.25, 1), (0.75, 1), (0.95, 0.75), (1, 0.1), (0.9, 0), (0.1, 0)]
    cushion = [(x + across * width, -(low + up * height)) for across, up in corners]
    return [Shape(outline=smooth(cushion, 0.8), fill=PROP_SHADE)]


def _roll(values: Values) -> list[Shape]:
    """A rolled towel seen from its end."""
    (x, y), radius = values["at"], values["radius"]
    rings = ((1.0, PROP_SHADE), (0.72, PROP), (0.45, PROP_SHADE), (0.2, PROP))
    return [Shape(outline=disc((x, -y), radius * share), fill=fill) for share, fill in rings]


def _ball(values: Values) -> list[Shape]:
    (x, y), radius = values["at"], values["radius"]
    shine = oval((x - radius * 0.3, -y - radius * 0.35), (radius * 0.3, radius * 0.2), -35)
    return [Shape(outline=disc((x, -y), radius), fill=PROP_SHADE), Shape(outline=shine, fill=PROP)]


def _open_box(values: Values) -> list[Shape]:
    left, right, top = values["from"], values["to"], values["height"]
    walls = [
        (left, -top),
        (left + 4, -top),
        (left + 5, -4),
        (right - 5, -4),
        (right - 4, -top),
        (right, -top),
    ]
    inside = [(left + 2, -top + 3), (right - 2, -top + 3), (right - 4, -2), (left + 4, -2)]
    return [
        Shape(outline=polygon(inside), fill=PROP, opacity=0.45),
        Shape(outline=polygon([*walls, (right - 2, 0), (left + 2, 0)]), fill=PROP),
    ]


def _table(values: Values) -> list[Shape]:
    """The end of a table whose leg stands at `x`."""
    x, right, top = values["x"], values["to"], values["height"]
    return [_block(x - 4, x + 5, top - 4, 0, 2.5), _block(x - 14, right, top, top - 9, 4)]


def _patch(values: Values) -> list[Shape]:
    """A piece of floor seen from a little above: it reaches `back` and `front` from the floor line."""
    left, right, back, front = values["from"], values["to"], values["back"], values["front"]
    corners = [(left + 26, -back), (right - 26, -back), (right, front), (left, front)]
    return [Shape(outline=polygon(corners), fill=PROP, opacity=0.35)]


def _line(values: Values) -> list[Shape]:
    """A band, cord or tape along `points`."""
    line: list[Point] = [(x, -y) for x, y in values["points"]]
    colour = {"prop": PROP, "shade": PROP_SHADE, "dark": DARK}[values.get("colour", "shade")]
    return [Shape(outline=ribbon(line, [values.get("width", 5)] * len(line)), fill=colour)]


KINDS: Final[Mapping[str, Callable[[Values], list[Shape]]]] = {
    "ball": _ball,
    "bed": _bed,
    "box": _open_box,
    "chair": _chair,
    "chair_front": _chair_front,
    "floor": _floor,
    "line": _line,
    "patch": _patch,
    "pillow": _pillow,
    "rail": _rail,
    "roll": _roll,
    "step": _step,
    "table": _table,
    "wall": _wall,
    "worktop": _worktop,
}
"""How to draw each kind of prop from the values in a scene file."""
