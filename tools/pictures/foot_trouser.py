"""The trouser leg that ends a shin seen from the side."""

from __future__ import annotations

from typing import Protocol

from tools.pictures.foot_curve import closed, opened
from tools.pictures.palette import SHIRT, SHIRT_SHADE
from tools.pictures.svg import Element, Point, path


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
