"""Close-up of towel curls: the toes gather a towel that lies on the floor."""

from __future__ import annotations

from tools.pictures import arrows
from tools.pictures.foot_curve import Placement, moved, opened
from tools.pictures.foot_leg import trouser
from tools.pictures.foot_outer import OuterFoot
from tools.pictures.foot_props import FLOOR_Y, chair, floor
from tools.pictures.palette import HIGHLIGHT, PROP, PROP_SHADE
from tools.pictures.svg import Element, Point, path

Frame = list[Element]
_LIES: float = FLOOR_Y - 6
_FLAT: tuple[Point, ...] = ((108, 0), (220, 0), (300, 0), (394, 0))
_FOLDED: tuple[Point, ...] = (
    (108, 0), (250, 0), (290, -1), (301, -3), (310, -34), (320, -4), (328, -3), (338, -26), (348, -3),
    (358, 0), (376, 0),
)  # fmt: skip


def towel_curls(*, toes_deg: float) -> Frame:
    """Outer side of a foot on a towel; with the toes curled (`toes_deg` below 0) it gathers at them."""
    curled = toes_deg < 0
    foot = OuterFoot(place=Placement(x=104, y=FLOOR_Y - 12, scale=0.94), curl_deg=-toes_deg, leg=170)
    drawn = [
        *chair(98, seat_y=96, back=12),
        floor(),
        *_towel(_FOLDED if curled else _FLAT),
        *foot.parts(),
        *_toe_marks(foot, curled),
        *trouser(foot, 52),
    ]
    if not curled:
        return drawn
    return [*drawn, arrows.straight((400, 214), (336, 214))]


def _toe_marks(foot: OuterFoot, curled: bool) -> Frame:
    """The underside of the toes: one line while they lie flat, the pads of all five once they curl."""
    if not curled:
        near, far = foot.toe_line(4), foot.toe_line(0)
        rows = [[moved(near[0], 2, 9), moved(far[2], 4, 8)]]
    else:
        rows = [
            [moved(p, -6, dy) for p, dy in zip(foot.toe_line(toe)[1:], (0, -2), strict=True)]
            for toe in range(5)
        ]
    shade = 1 if curled else 0.5
    return [path(opened(row), stroke=HIGHLIGHT, width=6.5, opacity=shade, part="highlight") for row in rows]


def _towel(row: tuple[Point, ...]) -> Frame:
    """A towel along `row` (heights from the floor), with two stripes at its far end."""
    cloth = [moved(point, 0, _LIES) for point in row]
    end = cloth[-1]
    stripes = [[moved(end, -x, -4.5), moved(end, -x, 4.5)] for x in (8, 18)]
    return [
        path(opened(cloth), stroke=PROP_SHADE, width=13),
        *(path(opened(stripe), stroke=PROP, width=4) for stripe in stripes),
    ]
