"""The lower leg: the right one as its owner sees it, looking down, and the trouser leg seen from the side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tools.pictures.foot_curve import Placement, closed, opened
from tools.pictures.palette import HIGHLIGHT, SHIRT, SHIRT_SHADE, SKIN, SKIN_SHADE
from tools.pictures.svg import Element, Point, path


@dataclass(frozen=True, slots=True, kw_only=True)
class LegFromAbove:
    """A shin that comes towards the viewer; the ankle lies at (0, 0) and `length` is what is seen of it.

    The outer side is on the right. Units as of a foot 240 long.
    """

    place: Placement
    length: float = 130.0
    skin: str = SKIN
    shade: str = SKIN_SHADE

    def parts(self) -> list[Element]:
        """The drawn shin with both ankle bones and the hem of a trouser leg at its near end."""
        size = self.place.scale
        bones = [
            [(-33, -7), (-39, 1), (-35, 10)],
            [(33, -1), (38, 7), (34, 15)],
        ]
        marks = [
            path(opened(self.place.all([(x * 0.76, y) for x, y in bone])), stroke=self.shade, width=3 * size)
            for bone in bones
        ]
        return [path(closed(self.outline()), fill=self.skin), *marks]

    def outline(self) -> list[Point]:
        """The outline of the shin on the page, narrow at the ankle and wider towards the knee."""
        end = self.length
        right = [(20, -30), (35, -16), (39, 4), (36, 24), (36, 48), (44, end * 0.72), (50, end)]
        left = [(-x, y - 7 if y < 20 else y) for x, y in reversed(right)]
        return self.place.all([*right, *left])

    def cuff(self, depth: float = 40.0) -> list[Element]:
        """The trouser leg that covers the near end of the shin, `depth` long."""
        end = self.length
        right = [(56, end - depth - 1), (62, end - 6), (59, end + 7), (46, end + 13)]
        cloth = [(0, end - depth + 9), *right, *((-x, y) for x, y in reversed(right))]
        edge = self.place.all([(55, end - depth + 3), (0, end - depth + 13), (-55, end - depth + 3)])
        return [
            path(closed(self.place.all(cloth)), fill=SHIRT),
            path(opened(edge), stroke=SHIRT_SHADE, width=6 * self.place.scale),
        ]

    def strip(self, *, outer: bool, opacity: float = 1) -> Element:
        """The outer or inner side of the shin in the colour of what works, up past the ankle bone."""
        end = self.length
        side = [(33, -12), (38, 6), (35, 26), (35, 48), (42.5, end * 0.72), (47, end * 0.96)]
        inside = [(20, end * 0.96), (20, end * 0.6), (18, 40), (22, 10), (24, -8)]
        shape = [*side, *inside]
        if not outer:
            shape = [(-x, y - 7 if y < 20 else y) for x, y in shape]
        return path(closed(self.place.all(shape)), fill=HIGHLIGHT, opacity=opacity, part="highlight")


class SideFoot(Protocol):
    """A foot seen from the side that knows where its shin is."""

    @property
    def leg(self) -> float:
        """Length of the shin drawn above the ankle."""
        ...

    def on_leg(self, x: float, y: float) -> Point:
        """A drawing point of the shin on the page."""
        ...


def trouser(foot: SideFoot, depth: float) -> list[Element]:
    """The trouser leg over the upper end of the shin, `depth` units of the foot's drawing long."""
    end = -72 - foot.leg
    low, high = end + depth, end - 30
    right = [(107, low - 3), (113, high + 20), (110, high + 6), (97, high)]
    cloth = [(54, low + 5), *right, *((108 - x, y) for x, y in reversed(right))]
    fold = [(1, low - 6), (54, low + 1), (107, low - 6)]
    return [
        path(closed([foot.on_leg(*point) for point in cloth]), fill=SHIRT),
        path(opened([foot.on_leg(*point) for point in fold]), stroke=SHIRT_SHADE, width=5),
    ]
