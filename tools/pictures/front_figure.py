"""A whole figure seen from the front: the patient's right is on the left of the page.

Limbs that point at the viewer are shortened, so joints are given as points (world units, heights upwards)
around the middle of the hips, in a figure that may be turned as a whole (lying on its side).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import dist
from typing import Any, Final

from tools.pictures.frame import Frame, middle_joint
from tools.pictures.highlights import PARTS
from tools.pictures.limbs import (
    FOREARM,
    RESTING,
    UPPER_ARM,
    WORKING,
    LegColours,
    LegPose,
    Profile,
    arm,
    foot,
    limb,
    short,
)
from tools.pictures.outline import Outline, disc, oval, ribbon, smooth
from tools.pictures.palette import COOL, DARK, HIGHLIGHT, NAIL, SHIRT, SHIRT_SHADE, SKIN, SKIN_SHADE, mixed
from tools.pictures.shape import Shape
from tools.pictures.svg import Point

Values = Mapping[str, Any]
_SHORTEST_HEM: Final = 30.0
"""A thigh that points at the viewer, drawn shorter than this, shows no hem of its shorts."""
SIDE: Final[Mapping[str, int]] = {"right": -1, "left": 1}
_THIGH: Final[Profile] = ((0, 14.5, 14.5), (0.3, 14.6, 14.6), (0.65, 12.4, 12.4), (1, 10.2, 10.2))
_SHANK: Final[Profile] = (
    (0, 10.0, 10.0), (0.15, 9.6, 9.6), (0.34, 10.8, 10.8), (0.6, 8.8, 8.8), (0.85, 6.6, 6.6), (1, 6.6, 6.6),
)  # fmt: skip
_HALF_SHIRT: Final[Sequence[Point]] = (
    (0.0, -82.0), (9.0, -83.5), (20.0, -79.5), (26.5, -71.0), (25.0, -58.0), (20.8, -40.0), (18.6, -24.0),
    (20.6, -6.0), (20.0, 5.0), (9.0, 8.0), (0.0, 8.0),
)  # fmt: skip
_HALF_PELVIS: Final[Sequence[Point]] = ((0, -8), (20.4, -8), (22.6, 4), (21, 14), (10, 15), (0, 12))
_HALF_HAIR: Final[Sequence[Point]] = (
    (0, -21.8), (10, -19.6), (17, -11.5), (18.6, -1), (16.6, 2), (14.6, -5), (9.5, -10.5), (0, -10)
)  # fmt: skip
_HALF_FOOT: Final[Sequence[Point]] = ((0, -9), (6.6, -8), (7.4, 0), (9.6, 7), (10.4, 13), (6, 16.4), (0, 17))


def _both_halves(half: Sequence[Point], frame: Frame) -> Outline:
    mirrored = [(-x, y) for x, y in reversed(half) if x]
    return smooth([frame.at(point) for point in [*half, *mirrored]])


@dataclass(frozen=True, slots=True)
class FrontFigure:
    """The figure of one frame, from the values of its scene file."""

    values: Values

    @property
    def frame(self) -> Frame:
        """The whole figure: the middle of the hips, turned when it lies."""
        x, height = self.values["hip_at"]
        return Frame(origin=(x, -height), turn_deg=float(self.values.get("turn_deg", 0)))

    @property
    def trunk(self) -> Frame:
        """The trunk, which may lean sideways."""
        return self.frame.turned((0, 0), float(self.values.get("lean_deg", 0)))

    def at(self, point: Sequence[float]) -> Point:
        """World position of a point given around the hips, heights upwards."""
        return self.frame.at((point[0], -point[1]))

    def leg(self, side: str) -> LegPose:
        """The joints of one leg."""
        leg = self.values[side]
        return LegPose(
            hip=self.frame.at((SIDE[side] * 10.0, 0.0)),
            knee=self.at(leg["knee"]),
            ankle=self.at(leg["ankle"]),
            pitch_deg=float(leg.get("pitch_deg", 0)) + self.frame.turn_deg,
            toes_deg=float(leg.get("toes_deg", 0)),
            flip=int(leg.get("flip", 1)),
        )

    def parts(self) -> Mapping[str, list[Shape]]:
        """The figure by parts, to be drawn in the order a scene gives."""
        found = {"trunk": self._trunk(), "head": self._head()}
        for side in SIDE:
            found[f"{side}_leg"] = self._leg_shapes(side)
            found[f"{side}_arm"] = self._arm(side) if f"{side}_hand" in self.values else []
        return found

    def _leg_shapes(self, side: str) -> list[Shape]:
        pose, colours = self.leg(side), WORKING if side == "right" else RESTING
        length = dist(pose.hip, pose.knee)
        marks = [mark for mark in self.values.get("highlights", []) if mark.get("leg", "right") == side]
        thigh = [Shape(outline=limb(pose.hip, pose.knee, length, _THIGH), fill=colours.limb)]
        if length > _SHORTEST_HEM:
            thigh.append(Shape(outline=short(pose.thigh, length, _THIGH), fill=SHIRT_SHADE))
        shank = limb(pose.knee, pose.ankle, dist(pose.knee, pose.ankle), _SHANK)
        sideways = self.values[side].get("foot") == "side"
        toes = foot(pose, colours) if sideways else foot_front(pose, colours, inner=-SIDE[side])
        lower = [*toes, Shape(outline=shank, fill=colours.limb)]
        crossed = self.values[side].get("crossed", False)
        return [*(thigh + lower if crossed else lower + thigh), *[_mark(mark, pose) for mark in marks]]

    def _trunk(self) -> list[Shape]:
        return [
            Shape(outline=_both_halves(_HALF_PELVIS, self.trunk), fill=SHIRT_SHADE),
            Shape(outline=_both_halves(_HALF_SHIRT, self.trunk), fill=SHIRT),
        ]

    def _head(self) -> list[Shape]:
        neck = self.trunk.turned((0, -84), float(self.values.get("nod_deg", 0)))
        face = neck.turned((0, -23), 0)
        tilt = face.turn_deg
        ears = [Shape(outline=oval(face.at((x, 2)), (3.6, 4.8), tilt), fill=SKIN_SHADE) for x in (-17, 17)]
        eyes = [Shape(outline=oval(face.at((x, -1)), (1.7, 2.2), tilt), fill=DARK) for x in (-6.5, 6.5)]
        nose = ribbon([face.at((0.4, 1)), face.at((1.6, 5)), face.at((-0.6, 6))], (1.4, 1.8, 1.4))
        throat = ribbon([self.trunk.at((0, -76)), self.trunk.at((0, -86)), face.at((0, 12))], (18, 15, 15))
        return [
            Shape(outline=throat, fill=SKIN_SHADE),
            *ears,
            Shape(outline=oval(face.at((0, 0)), (17, 20.2), tilt), fill=SKIN),
            Shape(outline=_both_halves(_HALF_HAIR, face), fill=DARK),
            *eyes,
            Shape(outline=nose, fill=SKIN_SHADE),
        ]

    def _arm(self, side: str) -> list[Shape]:
        aim = self.values[f"{side}_hand"]
        shoulder = self.trunk.at((SIDE[side] * 20.5, -71.0))
        shorter = float(aim.get("shorter", 1))
        lengths = (UPPER_ARM * shorter, FOREARM * shorter)
        wrist = self.at(aim["at"])
        elbow = middle_joint(shoulder, wrist, lengths, int(aim.get("elbow", SIDE[side])))
        return arm(shoulder, elbow, wrist, aim.get("hand_deg"), COOL)


def _mark(mark: Values, pose: LegPose) -> Shape:
    outline = PARTS[mark["part"]](pose)
    return Shape(outline=outline, fill=mixed(SKIN, HIGHLIGHT, mark.get("strength", 1.0)), part="highlight")


def foot_front(pose: LegPose, colours: LegColours, inner: int) -> list[Shape]:
    """A foot whose toes point at the viewer; `inner` is 1 when the big toe is on the right of the page."""
    frame = Frame(origin=pose.ankle, turn_deg=pose.pitch_deg)
    shapes = [Shape(outline=_both_halves(_HALF_FOOT, frame), fill=colours.foot)]
    if colours.line is None:
        tread = [frame.at(point) for point in ((-7.5, 15.6), (0.0, 16.4), (7.5, 15.6))]
        return [*shapes, Shape(outline=ribbon(tread, (2.4, 2.8, 2.4)), fill=colours.limb)]
    for x, radius in ((6.2, 4.0), (0.4, 3.0), (-3.8, 2.7), (-7.2, 2.4), (-9.8, 2.1)):
        tip = frame.at((inner * x, 16.0 - abs(x - 4) * 0.3))
        nail = frame.at((inner * x, 16.2 - abs(x - 4) * 0.3 - radius * 0.35))
        shapes += [
            Shape(outline=disc(tip, radius + 0.45), fill=colours.line),
            Shape(outline=disc(tip, radius), fill=colours.foot),
            Shape(outline=oval(nail, (radius * 0.5, radius * 0.4), pose.pitch_deg), fill=NAIL),
        ]
    over = [(0, -8), (7.0, -7), (7.6, 1), (9.4, 9), (9.0, 13.4), (0, 13.8)]
    return [*shapes, Shape(outline=_both_halves(over, frame), fill=colours.foot)]
