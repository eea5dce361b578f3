"""Close-up of the inner ankle stretch: a towel tips the foot up and a little out."""

from __future__ import annotations

from tools.pictures import arrows
from tools.pictures.foot_curve import Placement, between, moved, opened
from tools.pictures.foot_hand import fist
from tools.pictures.foot_leg import LegFromAbove
from tools.pictures.foot_props import shadow
from tools.pictures.foot_top import TopFoot
from tools.pictures.palette import PROP, PROP_SHADE
from tools.pictures.svg import Element, Point, path

Frame = list[Element]


def inner_ankle_stretch(*, ankle_deg: float, eversion_deg: float) -> Frame:
    """A towel round the ball of the foot, as its owner sees it; slack at first, then pulled, more outside."""
    pulled = eversion_deg > 0
    shorter = 1 - 0.009 * (ankle_deg + 15)
    leg = LegFromAbove(place=Placement(x=210, y=208, scale=0.82), length=118)
    foot = TopFoot(place=Placement(x=210, y=208, scale=0.82, stretch_y=shorter, turn_deg=eversion_deg * 1.4))
    inner, outer = foot.place.at((-46, -146)), foot.place.at((54, -136))
    left: Point = (104, 222)
    right: Point = (328, 230) if pulled else (316, 222)
    slack = 0.0 if pulled else 30.0
    drawn = [
        shadow((210, 196), (184, 112)),
        *_towel(inner, left, -slack, 20),
        *_towel(outer, right, slack, 20),
        *foot.parts(),
        *leg.parts(),
        leg.strip(outer=False, opacity=1 if pulled else 0.5),
        *leg.cuff(34),
        *fist(Placement(x=left[0], y=left[1] - 4, scale=0.92), sleeve=26),
        *fist(Placement(x=right[0], y=right[1] - 4, scale=0.92, mirrored=True), sleeve=26),
    ]
    if not pulled:
        return drawn
    start = moved(between(outer, right, 0.16), 40, -6)
    return [*drawn, arrows.straight(start, moved(start, 28, 60))]


def _towel(grip: Point, hand: Point, bow: float, width: float) -> Frame:
    """One end of the towel, from behind the foot to a hand, hanging out by `bow` when slack."""
    middle = moved(between(grip, hand, 0.5), bow, abs(bow) * 0.4)
    row = [grip, middle, hand]
    return [
        path(opened(row), stroke=PROP_SHADE, width=width + 4),
        path(opened(row), stroke=PROP, width=width - 2),
    ]
