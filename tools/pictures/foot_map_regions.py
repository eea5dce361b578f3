"""Where each place of the pain diary lies on the foot map: its shape and the box that can be touched.

The places and their names are the diary's own (`foot_map` in the diary content); a test keeps both the same.
All numbers are units of the view's drawing, which is 340 wide, as wide as a phone shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tools.pictures.foot_curve import Placement, closed
from tools.pictures.foot_inner import InnerFoot
from tools.pictures.foot_outer import OuterFoot
from tools.pictures.foot_sole import SoleFoot
from tools.pictures.foot_top import TopFoot
from tools.pictures.svg import Point

WIDTH: Final = 340
HEIGHTS: Final = {"sole": 480, "top": 456, "back": 460, "inner": 420, "outer": 420}
"""The views in the order they are offered, with the height of each."""

SOLE: Final = SoleFoot(place=Placement(x=164, y=424, scale=1.68, mirrored=True))
TOP: Final = TopFoot(place=Placement(x=170, y=354, scale=1.38))
INNER: Final = InnerFoot(place=Placement(x=316, y=402, scale=1.2, mirrored=True), arch=16, leg=228)
OUTER: Final = OuterFoot(place=Placement(x=24, y=402, scale=1.2), leg=228)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One place that can hurt: the view it is on, its filled shapes, and its box (x, y, width, height)."""

    id: str
    view: str
    shapes: tuple[str, ...]
    box: tuple[float, float, float, float]

    def __post_init__(self) -> None:
        if min(self.box[2:]) < 48:
            raise ValueError(f"The box of {self.id} is too small for a finger.")

    @property
    def box_pct(self) -> tuple[float, float, float, float]:
        """The box in percent of the view, one decimal."""
        x, y, wide, high = self.box
        height = HEIGHTS[self.view]
        return (
            round(x / WIDTH * 100, 1),
            round(y / height * 100, 1),
            round(wide / WIDTH * 100, 1),
            round(high / height * 100, 1),
        )


def _on_sole(*points: Point) -> tuple[str, ...]:
    return (closed(SOLE.place.all(points)),)


def _sole_regions() -> list[Region]:
    toes = tuple(closed(SOLE.toe_outline(toe)) for toe in range(5))
    heel = _on_sole((0, 19), (20, 13), (28, -8), (25, -30), (0, -36), (-22, -30), (-28, -8), (-20, 13))
    arch = _on_sole(
        (-41, -112),
        (-22, -116),
        (-2, -114),
        (4, -104),
        (6, -74),
        (5, -46),
        (-4, -42),
        (-18, -45),
        (-16, -60),
        (-21, -84),
    )
    outer = _on_sole(
        (13, -112), (30, -112), (44, -106), (38, -78), (34, -50), (26, -42), (14, -44), (12, -76)
    )
    big = _on_sole(
        (-48, -150), (-44, -166), (-30, -174), (-14, -170), (-13, -146), (-16, -125), (-40, -121), (-46, -134)
    )
    middle = _on_sole(
        (-8, -172), (8, -175), (24, -169), (26, -146), (25, -125), (8, -121), (-9, -123), (-8, -146)
    )
    little = _on_sole((30, -167), (44, -160), (53, -148), (52, -130), (46, -117), (31, -120), (31, -144))
    return [
        Region(id="heel-under", view="sole", shapes=heel, box=(108, 356, 112, 112)),
        Region(id="arch", view="sole", shapes=arch, box=(150, 232, 100, 122)),
        Region(id="outer-sole", view="sole", shapes=outer, box=(78, 232, 70, 122)),
        Region(id="ball-big-toe", view="sole", shapes=big, box=(182, 130, 82, 100)),
        Region(id="ball-middle", view="sole", shapes=middle, box=(118, 130, 62, 100)),
        Region(id="ball-outer", view="sole", shapes=little, box=(56, 142, 60, 88)),
        Region(id="toes", view="sole", shapes=toes, box=(56, 10, 208, 118)),
    ]


def _top_regions() -> list[Region]:
    dorsum = TOP.place.all(
        [
            (-44, -158),
            (-28, -172),
            (0, -177),
            (30, -168),
            (48, -148),
            (47, -124),
            (38, -92),
            (31, -50),
            (24, -36),
            (0, -32),
            (-22, -36),
            (-29, -56),
            (-34, -92),
            (-42, -124),
        ]
    )
    return [Region(id="top-of-foot", view="top", shapes=(closed(dorsum),), box=(100, 104, 140, 208))]


def _back_regions() -> list[Region]:
    calf = closed([
        (104, 64), (170, 72), (238, 64), (245, 122), (232, 176), (206, 214), (184, 208), (170, 190),
        (156, 212), (130, 222), (106, 184), (94, 126),
    ])  # fmt: skip
    cord = closed(
        [(157, 232), (170, 214), (184, 230), (188, 290), (190, 344), (170, 352), (150, 344), (153, 290)]
    )
    heel = closed(
        [
            (146, 364),
            (170, 369),
            (194, 364),
            (206, 384),
            (206, 420),
            (194, 438),
            (170, 443),
            (146, 438),
            (134, 420),
            (134, 384),
        ]
    )
    return [
        Region(id="heel-back", view="back", shapes=(heel,), box=(118, 360, 104, 92)),
        Region(id="achilles", view="back", shapes=(cord,), box=(128, 226, 84, 132)),
        Region(id="calf", view="back", shapes=(calf,), box=(78, 50, 184, 174)),
    ]


def _side_regions() -> list[Region]:
    ring = [(36, -112), (58, -122), (78, -112), (86, -88), (78, -64), (58, -54), (36, -60), (27, -84)]
    inner = closed([INNER.on_foot(x, y) for x, y in ring])
    outer = closed([OUTER.on_foot(x, y + 6) for x, y in ring])
    shin = closed(
        [
            INNER.on_leg(x, y)
            for x, y in (
                (72, -254),
                (84, -257),
                (92, -248),
                (90, -212),
                (86, -160),
                (80, -140),
                (68, -138),
                (62, -156),
                (62, -212),
            )
        ]
    )
    return [
        Region(id="inner-ankle", view="inner", shapes=(inner,), box=(200, 250, 96, 96)),
        Region(id="outer-ankle", view="outer", shapes=(outer,), box=(44, 256, 96, 96)),
        Region(id="inner-shin", view="inner", shapes=(shin,), box=(192, 74, 78, 174)),
    ]


def regions() -> list[Region]:
    """Every place of the map, in the order of the diary's content."""
    return [*_sole_regions(), *_top_regions(), *_back_regions(), *_side_regions()]
