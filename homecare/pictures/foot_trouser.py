"""The trouser leg that ends a shin seen from the side."""

from __future__ import annotations

from typing import Protocol

from homecare.pictures.foot_curve import closed, opened
from homecare.pictures.palette import SHIRT, SHIRT_SHADE
from homecare.pictures.svg import Element, Point, path


class SideFoot(Protocol):
    """A foot seen from the side that knows where its shin is."""

    @property
    def leg(self) -> float: ...  # noqa: D102

    def on_leg(self, x: float, y: float) -> Point: ...  # noqa: D102


def trouser(foot: SideFoot, depth: float) -> list[Element]:
    """The trouser leg over the upper end of the shin, `depth` units of the foot's drawing long."""
    end = -72 - foot.leg
    hem = [foot.on_leg(x, end + depth + y) for x, y in ((2, 0), (54, 5), (106, 0))]
    top = [foot.on_leg(x, end + y) for x, y in ((116, -14), (104, -28), (54, -32), (4, -28), (-8, -14))]
    fold = [foot.on_leg(x, end + depth + y) for x, y in ((3, -3), (54, 2), (105, -3))]
    return [
        path(closed([*hem, *top], roundness=0.6), fill=SHIRT),
        path(opened(fold), stroke=SHIRT_SHADE, width=5),
    ]
