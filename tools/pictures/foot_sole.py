"""The sole of the right foot, toes up the page.

Drawn as a foot seen from above and placed mirrored: from below, the big toe of a right foot is on the right.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.pictures.foot_curve import Placement, closed, moved, turned
from tools.pictures.palette import SKIN, SKIN_SHADE
from tools.pictures.svg import Element, Point, path

BASES: tuple[Point, ...] = ((-34, -168), (-5, -175), (17, -172), (36, -164), (52, -152))
LENGTHS = (68, 60, 53, 46, 40)
WIDTHS = (36, 22, 20, 19, 19)
TURNS_DEG = (2, 0, 0, 1, 2)
BODY: tuple[Point, ...] = (
    (0, 26), (24, 19), (35, -6), (36, -36), (41, -72), (50, -104), (58, -132), (58, -150),
    (48, -166), (28, -177), (4, -182), (-26, -181), (-47, -170), (-54, -148), (-49, -118),
    (-30, -88), (-24, -62), (-29, -36), (-35, -6), (-24, 19),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SoleFoot:
    """A right sole in units of a foot about 240 long."""

    place: Placement
    skin: str = SKIN
    shade: str = SKIN_SHADE

    def toe_outline(self, toe: int) -> list[Point]:
        """The outline of one toe (0 = big toe) on the page, from the crease at its root."""
        long, wide = LENGTHS[toe], WIDTHS[toe] / 2
        half = (
            (wide * 0.62, -long * 0.3), (wide * 0.96, -long * 0.5), (wide, -long * 0.74),
            (wide * 0.66, -long * 0.94),
        )  # fmt: skip
        shape = [(0.0, -long * 0.24), *half, (0.0, -float(long)), *((-x, y) for x, y in reversed(half))]
        return self.place.all(moved(turned(point, TURNS_DEG[toe]), *BASES[toe]) for point in shape)

    def body_outline(self) -> list[Point]:
        """The outline of the sole without toes on the page."""
        return self.place.all(BODY)

    def parts(self) -> list[Element]:
        """The drawn sole with its toes."""
        toes = [path(closed(self.toe_outline(toe)), fill=self.skin) for toe in range(5)]
        necks = [self._neck(toe) for toe in range(5)]
        return [*necks, *toes, path(closed(self.body_outline()), fill=self.skin)]

    def _neck(self, toe: int) -> Element:
        """The short stretch between toe pad and ball, a little darker."""
        root = self.place.at((BASES[toe][0] * 0.86, BASES[toe][1] + 10))
        pad = self.place.at(moved(turned((0, -LENGTHS[toe] * 0.5), TURNS_DEG[toe]), *BASES[toe]))
        ends = f"M{root[0]:.1f} {root[1]:.1f}L{pad[0]:.1f} {pad[1]:.1f}"
        return path(ends, stroke=self.shade, width=WIDTHS[toe] * 0.8 * self.place.scale)
