"""Close-up of towel curls: the toes gather a towel that lies on the floor."""

from __future__ import annotations

from homecare.pictures import arrows
from homecare.pictures.foot_curve import Placement, moved, opened
from homecare.pictures.foot_outer import OuterFoot
from homecare.pictures.foot_props import FLOOR_Y, chair, floor
from homecare.pictures.foot_trouser import trouser
from homecare.pictures.palette import HIGHLIGHT, PROP, PROP_SHADE
from homecare.pictures.svg import Element, Point, path

Frame = list[Element]
_LIES: float = FLOOR_Y - 8
_FLAT: tuple[Point, ...] = ((136, 0), (200, 0), (300, 0), (392, 0))
_FOLDED: tuple[Point, ...] = (
    (136, 0), (214, 0), (232, -3), (243, -22), (254, -3), (268, -2), (281, -30), (294, -3), (306, -2),
    (318, -20), (330, -2), (348, 0),
)  # fmt: skip


def towel_curls(*, toes_deg: float) -> Frame:
    """Outer side of a foot on a towel; with the toes curled (`toes_deg` below 0) it gathers at them."""
    curled = toes_deg < 0
    foot = OuterFoot(place=Placement(x=66, y=FLOOR_Y - 15, scale=1.04), curl_deg=-toes_deg, leg=136)
    drawn = [
        *chair(44, seat_y=64, back=12),
        floor(),
        *_towel(_FOLDED if curled else _FLAT),
        *foot.parts(),
        *(_toe_mark(foot, toe, curled) for toe in range(5)),
        *trouser(foot, 52),
    ]
    if not curled:
        return drawn
    return [*drawn, arrows.straight((396, 226), (322, 226))]


def _toe_mark(foot: OuterFoot, toe: int, curled: bool) -> Element:
    """The underside of one toe."""
    row = [moved(point, 0, 7.5) for point in foot.toe_line(toe)[1:]]
    if curled:
        row = [moved(point, -6, -8) for point in row]
    return path(opened(row), stroke=HIGHLIGHT, width=6.5, opacity=1 if curled else 0.5, part="highlight")


def _towel(row: tuple[Point, ...]) -> Frame:
    """A towel along `row` (heights from the floor), with two stripes at its far end."""
    cloth = [moved(point, 0, _LIES) for point in row]
    end = cloth[-1]
    stripes = [[moved(end, -x, -7), moved(end, -x, 7)] for x in (10, 22)]
    return [
        path(opened(cloth), stroke=PROP_SHADE, width=17),
        *(path(opened(stripe), stroke=PROP, width=4) for stripe in stripes),
    ]
