"""The right foot and lower leg seen from the outer side, toes to the right of the page."""

from __future__ import annotations

from dataclasses import dataclass

from tools.pictures.foot_curve import Placement, between, closed, moved, opened, turned
from tools.pictures.palette import NAIL, SKIN, SKIN_SHADE, mixed
from tools.pictures.svg import Element, Point, path

KNUCKLES: tuple[Point, ...] = ((192, -22), (189, -19), (182, -16.5), (173, -14), (162, -12))
"""Joints at the base of the toes, big toe first and farthest away; the heel lies at (0, 0) on the floor."""
BONES = (42, 40, 36, 32, 28)
THICK = (28, 23, 22, 21, 21)


@dataclass(frozen=True, slots=True, kw_only=True)
class OuterFoot:
    """A right foot from its outer side.

    `curl_deg` bends the toes down (plus) or up (minus), half at each joint; `point_deg` points the foot away
    from the shin about the ankle; `leg` is the length of shin drawn, in units of a foot 240 long.
    """

    place: Placement
    curl_deg: float = 0.0
    point_deg: float = 0.0
    leg: float = 190.0
    skin: str = SKIN
    shade: str = SKIN_SHADE
    light: str = NAIL

    def on_foot(self, x: float, y: float) -> Point:
        """A drawing point of the foot on the page."""
        return self.place.at(turned((x, y), self.point_deg, (58, -76)))

    def on_leg(self, x: float, y: float) -> Point:
        """A drawing point of the shin on the page."""
        return self.place.at((x, y))

    def toe_line(self, toe: int) -> list[Point]:
        """Base, bend and tip of one toe (0 = big toe) on the page."""
        base, half = KNUCKLES[toe], BONES[toe] * 0.5
        bend = moved(base, *turned((half, 0), 8 - self.curl_deg * 0.8))
        tip = moved(bend, *turned((half, 0), 5 + self.curl_deg * 2.3))
        return [self.on_foot(*point) for point in (base, bend, tip)]

    def body_outline(self) -> list[Point]:
        """The outline of foot and shin without toes on the page."""
        top = -72 - self.leg
        width = min(1.0, self.leg / 190)
        front = [(96 + 4 * width, top), (94, -150), (93, -120)]
        foot = [
            (104, -94), (124, -74), (150, -53), (174, -37), (190, -29), (190, -10), (176, 0), (160, 2),
            (138, 0), (112, -4), (84, -3), (58, 1), (32, 2), (10, -3), (-2, -22), (0, -44), (12, -70),
        ]  # fmt: skip
        calf = [(20, -104), (20, -140), (18 - 14 * width, top)]
        return [
            *(self.on_leg(x, y) for x, y in front),
            *(self.on_foot(x, y) for x, y in foot),
            *(self.on_leg(x, y) for x, y in calf),
        ]

    def toe_parts(self) -> list[Element]:
        """The five toes, the farthest first and a little darker, so they stand apart."""
        drawn = []
        for toe in range(5):
            tone = mixed(self.skin, self.shade, (1.0, 0.72, 0.48, 0.24, 0.0)[toe])
            row = self.toe_line(toe)
            drawn.append(path(opened(row), stroke=tone, width=THICK[toe] * self.place.scale))
        return drawn

    def parts(self) -> list[Element]:
        """The drawn foot: toes, shin and foot, outer ankle bone."""
        size = self.place.scale
        bone = [self.on_foot(42, -70), self.on_foot(54, -62), self.on_foot(66, -70)]
        near = self.toe_line(4)
        nail = [between(near[1], near[2], 0.55), between(near[1], near[2], 1.2)]
        up = (-1) * 5.5 * size
        return [
            *self.toe_parts(),
            path(closed(self.body_outline()), fill=self.skin),
            path(opened(near), stroke=self.skin, width=THICK[4] * size),
            path(opened([moved(point, 0, up) for point in nail]), stroke=self.light, width=5 * size),
            path(opened(bone), stroke=self.shade, width=3 * size),
        ]
