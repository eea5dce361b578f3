"""Where the joints of a figure seen from the side are, from the angles of its pose and what it touches.

One leg carries (its foot stands somewhere and the hip follows from the angles), or the hip is given. The
other foot either stands somewhere too (the knee follows by two-bone inverse kinematics) or hangs from the hip
at its own angles. Angles follow the exercise library, all in degrees: ankle plus = toes nearer the shin, knee
plus = bent, hip plus = thigh in front, toes plus = bent up, lean plus = forwards.
"""

from dataclasses import dataclass
from math import asin, degrees, dist
from typing import Final

from tools.pictures.frame import Frame, forward_deg, middle_joint, raised, swung
from tools.pictures.limbs import FOREARM, SHANK, THIGH, TOE_JOINT, UPPER_ARM, LegPose
from tools.pictures.svg import Point
from tools.pictures.trunk import SHOULDER

BALL_RADIUS: Final = 4.5
"""Distance of the toe joint from what the ball of the foot stands on."""
UNITS_PER_CM: Final = 1.6
"""World units of one centimetre: a figure of 170 cm is 272 units tall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegAngles:
    """One leg of a pose: its joint angles, and where it stands if it does.

    `ball_at` is the point under the ball of the foot (world units); None for a leg in the air. `heel_deg` is
    the slope of a standing sole (plus = heel up); `toes_deg` None lets the toes lie flat.
    """

    hip_deg: float = 0
    knee_deg: float = 0
    ankle_deg: float = 0
    toes_deg: float | None = None
    heel_deg: float = 0
    ball_at: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandAim:
    """Where one wrist is (world units), and how the hand and elbow turn."""

    at: Point
    hand_deg: float | None = None
    elbow: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmPose:
    """The joints of one arm, and the turn of its hand (None = along the forearm)."""

    shoulder: Point
    elbow: Point
    wrist: Point
    hand_deg: float | None


def standing_ankle(leg: LegAngles, ball_at: Point) -> Point:
    """Where the ankle of a foot is that stands with its ball on `ball_at`."""
    ball = (ball_at[0], ball_at[1] - BALL_RADIUS)
    offset = Frame(origin=(0, 0), turn_deg=leg.heel_deg).at(TOE_JOINT)
    return ball[0] - offset[0], ball[1] - offset[1]


def carrying_hip(leg: LegAngles) -> Point:
    """Where the hip over a standing leg is, by its ankle and knee angles.

    Raises ValueError for a leg that stands nowhere.
    """
    if leg.ball_at is None:
        raise ValueError("A leg that carries must stand on something.")
    shank_lean = leg.ankle_deg + leg.heel_deg
    knee = raised(standing_ankle(leg, leg.ball_at), shank_lean, SHANK)
    return raised(knee, shank_lean - leg.knee_deg, THIGH)


def leg_pose(leg: LegAngles, hip: Point, lean_deg: float) -> LegPose:
    """The joints of a leg below a known hip."""
    if leg.ball_at is None:
        thigh_deg = leg.hip_deg - lean_deg
        shank_deg = thigh_deg - leg.knee_deg
        knee = swung(hip, thigh_deg, THIGH)
        ankle = swung(knee, shank_deg, SHANK)
        return LegPose(
            hip=hip,
            knee=knee,
            ankle=ankle,
            pitch_deg=-(shank_deg + leg.ankle_deg),
            toes_deg=leg.toes_deg or 0,
        )
    ankle = standing_ankle(leg, leg.ball_at)
    beyond = dist(hip, ankle) - (THIGH + SHANK)
    if beyond > 1:
        raise ValueError(f"A foot is {beyond:.0f} units further from the hip than the leg is long.")
    knee = middle_joint(hip, ankle, (THIGH, SHANK), 1)
    # Toes stay flat on the ground while the heel rises; a dropped heel does not bend them down.
    flat = max(leg.heel_deg, 0.0)
    return LegPose(
        hip=hip,
        knee=knee,
        ankle=ankle,
        pitch_deg=leg.heel_deg,
        toes_deg=flat if leg.toes_deg is None else leg.toes_deg,
    )


def arm_pose(aim: HandAim, hip: Point, lean_deg: float) -> ArmPose:
    """The joints of an arm whose wrist goes to its aim. Raises ValueError for an aim out of reach."""
    shoulder = Frame(origin=hip, turn_deg=lean_deg).at(SHOULDER)
    beyond = dist(shoulder, aim.at) - (UPPER_ARM + FOREARM)
    if beyond > 0.5:
        raise ValueError(f"A hand is {beyond:.0f} units out of reach; the shoulder is at {shoulder}.")
    elbow = middle_joint(shoulder, aim.at, (UPPER_ARM, FOREARM), aim.elbow)
    wrist = swung(elbow, forward_deg(elbow, aim.at), FOREARM)
    return ArmPose(shoulder=shoulder, elbow=elbow, wrist=wrist, hand_deg=aim.hand_deg)


def heel_slope(height_cm: float, foot_units: float = 32.0) -> float:
    """Slope of a sole (degrees) whose heel is `height_cm` above the ball, or below it when negative."""
    return degrees(asin(max(-1.0, min(1.0, height_cm * UNITS_PER_CM / foot_units))))
