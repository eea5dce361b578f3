"""Close-up of ankle circles: the leg straight out, the toes on the circle they draw.

Seen from the side, where up and down of the foot can be told apart; the circle is seen nearly edge on.
"""

from __future__ import annotations

from math import atan2, cos, degrees, dist, radians, sin

from tools.pictures import arrows
from tools.pictures.foot_curve import Placement, between, moved, opened, turned
from tools.pictures.foot_leg import trouser
from tools.pictures.foot_outer import OuterFoot
from tools.pictures.palette import HIGHLIGHT, PROP, PROP_SHADE
from tools.pictures.svg import Element, Point, circle, path, rect

Frame = list[Element]
_PLACE = Placement(x=274, y=218, scale=0.8, turn_deg=-90)
_LARGER = 1.15
_TOP_DEG, _BOTTOM_DEG = 10.0, -30.0


def ankle_circles(*, ankle_deg: float) -> Frame:
    """Outer side of the leg, heel off the floor; toes at the top (plus) or bottom (minus) of the circle."""
    foot = _foot(ankle_deg)
    at_top = ankle_deg > 0
    return [
        rect((18, 216), (104, 18), radius=9, fill=PROP),
        rect((96, 228), (14, 62), radius=4, fill=PROP_SHADE),
        path(opened([(24, 292), (396, 292)]), stroke=PROP, width=8),
        *foot.parts(),
        circle(foot.on_foot(56, -70), 25, fill=HIGHLIGHT, opacity=0.9, part="highlight"),
        *trouser(foot, 92),
        *_dashes(30 if at_top else 210, 250),
        arrows.curved(*_sweep(30 if at_top else 210)),
    ]


def _foot(ankle_deg: float) -> OuterFoot:
    return OuterFoot(place=_PLACE, point_deg=-ankle_deg * _LARGER, leg=184)


def _on_loop(deg: float) -> Point:
    """A point of the circle `deg` degrees clockwise from its top."""
    top, bottom = _foot(_TOP_DEG).toe_line(0)[2], _foot(_BOTTOM_DEG).toe_line(0)[2]
    middle, tall = between(top, bottom, 0.5), dist(top, bottom) / 2 + 10
    tilt = degrees(atan2(bottom[1] - top[1], bottom[0] - top[0])) - 90
    across = (sin(radians(deg)) * tall * 0.46, -cos(radians(deg)) * tall)
    return moved(turned(across, tilt), *middle)


def _sweep(start_deg: float) -> tuple[Point, Point, Point]:
    """Start, bend and tip of the arrow that goes on round the circle."""
    start, middle, end = (_on_loop(start_deg + turn) for turn in (0, 50, 100))
    bend = between(between(start, end, 0.5), middle, 2.0)
    return start, bend, end


def _dashes(arrow_deg: float, sweep_deg: int) -> Frame:
    """The rest of the circle, in dashes."""
    starts = range(125, sweep_deg + 100, 22)
    rows = [[_on_loop(arrow_deg + at), _on_loop(arrow_deg + at + 11)] for at in starts]
    return [path(opened(row), stroke=HIGHLIGHT, width=4.5) for row in rows]
