"""Close-ups from above of a foot that pushes or pulls sideways: against a table leg or a band."""

from __future__ import annotations

from tools.pictures import arrows
from tools.pictures.foot_curve import Placement, closed, moved, opened
from tools.pictures.foot_leg import LegFromAbove
from tools.pictures.foot_props import BAND, BAND_EDGE, band, table_leg
from tools.pictures.foot_top import TopFoot
from tools.pictures.svg import Element, Point, path

Frame = list[Element]
_SCALE = 0.84
_LOOP: tuple[Point, ...] = ((-53, -140), (-20, -152), (20, -150), (58, -130))
"""Where a band crosses the front of the foot, inner to outer edge."""


def outer_ankle_push(*, pressing: bool) -> Frame:
    """The outer edge of the foot against a table leg; nothing moves."""
    foot, leg = _limb(x=190, turn_deg=0)
    edge = foot.place.at((58, -132))
    drawn = [*table_leg((edge[0] + 19, 158), top=14)]
    drawn += [
        *foot.parts(),
        *leg.parts(),
        leg.strip(outer=True, opacity=1 if pressing else 0.5),
        *leg.cuff(34),
    ]
    if not pressing:
        return drawn
    tip = moved(edge, -5, 8)
    return [*drawn, arrows.straight(moved(tip, -60, 0), tip), arrows.pause((edge[0] + 84, 84))]


def band_eversion(*, eversion_deg: float) -> Frame:
    """The front of the foot turned out by `eversion_deg` against a band tied on the inner side."""
    foot, leg = _limb(x=236, turn_deg=eversion_deg * 1.2)
    post: Point = (62, 176)
    drawn = [*table_leg(post, top=14), *_banded(foot, moved(post, 0, -62), inner=True, taut=eversion_deg > 0)]
    drawn += [*leg.parts(), leg.strip(outer=True, opacity=1 if eversion_deg > 0 else 0.5), *leg.cuff(34)]
    if eversion_deg <= 0:
        return drawn
    little = foot.place.at((76, -150))
    return [*drawn, arrows.curved(moved(little, -2, -34), moved(little, 26, -14), moved(little, 38, 26))]


def band_inversion(*, inversion_deg: float) -> Frame:
    """The front of the foot turned in by `inversion_deg` against a band tied on the outer side."""
    foot, leg = _limb(x=184, turn_deg=-inversion_deg * 1.1)
    post: Point = (358, 176)
    drawn = [
        *table_leg(post, top=14),
        *_banded(foot, moved(post, 0, -62), inner=False, taut=inversion_deg > 0),
    ]
    drawn += [*leg.parts(), leg.strip(outer=False, opacity=1 if inversion_deg > 0 else 0.5), *leg.cuff(34)]
    if inversion_deg <= 0:
        return drawn
    big = foot.place.at((-72, -188))
    return [*drawn, arrows.curved(moved(big, 2, -18), moved(big, -26, -8), moved(big, -32, 34))]


def _limb(*, x: float, turn_deg: float) -> tuple[TopFoot, LegFromAbove]:
    """A foot turned about its heel, and the shin that stays still."""
    place = Placement(x=x, y=226, scale=_SCALE)
    turned_place = Placement(x=x, y=226, scale=_SCALE, turn_deg=turn_deg)
    return TopFoot(place=turned_place), LegFromAbove(place=place, length=91)


def _banded(foot: TopFoot, post: Point, *, inner: bool, taut: bool) -> Frame:
    """The foot with a band round its front that runs to `post`."""
    near = foot.place.at(_LOOP[0] if inner else _LOOP[-1])
    width = 8.0 if taut else 11.0
    sag = 0.0 if taut else 9.0
    strands = []
    for side in (-1, 1):
        start, end = moved(near, 8 if inner else -8, side * 9), moved(post, 0, side * 5)
        middle = moved(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), 0, sag)
        strands.append([start, middle, end])
    across = foot.place.all(_LOOP)
    wrap = foot.place.all([*_LOOP, *((x, y + 20) for x, y in reversed(_LOOP))])
    knot = path(opened([moved(post, -18, 0), moved(post, 18, 0)]), stroke=BAND_EDGE, width=17)
    knot_face = path(opened([moved(post, -18, 0), moved(post, 18, 0)]), stroke=BAND, width=13)
    return [
        band(strands, width),
        knot,
        knot_face,
        *foot.parts(),
        path(closed(wrap, roundness=0.6), fill=BAND),
        path(opened(across), stroke=BAND_EDGE, width=3),
    ]
