"""Close-ups of short foot, sitting and standing: the arch lifts while heel and ball stay down."""

from __future__ import annotations

from tools.pictures import arrows
from tools.pictures.foot_curve import Placement, closed
from tools.pictures.foot_inner import InnerFoot
from tools.pictures.foot_leg import trouser
from tools.pictures.foot_props import FLOOR_Y, chair, floor
from tools.pictures.palette import HIGHLIGHT, SHIRT
from tools.pictures.svg import Element, circle, path

Frame = list[Element]
_UNITS_PER_CM = 9.3
"""A foot 240 units long stands for one of 26 cm."""
_LARGER = 3.6
"""How much larger than life the lift is drawn: half a centimetre would not be seen."""


def short_foot_seated(*, arch_cm: float) -> Frame:
    """Inner side of a foot on the floor before a chair, its arch `arch_cm` high."""
    foot = _foot(arch_cm, rest_cm=1.5, place=Placement(x=296, y=FLOOR_Y, scale=1.02, mirrored=True), leg=152)
    lifted = arch_cm > 1.5
    drawn = [
        *chair(322, seat_y=96, back=406),
        floor(),
        *foot.parts(),
        _arch_mark(foot, lifted),
        *trouser(foot, 52),
    ]
    if not lifted:
        return drawn
    ball, heel = foot.on_foot(190, 0)[0], foot.on_foot(98, 0)[0]
    return [*drawn, arrows.straight((ball, FLOOR_Y + 25), (heel, FLOOR_Y + 25))]


def short_foot_standing(*, arch_cm: float) -> Frame:
    """Inner side of a standing foot, its arch `arch_cm` high, with the three points that stay down."""
    foot = _foot(arch_cm, rest_cm=1.0, place=Placement(x=322, y=FLOOR_Y, scale=1.1, mirrored=True), leg=138)
    lifted = arch_cm > 1.0
    points = ((34, 9.0), (158, 7.0), (184, 9.0))
    dots = [circle((foot.on_foot(x, 0)[0], FLOOR_Y + 4), radius, fill=SHIRT) for x, radius in points]
    drawn = [floor(), *foot.parts(), _arch_mark(foot, lifted), *trouser(foot, 22), *dots]
    if not lifted:
        return drawn
    x, top = foot.on_foot(112, -foot.arch)
    return [*drawn, arrows.straight((x, FLOOR_Y + 34), (x, top + 9))]


def _foot(arch_cm: float, *, rest_cm: float, place: Placement, leg: float) -> InnerFoot:
    """The foot with its arch at rest true to scale, and its lift and shortening larger than life."""
    lift = arch_cm - rest_cm
    arch = (rest_cm + lift * _LARGER) * _UNITS_PER_CM
    return InnerFoot(place=place, arch=arch, shorten=lift * 40, leg=leg, fold=False)


def _arch_mark(foot: InnerFoot, lifted: bool) -> Element:
    """The muscles of the arch between heel and ball."""
    a = foot.arch
    above = ((58, -10), (80, -a * 0.7 - 12), (112, -a - 15), (144, -a * 0.7 - 14), (170, -9))
    outline = [*foot.underside()[2:8], *(foot.on_foot(x, y) for x, y in above)]
    return path(closed(outline), fill=HIGHLIGHT, opacity=1 if lifted else 0.5, part="highlight")
