"""The right foot seen from above, toes up the page, big toe on the left."""

from __future__ import annotations

from dataclasses import dataclass

from tools.pictures.foot_curve import Placement, closed, moved, opened, turned
from tools.pictures.palette import NAIL, SKIN, SKIN_SHADE
from tools.pictures.svg import Element, Point, path

BASES: tuple[Point, ...] = ((-30, -164), (-3, -176), (17, -170), (34, -159), (48, -143))
"""Where each toe leaves the foot, big toe first; the heel lies at (0, 0), the foot is about 240 long."""
LENGTHS = (72, 68, 58, 50, 42)
WIDTHS = (36, 22, 21, 20, 20)
REST_DEG = (3, 2, 0, -4, -9)
"""Direction of each toe in a resting foot, degrees clockwise from straight ahead."""

BODY: tuple[Point, ...] = (
    (0, 26), (22, 19), (31, -6), (33, -36), (41, -72), (50, -104), (58, -132), (58, -148), (48, -162),
    (38, -172), (17, -182), (-6, -187), (-30, -184), (-49, -170), (-52, -146), (-44, -112),
    (-35, -78), (-31, -40), (-31, -6), (-22, 19),
)  # fmt: skip
"""Outline of the foot without its toes, clockwise from the back of the heel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopFoot:
    """A right foot from above.

    `spread_deg` is the angle added between neighbouring toes (0 = together).
    """

    place: Placement
    spread_deg: float = 0.0
    skin: str = SKIN
    shade: str = SKIN_SHADE
    light: str = NAIL

    def toe_turn(self, toe: int) -> float:
        """Direction of a toe (0 = big toe) in degrees clockwise from straight ahead, before placing."""
        return REST_DEG[toe] + self.spread_deg * (toe - 1.8)

    def base(self, toe: int) -> Point:
        """Where a toe starts, before placing: the front of the foot widens a little as the toes spread."""
        return moved(
            BASES[toe], self.spread_deg * (toe - 1.8) * 0.32, abs(toe - 1.8) * self.spread_deg * 0.12
        )

    def tip(self, toe: int) -> Point:
        """Where the tip of a toe lies on the page."""
        return self.along(toe, 1.0)

    def along(self, toe: int, part: float, aside: float = 0.0) -> Point:
        """A point on the page `part` of the way along a toe, `aside` units to its right."""
        point = turned((aside, -LENGTHS[toe] * part), self.toe_turn(toe))
        return self.place.at(moved(point, *self.base(toe)))

    def gap(self, toe: int, part: float = 0.45) -> Point:
        """The middle of the gap between a toe and its outer neighbour on the page."""
        left, right = self.along(toe, part), self.along(toe + 1, part)
        return (left[0] + right[0]) / 2, (left[1] + right[1]) / 2

    def toe_outline(self, toe: int) -> list[Point]:
        """The outline of one toe on the page."""
        long, wide = LENGTHS[toe], WIDTHS[toe] / 2
        half = (
            (wide * 0.92, 14.0),
            (wide * 0.9, -long * 0.42),
            (wide, -long * 0.72),
            (wide * 0.66, -long * 0.955),
        )
        shape = [*half, (0.0, -float(long)), *((-x, y) for x, y in reversed(half))]
        base, turn = self.base(toe), self.toe_turn(toe)
        return self.place.all(moved(turned(point, turn), *base) for point in shape)

    def body_outline(self) -> list[Point]:
        """The outline of the foot without toes on the page."""
        wider = 1 + self.spread_deg * 0.006
        return self.place.all((x * (wider if y < -100 else 1), y) for x, y in BODY)

    def nail(self, toe: int) -> list[Point]:
        """The outline of a nail on the page."""
        wide = WIDTHS[toe] * 0.31
        long = LENGTHS[toe]
        tip, root = 0.93 * long, 0.93 * long - WIDTHS[toe] * 0.62
        middle = (tip + root) / 2
        shape = [
            (wide * 0.8, -root),
            (wide, -middle),
            (wide * 0.72, -tip),
            (-wide * 0.72, -tip),
            (-wide, -middle),
            (-wide * 0.8, -root),
        ]
        base, turn = self.base(toe), self.toe_turn(toe)
        return self.place.all(moved(turned(point, turn), *base) for point in shape)

    def parts(self) -> list[Element]:
        """The drawn foot: toes under the body, so their roots run into it, then nails and creases."""
        return [*self._toes(), *self.body_parts(), *self._nails(), *self.creases()]

    def body_parts(self) -> list[Element]:
        """The foot without its toes."""
        return [path(closed(self.body_outline()), fill=self.skin)]

    def toe_parts(self) -> list[Element]:
        """The toes alone with their nails, to be drawn over what lies between them."""
        return [*self._toes(), *self._nails()]

    def _toes(self) -> list[Element]:
        return [path(closed(self.toe_outline(toe)), fill=self.skin) for toe in range(5)]

    def _nails(self) -> list[Element]:
        return [path(closed(self.nail(toe)), fill=self.light) for toe in range(5)]

    def creases(self) -> list[Element]:
        """The short folds where the toes part."""
        return [self._crease(toe) for toe in range(4)]

    def _crease(self, toe: int) -> Element:
        """The short fold where two toes part."""
        start = self.gap(toe, max(0.22, 0.82 - 0.12 * self.spread_deg))
        end = self.gap(toe, 0.02)
        return path(opened([start, end]), stroke=self.shade, width=2.6 * self.place.scale)
