"""Close-up of the big toe stretch: the foot on the other thigh, one hand on the heel, one on the toe."""

from __future__ import annotations

from tools.pictures import arrows
from tools.pictures.foot_curve import Placement, between, closed, moved, opened
from tools.pictures.foot_hand import HAND, finger, fingers, sleeve_end
from tools.pictures.foot_inner import InnerFoot
from tools.pictures.foot_leg import trouser
from tools.pictures.palette import HIGHLIGHT, SHIRT, SHIRT_SHADE
from tools.pictures.svg import Element, path, rect

Frame = list[Element]


def big_toe_stretch(*, ankle_deg: float, big_toe_deg: float) -> Frame:
    """The right foot from its inner side; the shin stays while foot and big toe are drawn towards it."""
    place = Placement(x=262, y=238, scale=0.9, mirrored=True, turn_deg=27 + ankle_deg)
    foot = InnerFoot(place=place, toe_deg=big_toe_deg, lean_deg=ankle_deg, leg=106, fold=False)
    active = big_toe_deg > 0
    drawn = [
        rect((24, 238), (372, 68), radius=34, fill=SHIRT),
        path(opened([(64, 288), (200, 292), (330, 290)]), stroke=SHIRT_SHADE, width=5),
        *_toe_arm(foot),
        *foot.parts(),
        *trouser(foot, 56),
        _sole_mark(foot, active),
        *_heel_hand(foot),
        *_toe_grip(foot),
    ]
    if active:
        tip = foot.on_toe(60, 10)
        drawn.append(arrows.curved(moved(tip, -34, 16), moved(tip, -44, -26), moved(tip, -8, -60)))
    return drawn


def _sole_mark(foot: InnerFoot, active: bool) -> Element:
    """The inner arch up to the underside of the big toe."""
    row = [
        *foot.underside()[1:8],
        *(foot.on_foot(x, y) for x, y in ((60, -14), (90, -28), (122, -31), (152, -20), (176, -14))),
        *(foot.on_toe(x, y) for x, y in ((2, 2), (24, 4), (44, 6), (48, 13), (34, 18), (20, 15), (6, 15))),
    ]
    return path(closed(row), fill=HIGHLIGHT, opacity=1 if active else 0.5, part="highlight")


def _heel_hand(foot: InnerFoot) -> Frame:
    """A hand round the heel from below and behind, its arm from the right."""
    knuckles = foot.on_foot(-10, -16)
    wrist = moved(knuckles, 52, 20)
    rows = []
    for number in range(4):
        root = moved(knuckles, 10 - 1 * number, -10 + 9 * number)
        rows.append(
            [root, foot.on_foot(22, -44 + 13 * number), foot.on_foot(46 - 2 * number, -50 + 14 * number)]
        )
    return [
        path(opened([moved(knuckles, 12, 4), wrist]), stroke=HAND, width=36),
        *sleeve_end([moved(wrist, 4, 2), (384, 282)], 42),
        fingers(rows, 12),
    ]


def _toe_arm(foot: InnerFoot) -> Frame:
    """The arm of the other hand, which comes from behind the foot."""
    hold = foot.on_toe(20, -22)
    wrist = moved(hold, 62, -48)
    return [
        path(opened([moved(hold, 14, -12), wrist]), stroke=HAND, width=34),
        *sleeve_end([moved(wrist, 6, -4), moved(wrist, 40, -26)], 40),
    ]


def _toe_grip(foot: InnerFoot) -> Frame:
    """Fingers over the big toe and the thumb under it."""
    hold = foot.on_toe(20, -22)
    over = [moved(hold, 12, -8), foot.on_toe(26, -18), foot.on_toe(31, 2)]
    beside = [moved(hold, 20, 0), foot.on_toe(12, -16), foot.on_toe(16, 2)]
    return [
        *finger(beside, 12.5),
        *finger(over, 12.5),
        path(opened([moved(hold, 10, -10), between(hold, moved(hold, 30, -20), 0.8)]), stroke=HAND, width=24),
    ]
