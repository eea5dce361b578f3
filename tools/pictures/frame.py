"""Places and turns in the plane: where a joint is, which way a limb points, how two bones reach a point.

World units are those of a figure 272 units tall; x grows forwards (to the right), y downwards from the floor.
"""

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians, sin

from tools.pictures.svg import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A local coordinate system: its origin and the angle of its x axis (degrees, clockwise as seen).

    The y axis lies a quarter turn clockwise from the x axis, or anticlockwise when `flip` is -1.
    """

    origin: Point
    turn_deg: float
    flip: int = 1

    def at(self, point: Point) -> Point:
        """The world position of a local point."""
        turn_x, turn_y = cos(radians(self.turn_deg)), sin(radians(self.turn_deg))
        x, y = point[0], point[1] * self.flip
        return self.origin[0] + x * turn_x - y * turn_y, self.origin[1] + x * turn_y + y * turn_x

    def turned(self, at: Point, turn_deg: float) -> "Frame":
        """A further frame with its origin at the local point `at`, turned by `turn_deg` more."""
        return Frame(origin=self.at(at), turn_deg=self.turn_deg + turn_deg * self.flip, flip=self.flip)


def swung(origin: Point, forward_deg: float, length: float) -> Point:
    """The end of a bone that hangs down from `origin`, swung forwards by `forward_deg`."""
    return (
        origin[0] + length * sin(radians(forward_deg)),
        origin[1] + length * cos(radians(forward_deg)),
    )


def raised(origin: Point, lean_deg: float, length: float) -> Point:
    """The end of a bone that stands up from `origin`, leaning forwards by `lean_deg`."""
    return swung(origin, 180 - lean_deg, length)


def forward_deg(origin: Point, end: Point) -> float:
    """How far the bone from `origin` to `end` is swung forwards from hanging straight down."""
    return degrees(atan2(end[0] - origin[0], end[1] - origin[1]))


def middle_joint(root: Point, end: Point, lengths: Point, bend: int) -> Point:
    """Where the knee or elbow goes when two bones of `lengths` join `root` and `end`.

    `bend` is 1 for a joint that points forwards when the limb hangs down (a knee), -1 for one that points
    backwards (an elbow). An end out of reach gives a straight limb towards it.
    """
    upper, lower = lengths
    reach = hypot(end[0] - root[0], end[1] - root[1])
    reach = max(abs(upper - lower) + 0.01, min(reach, upper + lower - 0.01))
    opening = degrees(acos((upper**2 + reach**2 - lower**2) / (2 * upper * reach)))
    return swung(root, forward_deg(root, end) + bend * opening, upper)


def limb_frame(root: Point, end: Point, flip: int = 1) -> Frame:
    """The frame of a limb: x from `root` towards `end`, y towards the back of a limb that hangs down."""
    turn = degrees(atan2(end[1] - root[1], end[0] - root[0]))
    return Frame(origin=root, turn_deg=turn, flip=flip)
