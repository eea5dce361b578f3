"""Legs, feet and arms as flat shapes: tapered, with a calf that bulges and toes that bend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tools.pictures.foot_hand import HAND
from tools.pictures.frame import Frame, limb_frame
from tools.pictures.outline import Outline, disc, oval, ribbon, smooth
from tools.pictures.palette import COOL, COOL_SHADE, DARK, SHIRT_SHADE, SKIN, SKIN_DEEP, SKIN_SHADE
from tools.pictures.shape import Shape
from tools.pictures.svg import Point

THIGH: Final = 66.0
SHANK: Final = 64.0
UPPER_ARM: Final = 43.0
FOREARM: Final = 40.0
SOLE: Final = 13.5
"""Height of the ankle joint over the sole of a flat foot."""
TOE_JOINT: Final[Point] = (20.0, 9.0)
"""Where the toes bend, seen from the ankle joint of a flat foot."""

Profile = Sequence[tuple[float, float, float]]
"""How far a limb reaches to its front and to its back at a part (0 to 1) of its length."""

THIGH_PROFILE: Final[Profile] = (
    (0.0, 16.5, 17.5),
    (0.25, 17.5, 17.0),
    (0.5, 16.5, 14.5),
    (0.75, 14.0, 11.8),
    (1.0, 11.6, 10.6),
)
SHANK_PROFILE: Final[Profile] = (
    (0.0, 11.2, 10.6),
    (0.14, 10.4, 12.6),
    (0.3, 9.6, 15.0),
    (0.46, 8.9, 13.8),
    (0.66, 7.8, 9.2),
    (0.84, 6.9, 6.6),
    (1.0, 7.0, 6.6),
)
_UPPER_ARM_PROFILE: Final[Profile] = ((0, 9.8, 9.8), (0.35, 9.6, 9.4), (0.7, 8.2, 8.2), (1, 7.6, 7.6))
_FOREARM_PROFILE: Final[Profile] = ((0, 7.6, 7.6), (0.25, 8.0, 7.8), (0.6, 6.4, 6.4), (1, 5.0, 5.0))
_FOOT: Final[Sequence[Point]] = (
    (-12.0, 6.0), (-9.0, 12.2), (-3.0, 13.5), (4.0, 11.4), (11.0, 11.2), (18.0, 13.5), (23.0, 12.6),
    (24.0, 7.6), (20.0, 3.4), (14.0, -0.6),
)  # fmt: skip
_HEEL: Final[Sequence[Point]] = ((-8.4, -4.0), (-11.0, 1.0))
_TOES: Final[Sequence[Point]] = (
    (-3.6, 2.6), (0.0, 4.5), (5.0, 4.0), (10.0, 4.7), (14.2, 4.2), (16.2, 1.6), (14.6, -1.2), (10.0, -2.2),
    (5.0, -3.4), (0.0, -5.2), (-4.0, -3.6),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPose:
    """Where the joints of one leg are, and how its foot and toes lie.

    `pitch_deg` is the slope of the sole (plus = heel higher than the ball), `toes_deg` the bend of the toes
    against it. `flip` is -1 for a leg seen with its front to the left.
    """

    hip: Point
    knee: Point
    ankle: Point
    pitch_deg: float
    toes_deg: float
    flip: int = 1

    @property
    def thigh(self) -> Frame:
        """Frame at the hip, x towards the knee, y towards the back of the thigh."""
        return limb_frame(self.hip, self.knee, self.flip)

    @property
    def shank(self) -> Frame:
        """Frame at the knee, x towards the ankle, y towards the calf."""
        return limb_frame(self.knee, self.ankle, self.flip)

    @property
    def foot(self) -> Frame:
        """Frame at the ankle, x towards the toes, y towards the sole."""
        return Frame(origin=self.ankle, turn_deg=self.pitch_deg, flip=self.flip)

    @property
    def toes(self) -> Frame:
        """Frame at the toe joint, x towards the tips."""
        return self.foot.turned(TOE_JOINT, -self.toes_deg)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegColours:
    """The colours of one leg: limb, foot, and the lines on a bare foot (None for a shoe)."""

    limb: str
    foot: str
    line: str | None


WORKING: Final = LegColours(limb=SKIN, foot=SKIN, line=SKIN_SHADE)
WORKING_BEHIND: Final = LegColours(limb=SKIN_SHADE, foot=SKIN_SHADE, line=SKIN_DEEP)
RESTING: Final = LegColours(limb=COOL, foot=DARK, line=None)
RESTING_BEHIND: Final = LegColours(limb=COOL_SHADE, foot=DARK, line=None)


def limb(root: Point, end: Point, length: float, profile: Profile) -> Outline:
    """The outline of a tapered limb, with round ends."""
    frame = limb_frame(root, end)
    back = [(part * length, behind) for part, _, behind in profile]
    front = [(part * length, -before) for part, before, _ in reversed(profile)]
    caps = ((length + profile[-1][2] * 0.9, 0.0), (-profile[0][1] * 0.9, 0.0))
    return smooth([frame.at(point) for point in [*back, caps[0], *front, caps[1]]])


def leg(pose: LegPose, colours: LegColours) -> list[Shape]:
    """One leg with its foot and the short that covers its upper thigh."""
    return [
        *foot(pose, colours),
        Shape(outline=limb(pose.knee, pose.ankle, SHANK, SHANK_PROFILE), fill=colours.limb),
        Shape(outline=limb(pose.hip, pose.knee, THIGH, THIGH_PROFILE), fill=colours.limb),
        Shape(outline=short(pose.thigh, THIGH, THIGH_PROFILE), fill=SHIRT_SHADE),
    ]


def short(thigh: Frame, length: float, profile: Profile) -> Outline:
    """The leg of the shorts: a little wider than the thigh, down to a straight hem above its middle."""
    hem = 0.54
    back = [(part * length, behind + 1.4) for part, _, behind in profile if part < hem]
    front = [(part * length, -before - 1.4) for part, before, _ in profile if part < hem]
    low_front, low_back = -front[-1][1] - 0.2, back[-1][1] - 0.4
    edge = [(hem * length, y) for y in (low_back, low_back * 0.94, 0.0, -low_front * 0.94, -low_front)]
    top = (-profile[0][1] * 0.9, 0.0)
    return smooth([thigh.at(point) for point in [*back, *edge, *reversed(front), top]], 0.9)


def foot(pose: LegPose, colours: LegColours) -> list[Shape]:
    """The foot of a leg: heel, arch, ball, and toes that bend at their joint."""
    rear, toes = pose.foot, pose.toes
    shapes = [
        Shape(outline=smooth([toes.at(point) for point in _TOES]), fill=colours.foot),
        Shape(outline=disc(rear.at(TOE_JOINT), 4.6), fill=colours.foot),
        Shape(outline=smooth([rear.at(point) for point in _rear(pose)]), fill=colours.foot),
    ]
    if colours.line is None:
        tread = [rear.at(point) for point in ((-9.0, 12.4), (-3.0, 13.2), (8.0, 12.6), (18.0, 13.2))]
        tread += [toes.at(point) for point in ((4.0, 4.0), (13.0, 4.0))]
        shapes.append(Shape(outline=ribbon(tread, [2.0, 2.8, 2.8, 2.8, 2.6, 1.6]), fill=colours.limb))
    else:
        nail = ribbon([toes.at((11.6, -1.0)), toes.at((13.0, -0.6)), toes.at((14.4, 0.4))], (1.1, 1.5, 1.1))
        crease = ribbon([toes.at((3.2, 3.6)), toes.at((4.2, 1.8)), toes.at((4.0, 0.0))], (0.7, 0.9, 0.6))
        shapes += [Shape(outline=mark, fill=colours.line) for mark in (nail, crease)]
        shapes.append(Shape(outline=oval(rear.at((0.5, 0.5)), (2.6, 2.3)), fill=colours.line, opacity=0.7))
    return shapes


def _rear(pose: LegPose) -> list[Point]:
    """Heel to ball; the collar under the shin gives way where the ankle opens, so nothing bulges."""
    ankle_deg = (pose.shank.turn_deg - 90 - pose.pitch_deg) if pose.flip > 0 else 0.0
    closed_front = min(1.0, max(0.0, (ankle_deg + 35) / 35))
    closed_back = min(1.0, max(0.0, (25 - ankle_deg) / 25))
    front = [
        (7.4 + 1.6 * closed_front, -3.2 - 1.3 * closed_front),
        (4.6 + 2.2 * closed_front, -4.8 - 5.2 * closed_front),
    ]
    back = (-4.6 - 2.0 * closed_back, -5.0 - 5.0 * closed_back)
    return [*_FOOT, *front, (0.0, -6.8 - 4.0 * min(closed_front, closed_back)), back, *_HEEL]


def arm(shoulder: Point, elbow: Point, wrist: Point, hand_deg: float | None, sleeve: str) -> list[Shape]:
    """One arm with its hand.

    `hand_deg` turns the hand (0 points forwards, 90 down); None leaves it along the forearm.
    """
    forearm = limb_frame(elbow, wrist)
    hand = Frame(origin=wrist, turn_deg=forearm.turn_deg if hand_deg is None else hand_deg)
    palm = [
        (-3.5, -4.2),
        (3.0, -5.0),
        (9.0, -4.4),
        (14.0, -2.6),
        (15.4, 0.4),
        (13.0, 3.2),
        (7.0, 4.8),
        (-3.5, 4.2),
    ]
    thumb = [hand.at(point) for point in ((1.0, -2.5), (5.0, -6.6), (9.0, -7.6))]
    return [
        Shape(outline=ribbon(thumb, (5.0, 4.2, 3.4)), fill=HAND),
        Shape(outline=smooth([hand.at(point) for point in palm]), fill=HAND),
        Shape(outline=limb(elbow, wrist, FOREARM - 1.5, _FOREARM_PROFILE), fill=sleeve),
        Shape(outline=limb(shoulder, elbow, UPPER_ARM, _UPPER_ARM_PROFILE), fill=sleeve),
    ]
