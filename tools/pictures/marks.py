"""The arrows and signs of a scene file, drawn last, in page units."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tools.pictures import arrows
from tools.pictures.palette import HIGHLIGHT, PROP_SHADE
from tools.pictures.svg import Element, Point, circle, group, path, step

Values = Mapping[str, Any]


def _point(value: Any) -> Point:
    return float(value[0]), float(value[1])


def _straight(values: Values) -> Element:
    return arrows.straight(_point(values["from"]), _point(values["to"]))


def _curved(values: Values) -> Element:
    return arrows.curved(_point(values["from"]), _point(values["via"]), _point(values["to"]))


def _double(values: Values) -> Element:
    control = _point(values["via"]) if "via" in values else None
    return arrows.double_headed(_point(values["from"]), _point(values["to"]), control=control)


def _pause(values: Values) -> Element:
    return arrows.pause(_point(values["at"]), radius=values.get("radius", 19))


def _dashed(values: Values) -> Element:
    """A dashed arrow: one of several ways to go."""
    start, end = _point(values["from"]), _point(values["to"])
    head = arrows.straight((end[0] * 0.96 + start[0] * 0.04, end[1] * 0.96 + start[1] * 0.04), end, width=5)
    return group([arrows.dashed([start, end], width=5), head])


def _bar(values: Values) -> Element:
    """The end of a movement: stop here."""
    return path(
        [step("M", _point(values["from"])), step("L", _point(values["to"]))], stroke=HIGHLIGHT, width=7
    )


def _clock(values: Values) -> Element:
    x, y = _point(values["at"])
    r = float(values.get("radius", 19))
    hands = [step("M", (x, y - r * 0.55)), step("L", (x, y)), step("L", (x + r * 0.4, y + r * 0.22))]
    face = circle((x, y), r, stroke=PROP_SHADE, width=4.5)
    return group([face, path(hands, stroke=PROP_SHADE, width=4.5)])


KINDS: Final[Mapping[str, Callable[[Values], Element]]] = {
    "bar": _bar,
    "clock": _clock,
    "curved": _curved,
    "dashed": _dashed,
    "double": _double,
    "pause": _pause,
    "straight": _straight,
}
"""How to draw each kind of mark."""
