"""The right foot and lower leg seen from the inner side, toes to the left of the page."""

from __future__ import annotations

from dataclasses import dataclass

from tools.pictures.foot_curve import Placement, closed, moved, opened, turned
from tools.pictures.palette import NAIL, SKIN, SKIN_SHADE, mixed
from tools.pictures.svg import Element, Point, path

JOINT: Point = (186.0, -17.0)
"""Joint at the base of the big toe, in a drawing that faces right with the heel at (0, 0) on the floor."""
BIG_TOE: tuple[Point, ...] = (
    (-20, -15), (2, -16), (20, -14), (38, -14), (51, -7), (54, 4),
    (48, 14), (34, 18), (20, 15), (6, 15), (-12, 19), (-24, 6),
)  # fmt: skip
NAIL_SHAPE: tuple[Point, ...] = ((30, -14), (42, -13.4), (51.5, -7), (50, -2.5), (41, -8), (31, -9.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class InnerFoot:
    """A right foot from its inner side.

    `arch` is the height of the arch and `shorten` how much nearer ball and heel come, in units of a
    foot 240 long; `toe_deg` bends the big toe up, `lean_deg` tips the shin forward over the foot.
    `leg` is the length of shin drawn; `fold` adds the line of the arch.
    """

    place: Placement
    arch: float = 14.0
    shorten: float = 0.0
    toe_deg: float = 0.0
    lean_deg: float = 0.0
    leg: float = 190.0
    fold: bool = True
    skin: str = SKIN
    shade: str = SKIN_SHADE
    light: str = NAIL

    def on_foot(self, x: float, y: float) -> Point:
        """A drawing point of the foot on the page, moved back where the foot shortens."""
        return self.place.at((x - self._pull(x), y))

    def _pull(self, x: float) -> float:
        return self.shorten * min(1.0, max(0.0, (x - 50) / 120))

    def on_leg(self, x: float, y: float) -> Point:
        """A drawing point of the shin on the page, tipped about the ankle."""
        return self.place.at(turned((x, y), self.lean_deg, (58, -72)))

    def on_toe(self, x: float, y: float) -> Point:
        """A point of the big toe on the page, from the joint at its base."""
        bent = turned((x, y), -self.toe_deg)
        joint = moved(JOINT, -self._pull(JOINT[0]), 0)
        return self.place.at(moved(bent, *joint))

    def underside(self) -> list[Point]:
        """The sole from the ball back to the heel on the page."""
        a = self.arch
        row = (
            (194, 0),
            (180, 2),
            (164, 1),
            (146, -a * 0.62),
            (122, -a),
            (98, -a * 0.86),
            (74, -a * 0.34),
            (54, 0),
            (32, 2),
        )
        return [self.on_foot(x, y) for x, y in row]

    def body_outline(self) -> list[Point]:
        """The outline of foot and shin without the big toe on the page."""
        top = -72 - self.leg
        rise = (self.arch - 14) * 0.5
        width = min(1.0, self.leg / 190)
        front = [(96 + 4 * width, top), (94, -150), (93, -118)]
        instep = [(104, -92), (126, -72 - rise), (152, -54 - rise), (174, -40), (192, -33), (203, -18)]
        back = [(10, -3), (-2, -22), (0, -44), (12, -70)]
        calf = [(20, -104), (20, -140), (18 - 14 * width, top)]
        return [
            *(self.on_leg(x, y) for x, y in front),
            *(self.on_foot(x, y) for x, y in instep),
            *self.underside(),
            *(self.on_foot(x, y) for x, y in back),
            *(self.on_leg(x, y) for x, y in calf),
        ]

    def toe_outline(self) -> list[Point]:
        """The outline of the big toe on the page."""
        return [self.on_toe(x, y) for x, y in BIG_TOE]

    def parts(self) -> list[Element]:
        """The drawn foot: next toe, shin and foot, big toe and its nail, fold of the arch, ankle bone."""
        size = self.place.scale
        bone = [self.on_foot(50, -84), self.on_foot(62, -91), self.on_foot(74, -84)]
        return [
            *self._next_toe(),
            path(closed(self.body_outline()), fill=self.skin),
            path(closed(self.toe_outline()), fill=self.skin),
            path(closed([self.on_toe(x, y) for x, y in NAIL_SHAPE]), fill=self.light),
            *(self._fold() if self.fold else []),
            path(opened(bone), stroke=self.shade, width=3 * size),
        ]

    def _next_toe(self) -> list[Element]:
        """The second toe, which shows behind the big toe once that is bent up."""
        if self.toe_deg <= 0:
            return []
        row = [self.on_foot(180, -18), self.on_foot(206, -13), self.on_foot(221, -7)]
        return [path(opened(row), stroke=mixed(self.skin, self.shade, 0.5), width=21 * self.place.scale)]

    def _fold(self) -> list[Element]:
        row = [(86, -self.arch - 9), (118, -self.arch - 13), (146, -self.arch - 6)]
        ends = [self.on_foot(x, y) for x, y in row]
        return [path(opened(ends), stroke=self.shade, width=3 * self.place.scale)]
