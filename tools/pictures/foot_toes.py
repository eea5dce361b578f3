"""Close-ups from above of exercises that spread the toes, by themselves and with the fingers."""

from __future__ import annotations

from itertools import pairwise

from tools.pictures import arrows
from tools.pictures.foot_curve import Placement, between, closed, moved, opened
from tools.pictures.foot_hand import HAND, HAND_EDGE, finger, sleeve_end
from tools.pictures.foot_leg import LegFromAbove
from tools.pictures.foot_props import shadow
from tools.pictures.foot_top import TopFoot
from tools.pictures.palette import HIGHLIGHT, NAIL
from tools.pictures.svg import Element, Point, path

Frame = list[Element]
_INNER_EDGE: tuple[Point, ...] = (
    (-50, -160),
    (-52, -146),
    (-44, -112),
    (-36, -82),
    (-31, -90),
    (-34, -118),
    (-39, -148),
)
_OUTER_EDGE: tuple[Point, ...] = (
    (57, -146),
    (58, -132),
    (50, -104),
    (42, -76),
    (36, -84),
    (42, -108),
    (46, -136),
)


def toe_splay(*, spread_deg: float) -> Frame:
    """Toes fanned by `spread_deg` between neighbours, the foot flat, seen from above."""
    place = Placement(x=210, y=240, scale=0.88)
    active = spread_deg > 0
    foot = TopFoot(place=place, spread_deg=spread_deg * 1.6)
    leg = LegFromAbove(place=place, length=71)
    return [
        shadow((210, 160), (168, 132)),
        *foot.parts(),
        *(_edge(foot, side, active) for side in (_INNER_EDGE, _OUTER_EDGE)),
        *(_toe_mark(foot, toe, active) for toe in range(5)),
        *leg.parts(),
        *leg.cuff(34),
        *(_outward(foot, 0.62) if active else []),
    ]


def _toe_mark(foot: TopFoot, toe: int, active: bool) -> Element:
    """The working stripe along one toe, from its root to below the nail."""
    row = [foot.along(toe, 0.5), foot.along(toe, 0.02)]
    return path(opened(row), stroke=HIGHLIGHT, width=7, opacity=1 if active else 0.5, part="highlight")


def _edge(foot: TopFoot, side: tuple[Point, ...], active: bool) -> Element:
    """The muscle along one edge of the front of the foot."""
    wide = 1 + foot.spread_deg * 0.006
    outline = foot.place.all((x * wide, y) for x, y in side)
    return path(closed(outline), fill=HIGHLIGHT, opacity=1 if active else 0.5, part="highlight")


def _outward(foot: TopFoot, part: float) -> Frame:
    """Arrows away from the big and the little toe."""
    big, little = foot.along(0, part, -34), foot.along(4, part, 28)
    return [arrows.straight(big, moved(big, -46, 6)), arrows.straight(little, moved(little, 44, 16))]


def toe_spread_stretch(*, spread_deg: float) -> Frame:
    """A hand from the toe end with a fingertip at every gap, or its fingers deep between fanned toes."""
    deep = spread_deg > 0
    foot = TopFoot(place=Placement(x=206, y=290, scale=0.9), spread_deg=spread_deg * 1.9)
    leg = LegFromAbove(place=foot.place, length=15)
    tips = [foot.gap(gap, -0.12 if deep else 0.94) for gap in range(4)]
    apart, high = (40, 58) if deep else (24, 58)
    roots: list[Point] = [(208 + apart * (gap - 1.5), high + (2, 0, 1, 3)[gap]) for gap in range(4)]
    bends = [foot.gap(gap, 0.75) if deep else between(roots[gap], tips[gap], 0.5) for gap in range(4)]
    rows = [list(row) for row in zip(roots, bends, tips, strict=True)]
    middle = between(roots[0], roots[3], 0.5)
    marks = [_gap_mark(foot, gap) for gap in range(4)] if deep else []
    return [
        *sleeve_end([moved(middle, 0, -36), (middle[0], 22)], 36),
        *foot.parts(),
        *marks,
        *(element for row in rows for element in _finger(row)),
        *_hand_back(roots),
        *leg.cuff(28),
        *(_outward(foot, 0.66) if deep else []),
    ]


def _finger(row: list[Point]) -> Frame:
    """One finger with its nail, from the knuckle over its bend to its tip in a gap."""
    nail = [between(row[1], row[2], 0.74), between(row[1], row[2], 0.94)]
    return [*finger(row, 11.5), path(opened(nail), stroke=NAIL, width=6)]


def _hand_back(roots: list[Point]) -> Frame:
    """The back of the hand over the roots of the fingers, its thumb beside it, narrower to the wrist."""
    (left, y), (right, _) = roots[0], roots[-1]
    outline = [
        (left - 9, y), (left - 4, y + 9), (right + 4, y + 11), (right + 9, y + 3), (right + 5, y - 16),
        (right - 12, y - 38), (left + 18, y - 40), (left - 5, y - 16),
    ]  # fmt: skip
    thumb = [(left + 8, y - 26), (left - 18, y - 12), (left - 24, y + 10)]
    gaps = [between(first, second, 0.5) for first, second in pairwise(roots)]
    folds = [path(opened([moved(gap, 0, -2), moved(gap, 0, 8)]), stroke=HAND_EDGE, width=2.6) for gap in gaps]
    return [path(opened(thumb), stroke=HAND, width=16), path(closed(outline), fill=HAND), *folds]


def _gap_mark(foot: TopFoot, gap: int) -> Element:
    """The stretched muscle between two toe bones, behind the gap."""
    near, far = foot.gap(gap, -0.12), foot.gap(gap, -0.9)
    return path(opened([near, far]), stroke=HIGHLIGHT, width=9 * foot.place.scale, part="highlight")
