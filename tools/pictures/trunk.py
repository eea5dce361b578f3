"""The trunk and head seen from the right side."""

from collections.abc import Sequence
from typing import Final

from tools.pictures.frame import Frame
from tools.pictures.outline import oval, ribbon, smooth
from tools.pictures.palette import DARK, SHIRT, SHIRT_SHADE, SKIN, SKIN_SHADE
from tools.pictures.shape import Shape
from tools.pictures.svg import Point

SHOULDER: Final[Point] = (0.5, -72.0)
"""The shoulder joint seen from the hip joint of an upright trunk."""
_NECK: Final[Point] = (2.5, -84.0)
_SHIRT: Final[Sequence[Point]] = (
    (-18.0, 6.0), (-18.6, -8.0), (-14.6, -24.0), (-15.6, -40.0), (-18.4, -56.0), (-16.0, -72.0),
    (-8.0, -82.5), (2.0, -85.0), (10.0, -79.0), (16.0, -66.0), (18.4, -52.0), (16.8, -36.0),
    (16.4, -20.0), (17.6, -4.0), (15.6, 6.0), (0.0, 8.5),
)  # fmt: skip
_PELVIS: Final[Sequence[Point]] = (
    (-18.0, -6.0),
    (-18.6, 6.0),
    (-11.0, 15.5),
    (4.0, 16.0),
    (15.0, 9.0),
    (17.2, -6.0),
)
_HAIR: Final[Sequence[Point]] = (
    (8.0, -19.0), (15.5, -13.2), (11.0, -10.0), (4.0, -9.5), (1.0, -5.0), (-1.0, 1.0), (-4.0, 4.0),
    (-6.5, 10.0), (-13.5, 11.5), (-19.0, 4.0), (-20.2, -6.0), (-15.0, -16.5), (-5.0, -21.6),
)  # fmt: skip
_NOSE: Final[Sequence[Point]] = (
    (14.5, -5.0),
    (19.0, 0.6),
    (21.6, 3.4),
    (19.4, 6.0),
    (14.5, 7.5),
    (12.0, 1.0),
)


def trunk(hip: Point, lean_deg: float) -> list[Shape]:
    """Shorts and shirt of a trunk that leans forwards by `lean_deg` from upright."""
    frame = Frame(origin=hip, turn_deg=lean_deg)
    return [
        Shape(outline=smooth([frame.at(point) for point in _PELVIS]), fill=SHIRT_SHADE),
        Shape(outline=smooth([frame.at(point) for point in _SHIRT]), fill=SHIRT),
    ]


def head(hip: Point, lean_deg: float, nod_deg: float = 0) -> list[Shape]:
    """Neck and head on a trunk; `nod_deg` turns the face downwards against the trunk."""
    body = Frame(origin=hip, turn_deg=lean_deg)
    face = body.turned(_NECK, nod_deg).turned((5.0, -24.0), 0)
    throat = [body.at((1.5, -78.0)), body.at((3.5, -88.0)), face.at((-3.0, 12.0))]
    return [
        Shape(outline=ribbon(throat, (19.0, 16.0, 15.0)), fill=SKIN_SHADE),
        Shape(outline=smooth([face.at(point) for point in _NOSE]), fill=SKIN),
        Shape(outline=oval(face.at((0.0, 0.0)), (18.2, 20.2), face.turn_deg), fill=SKIN),
        Shape(outline=smooth([face.at(point) for point in _HAIR]), fill=DARK),
        Shape(outline=oval(face.at((-2.6, 3.4)), (3.4, 4.6), face.turn_deg), fill=SKIN_SHADE),
        Shape(outline=oval(face.at((11.4, -1.4)), (1.6, 2.2), face.turn_deg), fill=DARK),
    ]
